package vn.partyregister.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;

/**
 * What an organisation that is merged has left in stock goes along, by lines of the ledger of both. Of one that goes into
 * none it stays, for the committee above to hand on.
 */
@Component
@Order(9)
class StockMovesAlong implements FollowsReorganisation {
    private static final String LEFT = """
            select count(distinct s.organisation_id) as places, coalesce(sum(s.left_over), 0) as things
            from recognition.stock s where s.left_over > 0 and s.organisation_id = any(:organisations)
            """;

    /** Stretches of serials out of one stock, and into another at once. */
    private static final String PASS = """
            with going as (%s), gone as (
                insert into recognition.outgoing (id, receipt_id, receipt_serials, serials, kind, happened_on, paper,
                    reorganisation_id, recorded_by)
                select g.id, g.receipt_id, g.receipt_serials, g.span, 'REORGANISED', greatest(cast(:day as date), g.received_on),
                    :paper, :reorganisation, :by
                from going g
            )
            insert into recognition.receipt (id, organisation_id, kind, series, serials, digits, received_on, paper, source,
                from_outgoing, recorded_by)
            select uuidv7(), g.into_id, g.kind, g.series, g.span, g.digits, greatest(cast(:day as date), g.received_on), :paper,
                'REORGANISED', g.id, :by
            from going g
            returning id, organisation_id, recognition.serial(series, lower(serials), digits) as first,
                recognition.serial(series, upper(serials) - 1, digits) as last, kind
            """;

    private static final String ALONG = """
            select uuidv7() as id, s.id as receipt_id, s.serials as receipt_serials, f.span, s.kind, s.series, s.digits, s.received_on,
                m.into_id
            from recognition.stock s
            join unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as m (gone_id, into_id) on m.gone_id = s.organisation_id
            cross join lateral unnest(s.free) as f (span)\
            """;

    private static final String BACK = """
            select uuidv7() as id, r.id as receipt_id, r.serials as receipt_serials, r.serials as span, r.kind, r.series, r.digits,
                r.received_on, b.organisation_id as into_id
            from recognition.outgoing o
            join recognition.receipt r on r.from_outgoing = o.id
            join recognition.receipt b on b.id = o.receipt_id
            where o.reorganisation_id = :reorganisation\
            """;

    private final JdbcClient jdbc;
    private final StockLines lines;
    private final AuditTrail audit;

    StockMovesAlong(JdbcClient jdbc, StockLines lines, AuditTrail audit) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "recognition.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        var going = left(event.mergedIds());
        if (going.things() > 0) {
            found.add(Consequence.tells("recognition.reorganisation.stock", going.things(), going.places()));
        }
        for (var one : event.closed()) {
            var staying = left(new UUID[] {one.id()}).things();
            if (staying > 0) {
                found.add(Consequence.warns("recognition.reorganisation.stock-stays", event.name(one.id()), staying));
            }
        }
        return found;
    }

    private Left left(UUID[] organisations) {
        return jdbc.sql(LEFT)
                .param("organisations", organisations)
                .query(new RecordRows<>(Left.class))
                .single();
    }

    /** Whoever takes something out of a stock waits. */
    @Override
    public void hold(Reorganised event) {
        lines.lock();
    }

    @Override
    public void follow(Reorganised event) {
        var number = jdbc.sql("select number from organisation.decision where id = :decision")
                .param("decision", event.decided())
                .query(String.class)
                .single();
        pass(ALONG, event, number);
    }

    /** What was taken over and is no longer whole, and what came in where nothing is once it is taken back. */
    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("""
                        select count(*) from recognition.receipt r
                        left join recognition.outgoing o on o.id = r.from_outgoing
                        where o.reorganisation_id = :id and exists (select from recognition.outgoing t where t.receipt_id = r.id)
                        or r.organisation_id = any(:begun) and o.reorganisation_id is distinct from :id
                        """)
                .param("id", event.id().id())
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("recognition.reorganisation.stock-rests", resting));
    }

    @Override
    public void takeBack(Reorganised event, String reason) {
        pass(BACK, event, reason);
    }

    private void pass(String which, Reorganised event, String paper) {
        var passed = jdbc.sql(PASS.formatted(which))
                .param("merged", event.mergedIds())
                .param("successors", event.successorIds())
                .param("reorganisation", event.id().id())
                .param("day", event.day())
                .param("paper", paper)
                .param("by", Author.current().username())
                .query(new RecordRows<>(Passed.class))
                .list();
        audit.changedAll(
                "stock.reorganised",
                "stock",
                passed.stream()
                        .map(one -> new Changed(one.id(), one.organisationId(), null, one))
                        .toList());
    }

    /** What is left in some stocks, and of how many organisations. */
    private record Left(long places, long things) {}

    /** Serials as they came in at the other end. */
    private record Passed(UUID id, UUID organisationId, String first, String last, String kind) {}
}
