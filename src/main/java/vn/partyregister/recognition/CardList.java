package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** What happened to cards, to read: of a scope, and of one member. */
@Service
public class CardList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("day", "name", "kind", "number");
    /** The latest first. */
    public static final String STANDARD_ORDER = "day,desc";

    private static final String EVENTS = """
            select e.id, e.member_id, m.full_name, o.name as organisation, e.kind, e.happened_on, e.number, e.former_number,
                e.place, e.serial, d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer, e.remark,
                w.withdrawn_on, w.why as withdrawn_why
            from recognition.card_event e
            join member.member m on m.id = e.member_id
            join lateral (select name from organisation.organisation_version
                where organisation_id = e.organisation_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) o on true
            left join organisation.decision d on d.id = e.decision_id
            left join recognition.card_withdrawal w on w.event_id = e.id
            where\s""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    CardList(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** A page of the list. A page behind the last is the last. */
    public Listing<CardEvent> page(CardFilter filter, Scope scope, String sort, int page, String here) {
        return query(filter, scope, sort).page(jdbc, page, sort, here);
    }

    /** All of it, as the database hands it out. */
    public Stream<CardEvent> rows(CardFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    /** All of one member, the latest first; whoever asks has made sure that the member may be seen. */
    public List<CardEvent> of(MemberId member) {
        return ListQuery.of(CardEvent.class, EVENTS + "e.member_id = :member")
                .ordered("e.recorded desc")
                .with("asAt", businessDay.today())
                .with("member", member.id())
                .list(jdbc);
    }

    private ListQuery<CardEvent> query(CardFilter filter, Scope scope, String sort) {
        var condition = condition(filter, scope);
        return ListQuery.of(CardEvent.class, EVENTS + condition)
                .counted("select count(*) from recognition.card_event e where " + condition)
                .ordered(order(sort))
                .with(scope.params(businessDay.today()))
                .with("organisation", filter.organisation())
                .with("kind", filter.kind())
                .with("from", filter.from())
                .with("to", filter.to());
    }

    /** The card as the file of a member has it. */
    public Held card(MemberId member) {
        return jdbc.sql(
                        "select card_number as number, card_place as place, card_issued_on as issued_on from member.member where id = :member")
                .param("member", member.id())
                .query(new RecordRows<>(Held.class))
                .single();
    }

    /** The technical checks somebody's card was to be seen in, the latest first. */
    public List<Checked> checks(MemberId member) {
        return jdbc.sql("""
                        select c.name, c.begun_on, l.result, l.checked_on
                        from recognition.card_check_line l join recognition.card_check c on c.id = l.check_id
                        where l.member_id = :member order by c.begun_on desc, c.id
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Checked.class))
                .list();
    }

    private static String condition(CardFilter filter, Scope scope) {
        return Stream.of(
                        scope.reach("e.organisation_id"),
                        filter.organisation() == null ? "true" : Scope.reachBelow("e.organisation_id"),
                        filter.kind() == null ? "true" : "e.kind = :kind",
                        filter.from() == null ? "true" : "e.happened_on >= :from",
                        filter.to() == null ? "true" : "e.happened_on <= :to")
                .collect(Collectors.joining(" and "));
    }

    private static String order(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        return switch (sort.split(",", 2)[0]) {
            case "name" -> "m.given_name%1$s, m.middle_name%1$s, m.family_name%1$s, e.recorded".formatted(direction);
            case "kind" -> "e.kind" + direction + ", e.happened_on, e.recorded";
            case "number" -> "e.number" + direction + " nulls last, e.recorded";
            default -> "e.happened_on%1$s, e.recorded%1$s".formatted(direction);
        };
    }

    /** A card as the file has it. */
    public record Held(
            @Nullable String number,
            @Nullable String place,
            @Nullable LocalDate issuedOn) {}

    /** What a technical check found of a card; nothing while it was not seen. */
    public record Checked(
            String name,
            LocalDate begunOn,
            CardChecks.@Nullable Result result,
            @Nullable LocalDate checkedOn) {}
}
