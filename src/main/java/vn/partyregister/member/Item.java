package vn.partyregister.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item of the member's form as it stands on a day.
 *
 * @param key its name in the values of its section
 * @param number as printed on the form: a, b, 01 … 30; empty for what the register asks beside it
 * @param label its name in the reader's language
 * @param list the code list of a {@link Form#CODE}, or the one that suggests a {@link Form#PLACE}
 * @param longest how many letters or digits it takes; null where its form has no such bound
 * @param required a file without it is not complete
 * @param byDecision once given, it changes by a decision alone
 * @param ofThePerson it stands with the person and not in the sheet of its section
 * @param toldByJournal an act of the journal writes it; the form only shows it
 * @param ruleKey the rule that says how its number is written
 */
public record Item(
        Section section,
        String key,
        String number,
        String label,
        Form form,
        @Nullable String list,
        @Nullable Integer longest,
        boolean required,
        boolean byDecision,
        boolean ofThePerson,
        boolean toldByJournal,
        @Nullable String ruleKey) {
    /** How a value is typed, and the canonical text that is kept. */
    public enum Form {
        /** One line. */
        TEXT,
        /** Several lines. */
        NOTE,
        /** A person's name. */
        NAME,
        /** yyyy-MM-dd. */
        DAY,
        /** yyyy-MM-dd, yyyy-MM or yyyy. */
        PARTIAL_DATE,
        /** A code of the list. */
        CODE,
        /** One line; the list only suggests. */
        PLACE,
        /** Digits and letters as text. */
        NUMBER,
        /** The same, sealed; shown by its last digits. */
        SECRET_NUMBER,
        /** A whole amount. */
        AMOUNT
    }

    /** Its name as the form prints it: 01. Họ và tên đang dùng. */
    public String numbered() {
        return number.isEmpty() ? label : number + ". " + label;
    }

    /** An item with the days on which it is asked. */
    record Dated(
            Item item, @Nullable LocalDate from, @Nullable LocalDate until) {
        boolean isAskedOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }
}
