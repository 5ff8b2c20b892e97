package vn.partyregister.transfer;

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
 * Whoever is here for a time from outside of the register goes along when the cell that took them in goes into another. Before
 * one ends that goes into none, their stay there is ended: another cell takes them in by a letter to itself.
 */
@Component
@Order(6)
class GuestsMoveAlong implements FollowsReorganisation {
    private static final String HERE = "(g.ended_on is null or g.ended_on > :day)";

    private static final String MOVING = """
            select g.id, g.organisation_id as from_id, m.into_id, g.until_on from transfer.guest g
            join unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as m (gone_id, into_id) on m.gone_id = g.organisation_id
            where\s""" + HERE;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    GuestsMoveAlong(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "transfer.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<>(Consequence.barredBy(
                "transfer.reorganisation.guests",
                event.named(ask(
                        "select distinct g.organisation_id from transfer.guest g where g.organisation_id = any(:closed) and "
                                + HERE,
                        event))));
        found.addAll(Consequence.barredBy(
                "transfer.reorganisation.guests-nowhere",
                event.named(ask(
                                "select distinct into_id as organisation_id from (" + MOVING
                                        + ") m where into_id = any(:barren)",
                                event)
                        .param("barren", barren(event)))));
        var going = ask("select count(*) from (" + MOVING + ") m", event)
                .query(Integer.class)
                .single();
        if (going > 0) {
            found.add(Consequence.tells("transfer.reorganisation.guests-move", going));
        }
        return found;
    }

    /** Those that from the day on can have no members with them. */
    private static UUID[] barren(Reorganised event) {
        return event.after().entrySet().stream()
                .filter(one -> !one.getValue().holdsMembers())
                .map(one -> one.getKey().id())
                .toArray(UUID[]::new);
    }

    /** Whoever extends or ends one of the stays waits. */
    @Override
    public void hold(Reorganised event) {
        ask("""
                select g.id from transfer.guest g
                where g.organisation_id = any(:merged) or g.id in (select guest_id from transfer.carried_guest where reorganisation_id = :id)
                order by g.id for update
                """, event).query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    @Override
    public void follow(Reorganised event) {
        ask("""
                insert into transfer.carried_guest (reorganisation_id, guest_id, from_id, into_id, until_on)
                select :id, m.id, m.from_id, m.into_id, m.until_on from (%s) m
                """.formatted(MOVING), event).update();
        put("into_id", event);
    }

    /** What was done with one of them since, and who was taken in where nothing is once it is taken back. */
    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("""
                        select (select count(*) from transfer.carried_guest c join transfer.guest g on g.id = c.guest_id
                                where c.reorganisation_id = :id and (g.organisation_id <> c.into_id or g.until_on <> c.until_on
                                    or g.ended_on is not null))
                            + (select count(*) from transfer.guest g where g.organisation_id = any(:begun)
                                and g.id not in (select guest_id from transfer.carried_guest where reorganisation_id = :id)) as resting
                        """)
                .param("id", event.id().id())
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("transfer.reorganisation.guests-rest", resting));
    }

    @Override
    public void takeBack(Reorganised event, String reason) {
        put("from_id", event);
    }

    private void put(String side, Reorganised event) {
        var moved = ask("""
                        update transfer.guest g set organisation_id = c.%s from transfer.carried_guest c
                        where c.reorganisation_id = :id and c.guest_id = g.id
                        returning g.id, g.organisation_id, c.from_id, c.into_id
                        """.formatted(side), event)
                .query(new RecordRows<>(Moved.class))
                .list();
        audit.changedAll(
                "transfer.guest-reorganised",
                "guest",
                moved.stream()
                        .map(one -> new Changed(one.id(), one.organisationId(), null, one))
                        .toList());
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("closed", event.closed().stream().map(OrganisationId::id).toArray(UUID[]::new))
                .param("merged", event.mergedIds())
                .param("successors", event.successorIds());
    }

    /** Whose guest somebody is from now on. */
    private record Moved(UUID id, UUID organisationId, UUID fromId, UUID intoId) {}
}
