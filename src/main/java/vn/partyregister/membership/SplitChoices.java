package vn.partyregister.membership;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.SplitOff;
import vn.partyregister.organisation.SplitOff.Choices;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Which members of a cell go with one that is split off from it; the others stay. */
@Service
@Transactional
public class SplitChoices {
    private static final Choices CHOICES =
            new Choices("membership.split_choice", "member_id", "reorganisation.members-chosen");

    private final JdbcClient jdbc;
    private final SplitOff splits;

    SplitChoices(JdbcClient jdbc, SplitOff splits) {
        this.jdbc = jdbc;
        this.splits = splits;
    }

    /** Who belongs to the cell on the day, and whether they go. */
    @Transactional(readOnly = true)
    public Choice of(ReorganisationId id, OrganisationId begun, Scope scope, Scope people) {
        var split = splits.of(id, begun, scope);
        var rows = jdbc.sql("""
                        select m.id, m.full_name, m.card_number, c.member_id is not null as goes
                        from membership.standing s
                        join member.member m on m.id = s.member_id
                        left join membership.split_choice c on c.reorganisation_id = :id and c.member_id = m.id
                            and c.organisation_id = :begun
                        where s.organisation_id = :source and s.valid @> cast(:day as date) and %s
                        order by m.given_name, m.middle_name, m.family_name, m.id
                        """.formatted(people.condition("s.organisation_id", "cast(:day as date) - 1")))
                .params(people.params(split.effectiveOn()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("source", split.source().id())
                .param("day", split.effectiveOn())
                .query(new RecordRows<>(Person.class))
                .list();
        return new Choice(split.sourceName(), split.begunName(), rows);
    }

    /** Who goes, of those whom the choice showed; whoever was chosen for another split is now chosen for this one. */
    public int choose(
            ReorganisationId id,
            OrganisationId begun,
            int revision,
            Collection<UUID> members,
            Scope scope,
            Scope people) {
        var shown =
                of(id, begun, scope, people).people().stream().map(Person::id).toList();
        return splits.choose(CHOICES, id, begun, revision, shown, members, scope);
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
