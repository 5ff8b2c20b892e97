package vn.partyregister.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A printed form (mẫu) as it is on one day, in the reader's language. */
public record Form(String code, String name, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * A column, or a blank to fill in.
     *
     * @param key what the register writes there
     * @param number as printed before the title; null for the further blanks of an item
     * @param room parts of the width for a column, dotted lines for a blank
     * @param sensitive filled in only for who may read the sensitive part of a file
     */
    public record Field(String key, @Nullable String number, String title, int room, boolean sensitive) {}
}
