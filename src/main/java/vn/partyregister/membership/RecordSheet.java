package vn.partyregister.membership;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.Restoration;
import vn.partyregister.platform.Dates;

/**
 * The record sheet of one member (phiếu đảng viên): each item of the form with what the register knows of it.
 *
 * @param restored how a lost file was made anew, the last time; null where it never was
 * @param photo their photo in an address of its own; null leaves the frame to glue one in
 */
public record RecordSheet(
        String code,
        String name,
        @Nullable String photo,
        @Nullable Restored restored,
        List<Blank> head,
        List<Part> parts) {
    public RecordSheet {
        head = List.copyOf(head);
        parts = List.copyOf(parts);
    }

    /**
     * A numbered item: single values, or a table.
     *
     * @param title stands before what it heads; null where its values are enough
     * @param heads of the columns of the table
     * @param rows in the order of the heads
     * @param room lines to write on by hand where the table has no rows
     * @param withheld whether the reader may not see what is recorded
     */
    public record Part(
            String number,
            @Nullable String title,
            List<Blank> blanks,
            List<String> heads,
            List<List<String>> rows,
            int room,
            boolean withheld) {
        public Part {
            blanks = List.copyOf(blanks);
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }

        static Part of(String number, @Nullable String title, List<Blank> blanks) {
            return new Part(number, title, blanks, List.of(), List.of(), 0, false);
        }

        static Part table(String number, String title, List<String> heads, List<List<String>> rows, int room) {
            return new Part(number, title, List.of(), heads, rows, room, false);
        }

        static Part withheld(String number, String title) {
            return new Part(number, title, List.of(), List.of(), List.of(), 0, true);
        }

        /** Lines to write on by hand, one for each. */
        public int lines() {
            return rows.isEmpty() ? room : 0;
        }
    }

    /** The decision by which a lost file was made anew. */
    public record Restored(String number, String day, String issuer) {
        static Restored by(Restoration decided) {
            return new Restored(
                    Objects.requireNonNull(decided.decisionNumber()),
                    Dates.write(Objects.requireNonNull(decided.decidedOn())),
                    Objects.requireNonNull(decided.issuer()));
        }
    }

    /**
     * Something to fill in.
     *
     * @param key what it is, for its look
     * @param value null where nothing is recorded: to be written by hand
     */
    public record Blank(String key, String label, @Nullable String value) {}
}
