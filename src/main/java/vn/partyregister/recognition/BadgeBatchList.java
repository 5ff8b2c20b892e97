package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

/** The batches to read: all of them, one with its members, and the badges of one member. */
@Service
public class BadgeBatchList {
    /** What the members of a batch can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "organisation", "years");

    public static final String STANDARD_ORDER = "years,desc";

    private static final String BATCHES = """
            select b.id, b.organisation_id, o.name as organisation, b.award_day, b.occasion, b.state, b.submission_number,
                b.submitted_on, d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer,
                (select count(*) from recognition.proposal p where p.batch_id = b.id and p.removed_why is null) as proposed
            from recognition.batch b
            join lateral (select name from organisation.organisation_version
                where organisation_id = b.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            left join organisation.decision d on d.id = b.decision_id
            where %s
            """;

    private static final String PROPOSALS = """
            select p.member_id, m.full_name, o.name as organisation, p.begins, p.left_out, p.level,
                cast(substring(p.level from '[0-9]+$') as integer) as years, p.full_on, p.basis, p.ground, p.removed_why,
                a.number, case m.born_precision
                    when 'YEAR' then to_char(m.born_earliest, 'YYYY') when 'MONTH' then to_char(m.born_earliest, 'MM/YYYY')
                    else to_char(m.born_earliest, 'DD/MM/YYYY') end as born
            from recognition.proposal p
            join member.member m on m.id = p.member_id
            left join recognition.award a on a.batch_id = p.batch_id and a.member_id = p.member_id
            join lateral (select name from organisation.organisation_version
                where organisation_id = p.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            where p.batch_id = :batch and (p.removed_why is null) = :standing and %s order by %s
            """;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    BadgeBatchList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** All batches of organisations in the scope, the latest first. */
    public Listing<Batch> page(Scope scope, int page, String here) {
        var condition = scope.condition("b.organisation_id");
        var total = jdbc.sql("select count(*) from recognition.batch b where " + condition)
                .params(scope.params(businessDay.today()))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql((BATCHES + " order by b.award_day desc, o.name, b.id limit %d offset :offset")
                        .formatted(condition, Listing.SIZE))
                .params(scope.params(businessDay.today()))
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Batch.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, "day,desc", here);
    }

    /** The batches of the scope that are being drawn up, the next day of award first. */
    public List<Batch> open(Scope scope) {
        return jdbc.sql((BATCHES + " order by b.award_day, o.name, b.id")
                        .formatted("b.state = 'DRAWN_UP' and " + scope.condition("b.organisation_id")))
                .params(scope.params(businessDay.today()))
                .query(new RecordRows<>(Batch.class))
                .list();
    }

    public Batch get(BatchId id, Scope scope) {
        return jdbc.sql(BATCHES.formatted("b.id = :id and " + scope.condition("b.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .query(new RecordRows<>(Batch.class))
                .optional()
                .orElseThrow(() -> new NotFound("recognition.unknown-batch"));
    }

    /** Who stands on a batch, narrowed to a level where one is given. */
    public Listing<Proposal> proposals(Batch batch, @Nullable Integer years, String sort, int page, String here) {
        var total = jdbc.sql("""
                        select count(*) from recognition.proposal p where p.batch_id = :batch and p.removed_why is null and
                        """ + level(years))
                .params(params(batch, years))
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = jdbc.sql(PROPOSALS.formatted(level(years), order(sort))
                        + " limit %d offset :offset".formatted(Listing.SIZE))
                .params(params(batch, years))
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Proposal.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Proposal> rows(Batch batch, @Nullable Integer years, String sort) {
        return jdbc
                .sql(PROPOSALS.formatted(level(years), order(sort)))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(params(batch, years))
                .query(new RecordRows<>(Proposal.class))
                .stream();
    }

    /** Who was taken off it, with the reason. */
    public List<Proposal> removed(Batch batch) {
        var params = params(batch, null);
        params.put("standing", false);
        return jdbc.sql(PROPOSALS.formatted("true", order("name,asc")))
                .params(params)
                .query(new RecordRows<>(Proposal.class))
                .list();
    }

    /** How many of each level and basis stand on it. */
    public List<Figure> figures(Batch batch) {
        return jdbc.sql("""
                        select cast(substring(level from '[0-9]+$') as integer) as years,
                            count(*) filter (where basis <> 'POSTHUMOUS') as living,
                            count(*) filter (where basis = 'POSTHUMOUS') as posthumous
                        from recognition.proposal where batch_id = :batch and removed_why is null
                        group by level order by 1
                        """)
                .param("batch", batch.id())
                .query(new RecordRows<>(Figure.class))
                .list();
    }

    /** The badges that the file of a member holds, with the decision where the register knows it. */
    public List<Held> badges(MemberId member) {
        return jdbc.sql("""
                        select b.years, case length(b.given_on)
                                when 10 then to_char(cast(b.given_on as date), 'DD/MM/YYYY')
                                when 7 then right(b.given_on, 2) || '/' || left(b.given_on, 4) else b.given_on end as given_on,
                            b.number, a.basis, d.number as decision_number, d.issued_on as decided_on,
                            d.issuer_name as issuer, l.reported_on as lost_on, l.number as new_number
                        from member.badge b
                        left join recognition.award a on a.member_id = b.member_id and a.level = b.level
                        left join organisation.decision d on d.id = a.decision_id
                        left join lateral (select reported_on, number from recognition.lost_badge
                            where member_id = b.member_id and level = b.level order by reported_on desc limit 1) l on true
                        where b.member_id = :member order by b.years, b.place
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Held.class))
                .list();
    }

    /** The batch of an organisation for a day, where there is one. */
    @Nullable
    UUID find(UUID organisation, LocalDate day) {
        return jdbc.sql("select id from recognition.batch where organisation_id = :organisation and award_day = :day")
                .param("organisation", organisation)
                .param("day", day)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    private static String level(@Nullable Integer years) {
        return years == null ? "true" : "p.level = 'YEARS_' || cast(:years as integer)";
    }

    private Map<String, Object> params(Batch batch, @Nullable Integer years) {
        var params = new HashMap<String, Object>();
        params.put("batch", batch.id());
        params.put("asAt", businessDay.today());
        params.put("standing", true);
        if (years != null) {
            params.put("years", years);
        }
        return params;
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var name = "m.given_name%1$s, m.middle_name%1$s, m.family_name%1$s, m.id".formatted(direction);
        return switch (sort.split(",", 2)[0]) {
            case "name" -> name;
            case "organisation" -> "o.name collate organisation.by_name" + direction + ", " + name;
            default -> "years" + direction + ", m.given_name, m.middle_name, m.family_name, m.id";
        };
    }

    /** How many of a level are proposed, living and dead. */
    public record Figure(int years, long living, long posthumous) {}

    /**
     * A badge somebody holds.
     *
     * @param givenOn as the file writes it
     * @param lostOn when it was reported lost; {@code newNumber} is that of the one given instead
     */
    public record Held(
            int years,
            @Nullable String givenOn,
            @Nullable String number,
            @Nullable Basis basis,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer,
            @Nullable LocalDate lostOn,
            @Nullable String newNumber) {}
}
