package vn.partyregister.membership.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.partyregister.member.Item;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.PlainItems;
import vn.partyregister.membership.BulkActText;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.ItemValue;

/** How the pages speak of one item for many. */
@Component
class ItemForManyText implements BulkActText {
    private final BulkWorks works;
    private final PlainItems items;
    private final ItemText text;

    ItemForManyText(BulkWorks works, PlainItems items, ItemText text) {
        this.works = works;
        this.items = items;
        this.text = text;
    }

    @Override
    public String key() {
        return "item";
    }

    @Override
    public Map<String, String> terms(BulkWork work) {
        var given = works.terms(work, ItemValue.class);
        return given == null
                ? Map.of()
                : item(work)
                        .map(item -> Map.of(item.label(), text.of(item, given.value())))
                        .orElseGet(() -> Map.of(given.item(), given.value()));
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public String value(BulkWork work, String kept) {
        return item(work).map(item -> text.of(item, kept)).orElse(kept);
    }

    private Optional<Item> item(BulkWork work) {
        return Optional.ofNullable(works.terms(work, ItemValue.class)).flatMap(given -> items.find(given.item()));
    }
}
