package vn.partyregister.paperfile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/**
 * Paper files stay where they are until somebody hands them over, whatever becomes of who keeps them: the register tells
 * that they have to be. A count that has begun is closed before.
 */
@Component
@Order(4)
class FilesOfEnded implements FollowsReorganisation {
    private final JdbcClient jdbc;

    FilesOfEnded(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "paperfile.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        var counting = jdbc.sql("""
                        select organisation_id from paperfile.count
                        where organisation_id = any(:ended) and (closed_at is null or counted_on >= :day)
                        """)
                .param("ended", event.endedIds())
                .param("day", event.day())
                .query((row, _) -> event.name(row.getObject("organisation_id", UUID.class)))
                .list();
        found.addAll(Consequence.barredBy("paperfile.reorganisation.counting", counting));
        var kept = jdbc.sql("select count(*) from paperfile.whereabouts where organisation_id = any(:ended)")
                .param("ended", event.endedIds())
                .query(Integer.class)
                .single();
        if (kept > 0) {
            found.add(Consequence.warns("paperfile.reorganisation.kept", kept));
        }
        return found;
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("""
                        select (select count(*) from paperfile.count where organisation_id = any(:begun))
                            + (select count(*) from paperfile.event where organisation_id = any(:begun))
                            + (select count(*) from paperfile.hand_over where to_organisation_id = any(:begun)) as resting
                        """)
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("paperfile.reorganisation.rests", resting));
    }
}
