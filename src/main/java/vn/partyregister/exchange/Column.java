package vn.partyregister.exchange;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that a kind of row knows.
 *
 * @param key its name in the staged row and, after {@code import.column.}, in the message files
 * @param form how its cells are read
 * @param mandatory a new row without it is rejected
 * @param list the code list of a {@link Form#CODE} column
 * @param headings how people write its heading, compared folded; the first is what our own export writes
 * @param lengths the lengths a number may have, shortest first; empty where any will do. A number that lost its
 *     leading zeros is filled up to the next of them
 */
public record Column(
        String key, Form form, boolean mandatory, @Nullable String list, List<String> headings, List<Integer> lengths) {
    public Column {
        headings = List.copyOf(headings);
        lengths = lengths.stream().sorted().toList();
        if ((form == Form.CODE) != (list != null)) {
            throw new IllegalArgumentException(key + ": a code column has a list, others have none");
        }
    }

    public Column(String key, Form form, boolean mandatory, @Nullable String list, List<String> headings) {
        this(key, form, mandatory, list, headings, List.of());
    }

    /** The same column, whose numbers have one of these lengths. */
    public Column withLengths(Integer... permitted) {
        return new Column(key, form, mandatory, list, headings, Arrays.asList(permitted));
    }

    /** What stands above it in our own export. */
    public String heading() {
        return headings.getFirst();
    }

    /** How a cell is read, and the canonical text that stands for it in {@code staged_row.value}. */
    public enum Form {
        /** Tidied text. */
        TEXT,
        /** A person's name, tidied. */
        NAME,
        /** yyyy-MM-dd. */
        DATE,
        /** yyyy-MM-dd, yyyy-MM or yyyy. */
        PARTIAL_DATE,
        /** A code of the column's list, given as code, name or synonym. */
        CODE,
        /** Digits (and letters) as text, leading zeros kept. */
        NUMBER,
        /** true or false. */
        YES_NO,
        /**
         * A number that may not lie open: the value under {@code key} is the hex of its keyed hash, beside it
         * {@code key.sealed} (base64) and {@code key.end} (the last three digits).
         */
        SECRET_NUMBER
    }
}
