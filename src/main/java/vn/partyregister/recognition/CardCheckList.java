package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** The technical checks to read: all of them, one with its cards, and those not seen. */
@Service
public class CardCheckList {
    /** What the cards of a check can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "organisation", "number");

    public static final String STANDARD_ORDER = "name,asc";

    private static final String CHECKS = """
            select c.id, c.organisation_id, o.name as organisation, c.name, c.begun_on, told.expected, told.checked,
                told.wanting, cast(c.closed_at at time zone :zone as date) as closed_on, c.closed_by
            from recognition.card_check c
            join lateral (select name from organisation.organisation_version
                where organisation_id = c.organisation_id
                order by valid @> c.begun_on desc, lower(valid) desc limit 1) o on true
            cross join lateral (select count(*) as expected, count(l.result) as checked,
                count(*) filter (where l.result <> 'GOOD') as wanting
                from recognition.card_check_line l where l.check_id = c.id) told
            where %s
            """;

    private static final String LINES = """
            select l.member_id, m.full_name, m.card_number, o.name as organisation, l.result, l.checked_on, l.recorded_by
            from recognition.card_check_line l
            join member.member m on m.id = l.member_id
            left join organisation.organisation_version o
                on o.organisation_id = l.organisation_id and o.valid @> cast(:begun as date)
            where\s""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    CardCheckList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** All checks of organisations in the scope, the latest first. */
    public Listing<CardCheck> page(Scope scope, int page, String here) {
        var condition = scope.reach("c.organisation_id");
        return ListQuery.of(CardCheck.class, CHECKS.formatted(condition))
                .counted("select count(*) from recognition.card_check c where " + condition)
                .ordered("c.begun_on desc, c.id")
                .with(scope.params(businessDay.today()))
                .with("zone", BusinessDay.ZONE.getId())
                .page(jdbc, page, "day,desc", here);
    }

    public CardCheck get(CardCheckId id, Scope scope) {
        return jdbc.sql(CHECKS.formatted("c.id = :id and " + scope.reach("c.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("zone", BusinessDay.ZONE.getId())
                .param("id", id.id())
                .query(new RecordRows<>(CardCheck.class))
                .optional()
                .orElseThrow(() -> new NotFound("recognition.unknown-check"));
    }

    /** A page of its cards. */
    public Listing<Line> lines(CardCheck check, Part part, String sort, int page, String here) {
        return query(check, part, sort).page(jdbc, page, sort, here);
    }

    /** All of them, as the database hands them out. */
    public Stream<Line> rows(CardCheck check, Part part, String sort) {
        return query(check, part, sort).all(jdbc);
    }

    private static ListQuery<Line> query(CardCheck check, Part part, String sort) {
        var condition = condition(part);
        return ListQuery.of(Line.class, LINES + condition)
                .counted("select count(*) from recognition.card_check_line l where " + condition)
                .ordered(order(sort))
                .with("check", check.id())
                .with("begun", check.begunOn())
                .with("organisation", part.organisation());
    }

    /** How far each part of an organisation has come; the organisation itself where it has none. */
    public List<Of> parts(CardCheck check, UUID organisation) {
        return jdbc.sql("""
                        select v.organisation_id as id, v.name, count(*) as expected, count(l.result) as checked
                        from organisation.organisation_version v
                        join organisation.ancestry a on a.ancestor_id = v.organisation_id and a.valid @> cast(:begun as date)
                        join recognition.card_check_line l on l.organisation_id = a.descendant_id and l.check_id = :check
                        where v.valid @> cast(:begun as date) and v.parent_id = :organisation
                        group by v.organisation_id, v.name, v.position order by v.position, v.name
                        """)
                .param("check", check.id())
                .param("begun", check.begunOn())
                .param("organisation", organisation)
                .query(new RecordRows<>(Of.class))
                .list();
    }

    private static String condition(Part part) {
        return Stream.of(
                        "l.check_id = :check",
                        part.state() == null
                                ? "true"
                                : switch (part.state()) {
                                    case MISSING -> "l.result is null";
                                    case CHECKED -> "l.result is not null";
                                    case WANTING -> "l.result <> 'GOOD'";
                                },
                        part.organisation() == null ? "true" : Scope.below("l.organisation_id", ":begun"))
                .collect(Collectors.joining(" and "));
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var name = "m.given_name%1$s, m.middle_name%1$s, m.family_name%1$s, m.id".formatted(direction);
        return switch (sort.split(",", 2)[0]) {
            case "organisation" -> "o.name collate organisation.by_name" + direction + ", " + name;
            case "number" -> "m.card_number" + direction + " nulls last, m.id";
            default -> name;
        };
    }

    /** Which cards a list shows; a part that is null leaves it as it is. */
    public record Part(@Nullable State state, @Nullable UUID organisation) {}

    /** How a card stands in a check. */
    public enum State {
        /** Not seen yet. */
        MISSING,
        CHECKED,
        /** Seen, and not in order. */
        WANTING
    }

    /** A card of a check. */
    public record Line(
            UUID memberId,
            String fullName,
            @Nullable String cardNumber,
            @Nullable String organisation,
            CardChecks.@Nullable Result result,
            @Nullable LocalDate checkedOn,
            @Nullable String recordedBy) {}

    /** How far an organisation has come. */
    public record Of(UUID id, String name, long expected, long checked) {
        public long missing() {
            return expected - checked;
        }
    }
}
