package vn.partyregister.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.reference.Form;

/** The record sheet of one member (phiếu đảng viên): each item of the form with what the register knows of it. */
public record RecordSheet(String code, String name, List<Blank> head, List<Item> items) {
    public RecordSheet {
        head = List.copyOf(head);
        items = List.copyOf(items);
    }

    /** A numbered item, with the blanks that belong to it. */
    public record Item(String number, List<Blank> blanks) {
        public Item {
            blanks = List.copyOf(blanks);
        }
    }

    /**
     * Something to fill in.
     *
     * @param value null where nothing is recorded: to be written by hand
     * @param withheld whether the reader may not see what is recorded
     */
    public record Blank(Form.Field field, @Nullable String value, boolean withheld) {
        /** Lines to write on by hand, one for each. */
        public int lines() {
            return value == null && !withheld ? field.room() : 0;
        }
    }
}
