package vn.partyregister.organisation;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the dated closure of the tree: who stood below whom, and when. It follows from the versions alone, so it can
 * always be made anew; after an act only the lines that the act touched are.
 */
@Component
class Ancestry {
    private static final String LINES = """
            with recursive line (descendant_id, ancestor_id, valid, depth) as (
                select v.organisation_id, v.organisation_id, v.valid, 0
                from organisation.organisation_version v
                where %s
                union all
                select line.descendant_id, v.parent_id, line.valid * v.valid, line.depth + 1
                from line
                join organisation.organisation_version v
                    on v.organisation_id = line.ancestor_id and v.valid && line.valid and v.parent_id is not null)
            insert into organisation.ancestry (ancestor_id, descendant_id, valid, depth)
            select ancestor_id, descendant_id, unnest(range_agg(valid)), depth
            from line
            group by ancestor_id, descendant_id, depth
            """;

    private final JdbcClient jdbc;

    Ancestry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the whole closure anew. */
    @Transactional
    void rebuild() {
        jdbc.sql("delete from organisation.ancestry").update();
        jdbc.sql(LINES.formatted("true")).update();
    }

    /** Makes the lines of these organisations, and of all who ever stood below them, anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var touched = jdbc.sql("""
                        select unnest(cast(:changed as uuid[]))
                        union
                        select descendant_id from organisation.ancestry where ancestor_id = any(:changed)
                        """)
                .param("changed", changed.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .toArray(new UUID[0]);
        jdbc.sql("delete from organisation.ancestry where descendant_id = any(:touched)")
                .param("touched", touched)
                .update();
        jdbc.sql(LINES.formatted("v.organisation_id = any(:touched)"))
                .param("touched", touched)
                .update();
    }
}
