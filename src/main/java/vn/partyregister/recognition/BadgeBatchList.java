package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The batches to read: all of them, one with its members, and the badges of one member. */
@Service
public class BadgeBatchList {
    /** What the members of a batch can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "organisation", "years");

    public static final String STANDARD_ORDER = "years,desc";

    private static final String BATCHES = """
            select b.id, b.organisation_id, o.name as organisation, b.award_day, b.occasion, b.state, b.submission_number,
                b.submitted_on, d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer,
                (select count(*) from recognition.proposal p where p.batch_id = b.id and p.removed_why is null) - w.withdrawn
                    as proposed, w.withdrawn
            from recognition.batch b
            join lateral (select name from organisation.organisation_version
                where organisation_id = b.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            left join organisation.decision d on d.id = b.decision_id
            cross join lateral (select count(*) as withdrawn from recognition.badge_withdrawal w
                join recognition.award a using (member_id, level, occurrence) where a.batch_id = b.id) w
            where %s
            """;

    private static final String ON_IT = """
            recognition.proposal p
            left join recognition.award a on a.batch_id = p.batch_id and a.member_id = p.member_id
            left join recognition.badge_withdrawal w
                on w.member_id = a.member_id and w.level = a.level and w.occurrence = a.occurrence\
            """;

    private static final String PROPOSALS = """
            select p.member_id, m.full_name, o.name as organisation, p.begins, p.left_out, p.level,
                cast(substring(p.level from '[0-9]+$') as integer) as years, p.full_on, p.basis, p.ground, p.removed_why,
                a.number, w.withdrawn_on, w.ground as withdrawn_ground, w.why as withdrawn_why, w.badge_goes,
                case m.born_precision
                    when 'YEAR' then to_char(m.born_earliest, 'YYYY') when 'MONTH' then to_char(m.born_earliest, 'MM/YYYY')
                    else to_char(m.born_earliest, 'DD/MM/YYYY') end as born
            from %s
            join member.member m on m.id = p.member_id
            join lateral (select name from organisation.organisation_version
                where organisation_id = p.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            where p.batch_id = :batch and\s""".formatted(ON_IT);

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    BadgeBatchList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** All batches of organisations in the scope, the latest first. */
    public Listing<Batch> page(Scope scope, int page, String here) {
        return batches(scope.reach("b.organisation_id"), scope)
                .counted("select count(*) from recognition.batch b where " + scope.reach("b.organisation_id"))
                .ordered("b.award_day desc, o.name, b.id")
                .page(jdbc, page, "day,desc", here);
    }

    /** The batches of the scope that are being drawn up, the next day of award first. */
    public List<Batch> open(Scope scope) {
        return batches("b.state = 'DRAWN_UP' and " + scope.reach("b.organisation_id"), scope)
                .ordered("b.award_day, o.name, b.id")
                .list(jdbc);
    }

    private ListQuery<Batch> batches(String which, Scope scope) {
        return ListQuery.of(Batch.class, BATCHES.formatted(which)).with(scope.params(businessDay.today()));
    }

    public Batch get(BatchId id, Scope scope) {
        return jdbc.sql(BATCHES.formatted("b.id = :id and " + scope.reach("b.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("id", id.id())
                .query(new RecordRows<>(Batch.class))
                .optional()
                .orElseThrow(() -> new NotFound("recognition.unknown-batch"));
    }

    /** The members of a part of a batch, narrowed to a level where one is given. */
    public Listing<Proposal> proposals(
            Batch batch, Part part, @Nullable Integer years, String sort, int page, String here) {
        return proposals(batch, condition(part, years), years, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Proposal> rows(Batch batch, Part part, @Nullable Integer years, String sort) {
        return proposals(batch, condition(part, years), years, sort).all(jdbc);
    }

    /** Who was taken off it, with the reason. */
    public List<Proposal> removed(Batch batch) {
        return proposals(batch, "p.removed_why is not null", null, "name,asc").list(jdbc);
    }

    private ListQuery<Proposal> proposals(Batch batch, String which, @Nullable Integer years, String sort) {
        return ListQuery.of(Proposal.class, PROPOSALS + which)
                .counted("select count(*) from %s where p.batch_id = :batch and %s".formatted(ON_IT, which))
                .ordered(order(sort))
                .with("batch", batch.id())
                .with("asAt", businessDay.today())
                .with("years", years);
    }

    /** How many of each level and basis stand on it. */
    public List<Figure> figures(Batch batch) {
        return jdbc.sql("""
                        select cast(substring(p.level from '[0-9]+$') as integer) as years,
                            count(*) filter (where p.basis <> 'POSTHUMOUS') as living,
                            count(*) filter (where p.basis = 'POSTHUMOUS') as posthumous
                        from %s where p.batch_id = :batch and %s
                        group by p.level order by 1
                        """.formatted(ON_IT, condition(Part.STANDING, null)))
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
                        left join recognition.standing_award a on a.member_id = b.member_id and a.level = b.level
                        left join organisation.decision d on d.id = a.decision_id
                        left join lateral (select reported_on, number from recognition.lost_badge
                            where member_id = b.member_id and level = b.level order by reported_on desc limit 1) l on true
                        where b.member_id = :member order by b.years, b.place
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Held.class))
                .list();
    }

    /** The badges that were taken back of a member, the latest first, each with its award where it was awarded here. */
    public List<Withdrawn> withdrawn(MemberId member) {
        return jdbc.sql("""
                        select cast(substring(w.level from '[0-9]+$') as integer) as years, w.number, w.ground, w.withdrawn_on,
                            w.why, w.badge_goes, a.awarded_on, d.number as decision_number, d.issued_on as decided_on,
                            d.issuer_name as issuer, r.number as revoking_number, r.issued_on as revoked_on,
                            r.issuer_name as revoker
                        from recognition.badge_withdrawal w
                        left join recognition.award a using (member_id, level, occurrence)
                        left join organisation.decision d on d.id = a.decision_id
                        left join organisation.decision r on r.id = w.decision_id
                        where w.member_id = :member order by w.recorded_at desc, w.id desc
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Withdrawn.class))
                .list();
    }

    /** The batch of an organisation for a day that is not decided yet, where there is one. */
    @Nullable
    UUID find(UUID organisation, LocalDate day) {
        return jdbc.sql(
                        "select id from recognition.batch where organisation_id = :organisation and award_day = :day and state <> 'DECIDED'")
                .param("organisation", organisation)
                .param("day", day)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    private static String condition(Part part, @Nullable Integer years) {
        return "p.removed_why is null and (w.id is not null) = %s".formatted(part == Part.WITHDRAWN)
                + (years == null ? "" : " and p.level = 'YEARS_' || cast(:years as integer)");
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

    /** Which members of a batch are meant. */
    public enum Part {
        /** Who stands on it. */
        STANDING,
        /** Whose award was taken back since. */
        WITHDRAWN
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

    /**
     * A badge that was taken back.
     *
     * @param decisionNumber of the award; {@code revokingNumber} is that of the decision by which it was taken back
     */
    public record Withdrawn(
            int years,
            @Nullable String number,
            Withdrawal.Ground ground,
            LocalDate withdrawnOn,
            String why,
            @Nullable BadgeGoes badgeGoes,
            @Nullable LocalDate awardedOn,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer,
            @Nullable String revokingNumber,
            @Nullable LocalDate revokedOn,
            @Nullable String revoker) {}
}
