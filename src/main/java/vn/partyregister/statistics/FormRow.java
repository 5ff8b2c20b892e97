package vn.partyregister.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A row of a form.
 *
 * @param whole the code of the row it is a part of; null for the four that make the balance
 * @param sums whether the parts sum to the whole with it; false for "of which"
 * @param official false for a line of the register's own, shown only where it counts somebody
 * @param depth how far it is set in
 */
public record FormRow(
        String code,
        Flow side,
        @Nullable String whole,
        boolean sums,
        boolean official,
        String symbol,
        String label,
        String directive,
        String certainty,
        int depth) {}
