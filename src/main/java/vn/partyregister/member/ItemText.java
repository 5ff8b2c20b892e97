package vn.partyregister.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.reference.CodeLists;

/** Values of items as people read them: dd/MM/yyyy, names of codes, 1.500.000. */
@Component
public class ItemText {
    private static final String CITIZEN_NUMBER = "citizen_number";
    private static final String THOUSANDS = "(?<=\\d)(?=(\\d{3})+$)";

    private final CodeLists lists;

    ItemText(CodeLists lists) {
        this.lists = lists;
    }

    /** How a kept value reads, in the reader's language. */
    public String of(Item item, String value) {
        var list = item.list();
        return switch (item.form()) {
            case DAY, PARTIAL_DATE ->
                Canonical.read(value).map(PartialDate::toString).orElse(value);
            case CODE -> list == null ? value : lists.label(list, value);
            case AMOUNT -> value.replaceAll(THOUSANDS, ".");
            case TEXT, NOTE, NAME, PLACE, NUMBER, SECRET_NUMBER -> value;
        };
    }

    /**
     * The items of a section as they are read: those with a value, and those that a whole file has.
     *
     * @param citizenNumber the whole citizen number where it may be shown; null shows what the file shows
     */
    public List<Line> lines(Sheet sheet, @Nullable String citizenNumber) {
        return sheet.shown().stream()
                .map(item -> {
                    var value = sheet.value(item.key());
                    var masked = value != null && item.key().equals(CITIZEN_NUMBER);
                    var shown = masked && citizenNumber != null ? citizenNumber : value;
                    return new Line(
                            item.numbered(), shown == null ? null : of(item, shown), masked && citizenNumber == null);
                })
                .toList();
    }

    /** How a kept value is typed: a code by its code. */
    public String typed(Item item, String value) {
        return item.form() == Item.Form.CODE ? value : of(item, value);
    }

    /**
     * An item as it is read.
     *
     * @param text null while nothing is recorded
     * @param masked whether there is more of it than is shown
     */
    public record Line(String label, @Nullable String text, boolean masked) {}
}
