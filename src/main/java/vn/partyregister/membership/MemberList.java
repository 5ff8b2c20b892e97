package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.Visitor;

/** Finds members: the list, its total, and where in the tree it stands. Nobody outside the scope is ever loaded. */
@Service
public class MemberList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS =
            Arrays.stream(MemberOrder.values()).map(MemberOrder::key).toList();
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    /** Organisations offered or compared on one page: no page prints a whole province. */
    private static final int MOST_NEAR = 300;

    private static final RowMapper<MemberRow> ROWS = new RecordRows<>(MemberRow.class);
    private static final RowMapper<ListedMember.More> MORE = new RecordRows<>(ListedMember.More.class);

    private final JdbcClient jdbc;
    private final Seal seal;

    MemberList(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A page of the list as another page asks for it, which shows nothing beyond the standard columns. */
    public Listing<MemberRow> page(MemberFilter filter, Scope scope, String sort, int page, String here) {
        var listed = listed(filter, scope, sort, page, here);
        return listed.with(listed.rows().stream().map(ListedMember::row).toList());
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<ListedMember> listed(MemberFilter filter, Scope scope, String sort, int page, String here) {
        if (filter.q() != null) {
            // Whoever is found is looked up once for the page and its total: a search costs more than what it finds.
            var found = rows(filter, scope, sort, page, 0);
            if (!found.isEmpty()) {
                return listing(found, page, found.getFirst().total(), sort, here);
            }
        }
        var total = count(filter, scope);
        var last = (int) Math.max(1, Math.ceilDiv(total, Listing.SIZE));
        var shown = Math.min(page, last);
        var rows = total == 0 ? List.<Counted>of() : rows(filter, scope, sort, shown, total);
        return listing(rows, shown, total, sort, here);
    }

    private static Listing<ListedMember> listing(List<Counted> rows, int page, long total, String sort, String here) {
        return new Listing<>(rows.stream().map(Counted::member).toList(), page, Listing.SIZE, total, sort, here);
    }

    /** How many the list has. */
    public long count(MemberFilter filter, Scope scope) {
        return filter.asksForHeadsAlone() ? heads(filter, scope) : counted(filter, scope);
    }

    /** @param total how many there are; 0 where nobody has counted them: then each row tells */
    private List<Counted> rows(MemberFilter filter, Scope scope, String sort, int page, long total) {
        var query = MemberQuery.of(filter, scope, seal, total);
        var order = MemberOrder.of(sort);
        return jdbc.sql("""
                        with %s page as materialized (
                            select row_number() over () as place, chosen.* from (
                                select m.id, %s as organisation_id, s.status, %s as total
                                from %s %s
                                where %s
                                order by %s
                                limit %d offset :offset) chosen)
                        select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, m.ethnicity,
                               o.name as organisation, page.status, m.joined_on, m.card_number,
                               m.religion, m.residence_commune, m.occupation, m.general_education, m.qualification,
                               m.political_theory, m.official_on, m.file_number,
                               exists (select from membership.exemption e
                                where e.member_id = m.id and e.valid @> cast(:asAt as date)) as exempt, page.total,
                               (select b.name from organisation.ancestry a
                                join organisation.organisation_version b
                                    on b.organisation_id = a.ancestor_id and b.valid @> cast(:asAt as date)
                                join organisation.organisation_type t on t.code = b.type and t.tier = 'BASE'
                                where a.descendant_id = page.organisation_id and a.depth > 0
                                and a.valid @> cast(:asAt as date)
                                limit 1) as base
                        from page
                        join member.member m on m.id = page.id
                        left join organisation.organisation_version o
                            on o.organisation_id = page.organisation_id and o.valid @> cast(:asAt as date)
                        order by page.place
                        """.formatted(
                                query.with(),
                                query.organisation(),
                                total == 0 ? "count(*) over ()" : "cast(:total as bigint)",
                                query.from(),
                                order.from(query.organisation()),
                                query.where(),
                                order.by(sort),
                                Listing.SIZE))
                .params(query.params())
                .param("offset", (page - 1L) * Listing.SIZE)
                .param("total", total)
                .query((row, number) -> new Counted(
                        new ListedMember(ROWS.mapRow(row, number), MORE.mapRow(row, number), filter.asAt()),
                        row.getLong("total")))
                .list();
    }

    /**
     * Who stands before and behind somebody in the list.
     *
     * @param place where they stood when the list was read, from 1
     * @return empty where the list has changed so that they no longer stand there
     */
    public Optional<Neighbours> around(MemberId member, int place, MemberFilter filter, Scope scope, String sort) {
        var total = count(filter, scope);
        var query = MemberQuery.of(filter, scope, seal, total);
        var order = MemberOrder.of(sort);
        var before = Math.min(1, place - 1);
        var near = jdbc.sql("%s select m.id from %s %s where %s order by %s limit %d offset :offset"
                        .formatted(
                                query.onlyWith(),
                                query.from(),
                                order.from(query.organisation()),
                                query.where(),
                                order.by(sort),
                                before + 2))
                .params(query.params())
                .param("offset", place - 1 - before)
                .query((row, _) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
        return near.size() > before && near.get(before).equals(member)
                ? Optional.of(new Neighbours(
                        place,
                        total,
                        before == 0 ? null : near.getFirst(),
                        near.size() > before + 1 ? near.getLast() : null))
                : Optional.empty();
    }

    private long counted(MemberFilter filter, Scope scope) {
        var query = MemberQuery.of(filter, scope, seal, 0);
        return jdbc.sql("%s select count(*) from %s where %s".formatted(query.onlyWith(), query.from(), query.where()))
                .params(query.params())
                .query(Long.class)
                .single();
    }

    private long heads(MemberFilter filter, Scope scope) {
        var heads = jdbc.sql("""
                        select coalesce(sum(h.change), 0) from membership.headcount h
                        where h.day <= :asAt and %s and %s and %s
                        """.formatted(
                                scope.condition("h.organisation_id"),
                                filter.organisation() == null ? "true" : Scope.below("h.organisation_id", ":asAt"),
                                filter.status() == null ? "true" : "h.status = :status"))
                .params(scope.params(filter.asAt()));
        if (filter.organisation() != null) {
            heads = heads.param("organisation", filter.organisation());
        }
        if (filter.status() != null) {
            heads = heads.param("status", filter.status().name());
        }
        return heads.query(Long.class).single();
    }

    /**
     * An organisation of the scope with those it can be exchanged for: the one above it and those right below it.
     *
     * @return it first, then the others; empty where the scope does not have it
     */
    public Optional<OrganisationChoice> choice(UUID organisation, Scope scope, LocalDate asAt) {
        var near = jdbc.sql("""
                        with chosen as (
                            select v.organisation_id, v.parent_id from organisation.organisation_version v
                            where v.organisation_id = :organisation and v.valid @> cast(:asAt as date) and %s)
                        select v.organisation_id as id, v.name, v.parent_id is null as root,
                            case when v.organisation_id = c.organisation_id then 'ITSELF'
                                when v.organisation_id = c.parent_id then 'ABOVE' else 'BELOW' end as place
                        from chosen c
                        join organisation.organisation_version v on v.valid @> cast(:asAt as date)
                            and (v.parent_id = c.organisation_id or v.organisation_id in (c.organisation_id, c.parent_id))
                        where %s
                        order by v.parent_id is not distinct from c.organisation_id,
                            v.position, v.name, v.organisation_id
                        limit %d
                        """.formatted(
                                scope.condition("v.organisation_id"), scope.condition("v.organisation_id"), MOST_NEAR))
                .params(scope.params(asAt))
                .param("organisation", organisation)
                .query(new RecordRows<>(OrganisationChoice.Near.class))
                .list();
        return near.stream()
                .filter(other -> other.place() == OrganisationChoice.Place.ITSELF)
                .findFirst()
                .map(itself -> new OrganisationChoice(itself, near));
    }

    /** How many organisations right below a chosen one it leaves out. */
    public long leftOut(OrganisationChoice choice, Scope scope, LocalDate asAt) {
        if (choice.near().size() < MOST_NEAR) {
            return 0;
        }
        return jdbc.sql("""
                                select count(*) from organisation.organisation_version v
                                where v.parent_id = :parent and v.valid @> cast(:asAt as date) and %s
                                """.formatted(scope.condition("v.organisation_id")))
                        .params(scope.params(asAt))
                        .param("parent", choice.itself().id())
                        .query(Long.class)
                        .single()
                - choice.below().size();
    }

    /** The organisation chosen, or the visitor's own to choose below; null where the visitor has none. */
    public @Nullable OrganisationChoice choice(@Nullable UUID chosen, Visitor visitor, Scope scope, LocalDate asAt) {
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            return null;
        }
        var choice = choice(organisation, scope, asAt);
        if (choice.isEmpty() && chosen != null) {
            throw new NotFound("membership.unknown-organisation");
        }
        return choice.orElse(null);
    }

    /** The same, where a chosen one that is gone can be stepped away from: the visitor's own stands in. */
    public @Nullable OrganisationChoice nearest(@Nullable UUID chosen, Visitor visitor, Scope scope, LocalDate asAt) {
        return Stream.of(Optional.ofNullable(chosen), Optional.ofNullable(visitor.home()))
                .flatMap(Optional::stream)
                .flatMap(one -> choice(one, scope, asAt).stream())
                .findFirst()
                .orElse(null);
    }

    /** The kinds of base organisations that a list can be narrowed to. */
    public List<Kind> kinds(Locale language) {
        return jdbc.sql("""
                        select k.code, case :language when 'en' then k.name_en else k.name_vi end as label
                        from organisation.organisation_kind k
                        where k.sum_into is null order by k.position, k.code
                        """)
                .param("language", language.getLanguage())
                .query(new RecordRows<>(Kind.class))
                .list();
    }

    private record Counted(ListedMember member, long total) {}

    /** A kind of base organisation. */
    public record Kind(String code, String label) {}
}
