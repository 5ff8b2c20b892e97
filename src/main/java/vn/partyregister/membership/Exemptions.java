package vn.partyregister.membership;

import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** Who may be exempted, and the exemptions there are; one person or many, by the same words and statements. */
@Component
class Exemptions {
    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    Exemptions(JdbcClient jdbc, Decisions decisions, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    /**
     * Why somebody cannot be exempted.
     *
     * @param already whether an exemption of theirs {@link #overlapping overlaps}
     */
    Optional<RuleBroken> refusal(Place here, boolean already, Exempting exempting) {
        if (here.status() == null) {
            return Optional.of(new RuleBroken("membership.no-member"));
        }
        return wrongForAll(exempting)
                .or(() -> exempting.from().isBefore(here.since())
                        ? Optional.of(new RuleBroken("membership.exempt-before-joining", Dates.write(here.since())))
                        : Optional.empty())
                .or(() -> already ? Optional.of(new RuleBroken("membership.exempt-already")) : Optional.empty());
    }

    private Optional<RuleBroken> wrongForAll(Exempting exempting) {
        var to = exempting.to();
        if (exempting.from().isAfter(businessDay.today())) {
            return Optional.of(new RuleBroken("membership.in-the-future", Dates.write(exempting.from())));
        }
        return to != null && to.isBefore(exempting.from())
                ? Optional.of(new RuleBroken("membership.exempt-ends-before-it-begins"))
                : Optional.empty();
    }

    /** Who of them is exempt on any of its days. */
    Set<MemberId> overlapping(Collection<MemberId> members, Exempting exempting) {
        var end = exempting.to();
        if (end != null && end.isBefore(exempting.from())) {
            return Set.of();
        }
        return members(of("""
                        select distinct member_id from membership.exemption
                        where member_id = any(:members) and valid && daterange(:from, :until)
                        """, members, exempting));
    }

    /** Enters it for each of them, by the one decision; refused where its number is another decision's. */
    void enter(Collection<MemberId> members, Exempting exempting) {
        var decision = decisions.noteBy(exempting.decision(), exempting.issuer());
        of("""
                insert into membership.exemption (member_id, valid, ground, decision_id, recorded_by)
                select m.id, daterange(:from, :until), :ground, :decision, :username
                from unnest(cast(:members as uuid[])) as m (id)
                """, members, exempting)
                .param("ground", exempting.ground())
                .param("decision", decision)
                .param("username", Author.current().username())
                .update();
    }

    /** For whom it stands as it was entered. */
    Set<MemberId> standing(Collection<MemberId> members, Exempting exempting) {
        return members(of("""
                        select member_id from membership.exemption
                        where member_id = any(:members) and valid = daterange(:from, :until)
                        and ground = :ground and decision_id = :decision
                        """, members, exempting)
                .param("ground", exempting.ground())
                .param("decision", decisions.noteBy(exempting.decision(), exempting.issuer())));
    }

    /** Takes it back for those for whom it stands as it was entered; what stood is kept beside. */
    void withdraw(Collection<MemberId> members, Exempting exempting) {
        of("""
                with withdrawn as (
                    delete from membership.exemption
                    where member_id = any(:members) and valid = daterange(:from, :until)
                    returning *)
                insert into membership.withdrawn_exemption
                    (member_id, valid, ground, decision_id, recorded_at, recorded_by, withdrawn_by)
                select member_id, valid, ground, decision_id, recorded_at, recorded_by, :username from withdrawn
                """, members, exempting)
                .param("username", Author.current().username())
                .update();
    }

    private StatementSpec of(String sql, Collection<MemberId> members, Exempting exempting) {
        return jdbc.sql(sql)
                .param("members", BulkPeople.ids(members))
                .param("from", exempting.from())
                .param("until", exempting.until(), Types.DATE);
    }

    private static Set<MemberId> members(StatementSpec asked) {
        return new HashSet<>(asked.query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list());
    }
}
