package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.MemberCounts.Count;
import vn.partyregister.organisation.Reorganised.After;

/** Says what a reorganisation would do: to the tree by the rules of its day, and to the rows of every module. */
@Component
class Foresight {
    private static final String TREE = "organisation.plan.part.tree";
    private static final String SIZES = "organisation.plan.part.sizes";

    private final JdbcClient jdbc;
    private final PlanJudgement judgement;
    private final Soundness soundness;
    private final OrganisationLists lists;
    private final ObjectProvider<MemberCounts> counts;
    private final ObjectProvider<FollowsReorganisation> followers;

    Foresight(
            JdbcClient jdbc,
            PlanJudgement judgement,
            Soundness soundness,
            OrganisationLists lists,
            ObjectProvider<MemberCounts> counts,
            ObjectProvider<FollowsReorganisation> followers) {
        this.jdbc = jdbc;
        this.judgement = judgement;
        this.soundness = soundness;
        this.lists = lists;
        this.counts = counts;
        this.followers = followers;
    }

    /** What the steps would do; other modules are asked only where the tree itself can be made. */
    Foreseen foresee(Reorganisation reorganisation, List<Step> steps) {
        var plan = Plan.of(TreeBefore.read(jdbc, reorganisation.effectiveOn()), steps);
        var found = judgement.judge(plan, reorganisation.area());
        var event = event(reorganisation, plan);
        var parts = new LinkedHashMap<String, List<Consequence>>();
        parts.put(TREE, found);
        if (!plan.faults().isEmpty()) {
            return new Foreseen(plan, event, Census.of(plan, Map.of(), Map.of()), parts);
        }
        var census = census(plan, event);
        parts.put(SIZES, sizes(plan, census));
        followers
                .orderedStream()
                .forEach(follower -> parts.computeIfAbsent(follower.part(), _ -> new ArrayList<>())
                        .addAll(follower.foresee(event)));
        return new Foreseen(plan, event, census, parts);
    }

    /** A reorganisation as the other modules see it. */
    private Reorganised event(Reorganisation reorganisation, Plan plan) {
        var after = new HashMap<OrganisationId, After>();
        plan.lines().stream().map(Plan.Line::id).forEach(id -> put(plan, id, after));
        plan.mergers().values().forEach(id -> put(plan, id, after));
        plan.splits().values().forEach(id -> put(plan, id, after));
        return new Reorganised(
                reorganisation.key(),
                reorganisation.effectiveOn(),
                plan.mergers(),
                plan.closed(),
                plan.splits(),
                plan.begun(),
                after,
                plan.names(),
                null);
    }

    private void put(Plan plan, OrganisationId id, Map<OrganisationId, After> after) {
        var what = plan.after().get(id);
        if (what != null) {
            after.put(id, new After(what.type(), lists.holdsMembers(what.type())));
        }
    }

    private Census census(Plan plan, Reorganised event) {
        var below = new HashMap<OrganisationId, Count>();
        counts.forEach(counting -> below.putAll(
                counting.below(plan.tree().nodes().keySet(), plan.tree().day())));
        var chosen = new HashMap<OrganisationId, Count>();
        followers.forEach(follower -> chosen.putAll(follower.chosenFor(event)));
        return Census.of(plan, below, chosen);
    }

    /** Who would be too small or too large, of those that change. */
    private List<Consequence> sizes(Plan plan, Census census) {
        var warned = new LinkedHashMap<String, List<String>>();
        var rules = new HashMap<String, Soundness.Warning>();
        for (var line : plan.lines()) {
            var what = line.after();
            if (what == null) {
                continue;
            }
            var count = lists.holdsMembers(what.type()) ? census.ownOf(line.id()) : census.afterOf(line.id());
            for (var warning : soundness.of(what.type(), count, plan.tree().day())) {
                warned.computeIfAbsent(warning.key(), _ -> new ArrayList<>()).add(what.name());
                rules.put(warning.key(), warning);
            }
        }
        return warned.entrySet().stream()
                .map(one -> {
                    var rule = java.util.Objects.requireNonNull(rules.get(one.getKey()));
                    return Consequence.warns(
                                    ofMany(one.getKey()),
                                    one.getValue().size(),
                                    rule.asked(),
                                    Consequence.named(one.getValue()))
                            .by(rule.source());
                })
                .toList();
    }

    /** What a warning of one organisation is called, said of many. */
    private static String ofMany(String warning) {
        return switch (warning) {
            case "organisation.warning.few-official" -> "organisation.plan.few-official";
            case "organisation.warning.small-committee" -> "organisation.plan.small-committee";
            case "organisation.warning.large-cell" -> "organisation.plan.large-cell";
            default -> warning;
        };
    }

    /**
     * What a reorganisation would do.
     *
     * @param parts what each part of the register says, by the message key of its heading
     */
    record Foreseen(Plan plan, Reorganised event, Census census, Map<String, List<Consequence>> parts) {
        List<Consequence> barring() {
            return parts.values().stream()
                    .flatMap(List::stream)
                    .filter(Consequence::bars)
                    .toList();
        }
    }
}
