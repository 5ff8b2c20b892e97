package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.member.FileChanges;
import vn.partyregister.member.FileChanges.Changed;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TwoDays;

/**
 * The members of an organisation on one day beside those of another: who joined and who left, who stands elsewhere or as
 * something else, whose file says otherwise. Not what happened in between: who came and went again is no difference.
 */
@Service
public class Differences {
    public static final String PATH = "/members/differences";
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "born", "before", "after", "day", "file");
    /** The order of the given names. */
    public static final String STANDARD_ORDER = "name,asc";

    private static final String DIFFERING = """
            with stood as materialized (%s), stands as materialized (%s), differing as materialized (
                select coalesce(n.member_id, t.member_id) as member_id, t.organisation_id as before_id,
                    n.organisation_id as after_id, t.status as before_as, n.status as after_as
                from stood t full join stands n on n.member_id = t.member_id
                where t.member_id is null or n.member_id is null or t.organisation_id <> n.organisation_id
                    or t.status <> n.status or t.member_id = any(:amended))
            """.formatted(standing("from"), standing("to"));

    private final MemberList members;
    private final FileChanges changes;
    private final JdbcClient jdbc;

    Differences(MemberList members, FileChanges changes, JdbcClient jdbc) {
        this.members = members;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    private static String standing(String day) {
        return """
                select s.member_id, s.organisation_id, s.status from organisation.ancestry a
                join membership.standing s on s.organisation_id = a.descendant_id and s.valid @> cast(:%1$s as date)
                where a.ancestor_id = :organisation and a.valid @> cast(:%1$s as date)\
                """.formatted(day);
    }

    /** All figures, and a page of those behind one of them. */
    @Transactional(readOnly = true)
    public Page page(Asked asked, Scope scope, LocalDate today, String sort, int page) {
        var choice = members.choice(asked.organisation(), scope, asked.to())
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
        var changed = changed(asked);
        var query = query(asked, changed, scope, today, sort);
        var figures = query.ask(jdbc, DIFFERING + """
                        select (select count(*) from stood) as stood,
                            count(*) filter (where before_id is null) as joined,
                            count(*) filter (where after_id is null) as departed,
                            count(*) filter (where before_id <> after_id) as moved,
                            count(*) filter (where before_as <> after_as) as status,
                            count(*) filter (where before_id is not null and after_id is not null
                                and member_id = any(:amended)) as facts,
                            (select count(*) from stands) as stands
                        from differing
                        """)
                .query(new RecordRows<>(Figures.class))
                .single();
        var total = asked.q() == null ? figures.of(asked.kind()) : sought(asked, query);
        return new Page(choice, asked, figures, query.page(jdbc, total, page, sort, asked.address("")), changed);
    }

    /** How many of those behind a figure bear the name that is looked for. */
    private long sought(Asked asked, ListQuery<Row> query) {
        return query.ask(
                        jdbc,
                        DIFFERING + "select count(*) from differing l join member.member m on m.id = l.member_id where "
                                + which(asked))
                .query(Long.class)
                .single();
    }

    private static String which(Asked asked) {
        return asked.kind().condition + (asked.q() == null ? "" : " and m.names_folded like :q");
    }

    /** All behind one figure, each with what changed in their file; the caller closes the stream. */
    public Stream<Told> stream(Asked asked, Scope scope, LocalDate today, String sort) {
        var changed = changed(asked);
        return query(asked, changed, scope, today, sort)
                .all(jdbc)
                .map(row -> new Told(row, changed.getOrDefault(row.id(), List.of())));
    }

    /** Whose files say otherwise, of those who stand there on both days. */
    private Map<MemberId, List<Changed>> changed(Asked asked) {
        var candidates = changes.candidates(asked.from(), asked.to());
        if (candidates.isEmpty()) {
            return Map.of();
        }
        var here = jdbc.sql(
                        "with stood as (%s), stands as (%s) select t.member_id from stood t join stands n using (member_id) where t.member_id = any(:candidates)"
                                .formatted(standing("from"), standing("to")))
                .param("organisation", asked.organisation())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("candidates", candidates.stream().map(MemberId::id).toArray(UUID[]::new))
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
        return changes.between(here, asked.from(), asked.to());
    }

    private static String rows(Asked asked, Scope scope) {
        return DIFFERING + """
                select m.id, m.full_name, m.born_earliest, m.born_precision, before.name as before, after.name as after,
                    l.before_as, l.after_as, e.kind, e.effective_on as day, coalesce(%s, false) as opens
                from differing l
                join member.member m on m.id = l.member_id
                left join organisation.organisation_version before on before.organisation_id = l.before_id
                    and before.valid @> cast(:from as date)
                left join organisation.organisation_version after on after.organisation_id = l.after_id
                    and after.valid @> cast(:to as date)
                left join lateral (select t.kind, t.effective_on, t.recorded from membership.told t
                    where t.member_id = m.id and t.effective_on > :from and t.effective_on <= :to
                    order by t.effective_on desc, t.recorded desc limit 1) e on true
                left join lateral (
                    select s.organisation_id, coalesce(least(upper(s.valid) - 1, :today), :today) as seen_on
                    from membership.standing s where s.member_id = m.id and lower(s.valid) <= :today
                    order by lower(s.valid) desc limit 1) last on true
                where %s\
                """.formatted(scope.condition("last.organisation_id", "last.seen_on"), which(asked));
    }

    private static ListQuery<Row> query(
            Asked asked, Map<MemberId, List<Changed>> changed, Scope scope, LocalDate today, String sort) {
        return ListQuery.of(Row.class, rows(asked, scope))
                .ordered(DifferenceOrder.by(sort))
                .with(scope.params(today))
                .with("organisation", asked.organisation())
                .with("from", asked.from())
                .with("to", asked.to())
                .with("today", today)
                .with("amended", DifferenceOrder.ofFiles(changed))
                .seeking(asked.q());
    }

    /** What can be otherwise. */
    public enum Kind {
        JOINED("l.before_id is null"),
        DEPARTED("l.after_id is null"),
        /** In another organisation of the same subtree. */
        MOVED("l.before_id <> l.after_id"),
        STATUS("l.before_as <> l.after_as"),
        /** An item of the file that lists and figures tell people by. */
        FACTS("l.before_id is not null and l.after_id is not null and l.member_id = any(:amended)");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /**
     * What is asked.
     *
     * @param from the end of this day is compared with the end of {@code to}
     * @param q part of the name of those behind the figure
     */
    public record Asked(
            UUID organisation,
            LocalDate from,
            LocalDate to,
            Kind kind,
            @Nullable String q) {
        /** All behind the figure. */
        public Asked(UUID organisation, LocalDate from, LocalDate to, Kind kind) {
            this(organisation, from, to, kind, null);
        }

        /** What an address asks for; the year to date where it does not say. */
        public static Asked read(Parameters given, UUID organisation, LocalDate today) {
            var days = TwoDays.read(given, today);
            var kind = given.oneOf("kind", Kind.class);
            return new Asked(organisation, days.from(), days.to(), kind == null ? Kind.JOINED : kind, given.text("q"));
        }

        /** The address of the list, with an ending for a file. */
        public String address(String ending) {
            var address = UriComponentsBuilder.fromPath(PATH + ending)
                    .queryParam("organisation", organisation)
                    .queryParam("from", from)
                    .queryParam("to", to)
                    .queryParam("kind", kind);
            return q == null
                    ? address.toUriString()
                    : address.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
        }

        /** The same days and another kind. */
        public Asked of(Kind other) {
            return new Asked(organisation, from, to, other);
        }
    }

    /** How many; {@code stood} + {@code joined} − {@code departed} = {@code stands}. */
    public record Figures(long stood, long joined, long departed, long moved, long status, long facts, long stands) {
        /** How many of a kind. */
        public long of(Kind kind) {
            return switch (kind) {
                case JOINED -> joined;
                case DEPARTED -> departed;
                case MOVED -> moved;
                case STATUS -> status;
                case FACTS -> facts;
            };
        }

        /** Whether the figures close. */
        public boolean closes() {
            return stood + joined - departed == stands;
        }
    }

    /**
     * Somebody who is otherwise.
     *
     * @param before where they stood; null where not there
     * @param kind the last that the journal tells of them in between; null where nothing
     */
    public record Row(
            MemberId id,
            String fullName,
            LocalDate bornEarliest,
            PartialDate.Precision bornPrecision,
            @Nullable String before,
            @Nullable String after,
            @Nullable Status beforeAs,
            @Nullable Status afterAs,
            @Nullable String kind,
            @Nullable LocalDate day,
            boolean opens) {
        /** The birth date as far as it is known. */
        public PartialDate born() {
            return new PartialDate(bornEarliest, bornPrecision);
        }
    }

    /** A line of a file: somebody with what changed in their file. */
    public record Told(Row row, List<Changed> changes) {
        public Told {
            changes = List.copyOf(changes);
        }
    }

    /** The figures, and a page of those behind one. */
    public record Page(
            OrganisationChoice organisation,
            Asked asked,
            Figures figures,
            Listing<Row> listing,
            Map<MemberId, List<Changed>> changed) {
        public Page {
            changed = Map.copyOf(changed);
        }

        /** What changed in the file of somebody. */
        public List<Changed> changes(MemberId member) {
            return changed.getOrDefault(member, List.of());
        }
    }
}
