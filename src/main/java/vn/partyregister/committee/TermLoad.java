package vn.partyregister.committee;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;

/** Enters many terms with their holders at once, for a register that is opened with them. What a table refuses ends the whole load. */
@Service
public class TermLoad {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final AuditTrail trail;

    TermLoad(JdbcTemplate batches, JdbcClient jdbc, Decisions decisions, AuditTrail trail) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.trail = trail;
    }

    /** All by one decision. */
    @Transactional
    public void load(List<KnownTerm> known, Decision decision) {
        var noted = decisions.note(decision);
        var terms = known.stream()
                .map(one -> new Begun(Term.begin(one.term()), one.seats()))
                .toList();
        insertTerms(terms, noted);
        insertSeats(terms, noted);
        jdbc.sql("analyze committee.term, committee.holding").update();
        trail.changed(
                "committee.terms-loaded",
                new Subject("committee", null, null),
                null,
                Map.of("terms", terms.size(), "decision", decision));
    }

    private void insertTerms(List<Begun> terms, UUID decision) {
        batches.batchUpdate("""
                insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id, recorded_by)
                values (?, 0, ?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?)
                """, terms, BATCH, (row, begun) -> {
            var term = begun.term();
            row.setObject(1, term.id().id());
            row.setObject(2, term.organisation().id());
            row.setString(3, term.label());
            row.setString(4, term.body().name());
            row.setObject(5, term.from());
            row.setObject(6, term.lastDay());
            row.setInt(7, term.members());
            row.setObject(8, decision);
            row.setString(9, Author.current().username());
        });
    }

    private void insertSeats(List<Begun> terms, UUID decision) {
        var seats = terms.stream()
                .flatMap(begun -> begun.seats().stream()
                        .map(seat -> Holding.begin(
                                new NewHolding(
                                        begun.term().id(),
                                        seat.member(),
                                        seat.post(),
                                        Manner.ELECTED,
                                        seat.place(),
                                        begun.term().from()),
                                begun.term())))
                .toList();
        batches.batchUpdate("""
                insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id, recorded_by)
                values (?, ?, ?, ?, ?, ?, daterange(?, ?, '[]'), ?, ?)
                """, seats, BATCH, (row, held) -> {
            row.setObject(1, held.id().id());
            row.setObject(2, held.term().id());
            row.setObject(3, held.member().id());
            row.setString(4, held.post());
            row.setString(5, held.manner().name());
            row.setInt(6, held.place());
            row.setObject(7, held.from());
            row.setObject(8, held.lastDay());
            row.setObject(9, decision);
            row.setString(10, Author.current().username());
        });
    }

    /** A term, and who was elected with it. */
    public record KnownTerm(NewTerm term, List<Seat> seats) {
        public KnownTerm {
            seats = List.copyOf(seats);
        }
    }

    /** Somebody elected to a post. */
    public record Seat(MemberId member, String post, int place) {}

    private record Begun(Term term, List<Seat> seats) {}
}
