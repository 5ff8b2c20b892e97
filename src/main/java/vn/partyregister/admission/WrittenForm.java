package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.partyregister.reference.DossierForm;
import vn.partyregister.reference.DossierForm.Line.Kind;

/**
 * A form that the register has filled in. What it does not know stays open, to be written by hand.
 *
 * @param superior the organisation above the one that writes it; null where there is none to name
 * @param body who writes it; null while that is open
 * @param number of the document; null while it has none
 * @param place where it is written; null where the name of no organisation tells it
 * @param day null while it has none
 */
public record WrittenForm(
        DossierForm form,
        @Nullable String superior,
        @Nullable String body,
        @Nullable String number,
        @Nullable String place,
        @Nullable LocalDate day,
        List<Line> lines) {
    public WrittenForm {
        lines = List.copyOf(lines);
    }

    /** The lines of a kind, in their order. */
    public List<Line> of(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /**
     * A line of it.
     *
     * @param number as printed before it
     * @param room dotted lines of an open one
     */
    public record Line(Kind kind, @Nullable String number, List<Part> parts, int room) {
        public Line {
            parts = List.copyOf(parts);
        }

        /** It as one text, for a line without blanks. */
        public String text() {
            return parts.stream().map(Part::text).collect(Collectors.joining());
        }
    }

    /**
     * A piece of a line.
     *
     * @param strong for the name of whom it is about
     * @param whole not to be broken at the end of a line
     */
    public record Part(String text, boolean strong, boolean whole) {}
}
