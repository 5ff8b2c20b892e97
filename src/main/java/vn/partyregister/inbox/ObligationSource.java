package vn.partyregister.inbox;

import java.util.List;

/**
 * Obligations (việc đến hạn) that a module above computes from its facts. It tells of them in SQL, so that the inbox
 * joins those of all modules, narrows them by the scope, orders and counts them in the database.
 */
public interface ObligationSource {
    /** What it tells of, as the end of a message key: {@code Obligation.TRANSFER_LETTER} says what is to be done. */
    List<String> kinds();

    /**
     * A select with one row for each obligation that is open or was met by the day {@code :asAt}: {@code kind}; {@code
     * subject}, whom or what it concerns, and {@code subject_order}, by what that is ordered; {@code owner_id}, the organisation that owes it; {@code since}; {@code due_on},
     * null where no rule names a day; {@code done_on}, null while it is open; {@code address} of the thing;
     * {@code rule}, the key of the rule that the day follows from, and {@code rule_day}, the day of which it is taken. Where the
     * book has no such rule both are null, and {@code Obligation.KIND.day} says where the day comes from.
     */
    String select();
}
