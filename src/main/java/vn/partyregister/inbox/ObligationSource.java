package vn.partyregister.inbox;

import java.util.List;
import java.util.Map;

/**
 * Obligations (việc đến hạn) that a module above computes from its facts. It tells of them in SQL, so that the inbox
 * joins those of all modules, narrows them by the scope, orders and counts them in the database.
 */
public interface ObligationSource {
    /** What it tells of, as the end of a message key: {@code Obligation.TRANSFER_LETTER} says what is to be done. */
    List<String> kinds();

    /** The key of the rule that a kind follows from; a kind that is absent follows from none that the book has under one key. */
    default Map<String, String> rules() {
        return Map.of();
    }

    /**
     * A select with one row for each obligation that is open or was met by the day {@code :asAt}: {@code kind}; {@code
     * subject}, whom or what it concerns, and {@code subject_order}, by what that is ordered; {@code owner_id}, the organisation that owes it; {@code since}; {@code due_on},
     * null where no rule names a day; {@code done_on}, null while it is open; {@code address} of the thing.
     */
    String select();
}
