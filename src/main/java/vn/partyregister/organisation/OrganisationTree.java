package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The tree as it was on a day, read within a scope: one organisation, its line upward, its children, search. */
@Service
@Transactional(readOnly = true)
public class OrganisationTree {
    private final JdbcClient jdbc;
    private final OrganisationLists lists;
    private final ObjectProvider<MemberCounts> counts;

    OrganisationTree(JdbcClient jdbc, OrganisationLists lists, ObjectProvider<MemberCounts> counts) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.counts = counts;
    }

    /** The root of the register; empty while the register is. */
    public Optional<OrganisationId> root() {
        return jdbc.sql("select id from organisation.organisation where is_root")
                .query((row, _) -> new OrganisationId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The tops of the tree within a scope: the root, or the granted organisations that stand below no other of them. */
    public List<Named> tops(Scope scope, LocalDate asAt) {
        return jdbc.sql("""
                        select v.organisation_id as id, v.name from organisation.organisation_version v
                        where v.valid @> cast(:asAt as date) and %s
                        order by v.name collate organisation.by_name
                        """.formatted(topCondition(scope)))
                .params(scope.params(asAt))
                .query((row, _) ->
                        new Named(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private static String topCondition(Scope scope) {
        if (scope.everything()) {
            return "v.parent_id is null";
        }
        return scope.isNothing() ? "false" : """
                v.organisation_id in (:scope) and not exists (select 1 from organisation.ancestry above
                where above.descendant_id = v.organisation_id and above.ancestor_id in (:scope) and above.depth > 0
                and above.valid @> cast(:asAt as date))""";
    }

    /** What an organisation was on a day; refused as unknown outside the scope and on days it was not there. */
    public Facts get(OrganisationId id, Scope scope, LocalDate asAt) {
        return find(id, scope, asAt).orElseThrow(() -> new NotFound("organisation.unknown"));
    }

    public Optional<Facts> find(OrganisationId id, Scope scope, LocalDate asAt) {
        return jdbc.sql("""
                        select v.name, v.type, v.kind, v.parent_id, c.code, o.version,
                            (select min(lower(h.valid)) from organisation.organisation_version h
                             where h.organisation_id = v.organisation_id) as since,
                            closing.last_day
                        from organisation.organisation_version v
                        join organisation.organisation o on o.id = v.organisation_id
                        left join organisation.organisation_code c
                            on c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)
                        left join organisation.closing closing on closing.organisation_id = v.organisation_id
                        where v.organisation_id = :id and v.valid @> cast(:asAt as date) and %s
                        """.formatted(scope.condition("v.organisation_id")))
                .params(scope.params(asAt))
                .param("id", id.id())
                .query((row, _) -> new Facts(
                        id,
                        row.getInt("version"),
                        row.getString("name"),
                        row.getString("type"),
                        lists.type(row.getString("type")),
                        row.getString("kind"),
                        lists.kind(row.getString("kind")),
                        row.getString("code"),
                        OrganisationId.ofNullable(row.getObject("parent_id", UUID.class)),
                        row.getObject("since", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** The day itself where the organisation was there then, else its last day before it. */
    public LocalDate lastDay(OrganisationId id, LocalDate asAt) {
        return jdbc.sql("""
                        select least(:asAt, max(coalesce(upper(valid) - 1, :asAt))) as day
                        from organisation.organisation_version where organisation_id = :id and lower(valid) <= :asAt
                        """)
                .param("id", id.id())
                .param("asAt", asAt)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .single();
    }

    /** The name on a day, whoever asks; empty when it was not there. For headings and breadcrumbs of other pages. */
    public Optional<String> name(OrganisationId id, LocalDate asAt) {
        return jdbc.sql("""
                        select name from organisation.organisation_version
                        where organisation_id = :id and valid @> cast(:asAt as date)
                        """)
                .param("id", id.id())
                .param("asAt", asAt)
                .query((row, _) -> row.getString("name"))
                .optional();
    }

    /** From the top of the scope down to the organisation itself: its breadcrumb. */
    public List<Named> path(OrganisationId id, Scope scope, LocalDate asAt) {
        return jdbc.sql("""
                        select v.organisation_id as id, v.name
                        from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:asAt as date)
                        where a.descendant_id = :id and a.valid @> cast(:asAt as date) and %s
                        order by a.depth desc
                        """.formatted(scope.condition("a.ancestor_id")))
                .params(scope.params(asAt))
                .param("id", id.id())
                .query((row, _) ->
                        new Named(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** The organisations directly below one, in the order of their types and names. */
    public List<Named> children(OrganisationId parent, Scope scope, LocalDate asAt) {
        return jdbc.sql("""
                        select v.organisation_id as id, v.name
                        from organisation.organisation_version v
                        join organisation.organisation_type t on t.code = v.type
                        where v.parent_id = :parent and v.valid @> cast(:asAt as date) and %s
                        order by t.position, v.name collate organisation.by_name, v.organisation_id
                        """.formatted(scope.condition("v.organisation_id")))
                .params(scope.params(asAt))
                .param("parent", parent.id())
                .query((row, _) ->
                        new Named(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** Some organisations whose name or code holds what was typed, for a picker. */
    public List<Choice> search(String typed, Scope scope, LocalDate asAt, int atMost) {
        return typed(typed).search(scope, asAt, atMost);
    }

    /**
     * The organisation that somebody means who typed a code, a name, or a name below its parent's: "Đảng bộ xã B / Chi
     * bộ A". Empty where nothing or more than one is meant.
     */
    public Optional<OrganisationId> meant(String typed, Scope scope, LocalDate asAt) {
        return typed(typed).meant(scope, asAt);
    }

    private TypedOrganisation typed(String typed) {
        return new TypedOrganisation(jdbc, typed);
    }

    /** Head-counts of the subtrees of these organisations on a day. */
    public Map<OrganisationId, MemberCounts.Count> counts(Collection<OrganisationId> organisations, LocalDate asAt) {
        var found = new HashMap<OrganisationId, MemberCounts.Count>();
        organisations.forEach(organisation -> found.put(organisation, MemberCounts.Count.NONE));
        counts.forEach(counting -> found.putAll(counting.below(organisations, asAt)));
        return found;
    }

    /** An organisation by its name. */
    public record Named(OrganisationId id, String name) {}

    /**
     * One of several that may be meant.
     *
     * @param above the name of its parent; empty for the root
     */
    public record Choice(OrganisationId id, String name, String above) {
        /** What a picker writes, and {@link #meant} reads again. */
        public String written() {
            return above.isEmpty() ? name : above + TypedOrganisation.PATH_MARK + name;
        }
    }

    /**
     * What an organisation was on a day.
     *
     * @param revision what the acts ask for
     * @param lastDay the day it ended, null while it lasts
     */
    public record Facts(
            OrganisationId id,
            int revision,
            String name,
            String type,
            String typeLabel,
            @Nullable String kind,
            String kindLabel,
            @Nullable String code,
            @Nullable OrganisationId parent,
            LocalDate since,
            @Nullable LocalDate lastDay) {}
}
