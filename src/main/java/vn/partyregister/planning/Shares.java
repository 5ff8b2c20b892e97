package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The share of members in the population, where the population of an area is known by a day. */
@Component
class Shares {
    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In hundredths of a per cent, of an organisation and of those right below it; who has no population is left out. */
    Map<UUID, Long> of(UUID organisation, LocalDate day) {
        var shares = new HashMap<UUID, Long>();
        jdbc.sql("""
                        with known as materialized (
                            select distinct on (k.organisation_id) k.organisation_id as id, k.figure
                            from (select distinct on (f.organisation_id, f.counted_on) f.* from planning.known_figure f
                                join organisation.organisation_version v on v.organisation_id = f.organisation_id
                                    and v.valid @> cast(:day as date)
                                    and (v.organisation_id = :organisation or v.parent_id = :organisation)
                                where f.subject = 'POPULATION' and f.counted_on <= :day
                                order by f.organisation_id, f.counted_on, f.recorded desc) k
                            where k.figure > 0
                            order by k.organisation_id, k.counted_on desc
                        )
                        select k.id, round(10000.0 * coalesce(sum(h.change), 0) / k.figure) as share
                        from known k
                        join organisation.ancestry a on a.ancestor_id = k.id and a.valid @> cast(:day as date)
                        left join membership.headcount h on h.organisation_id = a.descendant_id and h.day <= :day
                        group by k.id, k.figure
                        """).param("organisation", organisation).param("day", day).query(row -> {
            shares.put(row.getObject("id", UUID.class), row.getLong("share"));
        });
        return shares;
    }
}
