package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganisations;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Which candidates of a cell go with one that is split off from it; the others stay. Probationers go as members do. */
@Service
@Transactional
public class SplitCandidates {
    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final OrganisationTree tree;
    private final AuditTrail audit;

    SplitCandidates(JdbcClient jdbc, Reorganisations reorganisations, OrganisationTree tree, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.tree = tree;
        this.audit = audit;
    }

    /** Whose case is under way in the cell, and whether they go. */
    @Transactional(readOnly = true)
    public Choice of(ReorganisationId id, OrganisationId begun, Scope scope, Scope people) {
        var draft = reorganisations.get(id, scope);
        var source = reorganisations.splitFrom(id, begun, scope);
        var rows = jdbc.sql("""
                        select c.id, c.full_name, c.stage, c.since, s.case_id is not null as goes
                        from admission.admission_case c
                        left join admission.split_choice s on s.reorganisation_id = :id and s.case_id = c.id
                            and s.organisation_id = :begun
                        where c.organisation_id = :source and c.ended_on is null and c.member_id is null and %s
                        order by c.given_name, c.middle_name, c.family_name, c.id
                        """.formatted(people.condition("c.organisation_id", "cast(:day as date) - 1")))
                .params(people.params(draft.effectiveOn()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("source", source.id())
                .param("day", draft.effectiveOn())
                .query(new RecordRows<>(Waiting.class))
                .list();
        return new Choice(tree.name(source, draft.effectiveOn()).orElse(""), reorganisations.nameOf(id, begun), rows);
    }

    /** Who goes, of those whom the choice showed; whoever was chosen for another split is now chosen for this one. */
    public int choose(
            ReorganisationId id,
            OrganisationId begun,
            int revision,
            Collection<UUID> chosen,
            Scope scope,
            Scope people) {
        var known =
                of(id, begun, scope, people).people().stream().map(Waiting::id).toArray(UUID[]::new);
        var cases = chosen.toArray(UUID[]::new);
        reorganisations.touch(id, revision, scope);
        jdbc.sql("""
                        delete from admission.split_choice where reorganisation_id = :id and case_id = any(:known)
                        and (organisation_id = :begun or case_id = any(:cases))
                        """)
                .param("id", id.id())
                .param("begun", begun.id())
                .param("known", known)
                .param("cases", cases)
                .update();
        var going = jdbc.sql("""
                        insert into admission.split_choice (reorganisation_id, case_id, organisation_id)
                        select :id, one, :begun from unnest(cast(:cases as uuid[])) as one
                        where one = any(:known) on conflict do nothing
                        """)
                .param("id", id.id())
                .param("begun", begun.id())
                .param("cases", cases)
                .param("known", known)
                .update();
        audit.changed(
                "reorganisation.candidates-chosen",
                new Subject("reorganisation", id.id(), null),
                null,
                Map.of("chosen", going));
        return going;
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
