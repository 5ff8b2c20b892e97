package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.SplitOff;
import vn.partyregister.organisation.SplitOff.Choices;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Which candidates of a cell go with one that is split off from it; the others stay. Probationers go as members do. */
@Service
@Transactional
public class SplitCandidates {
    private static final Choices CHOICES =
            new Choices("admission.split_choice", "case_id", "reorganisation.candidates-chosen");

    private final JdbcClient jdbc;
    private final SplitOff splits;

    SplitCandidates(JdbcClient jdbc, SplitOff splits) {
        this.jdbc = jdbc;
        this.splits = splits;
    }

    /** Whose case is under way in the cell, and whether they go. */
    @Transactional(readOnly = true)
    public Choice of(ReorganisationId id, OrganisationId begun, Scope scope, Scope people) {
        var split = splits.of(id, begun, scope);
        var rows = jdbc.sql("""
                        select c.id, c.full_name, c.stage, c.since, s.case_id is not null as goes
                        from admission.admission_case c
                        left join admission.split_choice s on s.reorganisation_id = :id and s.case_id = c.id
                            and s.organisation_id = :begun
                        where c.organisation_id = :source and c.ended_on is null and c.member_id is null and %s
                        order by c.given_name, c.middle_name, c.family_name, c.id
                        """.formatted(people.condition("c.organisation_id", "cast(:day as date) - 1")))
                .params(people.params(split.effectiveOn()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("source", split.source().id())
                .param("day", split.effectiveOn())
                .query(new RecordRows<>(Waiting.class))
                .list();
        return new Choice(split.sourceName(), split.begunName(), rows);
    }

    /** Who goes, of those whom the choice showed; whoever was chosen for another split is now chosen for this one. */
    public int choose(
            ReorganisationId id,
            OrganisationId begun,
            int revision,
            Collection<UUID> chosen,
            Scope scope,
            Scope people) {
        var shown =
                of(id, begun, scope, people).people().stream().map(Waiting::id).toList();
        return splits.choose(CHOICES, id, begun, revision, shown, chosen, scope);
    }

    /** A cell that is split, and its candidates. */
    public record Choice(String source, String begun, List<Waiting> people) {
        public Choice {
            people = List.copyOf(people);
        }
    }

    /** A candidate who stays, or goes. */
    public record Waiting(UUID id, String fullName, Stage stage, LocalDate since, boolean goes) {}
}
