package vn.partyregister.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The places there are today, their posts, and how many lack what, within a scope. */
@Service
public class PlaceList {
    /** What the list of places can be ordered by. */
    public static final Collection<String> ORDERS = List.of("name", "organiser", "cell", "charge", "posts", "members");

    public static final String STANDARD_ORDER = "organiser,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "p.name collate organisation.by_name %1$s",
            "organiser", "o.name collate organisation.by_name %1$s",
            "cell", "c.name collate organisation.by_name %1$s nulls last",
            "charge", "m.full_name collate \"vi-x-icu\" %1$s nulls last",
            "posts", "posts %1$s",
            "members", "n.by_members %1$s");

    /** What the list of posts can be ordered by. */
    public static final Collection<String> POST_ORDERS =
            List.of("organiser", "place", "post", "holder", "member", "since");

    private static final Map<String, String> POST_COLUMNS = Map.of(
            "organiser", "organiser %1$s",
            "place", "p.name collate organisation.by_name %1$s",
            "post", "h.post %1$s",
            "holder", "h.holder collate \"vi-x-icu\" %1$s",
            "member", "(h.member_id is not null) %1$s",
            "since", "lower(h.valid) %1$s");

    private static final String PLACES = """
            from planning.place p
            join planning.place_state s on s.place_id = p.id and s.valid @> cast(:asAt as date)
            """;

    private static final String COUNTED_POSTS = """
            cross join lateral (select count(*) as posts, count(h.member_id) as by_members from planning.place_post h
                where h.place_id = p.id and h.valid @> cast(:asAt as date)) n\
            """;

    /** The other posts of the holder {@code h}, who is a member: of places, and of committees. */
    private static final String TOGETHER = """
            select string_agg(other.name, '; ' order by other.name) as together from (
                select case when :english then c.name_en else c.name_vi end || ', ' || q.name as name
                from planning.place_post x join planning.place q on q.id = x.place_id
                join reference.code c on c.list = 'hamlet-post' and c.code = x.post
                where x.member_id = h.member_id and x.id <> h.id and x.valid @> cast(:asAt as date)
                union all
                select case when :english then k.name_en else k.name_vi end || ', ' || coalesce(v.name, '')
                from committee.holding y join committee.term m on m.id = y.term_id
                join committee.post_kind k on k.code = y.post
                left join organisation.organisation_version v
                    on v.organisation_id = m.organisation_id and v.valid @> cast(:asAt as date)
                where y.member_id = h.member_id and y.taken_back_at is null and y.valid @> cast(:asAt as date)) other\
            """;

    private static final String POSTS = """
            select h.id, p.id as place_id, p.name as place, coalesce((select o.name
                from organisation.organisation_version o where o.organisation_id = s.organisation_id
                and o.valid @> cast(:asAt as date)), '') as organiser, h.post, h.holder, h.member_id,
                lower(h.valid) as since, t.together
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    PlaceList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of places, and how many there are. A page behind the last is the last. */
    public Listing<PlaceRow> page(PlaceFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address("/plans/places"));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PlaceRow> stream(PlaceFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<PlaceRow> query(PlaceFilter filter, Scope scope, String sort) {
        var which = which(filter, scope);
        return asked(ListQuery.of(PlaceRow.class, rows(which)), filter, scope)
                .counted("select count(*) " + PLACES + "where " + which)
                .ordered(COLUMNS, sort, "p.name collate organisation.by_name, p.id");
    }

    /** One place; out of the scope there is none. */
    public PlaceRow get(PlaceId id, Scope scope) {
        return jdbc.sql(rows("p.id = :place and " + scope.condition("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("place", id.id())
                .query(new RecordRows<>(PlaceRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("planning.unknown-place"));
    }

    /** A page of the posts that are held today. */
    public Listing<PostRow> posts(PlaceFilter filter, Scope scope, String sort, int page) {
        return postQuery("true", filter, scope, sort).page(jdbc, page, sort, filter.address("/plans/places/posts"));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<PostRow> postStream(PlaceFilter filter, Scope scope, String sort) {
        return postQuery("true", filter, scope, sort).all(jdbc);
    }

    /** The posts of one place. */
    public List<PostRow> posts(PlaceId place, Scope scope) {
        var nothing = new PlaceFilter(null, null, null, null, null, null, null);
        return postQuery("p.id = :place", nothing, scope, STANDARD_ORDER)
                .with("place", place.id())
                .list(jdbc);
    }

    private ListQuery<PostRow> postQuery(String of, PlaceFilter filter, Scope scope, String sort) {
        var from = postsFrom(of, filter, scope);
        return asked(ListQuery.of(PostRow.class, POSTS + from), filter, scope)
                .counted("select count(*) " + from)
                .ordered(POST_COLUMNS, sort, "organiser, p.name, p.id, h.post, h.holder")
                .with("english", "en".equals(LocaleContextHolder.getLocale().getLanguage()))
                .with("held", filter.held())
                .with("together", filter.together());
    }

    private static String postsFrom(String of, PlaceFilter filter, Scope scope) {
        return PLACES
                + """
                join planning.place_post h on h.place_id = p.id and h.valid @> cast(:asAt as date)
                cross join lateral (%s) t
                where %s and %s and %s and %s
                """.formatted(
                                TOGETHER,
                                of,
                                which(filter, scope),
                                filter.held() == null ? "true" : "(h.member_id is not null) = :held",
                                filter.together() == null ? "true" : "(t.together is not null) = :together");
    }

    /** How many places there are and lack what, of an organisation and of each right below it; the last line is the sum. */
    public List<Figures> figures(UUID organisation, Scope scope) {
        return jdbc.sql("""
                        select k.organisation_id as id, case when grouping(k.organisation_id) = 0 then max(k.name) end as name,
                            count(*) as places, count(*) filter (where %s) as without_members,
                            count(*) filter (where %s) as without_cell, count(*) filter (where %s) as without_charge,
                            coalesce(sum(n.posts), 0) as posts, coalesce(sum(n.by_members), 0) as by_members
                        %s
                        join organisation.ancestry a on a.descendant_id = s.organisation_id and a.valid @> cast(:asAt as date)
                        join organisation.organisation_version k on k.organisation_id = a.ancestor_id
                            and k.valid @> cast(:asAt as date) and (k.parent_id = :organisation
                                or k.organisation_id = :organisation and s.organisation_id = :organisation)
                        %s
                        where %s
                        group by grouping sets ((k.organisation_id), ())
                        order by grouping(k.organisation_id), max(k.name) collate organisation.by_name, k.organisation_id
                        """.formatted(
                                PlaceGap.MEMBERS.condition(),
                                PlaceGap.CELL.condition(),
                                PlaceGap.IN_CHARGE.condition(),
                                PLACES,
                                COUNTED_POSTS,
                                scope.condition("s.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("organisation", organisation)
                .query(new RecordRows<>(Figures.class))
                .list();
    }

    private static String rows(String which) {
        return """
                select p.id, p.kind, p.name, s.organisation_id as organisation, coalesce(o.name, '') as organiser, s.cell_id,
                    c.name as cell, s.has_members, s.in_charge_id, m.full_name as in_charge,
                    exists (select from committee.holding y where y.member_id = s.in_charge_id and y.taken_back_at is null
                        and y.valid @> cast(:asAt as date)) as in_committee,
                    lower(s.valid) as since, n.posts, n.by_members
                %s
                left join organisation.organisation_version o
                    on o.organisation_id = s.organisation_id and o.valid @> cast(:asAt as date)
                left join organisation.organisation_version c
                    on c.organisation_id = s.cell_id and c.valid @> cast(:asAt as date)
                left join member.member m on m.id = s.in_charge_id
                %s
                where %s
                """.formatted(PLACES, COUNTED_POSTS, which);
    }

    private static String which(PlaceFilter filter, Scope scope) {
        return String.join(
                " and ",
                scope.condition("s.organisation_id"),
                filter.organisation() == null
                        ? "true"
                        : Boolean.TRUE.equals(filter.own())
                                ? "s.organisation_id = :organisation"
                                : Scope.below("s.organisation_id", ":asAt"),
                filter.q() == null ? "true" : "p.name_folded like :q",
                filter.kind() == null ? "true" : "p.kind = :kind",
                filter.gap() == null ? "true" : filter.gap().condition());
    }

    private <T> ListQuery<T> asked(ListQuery<T> query, PlaceFilter filter, Scope scope) {
        return query.with(scope.params(businessDay.today()))
                .with("organisation", filter.organisation())
                .with("kind", filter.kind())
                .seeking(filter.q());
    }

    /**
     * Places of an organisation.
     *
     * @param id null for the sum
     * @param posts held today, {@code byMembers} of them by members
     */
    public record Figures(
            @Nullable UUID id,
            @Nullable String name,
            long places,
            long withoutMembers,
            long withoutCell,
            long withoutCharge,
            long posts,
            long byMembers) {
        /** How many of a hundred posts members hold; null where there is none. */
        public @Nullable Double share() {
            return posts == 0 ? null : 100.0 * byMembers / posts;
        }
    }
}
