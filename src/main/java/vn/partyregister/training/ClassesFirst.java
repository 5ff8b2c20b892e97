package vn.partyregister.training;

import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;

/** An organisation ends or cancels its classes before it ends itself: nobody would certify them after. */
@Component
@Order(7)
class ClassesFirst implements FollowsReorganisation {
    private final JdbcClient jdbc;

    ClassesFirst(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "training.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        return bars("training.reorganisation.open", """
                select distinct organisation_id from training.class
                where organisation_id = any(:organisations) and cancelled_on is null and to_on >= :day
                """, event.endedIds(), event);
    }

    @Override
    public List<Consequence> restingOn(Reorganised event) {
        return bars("training.reorganisation.rests", """
                select organisation_id from training.class where organisation_id = any(:organisations) and to_on >= :day
                union
                select organisation_id from training.participant where organisation_id = any(:organisations) and seen_on >= :day
                """, event.begunIds(), event);
    }

    private List<Consequence> bars(String key, String which, UUID[] organisations, Reorganised event) {
        var question = jdbc.sql(which).param("organisations", organisations).param("day", event.day());
        return Consequence.barredBy(key, event.named(question));
    }
}
