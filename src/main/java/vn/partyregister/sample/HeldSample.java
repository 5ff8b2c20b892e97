package vn.partyregister.sample;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sample the database holds, and whether it is whole. */
@Repository
class HeldSample {
    private final JdbcClient jdbc;

    HeldSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Held(String name, boolean whole) {}

    Optional<Held> held() {
        return jdbc.sql("select name, whole_at is not null from sample.held")
                .query((row, _) -> new Held(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    boolean hasOrganisations() {
        return jdbc.sql("select exists (select from organisation.organisation)")
                .query(Boolean.class)
                .single();
    }

    void begin(String name) {
        jdbc.sql("insert into sample.held (name) values (:name)")
                .param("name", name)
                .update();
    }

    void whole(String name) {
        jdbc.sql("update sample.held set whole_at = now() where name = :name")
                .param("name", name)
                .update();
    }
}
