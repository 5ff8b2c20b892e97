package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Remembered;
import vn.partyregister.platform.Scope;

/** How complete the files of an organisation are, and of those right below it: counted by the database, within a scope. */
@Service
@Transactional(readOnly = true)
public class PaperFigures {
    private static final Map<String, String> BY = Map.of(
            "name", "v.name collate organisation.by_name",
            "members", "coalesce(f.members, 0)",
            "incomplete", "coalesce(f.incomplete, 0)",
            "missing", "coalesce(f.missing, 0)");
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = BY.keySet();
    /** Where most is to be done comes first. */
    public static final String STANDARD_ORDER = "incomplete,desc";

    private final JdbcClient jdbc;
    private final Remembered remembered;

    PaperFigures(JdbcClient jdbc, Remembered remembered) {
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    /** The figures of all within the filter together. */
    public Row total(PaperFilter filter, Scope scope, LocalDate asAt) {
        return remembered.of(List.of("papers", filter, scope, asAt), () -> counted(filter, scope, asAt));
    }

    private Row counted(PaperFilter filter, Scope scope, LocalDate asAt) {
        var query = new PaperQuery(filter, scope, asAt);
        return jdbc.sql(query.with() + """
                        select null as id, null as name, count(*) as members, count(l.member_id) as incomplete,
                            coalesce(sum(l.missing), 0) as missing
                        from who left join lack l on l.member_id = who.member_id
                        """)
                .params(query.params())
                .query(new RecordRows<>(Row.class))
                .single();
    }

    /** For each kind of paper that somebody's file must hold: how many must have it, and how many lack it. */
    public List<Kind> kinds(PaperFilter filter, Scope scope, LocalDate asAt, Locale language) {
        return remembered.of(
                List.of("papers by kind", filter.ofAllKinds(), scope, asAt, language),
                () -> countedByKind(filter, scope, asAt, language));
    }

    private List<Kind> countedByKind(PaperFilter filter, Scope scope, LocalDate asAt, Locale language) {
        var query = new PaperQuery(filter.ofAllKinds(), scope, asAt);
        return jdbc.sql(query.with() + """
                        select k.code, case :language when 'en' then k.name_en else k.name_vi end as name,
                            bound.members as bound, bound.members - coalesce(found.members, 0) as missing
                        from (select kind, sum(members) as members from asked group by kind) bound
                        left join (select kind, count(*) as members from there group by kind) found using (kind)
                        join dossier.paper_kind k on k.code = bound.kind
                        order by k.position
                        """)
                .params(query.params())
                .param("language", language.getLanguage())
                .query(new RecordRows<>(Kind.class))
                .list();
    }

    /** The organisations right below the filter's, a page of them. */
    public Listing<Row> below(PaperFilter filter, Scope scope, LocalDate asAt, String sort, int page, String here) {
        var query = new PaperQuery(filter, scope, asAt);
        var total = jdbc.sql("select count(*) from organisation.organisation_version v where " + child(query, scope))
                .params(query.params())
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = remembered.of(
                List.of("papers below", filter, scope, asAt, sort, shown),
                () -> jdbc.sql(rows(query, scope, sort) + " limit %d offset :offset".formatted(Listing.SIZE))
                        .params(query.params())
                        .param("offset", (shown - 1L) * Listing.SIZE)
                        .query(new RecordRows<>(Row.class))
                        .list());
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, for a file: an organisation has dozens right below it, not thousands. */
    public List<Row> all(PaperFilter filter, Scope scope, LocalDate asAt, String sort) {
        var query = new PaperQuery(filter, scope, asAt);
        return jdbc.sql(rows(query, scope, sort))
                .params(query.params())
                .query(new RecordRows<>(Row.class))
                .list();
    }

    private static String rows(PaperQuery query, Scope scope, String sort) {
        var parts = sort.split(",", 2);
        return query.with()
                + """
                , figures as (
                    select a.ancestor_id as id, count(*) as members, count(l.member_id) as incomplete,
                        sum(l.missing) as missing
                    from who
                    join organisation.ancestry a on a.descendant_id = who.organisation_id and a.valid @> cast(:asAt as date)
                    join organisation.organisation_version child on child.organisation_id = a.ancestor_id
                        and child.parent_id = :organisation and child.valid @> cast(:asAt as date)
                    left join lack l on l.member_id = who.member_id
                    group by a.ancestor_id
                )
                select v.organisation_id as id, v.name, coalesce(f.members, 0) as members,
                    coalesce(f.incomplete, 0) as incomplete, coalesce(f.missing, 0) as missing
                from organisation.organisation_version v
                left join figures f on f.id = v.organisation_id
                where %s
                order by %s %s, v.name collate organisation.by_name, v.organisation_id\
                """.formatted(
                                child(query, scope),
                                BY.getOrDefault(parts[0], "v.name"),
                                parts[1].equals("desc") ? "desc" : "asc");
    }

    private static String child(PaperQuery query, Scope scope) {
        return "v.parent_id = :organisation and v.valid @> cast(:asAt as date) and %s and %s"
                .formatted(scope.condition("v.organisation_id"), query.named("v.name_folded"));
    }

    /**
     * The figures of one organisation with all below it.
     *
     * @param id null for all within the filter together
     * @param missing papers that are missing in all files together
     */
    public record Row(@Nullable OrganisationId id, @Nullable String name, long members, long incomplete, long missing) {
        public long complete() {
            return members - incomplete;
        }
    }

    /** How many files must hold a kind of paper, and how many lack it. */
    public record Kind(String code, String name, long bound, long missing) {}
}
