package vn.partyregister.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.partyregister.admission.Step.Kind;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MembersTold;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;

/**
 * The case of a probationer follows what the journal is told past it: it goes along to another cell, ends with what ended
 * probation, and is under way again when that is taken back. Asked before the transaction ends: what a case tells the
 * journal itself stands in it by then.
 */
@Component
class CasesFollowMembers {
    private static final String ENTRY = """
            left join lateral (select kind, effective_on as told_on, number, issued_on, issuer_name from membership.told
                left join organisation.decision d on d.id = decision_id
                where member_id = c.member_id %s limit 1) %s on true
            """;

    /** Cases that differ from what the journal tells of their member, each with what ended the probation, if something did. */
    private static final String DIFFERENT =
            """
            select c.id, c.ended_on is not null as ended, s.organisation_id as stands_in,
                e.kind as end_kind, e.told_on as end_on, e.number as end_number, e.issued_on as end_issued_on,
                e.issuer_name as end_issuer, l.kind as last_kind, l.told_on as last_on, l.number as last_number,
                l.issued_on as last_issued_on, l.issuer_name as last_issuer,
                (select coalesce(max(m.reason), '') from membership.movement m where m.member_id = c.member_id and m.recorded =
                    (select max(recorded) from membership.movement where member_id = c.member_id and reverses is not null)) as taken_back
            from admission.admission_case c
            left join membership.standing s on s.member_id = c.member_id and upper_inf(s.valid) and s.status = 'PROBATIONARY'
            """ + ENTRY.formatted("""
                    and effective_on >= c.joined_on and kind in ('RECOGNISED', 'STRUCK_OFF', 'RESIGNED', 'EXPELLED', 'DIED',
                    'ADMISSION_CANCELLED', 'TRANSFERRED_OUT') order by effective_on, recorded""", "e") + ENTRY.formatted("order by effective_on desc, recorded desc", "l") + """
            where c.joined_on is not null and (cast(:members as uuid[]) is null or c.member_id = any(:members))
              and case when c.ended_on is null then s.organisation_id is distinct from c.organisation_id
                  else c.stage in ('OFFICIAL', 'CANCELLED', 'STRUCK', 'LEFT') and e.kind is null and s.member_id is not null end
            """;

    private final AdmissionCaseRepository cases;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    CasesFollowMembers(AdmissionCaseRepository cases, JdbcClient jdbc, MessageSource messages) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void follow(MembersTold told) {
        followAll(told.members());
    }

    /** @param members null for all of the register */
    void followAll(@Nullable Collection<MemberId> members) {
        var different = jdbc.sql(DIFFERENT)
                .param(
                        "members",
                        members == null
                                ? null
                                : members.stream().map(MemberId::id).toArray(UUID[]::new),
                        Types.ARRAY)
                .query((row, _) -> difference(row))
                .list();
        different.forEach(one -> {
            var followed = cases.get(one.id());
            followed.follow(followed(one, followed), Author.current().username());
        });
        cases.flush();
    }

    private Followed followed(Difference one, AdmissionCase told) {
        var cell = one.standsIn() == null ? told.organisation() : one.standsIn();
        var end = one.end();
        if (one.ended()) {
            return back(beforeItsEnd(told), cell, told, one);
        }
        if (end != null) {
            return new Followed(
                    Kind.REACHED,
                    stage(end.kind()),
                    cell,
                    end.document() == null ? end.on() : end.document().day(),
                    end.document(),
                    reason(end),
                    end.kind() == MovementKind.RECOGNISED ? end.on() : null);
        }
        var last = one.last();
        return one.standsIn() == null || last == null
                ? back(Stage.DECIDED, cell, told, one)
                : new Followed(Kind.MOVED, told.stage(), cell, last.on(), null, reason(last), null);
    }

    private static Stage beforeItsEnd(AdmissionCase told) {
        return told.steps().reversed().stream()
                .map(Step::stage)
                .filter(one -> !one.isOver() && told.live(one).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Followed back(Stage to, OrganisationId cell, AdmissionCase told, Difference one) {
        return new Followed(Kind.BACK, to, cell, told.since(), null, one.takenBack(), null);
    }

    private static Stage stage(MovementKind end) {
        return switch (end) {
            case RECOGNISED -> Stage.OFFICIAL;
            case STRUCK_OFF -> Stage.STRUCK;
            case ADMISSION_CANCELLED -> Stage.CANCELLED;
            case OPENING,
                    ADMITTED,
                    TRANSFERRED,
                    TRANSFERRED_IN,
                    TRANSFERRED_OUT,
                    REASSIGNED,
                    RESIGNED,
                    EXPELLED,
                    DIED,
                    RESTORED -> Stage.LEFT;
        };
    }

    /** What happened, and by which decision, in the words of whoever entered it. */
    private String reason(Entry entry) {
        var what = messages.getMessage(entry.kind().label(), LocaleContextHolder.getLocale());
        return entry.document() == null ? what : what + ", " + entry.document().number();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        var standsIn = row.getObject("stands_in", UUID.class);
        return new Difference(
                new AdmissionCaseId(row.getObject("id", UUID.class)),
                row.getBoolean("ended"),
                standsIn == null ? null : new OrganisationId(standsIn),
                entry(row, "end"),
                entry(row, "last"),
                row.getString("taken_back"));
    }

    private static @Nullable Entry entry(ResultSet row, String which) throws SQLException {
        var kind = row.getString(which + "_kind");
        if (kind == null) {
            return null;
        }
        var number = row.getString(which + "_number");
        return new Entry(
                MovementKind.valueOf(kind),
                row.getObject(which + "_on", LocalDate.class),
                number == null
                        ? null
                        : new Document(
                                number,
                                row.getObject(which + "_issued_on", LocalDate.class),
                                row.getString(which + "_issuer")));
    }

    /**
     * Where a case and the journal differ.
     *
     * @param standsIn where the member is on probation; null where they no longer are
     * @param end what ended the probation the case led to
     * @param last what was told of the member last, as far as it holds
     * @param takenBack why something told of the member was taken back last
     */
    private record Difference(
            AdmissionCaseId id,
            boolean ended,
            @Nullable OrganisationId standsIn,
            @Nullable Entry end,
            @Nullable Entry last,
            String takenBack) {}

    private record Entry(
            MovementKind kind, LocalDate on, @Nullable Document document) {}
}
