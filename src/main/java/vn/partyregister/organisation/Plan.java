package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.TreeBefore.Node;
import vn.partyregister.organisation.TreeBefore.What;
import vn.partyregister.platform.Dates;

/**
 * What the steps of a reorganisation make of the tree: all at once, whatever their order. Whatever stands below one that
 * goes into another goes along, unless a step puts it elsewhere.
 */
final class Plan {
    private final TreeBefore tree;
    private final Map<OrganisationId, What> after = new LinkedHashMap<>();
    private final Map<OrganisationId, OrganisationId> mergers = new LinkedHashMap<>();
    private final Set<OrganisationId> closed = new LinkedHashSet<>();
    private final Map<OrganisationId, OrganisationId> splits = new LinkedHashMap<>();
    private final Set<OrganisationId> begun = new LinkedHashSet<>();
    private final Set<OrganisationId> placed = new HashSet<>();
    private final Map<OrganisationId, String> named = new HashMap<>();
    private final List<Consequence> faults = new ArrayList<>();

    private Plan(TreeBefore tree) {
        this.tree = tree;
        tree.nodes().forEach((id, node) -> {
            after.put(id, node.is());
            named.put(id, node.is().name());
        });
    }

    static Plan of(TreeBefore tree, List<Step> steps) {
        var plan = new Plan(tree);
        steps.stream().filter(step -> step.act().begins()).forEach(plan::begin);
        steps.stream().filter(step -> !step.act().begins()).forEach(plan::take);
        plan.endWhatEnds();
        plan.requirePlaces();
        plan.requireWhole(steps);
        return plan;
    }

    private void begin(Step step) {
        var what = new What(given(step.name()), given(step.type()), step.kind(), step.target(), step.code());
        after.put(step.organisation(), what);
        named.put(step.organisation(), what.name());
        begun.add(step.organisation());
        placed.add(step.organisation());
        var source = step.source();
        if (source != null) {
            if (tree.nodes().containsKey(source)) {
                splits.put(step.organisation(), source);
            } else {
                faults.add(Consequence.bars("organisation.plan.source-not-there", what.name(), day()));
            }
        }
    }

    private void take(Step step) {
        var id = step.organisation();
        var what = after.get(id);
        if (what == null || begun.contains(id)) {
            faults.add(Consequence.bars("organisation.plan.not-there", named.getOrDefault(id, id.toString()), day()));
            return;
        }
        switch (step.act()) {
            case MERGE -> end(id, step.target());
            case CLOSE -> end(id, null);
            case MOVE -> {
                after.put(id, what.under(step.target()).coded(step.code()));
                placed.add(id);
            }
            case CHANGE_TYPE ->
                after.put(id, what.ofType(given(step.type()), step.kind()).coded(step.code()));
            case RENAME -> {
                after.put(id, what.called(given(step.name())).coded(step.code()));
                named.put(id, given(step.name()));
            }
            case FOUND, SPLIT -> throw new IllegalStateException("already begun");
        }
    }

    private void end(OrganisationId id, @Nullable OrganisationId into) {
        if (closed.contains(id) || mergers.containsKey(id)) {
            faults.add(Consequence.bars("organisation.plan.ends-twice", name(id)));
        } else if (into == null) {
            closed.add(id);
        } else {
            mergers.put(id, into);
        }
    }

    /** Takes out what ends; what stood below it goes along into what it went into. */
    private void endWhatEnds() {
        for (var id : ended()) {
            var was = node(id).is();
            if (was.parent() == null) {
                faults.add(Consequence.bars("organisation.plan.root-stays", was.name()));
            }
            if (!was.equals(after.remove(id))) {
                faults.add(Consequence.bars("organisation.plan.ends-and-changes", name(id)));
            }
        }
        mergers.forEach((id, into) -> {
            if (!after.containsKey(into)) {
                faults.add(Consequence.bars("organisation.plan.goes-into-nothing", name(id), name(into)));
            }
        });
        after.replaceAll((id, what) -> {
            var into = what.parent() == null || placed.contains(id) ? null : mergers.get(what.parent());
            return into == null ? what : what.under(into);
        });
    }

    private void requirePlaces() {
        var orphans = new LinkedHashMap<OrganisationId, List<String>>();
        after.forEach((id, what) -> {
            var parent = what.parent();
            if (parent == null) {
                if (!tree.nodes().containsKey(id) || node(id).is().parent() != null) {
                    faults.add(Consequence.bars("organisation.plan.no-parent", what.name()));
                }
            } else if (isRoot(id)) {
                faults.add(Consequence.bars("organisation.root-does-not-move", what.name()));
            } else if (closed.contains(parent) && !placed.contains(id)) {
                orphans.computeIfAbsent(parent, _ -> new ArrayList<>()).add(what.name());
            } else if (!after.containsKey(parent)) {
                faults.add(Consequence.bars("organisation.plan.parent-not-there", what.name(), name(parent), day()));
            } else if (isInCircle(id)) {
                faults.add(Consequence.bars("organisation.parent-in-circle", what.name()));
            }
        });
        orphans.forEach((parent, children) -> faults.add(Consequence.bars(
                "organisation.plan.closing-with-children",
                name(parent),
                children.size(),
                Consequence.named(children))));
    }

    private boolean isRoot(OrganisationId id) {
        return tree.nodes().containsKey(id) && node(id).is().parent() == null;
    }

    private boolean isInCircle(OrganisationId id) {
        var seen = new HashSet<OrganisationId>();
        for (var at = id;
                at != null && after.containsKey(at);
                at = after.getOrDefault(at, NOTHING).parent()) {
            if (!seen.add(at)) {
                return at.equals(id);
            }
        }
        return false;
    }

    private static final What NOTHING = new What("", "", null, null, null);

    /** What is known to change on the day or later stands in the way: this event would not be what comes last. */
    private void requireWhole(List<Step> steps) {
        if (lines().isEmpty()) {
            faults.add(Consequence.bars(
                    steps.isEmpty() ? "organisation.plan.empty" : "organisation.plan.nothing-changes"));
        }
        for (var line : lines()) {
            var node = tree.nodes().get(line.id());
            if (node == null) {
                continue;
            }
            if (!node.since().isBefore(tree.day())) {
                faults.add(
                        Consequence.bars("organisation.plan.began-then", name(line.id()), Dates.write(node.since())));
            } else if (node.until() != null) {
                faults.add(Consequence.bars(
                        "organisation.plan.changes-later", name(line.id()), Dates.write(node.until())));
            } else if (node.codeLater()) {
                faults.add(Consequence.bars("organisation.plan.code-later", name(line.id())));
            }
        }
    }

    /** Each organisation that changes. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        tree.nodes().forEach((id, node) -> {
            var what = after.get(id);
            if (!node.is().equals(what)) {
                lines.add(new Line(id, node.is(), what));
            }
        });
        begun.forEach(id -> lines.add(new Line(id, null, after.get(id))));
        return lines;
    }

    /** The tree from the day on. */
    Map<OrganisationId, What> after() {
        return after;
    }

    TreeBefore tree() {
        return tree;
    }

    /** What makes the steps impossible, whatever the rules say. */
    List<Consequence> faults() {
        return List.copyOf(faults);
    }

    Set<OrganisationId> begun() {
        return begun;
    }

    Map<OrganisationId, OrganisationId> mergers() {
        return mergers;
    }

    Set<OrganisationId> closed() {
        return closed;
    }

    Map<OrganisationId, OrganisationId> splits() {
        return splits;
    }

    Map<OrganisationId, String> names() {
        return named;
    }

    String name(OrganisationId id) {
        return named.getOrDefault(id, id.toString());
    }

    private Collection<OrganisationId> ended() {
        var ended = new ArrayList<>(mergers.keySet());
        ended.addAll(closed);
        return ended;
    }

    private Node node(OrganisationId id) {
        return java.util.Objects.requireNonNull(tree.nodes().get(id));
    }

    private String day() {
        return Dates.write(tree.day());
    }

    private static String given(@Nullable String value) {
        return java.util.Objects.requireNonNull(value);
    }

    /**
     * What becomes of an organisation.
     *
     * @param before null where it begins
     * @param after null where it ends
     */
    record Line(
            OrganisationId id,
            @Nullable What before,
            @Nullable What after) {}
}
