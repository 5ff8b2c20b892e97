package vn.partyregister.membership.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.membership.BulkFilter;
import vn.partyregister.membership.BulkList;
import vn.partyregister.membership.BulkState;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** One act for many: people chosen from the list, the preview, the writing and its result, and taking it back. */
@Controller
@RequestMapping("/members/bulk")
@Permitted(Permission.KEEP_MEMBERS)
class BulkController {
    private static final String PATH = "/members/bulk";
    private static final String TO_WORK = "redirect:/members/bulk/{work}";

    private final BulkWorks works;
    private final BulkList list;
    private final BulkTexts texts;
    private final AskedLists asked;

    BulkController(BulkWorks works, BulkList list, BulkTexts texts, AskedLists asked) {
        this.works = works;
        this.list = list;
        this.texts = texts;
        this.asked = asked;
    }

    /** The visitor's own works. */
    @GetMapping
    String works(@RequestParam Map<String, String> given, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var sort = parameters.sort(BulkList.ORDERS, BulkList.STANDARD_ORDER);
        model.addAttribute("listing", list.works(visitor, sort, parameters.page(), PATH));
        model.addAttribute("texts", texts);
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/bulk-works";
    }

    /** Begins a work for those ticked, or for all that the list finds. */
    @PostMapping
    String choose(
            @RequestParam MultiValueMap<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            RedirectAttributes next) {
        var listed = asked.read(given.toSingleValueMap(), language);
        try {
            return begun(choose(BulkChoice.of(given), listed, scope, visitor, next), next);
        } catch (RuleBroken | NotReadable refused) {
            next.addFlashAttribute("refused", refused);
            return "redirect:/members" + listed.query();
        }
    }

    private BulkWork choose(
            BulkChoice choice, AskedLists.Asked listed, Scope scope, Visitor visitor, RedirectAttributes next) {
        if (!choice.all()) {
            var work = works.choose(choice.act(), choice.members(), visitor, scope);
            var dropped = choice.members().size() - work.chosen();
            next.addFlashAttribute("dropped", dropped > 0 ? dropped : null);
            return work;
        }
        if (!listed.unreadable().isEmpty()) {
            throw new NotReadable(
                    "membership.bulk.unreadable", listed.unreadable().getFirst().written());
        }
        return works.choose(choice.act(), listed.filter(), visitor, scope);
    }

    private static String begun(BulkWork work, RedirectAttributes next) {
        next.addAttribute("work", work.id().toString());
        next.addAttribute("act", work.act());
        return "redirect:/members/bulk/{work}/{act}";
    }

    /** How far a work has come, and what became or would become of each. */
    @GetMapping("/{work}")
    String show(
            @PathVariable("work") BulkWorkId id,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            RedirectAttributes next,
            Model model) {
        var work = works.get(id, visitor, scope);
        return work.state() == BulkState.CHOSEN
                ? begun(work, next)
                : page(work, new Parameters(given), scope, visitor, model);
    }

    private String page(BulkWork work, Parameters given, Scope scope, Visitor visitor, Model model) {
        var filter = BulkFilter.read(given);
        var sort = given.sort(BulkList.PEOPLE_ORDERS, BulkList.PEOPLE_STANDARD_ORDER);
        var path = PATH + "/" + work.id();
        model.addAttribute("work", work);
        model.addAttribute("late", works.late(work));
        model.addAttribute("own", work.account().equals(visitor.account()));
        model.addAttribute("figures", BulkFigures.of(list.figures(work)));
        model.addAttribute("listing", list.people(work, filter, scope, sort, given.page(), filter.address(path)));
        model.addAttribute("filter", filter);
        model.addAttribute("texts", texts);
        model.addAttribute("unreadable", given.unreadable());
        return "membership/bulk-work";
    }

    @PostMapping("/{work}/writing")
    String write(@PathVariable("work") BulkWorkId id, Scope scope, Visitor visitor) {
        works.write(id, visitor, scope);
        return TO_WORK;
    }

    @PostMapping("/{work}/abandonment")
    String abandon(@PathVariable("work") BulkWorkId id, Scope scope, Visitor visitor, RedirectAttributes next) {
        works.abandon(id, visitor, scope);
        next.addFlashAttribute("notice", "membership.bulk.abandoned");
        return "redirect:/members/bulk";
    }

    @PostMapping("/{work}/undoing")
    String undo(@PathVariable("work") BulkWorkId id, Scope scope, Visitor visitor, RedirectAttributes next) {
        next.addAttribute("undoing", works.undo(id, visitor, scope).toString());
        return "redirect:/members/bulk/{undoing}";
    }
}
