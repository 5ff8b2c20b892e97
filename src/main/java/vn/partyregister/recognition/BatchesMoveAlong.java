package vn.partyregister.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.RecordRows;

/**
 * A batch of badges under way goes along to the organisation that its own goes into, which proposes it from then on; of
 * one that goes into none it is left to the committee above. A technical check is of the cards that were there on its first
 * day: it is closed before the organisation ends.
 */
@Component
@Order(10)
class BatchesMoveAlong implements FollowsReorganisation {
    private static final String UNDER_WAY = """
            select b.id, b.organisation_id, b.award_day, m.into_id from recognition.batch b
            join unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as m (gone_id, into_id) on m.gone_id = b.organisation_id
            where b.state <> 'DECIDED'\
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    BatchesMoveAlong(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "recognition.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<>(Consequence.barredBy(
                "recognition.reorganisation.checking",
                event.named(ask(
                        "select distinct organisation_id from recognition.card_check"
                                + " where organisation_id = any(:ended) and closed_at is null",
                        event))));
        found.addAll(Consequence.barredBy(
                "recognition.reorganisation.batches-meet", event.named(ask("""
                select distinct into_id as organisation_id from (
                    select w.into_id, w.award_day from (%s) w
                    union all
                    select b.organisation_id, b.award_day from recognition.batch b
                    where b.organisation_id = any(:successors) and b.state <> 'DECIDED') meeting
                group by into_id, award_day having count(*) > 1
                """.formatted(UNDER_WAY), event))));
        var going = ask("select count(*) from (%s) w".formatted(UNDER_WAY), event)
                .query(Integer.class)
                .single();
        if (going > 0) {
            found.add(Consequence.tells("recognition.reorganisation.batches", going));
        }
        var staying = event.named(ask(
                "select distinct organisation_id from recognition.batch"
                        + " where organisation_id = any(:closed) and state <> 'DECIDED'",
                event));
        if (!staying.isEmpty()) {
            found.add(Consequence.warns(
                    "recognition.reorganisation.batches-stay", staying.size(), Consequence.named(staying)));
        }
        return found;
    }

    /** Whoever fills or decides one of them waits. */
    @Override
    public void hold(Reorganised event) {
        ask("""
                select b.id from recognition.batch b
                where b.state <> 'DECIDED' and b.organisation_id = any(:merged)
                or b.id in (select batch_id from recognition.carried_batch where reorganisation_id = :id)
                order by b.id for update
                """, event).query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    @Override
    public void follow(Reorganised event) {
        ask("""
                insert into recognition.carried_batch (reorganisation_id, batch_id, from_id, into_id, content)
                select :id, w.id, w.organisation_id, w.into_id, recognition.batch_content(w.id) from (%s) w
                """.formatted(UNDER_WAY), event).update();
        put("into_id", event);
    }

    /** What was done to one of them since, and what was begun where nothing is once it is taken back. */
    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = ask("""
                        select (select count(*) from recognition.carried_batch c join recognition.batch b on b.id = c.batch_id
                                where c.reorganisation_id = :id and (b.organisation_id <> c.into_id
                                    or recognition.batch_content(b.id) <> c.content))
                            + (select count(*) from recognition.batch b where b.organisation_id = any(:begun)
                                and b.id not in (select batch_id from recognition.carried_batch where reorganisation_id = :id))
                            + (select count(*) from recognition.proposal p where p.organisation_id = any(:begun))
                            + (select count(*) from recognition.card_check where organisation_id = any(:begun))
                            + (select count(*) from recognition.card_check_line where organisation_id = any(:begun))
                            + (select count(*) from recognition.card_event where organisation_id = any(:begun)) as resting
                        """, event)
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("recognition.reorganisation.rests", resting));
    }

    @Override
    public void takeBack(Reorganised event, String reason) {
        put("from_id", event);
    }

    private void put(String side, Reorganised event) {
        var moved = ask("""
                        update recognition.batch b set organisation_id = c.%s from recognition.carried_batch c
                        where c.reorganisation_id = :id and c.batch_id = b.id
                        returning b.id, b.organisation_id, c.from_id, c.into_id
                        """.formatted(side), event)
                .query(new RecordRows<>(Moved.class))
                .list();
        audit.changedAll(
                "badge-batch.reorganised",
                "badge-batch",
                moved.stream()
                        .map(one -> new Changed(one.id(), one.organisationId(), null, one))
                        .toList());
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("merged", event.mergedIds())
                .param("successors", event.successorIds())
                .param("ended", event.endedIds())
                .param("closed", event.closed().stream().map(OrganisationId::id).toArray(UUID[]::new));
    }

    /** Whose a batch is from now on. */
    private record Moved(UUID id, UUID organisationId, UUID fromId, UUID intoId) {}
}
