package vn.partyregister.membership.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.member.Item;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.PlainItems;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.ItemValue;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** Which item of the form many are given, and which value: first the item, then the field that suits it. */
@Controller
@RequestMapping("/members/bulk/{work}/item")
@Permitted(Permission.KEEP_MEMBERS)
class ItemForManyController {
    private static final String ACT = "item";

    private final BulkWorks works;
    private final PlainItems items;
    private final ItemText text;
    private final CodeLists lists;

    ItemForManyController(BulkWorks works, PlainItems items, ItemText text, CodeLists lists) {
        this.works = works;
        this.items = items;
        this.text = text;
        this.lists = lists;
    }

    @GetMapping
    String form(
            @PathVariable("work") BulkWorkId id,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var said = works.terms(work, ItemValue.class);
        var key = Optional.ofNullable(new Parameters(given).text("item")).orElse(said == null ? "" : said.item());
        var item = items.find(key).orElse(null);
        var value = item == null || said == null || !said.item().equals(key) ? "" : text.typed(item, said.value());
        return page(work, item, value, model);
    }

    @PostMapping
    String judge(
            @PathVariable("work") BulkWorkId id,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var item = items.find(given.getOrDefault("item", ""))
                .orElseThrow(() -> new NotReadable("membership.bulk.unknown-item"));
        var typed = given.getOrDefault(item.key(), "");
        var read = items.read(item, typed);
        if (read.value() == null || read.value().isEmpty()) {
            model.addAttribute("fault", read);
            return page(work, item, typed, model);
        }
        works.judge(work, new ItemValue(item.key(), read.value()), scope);
        return "redirect:/members/bulk/{work}";
    }

    private String page(BulkWork work, @Nullable Item item, String value, Model model) {
        model.addAttribute("bulk", work);
        model.addAttribute("items", items.all());
        model.addAttribute("item", item);
        model.addAttribute("value", value);
        model.addAttribute("lists", lists);
        return "membership/bulk-item";
    }
}
