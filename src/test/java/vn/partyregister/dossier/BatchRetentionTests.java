package vn.partyregister.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;

/** Scans that wait do not wait for ever. */
@RegisterTest
class BatchRetentionTests {
    private static final LocalDate SENT = LocalDate.of(2020, 3, 2);

    @Autowired
    private BatchRetention retention;

    @Autowired
    private Batches batches;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasSentIsDeletedOnTheSeventhDayAndNotTheDayBefore() {
        var batch = batches.begin(orgs.tree().east());
        jdbc.sql("update dossier.batch set uploaded_at = timestamptz '2020-03-02 08:00+07' where id = ?")
                .param(batch.id())
                .update();
        retention.clear(SENT.plusDays(6));
        assertThat(isThere(batch)).isTrue();
        retention.clear(SENT.plusDays(7));
        assertThat(isThere(batch)).isFalse();
    }

    private boolean isThere(BatchId batch) {
        return jdbc.sql("select exists (select from dossier.batch where id = ?)")
                .param(batch.id())
                .query(Boolean.class)
                .single();
    }
}
