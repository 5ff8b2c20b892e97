package vn.partyregister.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Which members of a cell go with one that is split off from it; the others stay. */
@Service
@Transactional
public class SplitChoices {
    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final OrganisationTree tree;
    private final AuditTrail audit;

    SplitChoices(JdbcClient jdbc, Reorganisations reorganisations, OrganisationTree tree, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.tree = tree;
        this.audit = audit;
    }

    /** Who belongs to the cell on the day, and whether they go. */
    @Transactional(readOnly = true)
    public Choice of(ReorganisationId id, OrganisationId begun, Scope scope, Scope people) {
        var draft = reorganisations.get(id, scope);
        var source = reorganisations.splitFrom(id, begun, scope);
        var rows = jdbc.sql("""
                        select m.id, m.full_name, m.card_number, c.member_id is not null as goes
                        from membership.standing s
                        join member.member m on m.id = s.member_id
                        left join membership.split_choice c on c.reorganisation_id = :id and c.member_id = m.id
                            and c.organisation_id = :begun
                        where s.organisation_id = :source and s.valid @> cast(:day as date) and %s
                        order by m.given_name, m.middle_name, m.family_name, m.id
                        """.formatted(people.condition("s.organisation_id", "cast(:day as date) - 1")))
                .params(people.params(draft.effectiveOn()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("source", source.id())
                .param("day", draft.effectiveOn())
                .query(new RecordRows<>(Person.class))
                .list();
        return new Choice(tree.name(source, draft.effectiveOn()).orElse(""), reorganisations.nameOf(id, begun), rows);
    }

    /** Who goes, of those whom the choice showed; whoever was chosen for another split is now chosen for this one. */
    public int choose(
            ReorganisationId id,
            OrganisationId begun,
            int revision,
            Collection<UUID> members,
            Scope scope,
            Scope people) {
        var known =
                of(id, begun, scope, people).people().stream().map(Person::id).toList();
        reorganisations.touch(id, revision, scope);
        jdbc.sql("""
                        delete from membership.split_choice where reorganisation_id = :id and member_id = any(:known)
                        and (organisation_id = :begun or member_id = any(:members))
                        """)
                .param("id", id.id())
                .param("begun", begun.id())
                .param("known", known.toArray(UUID[]::new))
                .param("members", members.toArray(UUID[]::new))
                .update();
        var chosen = jdbc.sql("""
                        insert into membership.split_choice (reorganisation_id, member_id, organisation_id)
                        select :id, member, :begun from unnest(cast(:members as uuid[])) as member
                        where member = any(:known) on conflict do nothing
                        """)
                .param("id", id.id())
                .param("begun", begun.id())
                .param("members", members.toArray(UUID[]::new))
                .param("known", known.toArray(UUID[]::new))
                .update();
        audit.changed(
                "reorganisation.members-chosen",
                new Subject("reorganisation", id.id(), null),
                null,
                Map.of("chosen", chosen));
        return chosen;
    }

    /** A cell that is split, and its members. */
    public record Choice(String source, String begun, List<Person> people) {
        public Choice {
            people = List.copyOf(people);
        }
    }

    /** Somebody who stays, or goes. */
    public record Person(UUID id, String fullName, @Nullable String cardNumber, boolean goes) {}
}
