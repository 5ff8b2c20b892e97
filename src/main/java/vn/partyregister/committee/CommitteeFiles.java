package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.committee.CommitteeFile.Holder;
import vn.partyregister.committee.CommitteeFile.TermLine;
import vn.partyregister.organisation.MemberCounts.Count;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Opens the committees of an organisation as at a day, within a scope; whoever opens them is noted. */
@Service
@Transactional
public class CommitteeFiles {
    private final JdbcClient jdbc;
    private final OrganisationTree tree;
    private final Warnings warnings;
    private final AuditTrail trail;

    CommitteeFiles(JdbcClient jdbc, OrganisationTree tree, Warnings warnings, AuditTrail trail) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.warnings = warnings;
        this.trail = trail;
    }

    /** @param people how far the reader may read the names of members */
    public CommitteeFile open(OrganisationId id, Scope scope, Scope people, LocalDate asAt) {
        var day = tree.find(id, scope, asAt).isPresent() ? asAt : tree.lastDay(id, asAt);
        var organisation = tree.get(id, scope, day);
        var terms = terms(id);
        var term = terms.stream()
                .filter(one -> one.takenBackWhy() == null && !one.starts().isAfter(day))
                .findFirst()
                .orElse(null);
        var shownOn = term == null || term.lastDay().isAfter(day) ? day : term.lastDay();
        var all = term == null ? List.<Holder>of() : holders(term.id(), people, shownOn);
        var holders = all.stream().filter(holder -> holder.holdsOn(shownOn)).toList();
        trail.read("committee.opened", new Subject("organisation", id.id(), id.id()), Map.of("asAt", day));
        return new CommitteeFile(
                organisation,
                tree.path(id, scope, day),
                day,
                term,
                shownOn,
                holders,
                all.stream().filter(Predicate.not(holders::contains)).toList(),
                terms,
                term == null
                        ? List.of()
                        : warnings.of(
                                organisation.type(),
                                term,
                                holders,
                                tree.counts(List.of(id), shownOn).getOrDefault(id, Count.NONE),
                                shownOn));
    }

    private List<TermLine> terms(OrganisationId organisation) {
        return jdbc.sql("""
                        select t.id, t.version as revision, t.label, t.body, lower(t.valid) as starts,
                            upper(t.valid) - 1 as last_day, t.members, d.number as decision_number,
                            d.issued_on as decided_on, d.issuer_name as issuer, t.taken_back_why,
                            (select count(*) from committee.term_end e where e.term_id = t.id) as changes
                        from committee.term t join organisation.decision d on d.id = t.decision_id
                        where t.organisation_id = :organisation
                        order by lower(t.valid) desc, t.recorded_at desc
                        """)
                .param("organisation", organisation.id())
                .query(new RecordRows<>(TermLine.class))
                .list();
    }

    /** Names where the reader's scope reaches the organisation itself, the file where it reaches the person. */
    private List<Holder> holders(TermId term, Scope people, LocalDate day) {
        return jdbc.sql("""
                        select h.id, h.member_id as person, case when %s then m.full_name end as name,
                            case when %s then m.id end as member, h.post, h.manner, h.place, lower(h.valid) as starts,
                            upper(h.valid) - 1 as last_day, judged.judged_on,
                            coalesce(then_.status = 'OFFICIAL', false) as official,
                            exists (select from organisation.ancestry a where a.ancestor_id = t.organisation_id
                                and a.descendant_id = then_.organisation_id and a.valid @> judged.judged_on) as belonged,
                            exists (select from organisation.ancestry a where a.ancestor_id = t.organisation_id
                                and a.descendant_id = now_.organisation_id and a.valid @> cast(:asAt as date)) as here,
                            d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer,
                            e.number as left_number, e.issued_on as left_decided_on, e.issuer_name as left_issuer,
                            h.taken_back_why
                        from committee.holding h
                        join committee.term t on t.id = h.term_id
                        join committee.post_kind k on k.code = h.post
                        join member.member m on m.id = h.member_id
                        join organisation.decision d on d.id = h.decision_id
                        left join organisation.decision e on e.id = h.left_decision_id
                        cross join lateral (select greatest(lower(h.valid),
                            (select min(o.effective_on) from membership.told o
                             where o.member_id = h.member_id and o.kind = 'OPENING')) as judged_on) judged
                        left join membership.standing then_ on then_.member_id = h.member_id and then_.valid @> judged.judged_on
                        left join membership.standing now_
                            on now_.member_id = h.member_id and now_.valid @> cast(:asAt as date)
                        where h.term_id = :term
                        order by k.position, h.place, m.given_name, m.middle_name, m.family_name, h.id
                        """.formatted(people.condition("t.organisation_id"), people.condition("now_.organisation_id")))
                .params(people.params(day))
                .param("term", term.id())
                .query(new RecordRows<>(Holder.class))
                .list();
    }

    /** What a form about a term says of it; the term is one that stands. */
    @Transactional(readOnly = true)
    public TermBrief brief(TermId id, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select t.id, t.version as revision, t.organisation_id as organisation, t.label, t.body,
                            lower(t.valid) as starts, upper(t.valid) - 1 as last_day, v.name, v.type
                        from committee.term t
                        join organisation.organisation_version v
                            on v.organisation_id = t.organisation_id and v.valid @> cast(:asAt as date)
                        where t.id = :id and t.taken_back_at is null and %s
                        """.formatted(scope.condition("t.organisation_id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query(new RecordRows<>(TermBrief.class))
                .optional()
                .orElseThrow(() -> new NotFound("committee.unknown-term"));
    }

    /**
     * What a form about a post says of it.
     *
     * @param people how far the reader may read the names of members
     */
    @Transactional(readOnly = true)
    public HoldingBrief brief(HoldingId id, Scope scope, Scope people, LocalDate today) {
        var brief = jdbc.sql("""
                        select h.id, h.term_id as term, t.organisation_id as organisation, v.name as organisation_name,
                            h.post, lower(h.valid) as starts, upper(h.valid) - 1 as last_day,
                            case when %s then m.full_name end as name
                        from committee.holding h
                        join committee.term t on t.id = h.term_id
                        join member.member m on m.id = h.member_id
                        join organisation.organisation_version v
                            on v.organisation_id = t.organisation_id and v.valid @> cast(:asAt as date)
                        where h.id = :id
                        """.formatted(people.condition("t.organisation_id")))
                .params(people.params(today))
                .param("id", id.id())
                .query(new RecordRows<>(HoldingBrief.class))
                .optional()
                .filter(found -> tree.find(found.organisation(), scope, today).isPresent());
        return brief.orElseThrow(() -> new NotFound("committee.unknown-post"));
    }

    /** A term in one line. */
    public record TermBrief(
            TermId id,
            int revision,
            OrganisationId organisation,
            String label,
            Body body,
            LocalDate starts,
            LocalDate lastDay,
            String name,
            String type) {}

    /** A post in one line. */
    public record HoldingBrief(
            HoldingId id,
            TermId term,
            OrganisationId organisation,
            String organisationName,
            String post,
            LocalDate starts,
            LocalDate lastDay,
            @Nullable String name) {}
}
