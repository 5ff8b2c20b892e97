package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.SavedList;
import vn.partyregister.membership.SavedListId;
import vn.partyregister.membership.SavedLists;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;

/** Member lists kept by name: saved, shared, renamed, forgotten. To open one is to follow its address. */
@Controller
@RequestMapping("/members/lists")
@Permitted(Permission.READ_MEMBERS)
class SavedListController {
    private static final String LISTS = "membership/saved-lists";
    private static final String NEW = "membership/saved-list";

    private final SavedLists saved;
    private final AskedLists asked;
    private final TakenLists taking;

    SavedListController(SavedLists saved, AskedLists asked, TakenLists taking) {
        this.saved = saved;
        this.asked = asked;
        this.taking = taking;
    }

    /** All of them; one that is to be changed with its form. */
    @GetMapping
    String lists(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var parameters = new Parameters(given);
        var change = parameters.id("change");
        var lists = saved.of(visitor);
        lists.stream()
                .filter(list -> list.own() && list.id().id().equals(change))
                .findAny()
                .ifPresent(list -> model.addAttribute("changed", list).addAttribute("form", SavedListForm.of(list)));
        model.addAttribute("unreadable", parameters.unreadable());
        return lists(lists, scope, visitor, language, model);
    }

    /** The form that names the list of the given parameters. */
    @GetMapping("/new")
    String name(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        model.addAttribute("form", SavedListForm.empty());
        return name(asked.read(given, language), scope, visitor, model);
    }

    @PostMapping
    Object save(
            @RequestParam Map<String, String> given,
            @Valid @ModelAttribute("form") SavedListForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Locale language,
            Model model,
            RedirectAttributes next) {
        var list = asked.read(given, language);
        if (errors.hasErrors()) {
            return name(list, scope, visitor, model);
        }
        return Attempt.of(
                () -> {
                    saved.save(form.name(), list.query(), form.sharedWith(), visitor);
                    return done("membership.saved.done", next);
                },
                () -> name(list, scope, visitor, model),
                model);
    }

    @PostMapping("/{saved}")
    Object change(
            @PathVariable("saved") SavedListId id,
            @Valid @ModelAttribute("form") SavedListForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Locale language,
            Model model,
            RedirectAttributes next) {
        var lists = saved.of(visitor);
        model.addAttribute("changed", own(lists, id));
        if (errors.hasErrors()) {
            return lists(lists, scope, visitor, language, model);
        }
        return Attempt.of(
                () -> {
                    saved.change(id, form.name(), form.sharedWith(), visitor);
                    return done("membership.saved.changed", next);
                },
                () -> lists(lists, scope, visitor, language, model),
                model);
    }

    @PostMapping("/{saved}/deletion")
    String delete(@PathVariable("saved") SavedListId id, Visitor visitor, RedirectAttributes next) {
        saved.delete(id, visitor);
        return done("membership.saved.deleted", next);
    }

    private static SavedList own(List<SavedList> lists, SavedListId id) {
        return lists.stream()
                .filter(list -> list.own() && list.id().equals(id))
                .findAny()
                .orElseThrow(() -> new NotFound("membership.saved.unknown"));
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/members/lists";
    }

    private String name(AskedLists.Asked list, Scope scope, Visitor visitor, Model model) {
        var choice = taking.choice(list.filter(), scope, visitor);
        model.addAttribute("asked", list);
        model.addAttribute("chips", Chip.of(list.filter(), choice, list.choices(), "/members/lists/new", list.today()));
        model.addAttribute("organisations", organisations(list.filter(), scope, visitor, null));
        model.addAttribute("unreadable", list.unreadable());
        return NEW;
    }

    private String lists(List<SavedList> lists, Scope scope, Visitor visitor, Locale language, Model model) {
        var anybody = asked.read(Map.of(), language).filter();
        model.addAttribute("lists", lists);
        model.addAttribute(
                "organisations", organisations(anybody, scope, visitor, (SavedList) model.getAttribute("changed")));
        return LISTS;
    }

    /** With whom a list can be shared: an organisation of the visitor's, those right below, and the one it is shared with. */
    private List<Code> organisations(MemberFilter filter, Scope scope, Visitor visitor, @Nullable SavedList changed) {
        var choice = taking.choice(filter, scope, visitor);
        var near = choice == null
                ? Stream.<Code>empty()
                : Stream.concat(Stream.of(choice.itself()), choice.below().stream())
                        .map(one -> new Code(one.id().toString(), one.name()));
        var now = changed == null || changed.sharedWith() == null || changed.sharedName() == null
                ? Stream.<Code>empty()
                : Stream.of(new Code(changed.sharedWith().toString(), changed.sharedName()));
        return Stream.concat(now, near).distinct().toList();
    }
}
