package vn.partyregister.supplement;

import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/** An organisation that asks its members for the supplement closes that campaign before it ends: nobody would keep it after. */
@Component
@Order(5)
class CampaignsFirst implements FollowsReorganisation {
    private final JdbcClient jdbc;

    CampaignsFirst(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "supplement.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        return open("supplement.reorganisation.open", event.endedIds(), event);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        return open("supplement.reorganisation.rests", event.begunIds(), event);
    }

    private List<Consequence> open(String key, UUID[] organisations, Reorganised event) {
        var names = jdbc.sql("""
                        select distinct organisation_id from supplement.campaign
                        where organisation_id = any(:organisations) and (closed_on is null or opens_on >= :day)
                        """)
                .param("organisations", organisations)
                .param("day", event.day())
                .query((row, _) -> event.name(row.getObject("organisation_id", UUID.class)))
                .list();
        return names.isEmpty()
                ? List.of()
                : List.of(Consequence.bars(
                        key,
                        names.size(),
                        Consequence.named(names.stream().sorted().toList())));
    }
}
