package vn.partyregister.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column that a kind of row knows.
 *
 * @param key its name in the staged row and, after {@code import.column.}, in the message files
 * @param form how its cells are read
 * @param mandatory a new row without it is rejected
 * @param list the code list of a {@link Form#CODE} column
 * @param headings how people write its heading, compared folded; the first is what a form on paper calls it
 * @param rule the key of the rule that says how its numbers are written; null where none does
 * @param lengths the lengths a number may have, shortest first; empty where any will do. A number that lost its
 *     leading zeros is filled up to the next of them
 */
public record Column(
        String key,
        Form form,
        boolean mandatory,
        @Nullable String list,
        List<String> headings,
        @Nullable String rule,
        List<Integer> lengths) {
    /** Longer numbers than this are nobody's. */
    private static final int LONGEST_NUMBER = 30;

    public Column {
        headings = List.copyOf(headings);
        lengths = lengths.stream().sorted().toList();
        if ((form == Form.CODE) != (list != null)) {
            throw new IllegalArgumentException(key + ": a code column has a list, others have none");
        }
    }

    public Column(String key, Form form, boolean mandatory, @Nullable String list, List<String> headings) {
        this(key, form, mandatory, list, headings, null, List.of());
    }

    /** A column of text. */
    public static Column text(String key, boolean mandatory, String... headings) {
        return new Column(key, Form.TEXT, mandatory, null, List.of(headings));
    }

    /** The same column, whose numbers have one of these lengths. */
    public Column withLengths(Integer... permitted) {
        return new Column(key, form, mandatory, list, headings, rule, Arrays.asList(permitted));
    }

    /** The same column, whose numbers are written as a rule of the book says. */
    public Column writtenBy(String key) {
        return new Column(this.key, form, mandatory, list, headings, key, lengths);
    }

    /** The same column, whose numbers have the lengths at which digits alone make up the form. */
    Column ofForm(Pattern numbers) {
        return withLengths(IntStream.rangeClosed(1, LONGEST_NUMBER)
                .filter(length -> IntStream.rangeClosed(0, 9)
                        .anyMatch(
                                digit -> numbers.matcher(Integer.toString(digit).repeat(length))
                                        .matches()))
                .boxed()
                .toArray(Integer[]::new));
    }

    /** What a form on paper calls it. */
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
