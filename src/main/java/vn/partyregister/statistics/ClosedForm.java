package vn.partyregister.statistics;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A closed form with what became known after it was closed: the frozen figure of each row, who was added and who was taken
 * out since, and the figure of today. Frozen + added − taken out = restated.
 */
public record ClosedForm(Closing closing, List<Line> lines) {
    public static final String PATH = "/periods";

    public ClosedForm {
        lines = List.copyOf(lines);
    }

    /** The rows that late facts changed. */
    public List<Line> restated() {
        return lines.stream().filter(Line::changed).toList();
    }

    /** How many stood there at the end, with what became known since. */
    long closingRestated() {
        return find(atTheEnd()).map(Line::restated).orElse(0L);
    }

    /** The row of those who stand there at the end. */
    public String atTheEnd() {
        return lines.stream()
                .map(Line::row)
                .filter(row -> row.whole() == null && row.side() == Flow.CLOSING)
                .findFirst()
                .map(FormRow::code)
                .orElse("");
    }

    /** The frozen line of a row. */
    public @Nullable Line line(String code) {
        return find(code).orElse(null);
    }

    /** What a row showed; nought for a line that counted nobody then. */
    public long frozen(String code) {
        return find(code).map(Line::frozen).orElse(0L);
    }

    private Optional<Line> find(String code) {
        return lines.stream().filter(line -> line.row().code().equals(code)).findFirst();
    }

    /** The address of those who were added to a row, or taken out of it. */
    static String address(ClosingId closing, String row, Change change) {
        return UriComponentsBuilder.fromPath(PATH + "/" + closing + "/people")
                .queryParam("row", row)
                .queryParam("change", change)
                .toUriString();
    }

    /** What a late fact does to a row. */
    public enum Change {
        ADDED,
        REMOVED
    }

    /**
     * A row.
     *
     * @param before the same period a year earlier as it was shown when the form was closed
     * @param addedAddress the people; null where there are none
     */
    public record Line(
            FormRow row,
            long frozen,
            long before,
            long added,
            long removed,
            @Nullable String addedAddress,
            @Nullable String removedAddress) {
        static Line of(ClosingId closing, ClosingStore.Frozen frozen, long added, long removed) {
            return new Line(
                    frozen.row(),
                    frozen.figure(),
                    frozen.before(),
                    added,
                    removed,
                    added == 0 ? null : address(closing, frozen.code(), Change.ADDED),
                    removed == 0 ? null : address(closing, frozen.code(), Change.REMOVED));
        }

        public long restated() {
            return frozen + added - removed;
        }

        public boolean changed() {
            return added != 0 || removed != 0;
        }

        /** Whether it is shown: a line of the register's own only where it counts somebody. */
        public boolean shown() {
            return row.official() || frozen != 0 || before != 0 || changed();
        }
    }
}
