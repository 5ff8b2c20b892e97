package vn.partyregister.member;

import org.jspecify.annotations.Nullable;

/**
 * A value of a file that an import puts in the place of another.
 *
 * @param item the key of the item, or of a column that is none
 * @param before null where nothing stood there; of a secret number its end alone
 */
public record ImportedChange(
        MemberId member, String item, @Nullable String before, String after) {}
