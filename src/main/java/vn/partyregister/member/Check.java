package vn.partyregister.member;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be wrong with a member's file, or missing in it.
 *
 * @param key its name in addresses: the kind, and the item where the kind has one check for each
 * @param kind names it in the message files
 * @param section where it is mended
 * @param item the item to look at
 * @param label how that item is called, where the kind has one check for each
 * @param ruleKey the rule behind it
 * @param condition holds for a file that fails: SQL over {@code m}, a row of {@code member.member}, and the parameters
 *     of {@link Checks#params}
 */
public record Check(
        String key,
        String kind,
        Topic topic,
        Severity severity,
        Mender mender,
        Section section,
        String item,
        @Nullable String label,
        @Nullable String ruleKey,
        String condition) {
    boolean refuses() {
        return severity == Severity.REFUSES;
    }

    /** What checks are about; pages show them in this order. */
    public enum Topic {
        MISSING,
        DATES,
        CAREER,
        DUPLICATES,
        NUMBERS,
        CODES,
        PLACES
    }

    /** What a saving does that brings it about. */
    public enum Severity {
        REFUSES,
        WARNS
    }

    /** Who mends it. */
    public enum Mender {
        /** Chi bộ: the member is asked. */
        CELL,
        /** Cấp ủy cơ sở: the papers of the file tell. */
        BASE,
        /** Ban Tổ chức Tỉnh ủy: who gives out numbers and cards. */
        BOARD
    }
}
