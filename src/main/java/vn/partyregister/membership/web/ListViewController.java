package vn.partyregister.membership.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.membership.ListViews;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Visitor;

/** How the visitor reads the member list: its columns and density. Leads back to the list that was read. */
@Controller
@RequestMapping("/members/view")
@Permitted(Permission.READ_MEMBERS)
class ListViewController {
    private final ListViews views;
    private final AskedLists asked;

    ListViewController(ListViews views, AskedLists asked) {
        this.views = views;
        this.asked = asked;
    }

    @PostMapping
    String keep(
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(required = false) @Nullable String density,
            @RequestParam Map<String, String> given,
            Visitor visitor,
            Locale language) {
        views.keep(visitor.account(), column == null ? List.of() : column, density);
        return back(given, language);
    }

    /** As it is for who has chosen nothing. */
    @PostMapping("/standard")
    String forget(@RequestParam Map<String, String> given, Visitor visitor, Locale language) {
        views.forget(visitor.account());
        return back(given, language);
    }

    private String back(Map<String, String> given, Locale language) {
        return "redirect:/members" + asked.read(given, language).query();
    }
}
