package vn.partyregister.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.SampleTest;
import vn.partyregister.organisation.ReformOnSample;

/** The reform of 01/07/2025 on the whole sample: read, foreseen, carried out, taken back; nothing of it stays. */
@SampleTest
@Tag("bench")
class ReformBench {
    private static final double MOST = 20_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Report report = new Report("reform");

    @AfterEach
    void written() throws IOException {
        report.write();
    }

    @Test
    void theWholeTreeTurnsOnOneDay() {
        transaction.executeWithoutResult(state -> {
            state.setRollbackOnly();
            var reform = new ReformOnSample(context);
            var began = System.nanoTime();
            var id = reform.draft();
            var drafted = System.nanoTime();
            reform.preview(id);
            var foreseen = System.nanoTime();
            reform.carryOut(id);
            var done = System.nanoTime();
            var moved = jdbc.sql("select count(*) from membership.movement where reorganisation_id = ?")
                    .param(id.id())
                    .query(Integer.class)
                    .single();
            reform.takeBack(id);
            var back = System.nanoTime();
            report.line(
                    "reform of 01/07/2025, %,d members moved".formatted(moved),
                    "carried out %s (draft read %s, foreseen %s, taken back %s)"
                            .formatted(
                                    Timing.written(millis(foreseen, done)),
                                    Timing.written(millis(began, drafted)),
                                    Timing.written(millis(drafted, foreseen)),
                                    Timing.written(millis(done, back))),
                    "–",
                    "≤ 20 s",
                    millis(foreseen, done) <= MOST);
            assertThat(millis(foreseen, done)).isLessThan(MOST);
        });
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
