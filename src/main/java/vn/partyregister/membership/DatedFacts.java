package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Keeps what is true of members for a time. None of it moves a count: whoever is away is counted all the same. */
@Service
@Transactional
public class DatedFacts {
    private static final String FACTS = """
            select f.id, f.kind, lower(f.valid) as starts, coalesce(f.begun_on, lower(f.valid)) as begun, upper(f.valid) - 1 as until,
                coalesce(f.place, h.name) as place, d.number as decision_number,
                d.issued_on as decided_on, d.issuer_name as issuer, f.recorded_by, f.extended, f.withdrawn_by, f.withdrawn_why
            from membership.dated_fact f left join organisation.decision d on d.id = f.decision_id
            left join organisation.organisation_version h on h.organisation_id = f.organisation_id and h.valid @> lower(f.valid)
            where f.member_id = :member
            """;

    private final JdbcClient jdbc;
    private final Standings standings;
    private final FactsOfMembers members;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    DatedFacts(
            JdbcClient jdbc,
            Standings standings,
            FactsOfMembers members,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.members = members;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Something becomes true of a member on a day on which they stand. */
    public void record(MemberId member, NewFact fact, Scope scope) {
        var here = standings.requireStanding(member, scope, businessDay.today());
        members.hold(List.of(member));
        requireInOrder(fact.from(), fact.until());
        if (!standings.standsOn(member, fact.from())) {
            throw new RuleBroken("membership.fact-outside-membership", Dates.write(fact.from()));
        }
        overlapping(member, fact).ifPresent(other -> {
            throw new RuleBroken("membership.fact-already", other.kind().label(), Dates.write(other.starts()));
        });
        var receiving = fact.organisation();
        if (receiving != null) {
            standings.requireHost(receiving, here.organisation(), fact.from(), businessDay.today());
        }
        var decision = fact.decision();
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, place, organisation_id, decision_id, recorded_by)
                        values (:id, :member, :kind, daterange(:from, :until, '[]'), :place, :organisation, :decision, :username)
                        """)
                .param("id", FactId.next().id())
                .param("member", member.id())
                .param("kind", fact.kind().name())
                .param("from", fact.from())
                .param("until", fact.until(), java.sql.Types.DATE)
                .param("place", fact.place())
                .param("organisation", receiving == null ? null : receiving.id(), java.sql.Types.OTHER)
                .param(
                        "decision",
                        decision == null ? null : decisions.note(decision, here.organisation()),
                        java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .update();
        note("member.fact-recorded", member, here, Map.of("kind", fact.kind(), "from", fact.from()));
    }

    /** It is true until this day and no longer. */
    public void end(MemberId member, FactId id, LocalDate lastDay, Scope scope) {
        var here = standings.requireKnown(member, scope, businessDay.today());
        members.hold(List.of(member));
        var fact = standing(member, id);
        if (lastDay.isBefore(fact.starts())) {
            throw new RuleBroken("membership.fact-ends-before-it-begins", Dates.write(fact.starts()));
        }
        requireInOrder(lastDay, null);
        if (fact.until() != null && lastDay.isAfter(fact.until())) {
            throw new RuleBroken("membership.fact-ended-already", Dates.write(fact.until()));
        }
        jdbc.sql("""
                        update membership.dated_fact
                        set valid = daterange(lower(valid), :last, '[]'), ended_at = now(), ended_by = :username
                        where id = :id
                        """)
                .param("id", id.id())
                .param("last", lastDay)
                .param("username", Author.current().username())
                .update();
        note("member.fact-ended", member, here, Map.of("kind", fact.kind(), "from", fact.starts(), "to", lastDay));
    }

    /**
     * It is true longer than was said.
     *
     * @param lastDay after the last day that was said before
     */
    public void extend(MemberId member, FactId id, LocalDate lastDay, Scope scope) {
        var here = standings.requireStanding(member, scope, businessDay.today());
        members.hold(List.of(member));
        var fact = standing(member, id);
        var before = fact.until();
        if (before == null || !lastDay.isAfter(before)) {
            throw new RuleBroken("membership.fact-not-longer");
        }
        overlapping(member, new NewFact(fact.kind(), before.plusDays(1), lastDay, null, null, null))
                .ifPresent(other -> {
                    throw new RuleBroken("membership.fact-already", other.kind().label(), Dates.write(other.starts()));
                });
        var extended = jdbc.sql("""
                        update membership.dated_fact set valid = daterange(lower(valid), :last, '[]'), extended = extended + 1
                        where id = :id and ended_at is null
                        """).param("id", id.id()).param("last", lastDay).update();
        if (extended == 0) {
            throw new RuleBroken("membership.fact-ended-already", Dates.write(before));
        }
        note(
                "member.fact-extended",
                member,
                here,
                Map.of("kind", fact.kind(), "from", fact.starts(), "before", before, "to", lastDay));
    }

    /** It never was so; the entry stays, with the reason. */
    public void withdraw(MemberId member, FactId id, String why, Scope scope) {
        var here = standings.requireKnown(member, scope, businessDay.today());
        members.hold(List.of(member));
        var fact = standing(member, id);
        jdbc.sql("""
                        update membership.dated_fact
                        set withdrawn_at = now(), withdrawn_by = :username, withdrawn_why = :why where id = :id
                        """)
                .param("id", id.id())
                .param("why", why)
                .param("username", Author.current().username())
                .update();
        note("member.fact-withdrawn", member, here, Map.of("kind", fact.kind(), "from", fact.starts(), "why", why));
    }

    /** All of a member, the latest first; whoever asks has made sure that the member may be seen. */
    @Transactional(readOnly = true)
    public List<DatedFact> of(MemberId member) {
        return jdbc.sql(FACTS + " order by f.valid desc, f.kind, f.id")
                .param("member", member.id())
                .query(new RecordRows<>(DatedFact.class))
                .list();
    }

    /** One that stands, of a member within the scope. */
    @Transactional(readOnly = true)
    public DatedFact get(MemberId member, FactId id, Scope scope) {
        standings.requireKnown(member, scope, businessDay.today());
        return standing(member, id);
    }

    private DatedFact standing(MemberId member, FactId id) {
        return jdbc.sql(FACTS + " and f.id = :id and f.withdrawn_at is null")
                .param("member", member.id())
                .param("id", id.id())
                .query(new RecordRows<>(DatedFact.class))
                .optional()
                .orElseThrow(() -> new NotFound("membership.unknown-fact"));
    }

    private Optional<DatedFact> overlapping(MemberId member, NewFact fact) {
        return jdbc.sql(FACTS + """
                         and f.withdrawn_at is null and f.kind = :kind and f.valid && daterange(:from, :until, '[]') limit 1
                        """)
                .param("member", member.id())
                .param("kind", fact.kind().name())
                .param("from", fact.from())
                .param("until", fact.until(), java.sql.Types.DATE)
                .query(new RecordRows<>(DatedFact.class))
                .optional();
    }

    private void requireInOrder(LocalDate from, @Nullable LocalDate until) {
        if (from.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(from));
        }
        if (until != null && until.isBefore(from)) {
            throw new RuleBroken("membership.fact-ends-before-it-begins", Dates.write(from));
        }
    }

    private void note(String act, MemberId member, Standings.Place here, Map<String, Object> what) {
        audit.changed(
                act, new Subject("member", member.id(), here.organisation().id()), null, what);
    }
}
