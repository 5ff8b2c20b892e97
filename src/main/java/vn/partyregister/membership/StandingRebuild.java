package vn.partyregister.membership;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that standings and head-counts are what the journal tells, and makes them anew from it. Run with
 * {@code --register.command=rebuild-standing}.
 */
@Component
class StandingRebuild implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StandingRebuild.class);

    private final JdbcClient jdbc;

    StandingRebuild(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var commands = arguments.getOptionValues("register.command");
        if (commands != null && commands.contains("rebuild-standing")) {
            var before = compare();
            var rebuilt = rebuild();
            var after = compare();
            LOG.info("standing rebuilt from the journal: {} rows; before {}, after {}", rebuilt, before, after);
            if (!after.isNone()) {
                throw new IllegalStateException("standing differs from the journal after its rebuild: " + after);
            }
        }
    }

    /** Makes all standings and head-counts anew; how many standings there are. */
    @Transactional
    long rebuild() {
        return jdbc.sql("select membership.rebuild_standing()")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** What differs between the journal, the standings and the head-counts. */
    @Transactional(readOnly = true)
    Difference compare() {
        return jdbc.sql("""
                        select count(*) filter (where lack = 'MISSING') as missing,
                               count(*) filter (where lack = 'UNFOUNDED') as unfounded,
                               (select count(*) from membership.headcount_out_of_step) as miscounted
                        from membership.standing_out_of_step
                        """)
                .query((row, _) ->
                        new Difference(row.getLong("missing"), row.getLong("unfounded"), row.getLong("miscounted")))
                .single();
    }

    /**
     * How many rows differ.
     *
     * @param missing standings that the journal tells of and the table lacks
     * @param unfounded standings of the table that the journal does not tell of
     * @param miscounted days on which a head-count is not that of the standings
     */
    record Difference(long missing, long unfounded, long miscounted) {
        boolean isNone() {
            return missing == 0 && unfounded == 0 && miscounted == 0;
        }
    }
}
