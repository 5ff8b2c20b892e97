package vn.partyregister.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/**
 * Follows a plan: its targets beside what was admitted so far and in the period before, of an organisation and of those right
 * below it. However many groups and parts there are, it asks the same few questions.
 */
@Service
@Transactional(readOnly = true)
public class PlanProgress {
    private final AdmissionCounts counts;
    private final Shares shares;
    private final Groups groups;
    private final Targets targets;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    PlanProgress(
            AdmissionCounts counts,
            Shares shares,
            Groups groups,
            Targets targets,
            OrganisationTree tree,
            BusinessDay businessDay,
            JdbcClient jdbc) {
        this.counts = counts;
        this.shares = shares;
        this.groups = groups;
        this.targets = targets;
        this.tree = tree;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /**
     * The progress of an organisation within the scope, which the plan reaches.
     *
     * @param group the group told of each part; the first one where null
     */
    public Progress of(PlanRow plan, UUID organisation, @Nullable String group, Scope scope) {
        var today = businessDay.today();
        var name = tree.get(new OrganisationId(organisation), scope, today).name();
        var known = groups.on(plan.fromOn());
        var chosen = groups.find(group, plan.fromOn()).orElse(known.getFirst());
        var set = set(plan, organisation);
        var now = counts.of(organisation, plan.spanTo(today), known);
        var before = counts.of(organisation, plan.spanBefore(today), known);
        var reached = shares.of(organisation, plan.spanTo(today).to());
        var lines = new ArrayList<Progress.Line>();
        for (var one : known) {
            var own = held(set, organisation, one.code());
            var below = set.stream()
                    .filter(target -> target.below() && one.code().equals(target.groupCode()))
                    .map(target -> Objects.requireNonNull(target.figure()))
                    .toList();
            lines.add(new Progress.Line(
                    one,
                    own == null ? null : own.figure(),
                    own != null && own.closed(),
                    one.countsAdmissions() ? all(now, one) : reached.get(organisation),
                    one.countsAdmissions() ? all(before, one) : null,
                    below.isEmpty() || !one.countsAdmissions()
                            ? null
                            : below.stream().mapToInt(Integer::intValue).sum()));
        }
        return new Progress(
                organisation, name, today, lines, chosen, parts(organisation, chosen, set, now, before, reached));
    }

    private static Long all(AdmissionCounts.Counted counted, Group group) {
        return counted.of(null, group.code());
    }

    /** Those right below today, and whoever was a part when somebody was admitted there. */
    private static List<Progress.Part> parts(
            UUID organisation,
            Group group,
            List<Given> set,
            AdmissionCounts.Counted now,
            AdmissionCounts.Counted before,
            Map<UUID, Long> reached) {
        var names = new LinkedHashMap<UUID, String>();
        set.stream().filter(Given::below).forEach(one -> names.put(one.id(), one.name()));
        var below = Set.copyOf(names.keySet());
        if (group.countsAdmissions()) {
            now.parts().forEach((id, part) -> names.putIfAbsent(id, part.name()));
            before.parts().forEach((id, part) -> names.putIfAbsent(id, part.name()));
        }
        var parts = new ArrayList<Progress.Part>();
        names.forEach((id, name) -> {
            var itself = id.equals(organisation);
            var own = itself ? null : held(set, id, group.code());
            parts.add(new Progress.Part(
                    id,
                    name,
                    itself,
                    below.contains(id),
                    own == null ? null : own.figure(),
                    own != null && own.closed(),
                    group.countsAdmissions() ? (Long) now.of(id, group.code()) : reached.get(id),
                    group.countsAdmissions() ? (Long) before.of(id, group.code()) : null));
        });
        return parts;
    }

    private static @Nullable Given held(List<Given> set, UUID organisation, String group) {
        return set.stream()
                .filter(one -> one.id().equals(organisation) && group.equals(one.groupCode()))
                .findFirst()
                .orElse(null);
    }

    /** The groups a plan has targets for, in their order. */
    public List<Group> groups(PlanRow plan) {
        return groups.on(plan.fromOn());
    }

    /** Everything ever set for an organisation in a plan, the newest first; whoever asks has opened both. */
    public List<Past> history(PlanRow plan, UUID organisation) {
        return targets.history(new PlanId(plan.id()), organisation);
    }

    /** What is set for an organisation and those right below it today; an organisation without a target is there, too. */
    private List<Given> set(PlanRow plan, UUID organisation) {
        var set = jdbc.sql("""
                        select v.organisation_id as id, v.name, v.organisation_id <> :organisation as below, t.group_code,
                            t.figure, coalesce(t.closed, false) as closed
                        from organisation.organisation_version v
                        join organisation.organisation_type y on y.code = v.type
                        join organisation.ancestry a on a.ancestor_id = :owner and a.descendant_id = v.organisation_id
                            and a.valid @> cast(:today as date)
                        left join planning.target_now t on t.plan_id = :plan and t.organisation_id = v.organisation_id
                        where v.valid @> cast(:today as date) and (v.organisation_id = :organisation or v.parent_id = :organisation)
                        order by y.position, v.position, v.name collate organisation.by_name, v.organisation_id
                        """)
                .param("today", businessDay.today())
                .param("organisation", organisation)
                .param("owner", plan.organisation())
                .param("plan", plan.id())
                .query(new RecordRows<>(Given.class))
                .list();
        if (set.isEmpty()) {
            throw new NotFound("planning.unknown");
        }
        return set;
    }

    /** A target of an organisation, or the organisation alone. */
    private record Given(
            UUID id,
            String name,
            boolean below,
            @Nullable String groupCode,
            @Nullable Integer figure,
            boolean closed) {}
}
