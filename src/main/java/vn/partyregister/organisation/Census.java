package vn.partyregister.organisation;

import java.util.HashMap;
import java.util.Map;
import vn.partyregister.organisation.MemberCounts.Count;
import vn.partyregister.organisation.TreeBefore.What;

/**
 * How many members stand where, before and after a plan: in each organisation itself, and in it and below it.
 *
 * @param own in the organisation itself, afterwards
 * @param before in and below it, before
 * @param after in and below it, afterwards
 */
record Census(Map<OrganisationId, Count> own, Map<OrganisationId, Count> before, Map<OrganisationId, Count> after) {
    /**
     * Counts the members of the new tree from those of the old one.
     *
     * @param below members in and below each organisation of the old tree
     * @param chosen who goes with each that is split off
     */
    static Census of(Plan plan, Map<OrganisationId, Count> below, Map<OrganisationId, Count> chosen) {
        var own = new HashMap<OrganisationId, Count>();
        plan.tree().nodes().forEach((id, node) -> {
            var here = below.getOrDefault(id, Count.NONE);
            own.merge(id, here, Count::plus);
            if (node.is().parent() != null) {
                own.merge(node.is().parent(), here, (held, less) -> held.plus(less.negative()));
            }
        });
        chosen.forEach((begun, count) -> {
            var source = plan.splits().get(begun);
            if (source != null) {
                own.merge(begun, count, Count::plus);
                own.merge(source, count, (held, less) -> held.plus(less.negative()));
            }
        });
        plan.mergers().forEach((ended, into) -> {
            var gone = own.remove(ended);
            own.merge(into, gone == null ? Count.NONE : gone, Count::plus);
        });
        return new Census(own, below, summed(plan.after(), own));
    }

    private static Map<OrganisationId, Count> summed(Map<OrganisationId, What> tree, Map<OrganisationId, Count> own) {
        var summed = new HashMap<OrganisationId, Count>();
        own.forEach((id, count) -> {
            var at = id;
            for (var steps = 0; at != null && steps <= tree.size(); steps++) {
                summed.merge(at, count, Count::plus);
                var what = tree.get(at);
                at = what == null ? null : what.parent();
            }
        });
        return summed;
    }

    Count ownOf(OrganisationId id) {
        return own.getOrDefault(id, Count.NONE);
    }

    Count beforeOf(OrganisationId id) {
        return before.getOrDefault(id, Count.NONE);
    }

    Count afterOf(OrganisationId id) {
        return after.getOrDefault(id, Count.NONE);
    }
}
