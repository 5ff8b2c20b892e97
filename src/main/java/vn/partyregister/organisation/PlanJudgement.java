package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.PermittedPairs.Pair;
import vn.partyregister.organisation.Plan.Line;
import vn.partyregister.organisation.TreeBefore.What;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.VietnameseText;

/** Holds a plan against the rules of its day: types, pairs, names, codes, and how far it reaches. */
@Component
class PlanJudgement {
    private final PermittedPairs pairs;
    private final OrganisationLists lists;

    PlanJudgement(PermittedPairs pairs, OrganisationLists lists) {
        this.pairs = pairs;
        this.lists = lists;
    }

    /**
     * What bars the plan, and what is to be known of it.
     *
     * @param area the organisation within which it has to stay
     */
    List<Consequence> judge(Plan plan, OrganisationId area) {
        var found = new ArrayList<>(plan.faults());
        var lines = plan.lines();
        reach(plan, lines, area, found);
        types(plan, lines, found);
        pairs(plan, found);
        names(plan, lines, found);
        codes(plan, lines, found);
        return found;
    }

    /** It touches nothing outside of its area. */
    private static void reach(Plan plan, List<Line> lines, OrganisationId area, List<Consequence> found) {
        for (var line : lines) {
            if (line.before() != null && !plan.tree().isWithin(line.id(), area)) {
                found.add(Consequence.bars("organisation.plan.out-of-area", plan.name(line.id()), plan.name(area)));
            }
            var parent = line.after() == null ? null : line.after().parent();
            if (parent != null
                    && plan.tree().nodes().containsKey(parent)
                    && !line.id().equals(area)
                    && !plan.tree().isWithin(parent, area)) {
                found.add(Consequence.bars("organisation.plan.out-of-area", plan.name(parent), plan.name(area)));
            }
        }
        plan.mergers().values().stream()
                .filter(into ->
                        plan.tree().nodes().containsKey(into) && !plan.tree().isWithin(into, area))
                .forEach(into ->
                        found.add(Consequence.bars("organisation.plan.out-of-area", plan.name(into), plan.name(area))));
    }

    /** A type that begins on the day must exist; what keeps one that ends is told. */
    private void types(Plan plan, List<Line> lines, List<Consequence> found) {
        var day = plan.tree().day();
        for (var line : lines) {
            var what = line.after();
            if (what == null) {
                continue;
            }
            var before = line.before();
            if ((before == null || !before.type().equals(what.type())) && !lists.hasType(what.type(), day)) {
                found.add(Consequence.bars(
                                "organisation.plan.type-not-there",
                                what.name(),
                                lists.type(what.type()),
                                Dates.write(day))
                        .by(lists.knowsType(what.type()) ? pairs.ofType(what.type(), day) : null));
            }
            var kind = what.kind();
            if (kind != null && (before == null || !kind.equals(before.kind())) && !lists.hasKind(kind, day)) {
                found.add(Consequence.bars(
                                "organisation.plan.kind-not-there", what.name(), lists.kind(kind), Dates.write(day))
                        .by(lists.knowsKind(kind) ? pairs.ofKind(kind, day) : null));
            }
        }
        var outlived = new LinkedHashMap<String, List<String>>();
        plan.after().values().stream()
                .filter(what -> !lists.hasType(what.type(), day))
                .forEach(what -> outlived.computeIfAbsent(what.type(), _ -> new ArrayList<>())
                        .add(what.name()));
        outlived.forEach((type, names) -> found.add(Consequence.warns(
                        "organisation.plan.type-outlived", names.size(), lists.type(type), Consequence.named(names))
                .by(pairs.ofType(type, day))));
    }

    private void pairs(Plan plan, List<Consequence> found) {
        var day = plan.tree().day();
        var permitted = pairs.on(day);
        var approval = new LinkedHashMap<PairOfTypes, List<String>>();
        var outlived = new LinkedHashMap<PairOfTypes, List<String>>();
        plan.after().forEach((id, what) -> {
            var parent = what.parent() == null ? null : plan.after().get(what.parent());
            if (parent == null) {
                return;
            }
            var types = new PairOfTypes(parent.type(), what.type());
            var pair = permitted.find(parent.type(), what.type());
            var isNew = isNew(plan, id, what);
            if (pair == null && isNew) {
                found.add(forbidden(what, parent, day).by(permitted.forbids(parent.type(), what.type())));
            } else if (pair == null) {
                outlived.computeIfAbsent(types, _ -> new ArrayList<>()).add(what.name());
            } else if (pair.needsApproval() && isNew) {
                approval.computeIfAbsent(types, _ -> new ArrayList<>()).add(what.name());
            }
        });
        approval.forEach((types, names) -> found.add(told("organisation.plan.needs-approval", types, names)
                .by(source(permitted.find(types.parent(), types.child())))));
        outlived.forEach((types, names) -> found.add(told("organisation.plan.pair-outlived", types, names)
                .by(permitted.forbids(types.parent(), types.child()))));
    }

    private Consequence forbidden(What what, What parent, LocalDate day) {
        return Consequence.bars(
                "organisation.plan.pair-forbidden",
                what.name(),
                lists.type(what.type()),
                parent.name(),
                lists.type(parent.type()),
                Dates.write(day));
    }

    private Consequence told(String key, PairOfTypes types, List<String> names) {
        return Consequence.warns(
                key, names.size(), lists.type(types.child()), lists.type(types.parent()), Consequence.named(names));
    }

    private static @Nullable RuleSource source(@Nullable Pair pair) {
        return pair == null ? null : pair.source();
    }

    /** Whether the plan makes this pair: one of the two begins, changes its type, or comes to the other. */
    private static boolean isNew(Plan plan, OrganisationId id, What what) {
        var before = plan.tree().nodes().get(id);
        var parent = what.parent();
        if (before == null || parent == null || !parent.equals(before.is().parent())) {
            return true;
        }
        var parentBefore = plan.tree().nodes().get(parent);
        var parentAfter = plan.after().get(parent);
        return !before.is().type().equals(what.type())
                || parentBefore == null
                || parentAfter == null
                || !parentBefore.is().type().equals(parentAfter.type());
    }

    private static void names(Plan plan, List<Line> lines, List<Consequence> found) {
        var held = new HashMap<NameBelow, Integer>();
        plan.after().values().forEach(what -> held.merge(NameBelow.of(what), 1, Integer::sum));
        var told = new HashMap<NameBelow, Boolean>();
        for (var line : lines) {
            var what = line.after();
            if (what != null
                    && held.getOrDefault(NameBelow.of(what), 0) > 1
                    && told.put(NameBelow.of(what), true) == null) {
                found.add(Consequence.bars(
                        "organisation.plan.name-taken",
                        what.name(),
                        what.parent() == null ? "" : plan.name(what.parent())));
            }
        }
    }

    /** A code names one organisation; who comes under another and keeps its code is told. */
    private static void codes(Plan plan, List<Line> lines, List<Consequence> found) {
        var held = new HashMap<String, Integer>();
        plan.after().values().stream()
                .map(What::code)
                .filter(java.util.Objects::nonNull)
                .forEach(code -> held.merge(code, 1, Integer::sum));
        held.forEach((code, times) -> {
            if (times > 1) {
                found.add(Consequence.bars("organisation.plan.code-taken", code));
            }
        });
        var kept = lines.stream()
                .filter(line -> line.after() != null
                        && line.before() != null
                        && line.after().code() != null
                        && line.after().code().equals(line.before().code())
                        && !java.util.Objects.equals(
                                line.after().parent(), line.before().parent()))
                .map(line -> plan.name(line.id()))
                .toList();
        if (!kept.isEmpty()) {
            found.add(Consequence.warns("organisation.plan.code-kept", kept.size(), Consequence.named(kept)));
        }
        var lacking = lines.stream()
                .filter(line -> line.before() == null
                        && line.after() != null
                        && line.after().code() == null)
                .map(line -> plan.name(line.id()))
                .toList();
        if (!lacking.isEmpty()) {
            found.add(Consequence.tells("organisation.plan.code-lacking", lacking.size(), Consequence.named(lacking)));
        }
    }

    /** What stands under what, by their types. */
    private record PairOfTypes(String parent, String child) {}

    /** A name among the children of one parent. */
    private record NameBelow(@Nullable OrganisationId parent, String name) {
        static NameBelow of(What what) {
            return new NameBelow(what.parent(), VietnameseText.folded(what.name()));
        }
    }
}
