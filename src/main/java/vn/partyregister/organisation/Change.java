package vn.partyregister.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What becomes, or became, of an organisation: a line of the annex of the decision.
 *
 * @param before null where it begins
 * @param after null where it ends
 * @param successors what became of it, where it ends; what it came from, where it is split off
 */
public record Change(
        OrganisationId id,
        Manner manner,
        @Nullable Side before,
        @Nullable Side after,
        String successors) {
    /** What it is called: afterwards, or before where it ends. */
    public String name() {
        var last = after == null ? before : after;
        return last == null ? "" : last.name();
    }

    /** One side of the line. */
    public record Side(
            String name,
            String typeLabel,
            String parent,
            @Nullable String code,
            int members) {}

    /** What kind of change. */
    public enum Manner {
        /** Thành lập. */
        BEGINS,
        /** Chia tách. */
        SPLIT_OFF,
        /** Sáp nhập. */
        MERGED,
        /** Kết thúc. */
        ENDS,
        /** Đổi trực thuộc. */
        MOVED,
        /** Đổi tên. */
        RENAMED,
        /** Nhiều thay đổi, hoặc đổi loại, đổi mã. */
        CHANGED
    }
}
