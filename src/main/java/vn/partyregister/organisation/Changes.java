package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.Change.Manner;
import vn.partyregister.organisation.Change.Side;
import vn.partyregister.organisation.Foresight.Foreseen;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.organisation.TreeBefore.What;
import vn.partyregister.platform.Scope;

/** What a reorganisation changes, organisation by organisation: foreseen for a draft, as written down once it is done. */
@Service
@Transactional(readOnly = true)
public class Changes {
    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final Foresight foresight;
    private final OrganisationLists lists;

    Changes(JdbcClient jdbc, Reorganisations reorganisations, Foresight foresight, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.foresight = foresight;
        this.lists = lists;
    }

    /** The preview of a draft. */
    public Preview preview(ReorganisationId id, Scope scope) {
        var draft = reorganisations.get(id, scope);
        var foreseen = foresee(draft);
        var parts = new ArrayList<Preview.Part>();
        foreseen.parts().forEach((label, lines) -> {
            if (!lines.isEmpty()) {
                parts.add(new Preview.Part(
                        label, lines.stream().sorted(Consequence.HEAVIEST_FIRST).toList()));
            }
        });
        return new Preview(
                figures(foreseen(foreseen)),
                foreseen.census().beforeOf(draft.area()).members(),
                foreseen.census().afterOf(draft.area()).members(),
                parts);
    }

    /** How many organisations change in which manner. */
    public Map<Manner, Long> figures(List<Change> changes) {
        var figures = new EnumMap<Manner, Long>(Manner.class);
        changes.forEach(change -> figures.merge(change.manner(), 1L, Long::sum));
        return figures;
    }

    /** Each line: of a draft as it would be, of what was carried out as it was. */
    public List<Change> of(ReorganisationId id, Scope scope) {
        var reorganisation = reorganisations.get(id, scope);
        return switch (reorganisation.state()) {
            case DRAFT, APPLYING, ABANDONED -> foreseen(foresee(reorganisation));
            case APPLIED, REVERSING, REVERSED -> written(id);
        };
    }

    /** What stands right below an organisation, before and after; null for the one within which it happens. */
    public Branch branch(ReorganisationId id, @Nullable OrganisationId node, Scope scope) {
        var draft = reorganisations.get(id, scope);
        var foreseen = foresee(draft);
        var plan = foreseen.plan();
        var known = node != null
                && (plan.after().containsKey(node) || plan.tree().nodes().containsKey(node))
                && (plan.begun().contains(node) || plan.tree().isWithin(node, draft.area()));
        var top = node != null && known ? node : draft.area();
        var before = new ArrayList<Leaf>();
        plan.tree().nodes().forEach((one, held) -> {
            if (top.equals(held.is().parent())) {
                before.add(leaf(
                        one,
                        held.is(),
                        foreseen.census().beforeOf(one).members(),
                        !held.is().equals(plan.after().get(one))));
            }
        });
        var after = new ArrayList<Leaf>();
        plan.after().forEach((one, what) -> {
            if (top.equals(what.parent())) {
                var held = plan.tree().nodes().get(one);
                after.add(leaf(
                        one,
                        what,
                        foreseen.census().afterOf(one).members(),
                        held == null || !held.is().equals(what)));
            }
        });
        var was = plan.tree().nodes().get(top);
        var up = plan.after().containsKey(top)
                ? Objects.requireNonNull(plan.after().get(top)).parent()
                : was == null ? null : was.is().parent();
        return new Branch(
                top,
                plan.name(top),
                top.equals(draft.area()) ? null : up,
                before,
                after.stream()
                        .sorted(Comparator.comparing(Leaf::changed).reversed())
                        .toList());
    }

    private Leaf leaf(OrganisationId id, What what, int members, boolean changed) {
        return new Leaf(id, what.name(), lists.type(what.type()), members, changed);
    }

    private Foreseen foresee(Reorganisation draft) {
        return foresight.foresee(
                draft,
                reorganisations.steps(draft.key()).stream()
                        .map(NumberedStep::step)
                        .toList());
    }

    private List<Change> foreseen(Foreseen foreseen) {
        var plan = foreseen.plan();
        var census = foreseen.census();
        return plan.lines().stream()
                .map(line -> new Change(
                        line.id(),
                        manner(
                                line.before(),
                                line.after(),
                                plan.mergers().containsKey(line.id()),
                                plan.splits().containsKey(line.id())),
                        side(line.before(), census.beforeOf(line.id()).members(), plan::name),
                        side(line.after(), census.afterOf(line.id()).members(), plan::name),
                        plan.mergers().containsKey(line.id())
                                ? plan.name(
                                        Objects.requireNonNull(plan.mergers().get(line.id())))
                                : plan.splits().containsKey(line.id())
                                        ? plan.name(Objects.requireNonNull(
                                                plan.splits().get(line.id())))
                                        : ""))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::manner).thenComparing(Change::name);

    private List<Change> written(ReorganisationId id) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("""
                        select r.organisation_id as id, coalesce(r.after_name, r.before_name) as name
                        from organisation.reorganised r where r.reorganisation_id = :id
                        union
                        select v.organisation_id, v.name from organisation.reorganised r
                        join organisation.reorganisation head on head.id = r.reorganisation_id
                        join organisation.organisation_version v
                            on v.organisation_id in (r.before_parent_id, r.after_parent_id)
                            and v.valid @> head.effective_on - 1
                        where r.reorganisation_id = :id and not exists (select from organisation.reorganised own
                            where own.reorganisation_id = :id and own.organisation_id = v.organisation_id)
                        """).param("id", id.id()).query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return jdbc
                .sql("""
                        select r.*, m.manner, coalesce(m.successor_id, s.predecessor_id) as other_id
                        from organisation.reorganised r
                        left join organisation.succession m on m.reorganisation_id = r.reorganisation_id
                            and m.predecessor_id = r.organisation_id and m.manner = 'MERGED'
                        left join organisation.succession s on s.reorganisation_id = r.reorganisation_id
                            and s.successor_id = r.organisation_id and s.manner = 'SPLIT'
                        where r.reorganisation_id = :id
                        """)
                .param("id", id.id())
                .query((row, _) -> {
                    var before = what(row, "before");
                    var after = what(row, "after");
                    var other = row.getObject("other_id", UUID.class);
                    Function<OrganisationId, String> name = one -> names.getOrDefault(one.id(), "");
                    return new Change(
                            new OrganisationId(row.getObject("organisation_id", UUID.class)),
                            manner(before, after, after == null && other != null, before == null && other != null),
                            side(before, row.getInt("members_before"), name),
                            side(after, row.getInt("members_after"), name),
                            other == null ? "" : names.getOrDefault(other, ""));
                })
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable What what(ResultSet row, String side) throws SQLException {
        var name = row.getString(side + "_name");
        var parent = row.getObject(side + "_parent_id", UUID.class);
        return name == null
                ? null
                : new What(
                        name,
                        row.getString(side + "_type"),
                        row.getString(side + "_kind"),
                        parent == null ? null : new OrganisationId(parent),
                        row.getString(side + "_code"));
    }

    private @Nullable Side side(@Nullable What what, int members, Function<OrganisationId, String> name) {
        if (what == null) {
            return null;
        }
        var parent = what.parent();
        return new Side(
                what.name(), lists.type(what.type()), parent == null ? "" : name.apply(parent), what.code(), members);
    }

    private static Manner manner(@Nullable What before, @Nullable What after, boolean merged, boolean split) {
        if (before == null) {
            return split ? Manner.SPLIT_OFF : Manner.BEGINS;
        }
        if (after == null) {
            return merged ? Manner.MERGED : Manner.ENDS;
        }
        if (before.under(after.parent()).equals(after)) {
            return Manner.MOVED;
        }
        return before.called(after.name()).equals(after) ? Manner.RENAMED : Manner.CHANGED;
    }

    /**
     * One organisation with what stands right below it, before and after.
     *
     * @param up the one above it; null at the top
     */
    public record Branch(
            OrganisationId id, String name, @Nullable OrganisationId up, List<Leaf> before, List<Leaf> after) {}

    /** An organisation in such a branch. */
    public record Leaf(OrganisationId id, String name, String typeLabel, int members, boolean changed) {}
}
