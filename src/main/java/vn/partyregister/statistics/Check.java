package vn.partyregister.statistics;

import java.util.List;

/**
 * An identity that the figures of a form must keep, with both of its figures.
 *
 * @param subject what the words speak of besides: the label of a row
 * @param left the figure of the form
 * @param right what it must be equal to, or at most
 */
public record Check(Kind kind, List<String> subject, long left, long right) {
    public Check {
        subject = List.copyOf(subject);
    }

    static Check of(Kind kind, long left, long right) {
        return new Check(kind, List.of(), left, right);
    }

    /** The subject as one text. */
    public String about() {
        return String.join(", ", subject);
    }

    public boolean holds() {
        return kind == Kind.OF_WHICH ? left <= right : left == right;
    }

    /** What is compared. */
    public enum Kind {
        /** Opening + in − out = closing. */
        CLOSES,
        /** The opening is who is on the member list on the day before. */
        OPENING_LISTED,
        /** The opening is what the period before was closed with, and what became known of it since. */
        CLOSED_BEFORE,
        /** The closing is who is on the member list on the last day. */
        CLOSING_LISTED,
        /** The parts of a row sum to it. */
        PARTS,
        /** What is "of which" is no more than its row. */
        OF_WHICH,
        CHILDREN_OPENING,
        CHILDREN_IN,
        CHILDREN_OUT,
        CHILDREN_CLOSING,
        /** Who leaves one child for another comes into that other. */
        CHILDREN_INNER,
        /** Each child closes by itself. */
        CHILDREN_CLOSE,
        /** I of forms 2 and 2B is the row "admitted" of form 1. */
        ADMITTED_IN_FORM_1,
        /** I of form 2B is I of form 2. */
        ADMITTED_IN_FORM_2,
        /** The parts of the organisation admitted all of them. */
        CHILDREN_ADMITTED
    }
}
