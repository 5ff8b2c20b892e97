package vn.partyregister.transfer;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/**
 * A letter of introduction leads from one organisation to another by name. Before one of them ends, what is under way
 * is accepted, returned or cancelled: nobody could fill the boxes of an organisation that is no more.
 */
@Component
@Order(6)
class LettersUnderWay implements FollowsReorganisation {
    private final JdbcClient jdbc;

    LettersUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "transfer.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var waiting = event.named(jdbc.sql("""
                        select distinct b.organisation_id
                        from transfer.transfer t
                        join transfer.box b on b.transfer_id = t.id
                        where t.stage in ('REQUESTED', 'SIGNING', 'IN_TRANSIT', 'ARRIVING')
                        and b.organisation_id = any(:ended)
                        and (b.filled_on is null or b.organisation_id in (t.from_id, t.to_id))
                        """).param("ended", event.endedIds()));
        return Consequence.barredBy("transfer.reorganisation.open", waiting);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql(
                        "select count(distinct transfer_id) from transfer.box where organisation_id = any(:begun)")
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("transfer.reorganisation.rests", resting));
    }
}
