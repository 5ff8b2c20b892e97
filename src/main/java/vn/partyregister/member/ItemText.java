package vn.partyregister.member;

import org.springframework.stereotype.Component;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.reference.CodeLists;

/** Values of items as people read them: dd/MM/yyyy, names of codes, 1.500.000. */
@Component
public class ItemText {
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

    /** How a kept value is typed: a code by its code. */
    public String typed(Item item, String value) {
        return item.form() == Item.Form.CODE ? value : of(item, value);
    }
}
