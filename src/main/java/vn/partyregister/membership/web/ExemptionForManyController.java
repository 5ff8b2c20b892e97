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
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.Exempting;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** On what terms many are exempted: the same form as for one. */
@Controller
@RequestMapping("/members/bulk/{work}/exemption")
@Permitted(Permission.KEEP_MEMBERS)
class ExemptionForManyController {
    private static final String ACT = "exemption";

    private final BulkWorks works;
    private final CodeLists lists;
    private final BulkForms pages;

    ExemptionForManyController(BulkWorks works, CodeLists lists, BulkForms pages) {
        this.works = works;
        this.lists = lists;
        this.pages = pages;
    }

    @GetMapping
    String form(@PathVariable("work") BulkWorkId id, Scope scope, Visitor visitor, Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var said = works.terms(work, Exempting.class);
        model.addAttribute(
                "form", said == null ? ExemptionForm.by(pages.usualIssuer(work, scope)) : ExemptionForm.of(said));
        return page(work, scope, model);
    }

    @PostMapping
    Object judge(
            @PathVariable("work") BulkWorkId id,
            @Valid @ModelAttribute("form") ExemptionForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model) {
        var work = works.open(id, ACT, visitor, scope);
        form.requireGround(lists, errors);
        if (errors.hasErrors()) {
            return page(work, scope, model);
        }
        return pages.judge(
                page(work, scope, model),
                model,
                () -> works.judge(work, form.exempting(pages.issuer(form.decision(), work, scope)), scope));
    }

    private String page(BulkWork work, Scope scope, Model model) {
        model.addAttribute("grounds", lists.of("exemption-ground"));
        return pages.page("membership/bulk-exemption", work, scope, model);
    }
}
