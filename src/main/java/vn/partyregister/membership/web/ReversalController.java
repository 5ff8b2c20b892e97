package vn.partyregister.membership.web;

import jakarta.validation.Valid;
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
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Reversals;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** The page that takes a wrong entry of the journal back, and leads on to the right one. */
@Controller
@RequestMapping("/members/{id}/entries/{movement}/reversal")
@Permitted(Permission.KEEP_MEMBERS)
class ReversalController {
    private static final String VIEW = "membership/reversal";

    private final Reversals reversals;
    private final MemberFiles files;
    private final EntryPages pages;
    private final BusinessDay businessDay;

    ReversalController(Reversals reversals, MemberFiles files, EntryPages pages, BusinessDay businessDay) {
        this.reversals = reversals;
        this.files = files;
        this.pages = pages;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(@PathVariable MemberId id, @PathVariable MovementId movement, Scope scope, Model model) {
        model.addAttribute("form", ReversalForm.empty());
        return page(id, movement, scope, model);
    }

    @PostMapping
    Object reverse(
            @PathVariable MemberId id,
            @PathVariable MovementId movement,
            @Valid @ModelAttribute("form") ReversalForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(id, movement, scope, model);
        if (errors.hasErrors()
                || EntryPages.asksWhetherLate(reversals.lateFor(id, movement, scope), knownLate, model)) {
            return view;
        }
        var kind = files.event(id, movement, scope, businessDay.today()).kind();
        var shown = pages.record(
                view,
                "membership.reversed",
                id,
                scope,
                model,
                next,
                () -> reversals.reverse(id, movement, form.reason(), scope));
        if (!(shown instanceof String) || form.again() == null || !kind.isEnteredAnew()) {
            return shown;
        }
        if (kind == MovementKind.ADMITTED) {
            return "redirect:/members/admission?again={id}";
        }
        next.addAttribute("kind", kind.name());
        next.addAttribute("corrects", movement.toString());
        return "redirect:/members/{id}/movements/{kind}";
    }

    private String page(MemberId id, MovementId movement, Scope scope, Model model) {
        model.addAttribute("event", files.event(id, movement, scope, businessDay.today()));
        return pages.page(VIEW, id, scope, model);
    }
}
