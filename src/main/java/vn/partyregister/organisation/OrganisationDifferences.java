package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TwoDays;

/**
 * The organisations below one on one day beside those of another: founded, ended, come from elsewhere in the tree or gone
 * there, renamed, moved inside, changed in type or kind.
 */
@Service
@Transactional(readOnly = true)
public class OrganisationDifferences {
    public static final String PATH = "/organisations/differences";
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "type", "day");
    /** By type, from the top of the tree down. */
    public static final String STANDARD_ORDER = "type,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "coalesce(d.after, d.before) collate organisation.by_name %s",
            "type", "p.position %s, coalesce(d.after, d.before) collate organisation.by_name",
            "day", "d.day %s nulls last, coalesce(d.after, d.before) collate organisation.by_name");

    private static final String DIFFERING = """
            with stood as materialized (%s), stands as materialized (%s), pair as materialized (
                select coalesce(n.organisation_id, t.organisation_id) as id, t.name as before, n.name as after,
                    t.type as before_type, n.type as after_type, t.kind as before_kind, n.kind as after_kind,
                    t.parent_id as before_parent, n.parent_id as after_parent,
                    t.organisation_id is not null as was, n.organisation_id is not null as now,
                    exists (select from organisation.organisation_version v
                        where v.organisation_id = n.organisation_id and v.valid @> cast(:from as date)) as elsewhere_before,
                    exists (select from organisation.organisation_version v
                        where v.organisation_id = t.organisation_id and v.valid @> cast(:to as date)) as elsewhere_after
                from stood t full join stands n on n.organisation_id = t.organisation_id
            )
            """.formatted(below("from"), below("to"));

    private final OrganisationTree tree;
    private final OrganisationLists lists;
    private final JdbcClient jdbc;

    OrganisationDifferences(OrganisationTree tree, OrganisationLists lists, JdbcClient jdbc) {
        this.tree = tree;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    private static String below(String day) {
        return """
                select v.* from organisation.ancestry a
                join organisation.organisation_version v on v.organisation_id = a.descendant_id and v.valid @> cast(:%1$s as date)
                where a.ancestor_id = :organisation and a.valid @> cast(:%1$s as date)\
                """.formatted(day);
    }

    /** All figures, and a page of those behind one of them. */
    public Page page(Asked asked, Scope scope, String sort, int page) {
        var facts = tree.get(asked.organisation(), scope, asked.to());
        var query = query(asked, scope, sort);
        var figures = query.ask(jdbc, DIFFERING + """
                        select count(*) filter (where was) as stood, count(*) filter (where now) as stands,
                            count(*) filter (where %s) as founded, count(*) filter (where %s) as arrived,
                            count(*) filter (where %s) as ended, count(*) filter (where %s) as departed,
                            count(*) filter (where %s) as renamed, count(*) filter (where %s) as moved,
                            count(*) filter (where %s) as type_changed, count(*) filter (where %s) as kind_changed
                        from pair d
                        """.formatted((Object[]) Kind.conditions()))
                .query(new RecordRows<>(Figures.class))
                .single();
        return new Page(
                facts.name(),
                tree.children(asked.organisation(), scope, asked.to()),
                asked,
                figures,
                query.page(jdbc, figures.of(asked.kind()), page, sort, asked.address("")));
    }

    /** All behind one figure. A register has thousands of organisations, not millions. */
    public List<Row> all(Asked asked, Scope scope, String sort) {
        tree.get(asked.organisation(), scope, asked.to());
        return query(asked, scope, sort).list(jdbc);
    }

    private static String rows(Asked asked, Scope scope) {
        return DIFFERING
                + """
                , told as (select pair.*, lower(v.valid) as day, coalesce(v.decision_id, c.decision_id) as decision_id,
                        c.last_day from pair
                    left join lateral (select b.valid, b.decision_id from organisation.organisation_version b
                        where b.organisation_id = pair.id and lower(b.valid) > :from and lower(b.valid) <= :to
                        order by lower(b.valid) desc limit 1) v on true
                    left join organisation.closing c on c.organisation_id = pair.id and not pair.now and not pair.elsewhere_after)
                select d.id, d.before, d.after, d.before_type, d.after_type, d.before_kind, d.after_kind,
                    bp.name as before_parent, ap.name as after_parent, coalesce(d.last_day, d.day) as day, q.number, q.issued_on,
                    %s as opens
                from told d
                left join organisation.organisation_version bp on bp.organisation_id = d.before_parent
                    and bp.valid @> cast(:from as date)
                left join organisation.organisation_version ap on ap.organisation_id = d.after_parent
                    and ap.valid @> cast(:to as date)
                left join organisation.decision q on q.id = d.decision_id
                left join organisation.organisation_type p on p.code = coalesce(d.after_type, d.before_type)
                where %s\
                """.formatted(
                                scope.condition(
                                        "d.id",
                                        "case when d.now or d.elsewhere_after then cast(:to as date) else cast(:from as date) end"),
                                asked.kind().condition);
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("before"),
                row.getString("after"),
                label(row.getString("before_type"), true),
                label(row.getString("after_type"), true),
                label(row.getString("before_kind"), false),
                label(row.getString("after_kind"), false),
                row.getString("before_parent"),
                row.getString("after_parent"),
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getBoolean("opens"));
    }

    private @Nullable String label(@Nullable String code, boolean type) {
        return code == null ? null : type ? lists.type(code) : lists.kind(code);
    }

    private ListQuery<Row> query(Asked asked, Scope scope, String sort) {
        return ListQuery.of((row, _) -> row(row), rows(asked, scope))
                .ordered(COLUMNS, sort, "d.id")
                .with(scope.params(asked.to()))
                .with("organisation", asked.organisation().id())
                .with("from", asked.from())
                .with("to", asked.to());
    }

    /** What can be otherwise, each as a condition on a pair {@code d} of what was and what is. */
    public enum Kind {
        FOUNDED("not was and not elsewhere_before"),
        /** It was there before, elsewhere in the tree. */
        ARRIVED("not was and elsewhere_before"),
        ENDED("not now and not elsewhere_after"),
        /** It is still there, elsewhere in the tree. */
        DEPARTED("not now and elsewhere_after"),
        RENAMED("was and now and before <> after"),
        MOVED("was and now and before_parent is distinct from after_parent"),
        TYPE_CHANGED("was and now and before_type <> after_type"),
        KIND_CHANGED("was and now and before_kind is distinct from after_kind");

        private final String condition;

        Kind(String condition) {
            this.condition = condition.replaceAll("\\b(was|now|before\\w*|after\\w*|elsewhere_\\w+)\\b", "d.$1");
        }

        private static String[] conditions() {
            return List.of(values()).stream().map(kind -> kind.condition).toArray(String[]::new);
        }
    }

    /**
     * What is asked.
     *
     * @param from the end of this day is compared with the end of {@code to}
     */
    public record Asked(OrganisationId organisation, LocalDate from, LocalDate to, Kind kind) {
        /** What an address asks for; the year to date where it does not say. */
        public static Asked read(Parameters given, OrganisationId organisation, LocalDate today) {
            var days = TwoDays.read(given, today);
            var kind = given.oneOf("kind", Kind.class);
            return new Asked(organisation, days.from(), days.to(), kind == null ? Kind.FOUNDED : kind);
        }

        /** The address of the list, with an ending for a file. */
        public String address(String ending) {
            return UriComponentsBuilder.fromPath(PATH + ending)
                    .queryParam("organisation", organisation)
                    .queryParam("from", from)
                    .queryParam("to", to)
                    .queryParam("kind", kind)
                    .toUriString();
        }

        /** The same days and another kind. */
        public Asked of(Kind other) {
            return new Asked(organisation, from, to, other);
        }
    }

    /** How many; stood + founded + arrived − ended − departed = stands. */
    public record Figures(
            long stood,
            long stands,
            long founded,
            long arrived,
            long ended,
            long departed,
            long renamed,
            long moved,
            long typeChanged,
            long kindChanged) {
        /** How many of a kind. */
        public long of(Kind kind) {
            return switch (kind) {
                case FOUNDED -> founded;
                case ARRIVED -> arrived;
                case ENDED -> ended;
                case DEPARTED -> departed;
                case RENAMED -> renamed;
                case MOVED -> moved;
                case TYPE_CHANGED -> typeChanged;
                case KIND_CHANGED -> kindChanged;
            };
        }

        /** Whether the figures close. */
        public boolean closes() {
            return stood + founded + arrived - ended - departed == stands;
        }
    }

    /**
     * An organisation that is otherwise.
     *
     * @param before what it was called; null where it was not there
     * @param day of the act that changed it last
     * @param opens whether the reader may open its file
     */
    public record Row(
            OrganisationId id,
            @Nullable String before,
            @Nullable String after,
            @Nullable String beforeType,
            @Nullable String afterType,
            @Nullable String beforeKind,
            @Nullable String afterKind,
            @Nullable String beforeParent,
            @Nullable String afterParent,
            @Nullable LocalDate day,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            boolean opens) {}

    /** The figures, and a page of those behind one. */
    public record Page(
            String name, List<OrganisationTree.Named> children, Asked asked, Figures figures, Listing<Row> listing) {
        public Page {
            children = List.copyOf(children);
        }
    }
}
