package vn.partyregister.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it stands in a file.
 *
 * @param text what it holds, exactly: TEXT as written (old encodings already in Unicode); NUMBER in plain digits, as
 *     exact as it is stored; DATE as yyyy-MM-dd, with THH:mm:ss where there is a time of day; BOOLEAN true or false;
 *     FORMULA the formula, never its result; ERROR its code; EMPTY nothing
 * @param stored the text as the file stores it, where that differs from {@code text}
 * @param font the font it is shown in, where the file says so
 */
record Cell(
        Kind kind,
        String text,
        @Nullable String stored,
        @Nullable String font) {
    static final Cell EMPTY = new Cell(Kind.EMPTY, "", null, null);

    /** What a cell holds. */
    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        FORMULA,
        ERROR
    }

    static Cell of(Kind kind, String text) {
        return new Cell(kind, text, null, null);
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : of(Kind.TEXT, text);
    }

    boolean isBlank() {
        return kind == Kind.EMPTY || kind == Kind.TEXT && text.isBlank();
    }
}
