package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Journal;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** The entry page of an exemption. */
@Controller
@RequestMapping("/members/{id}/exemption")
@Permitted(Permission.KEEP_MEMBERS)
class ExemptionController {
    private static final String VIEW = "membership/exemption";

    private final Journal journal;
    private final EntryPages pages;
    private final CodeLists lists;

    ExemptionController(Journal journal, EntryPages pages, CodeLists lists) {
        this.journal = journal;
        this.pages = pages;
        this.lists = lists;
    }

    @GetMapping
    String exemption(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", ExemptionForm.by(pages.usualIssuer(id, scope)));
        return page(id, scope, model);
    }

    @PostMapping
    Object exempt(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ExemptionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        form.requireGround(lists, errors);
        if (errors.hasErrors()) {
            return page(id, scope, model);
        }
        return pages.record(
                page(id, scope, model),
                "membership.exempted",
                id,
                scope,
                model,
                next,
                () -> journal.exempt(id, form.ground(), form.from(), form.to(), form.decision(), scope));
    }

    private String page(MemberId id, Scope scope, Model model) {
        model.addAttribute("grounds", lists.of("exemption-ground"));
        return pages.page(VIEW, id, scope, model);
    }
}
