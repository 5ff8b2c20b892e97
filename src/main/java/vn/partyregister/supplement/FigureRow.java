package vn.partyregister.supplement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign has come in an organisation and all below it.
 *
 * @param id null for the sum of several
 * @param late of those that were handed in
 */
public record FigureRow(@Nullable UUID id, @Nullable String name, long expected, long handedIn, long late) {
    public long notYet() {
        return expected - handedIn;
    }
}
