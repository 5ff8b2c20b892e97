package vn.partyregister.membership.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.partyregister.member.Item;
import vn.partyregister.platform.Parameters;
import vn.partyregister.reference.Places;

/**
 * The fields of one address in a member's form: their keys begin alike and end with what they are, {@code
 * residence_province}, {@code residence_commune}; those of the three-level form that ended say so, {@code
 * residence_old_district}.
 */
class AddressFields {
    private static final String OLD = "_old_";

    private final Parameters given;

    AddressFields(Parameters given) {
        this.given = given;
    }

    /** The field that is typed in. */
    Optional<Item> field(List<Item> items) {
        var key = text("field");
        return items.stream()
                .filter(item -> item.form() == Item.Form.PLACE && item.key().equals(key))
                .findFirst();
    }

    Places.Asked asked(Item item) {
        var beginning = beginning(item);
        return new Places.Asked(
                Optional.ofNullable(item.list()).orElseThrow(),
                text(item.key()),
                text(beginning + "province"),
                text(beginning + "district"),
                item.key().contains(OLD));
    }

    /** The other fields of the same address, as a selector. */
    static String others(Item item, List<Item> items) {
        return items.stream()
                .filter(other -> other.form() == Item.Form.PLACE && !other.equals(item))
                .filter(other -> beginning(other).equals(beginning(item)))
                .map(other -> "#" + other.key())
                .collect(Collectors.joining(", "));
    }

    private static String beginning(Item item) {
        return item.key().substring(0, item.key().lastIndexOf('_') + 1);
    }

    private String text(String name) {
        var text = given.text(name);
        return text == null ? "" : text;
    }
}
