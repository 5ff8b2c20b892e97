package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is kept of the book: read once, and anew after an act on this node or another. */
class KeptTests {
    private final AtomicLong acts = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private final Kept<Integer> kept = new Kept<>(acts::get, readings::incrementAndGet);

    @Test
    void itIsReadOnceUntilAnotherNodeHasDoneSomething() {
        assertThat(kept.get()).isEqualTo(1);
        kept.askAgain();
        assertThat(kept.get()).isEqualTo(1);
        acts.incrementAndGet();
        assertThat(kept.get()).as("before this node has asked").isEqualTo(1);
        kept.askAgain();
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void theTransactionThatChangesItReadsPastItAndTheNodeAnewAfterwards() {
        kept.get();
        TransactionSynchronizationManager.initSynchronization();
        try {
            kept.changed();
            kept.changed();
            assertThat(kept.get()).isEqualTo(2);
            assertThat(kept.get()).isEqualTo(3);
            assertThat(TransactionSynchronizationManager.getSynchronizations()).hasSize(1);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(kept.get()).isEqualTo(4);
        assertThat(kept.get()).isEqualTo(4);
    }

    @Test
    void whatIsInDoubtIsReadAnew() {
        kept.get();
        kept.forget();
        assertThat(kept.get()).isEqualTo(2);
    }
}
