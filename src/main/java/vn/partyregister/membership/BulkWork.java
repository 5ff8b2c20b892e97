package vn.partyregister.membership;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/**
 * One act for many at once, and how far it has come.
 *
 * @param undoes the work that this one takes back
 * @param undoneBy the work that takes this one back, let go of or not
 * @param terms what holds for all, as JSON; null until the act's form is sent
 * @param scope how far the clerk's right reaches
 * @param chosen how many people it was chosen for
 * @param toWrite for how many it is to be written, once the writing is asked for
 * @param written for how many it is written
 * @param refusal why its last step was stopped
 */
public record BulkWork(
        BulkWorkId id,
        String act,
        @Nullable BulkWorkId undoes,
        @Nullable BulkWorkId undoneBy,
        BulkState state,
        @Nullable String terms,
        UUID account,
        String username,
        @Nullable String address,
        Scope scope,
        int chosen,
        int toWrite,
        int written,
        @Nullable BulkReason refusal,
        Instant chosenAt) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(BusinessDay.ZONE);

    /** Written people of a hundred. */
    public int percent() {
        return toWrite == 0 ? 0 : (int) (100L * written / toWrite);
    }

    /** Whether it takes another work back. */
    public boolean isUndoing() {
        return undoes != null;
    }

    /** Whether it can be taken back. */
    public boolean mayBeUndone() {
        return state == BulkState.DONE && undoes == null && undoneBy == null && written > 0;
    }

    /** When the people were chosen, as people write it here. */
    public String when() {
        return WRITTEN.format(chosenAt);
    }

    Author author() {
        return new Author(account, username, address);
    }
}
