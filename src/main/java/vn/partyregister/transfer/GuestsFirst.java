package vn.partyregister.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/**
 * Whoever is here for a time is here with a letter to one cell. Before that ends, their stay there is ended: another cell
 * takes them in by a letter to itself.
 */
@Component
@Order(6)
class GuestsFirst implements FollowsReorganisation {
    private final JdbcClient jdbc;

    GuestsFirst(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "transfer.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var hosts = jdbc.sql("""
                        select distinct organisation_id from transfer.guest
                        where organisation_id = any(:ended) and (ended_on is null or ended_on > :day)
                        """)
                .param("ended", event.endedIds())
                .param("day", event.day())
                .query((row, _) -> event.name(row.getObject("organisation_id", UUID.class)))
                .list();
        return Consequence.barredBy(
                "transfer.reorganisation.guests", hosts.stream().sorted().toList());
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("select count(*) from transfer.guest where organisation_id = any(:begun)")
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("transfer.reorganisation.guests-rest", resting));
    }
}
