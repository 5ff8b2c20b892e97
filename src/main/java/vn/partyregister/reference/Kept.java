package vn.partyregister.reference;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that is read once and kept until the board does something to it: on this node at once, on another within a second
 * ({@link RulebookWatch}). The transaction that does it reads past what is kept, and alone sees it until it ends.
 */
final class Kept<T> {
    private final LongSupplier acts;
    private final Supplier<T> reader;
    private volatile @Nullable Read<T> kept;

    /**
     * @param acts how many acts there were: asked for before the reading, so that what comes between is read once more, never missed
     */
    Kept(LongSupplier acts, Supplier<T> reader) {
        this.acts = acts;
        this.reader = reader;
    }

    T get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return reader.get();
        }
        var known = kept;
        if (known == null) {
            known = new Read<>(acts.getAsLong(), reader.get());
            kept = known;
        }
        return known.value();
    }

    /** The board has done something in the transaction that runs. */
    void changed() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Kept.this);
                    kept = null;
                }
            });
        }
    }

    /** Asks whether another node has done something. */
    void askAgain() {
        var known = kept;
        if (known != null && acts.getAsLong() != known.acts()) {
            kept = null;
        }
    }

    /** What is kept may be out of date: it is read anew when it is asked for. */
    void forget() {
        kept = null;
    }

    private record Read<T>(long acts, T value) {}
}
