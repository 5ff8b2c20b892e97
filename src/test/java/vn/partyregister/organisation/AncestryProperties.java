package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** The closure kept act by act, the closure made anew, and the tree walked by hand agree on every day. */
@NullMarked
class AncestryProperties {
    private static final BareTree bare = BareTree.create();
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int NODES = 8;
    private static final int DAYS = 40;

    /** Somebody wants this done; what the rules forbid is left out. */
    record Wish(int what, int node, int parent, int dayAfter) {}

    @Provide
    Arbitrary<List<Wish>> histories() {
        var wish = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, NODES - 1),
                        Arbitraries.integers().between(0, NODES - 1),
                        Arbitraries.integers().between(0, 6))
                .as(Wish::new);
        return wish.list().ofMinSize(5).ofMaxSize(30);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void keptRebuiltAndWalkedAgree(@ForAll("histories") List<Wish> wishes) {
        bare.transaction().executeWithoutResult(state -> {
            state.setRollbackOnly();
            var model = new Model();
            wishes.forEach(model::grant);
            var kept = closure();
            assertThat(kept).isEqualTo(model.walked());
            new Ancestry(bare.jdbc()).rebuild();
            assertThat(closure()).isEqualTo(kept);
        });
    }

    private static TreeSet<String> closure() {
        return new TreeSet<>(bare.jdbc()
                .sql("""
                        select to_char(day, 'YYYY-MM-DD') || ' ' || ancestor_id || ' ' || descendant_id || ' ' || depth
                        from generate_series(date '2020-01-01', date '2020-01-01' + :days, interval '1 day') as day
                        join organisation.ancestry on valid @> cast(day as date)
                        """)
                .param("days", DAYS)
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** The same tree, held as a parent for each node and day. */
    private static final class Model {
        private final OrganisationStore store = new OrganisationStore(
                bare.jdbc(),
                new TreeLock(bare.jdbc()),
                new OrganisationCodes(bare.jdbc()),
                new Ancestry(bare.jdbc()),
                new ActJournal(bare.jdbc()));
        private final UUID decision;
        private final List<OrganisationId> nodes = new ArrayList<>();
        private final Map<Integer, Integer>[] parents;
        private final Map<Integer, Integer> lastDay = new HashMap<>();

        @SuppressWarnings("unchecked")
        Model() {
            parents = new Map[DAYS + 1];
            for (var day = 0; day <= DAYS; day++) {
                parents[day] = new HashMap<>();
            }
            for (var node = 0; node < NODES; node++) {
                nodes.add(new OrganisationId(Uuids.next()));
            }
            decision = bare.decision("Tỉnh ủy", START);
            store.insert(nodes.getFirst(), version(null, 0), null, decision);
            fill(0, 0, -1);
        }

        private Version version(@Nullable Integer parent, int day) {
            return new Version(
                    START.plusDays(day),
                    null,
                    "Chi bộ",
                    "CB_TT",
                    null,
                    parent == null ? null : nodes.get(parent),
                    Act.FOUNDED);
        }

        void grant(Wish wish) {
            var day = lastDay.getOrDefault(wish.node(), 0) + wish.dayAfter();
            if (day > DAYS - 1 || wish.node() == wish.parent()) {
                return;
            }
            var known = lastDay.containsKey(wish.node());
            var open = parents[DAYS].containsKey(wish.node());
            if (!known && standsFrom(wish.parent(), day)) {
                store.insert(nodes.get(wish.node()), version(wish.parent(), day), null, decision);
                fill(wish.node(), day, wish.parent());
            } else if (open
                    && wish.what() == 0
                    && parents[DAYS].values().stream().noneMatch(p -> p == wish.node())
                    && noChildAfter(wish.node(), day)) {
                store.close(organisation(wish.node()), START.plusDays(day), decision);
                for (var after = day + 1; after <= DAYS; after++) {
                    parents[after].remove(wish.node());
                }
                lastDay.put(wish.node(), DAYS);
            } else if (open && wish.what() == 1) {
                var organisation = organisation(wish.node());
                store.save(organisation, organisation.rename("Tên khác", START.plusDays(day)), decision);
                lastDay.put(wish.node(), day);
            } else if (open && standsFrom(wish.parent(), day) && !belowFrom(wish.parent(), wish.node(), day)) {
                var organisation = organisation(wish.node());
                store.save(
                        organisation, organisation.moveUnder(nodes.get(wish.parent()), START.plusDays(day)), decision);
                fill(wish.node(), day, wish.parent());
            }
        }

        private Organisation organisation(int node) {
            return store.get(nodes.get(node), Scope.EVERYTHING, START);
        }

        private boolean standsFrom(int node, int day) {
            for (var at = day; at <= DAYS; at++) {
                if (!parents[at].containsKey(node)) {
                    return false;
                }
            }
            return true;
        }

        private boolean noChildAfter(int node, int day) {
            for (var at = day + 1; at <= DAYS; at++) {
                if (parents[at].containsValue(node)) {
                    return false;
                }
            }
            return true;
        }

        private boolean belowFrom(int node, int above, int day) {
            for (var at = day; at <= DAYS; at++) {
                for (var up = node; up >= 0; up = parents[at].getOrDefault(up, -1)) {
                    if (up == above) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void fill(int node, int day, int parent) {
            for (var at = day; at <= DAYS; at++) {
                parents[at].put(node, parent);
            }
            lastDay.put(node, day);
        }

        TreeSet<String> walked() {
            var lines = new TreeSet<String>();
            for (var day = 0; day <= DAYS; day++) {
                for (var node : parents[day].keySet()) {
                    var depth = 0;
                    for (int up = node; up >= 0; up = parents[day].getOrDefault(up, -1)) {
                        lines.add(
                                "%s %s %s %d".formatted(START.plusDays(day), nodes.get(up), nodes.get(node), depth++));
                    }
                }
            }
            return lines;
        }
    }
}
