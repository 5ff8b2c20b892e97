package vn.partyregister.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.recognition.StockFilter.What;

/**
 * What became of a kind of things in a period.
 *
 * @param organisationId whose stock; null for all of them together
 * @param inHand how many serials lay there on the last day, counted by the serials themselves
 */
public record StockBalance(
        @Nullable UUID organisationId,
        @Nullable String organisation,
        String kind,
        long opening,
        long received,
        long returned,
        long issued,
        long writtenOff,
        long handedDown,
        long sentBack,
        long corrected,
        long inHand) {
    /** A figure of it. */
    public long of(What what) {
        return switch (what) {
            case RECEIVED -> received;
            case RETURNED -> returned;
            case ISSUED -> issued;
            case WRITTEN_OFF -> writtenOff;
            case HANDED_DOWN -> handedDown;
            case SENT_BACK -> sentBack;
            case CORRECTED -> corrected;
        };
    }

    /** Opening and what came in, less what went out. */
    public long sum() {
        return opening + received + returned - issued - writtenOff - handedDown - sentBack - corrected;
    }

    /** Whether that is what lies there. */
    public boolean balances() {
        return sum() == inHand;
    }
}
