package vn.partyregister.recognition.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.recognition.CardAct;
import vn.partyregister.recognition.GivingMany;

/** On what terms many are given cards by one decision. */
@Controller
@RequestMapping("/members/bulk/{work}/cards")
@Permitted(Permission.KEEP_MEMBERS)
class CardsForManyController {
    private static final String ACT = "cards";

    private final BulkWorks works;
    private final Decisions decisions;
    private final OrganisationTree tree;
    private final Choices choices;
    private final BusinessDay businessDay;

    CardsForManyController(
            BulkWorks works, Decisions decisions, OrganisationTree tree, Choices choices, BusinessDay businessDay) {
        this.works = works;
        this.decisions = decisions;
        this.tree = tree;
        this.choices = choices;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(@PathVariable("work") BulkWorkId id, Scope scope, Visitor visitor, Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var said = works.terms(work, GivingMany.class);
        model.addAttribute(
                "form",
                said == null
                        ? GivingForm.by(usualIssuer(work, scope))
                        : GivingForm.of(said, named(said.stock(), scope)));
        return page(work, scope, model);
    }

    @PostMapping
    Object judge(
            @PathVariable("work") BulkWorkId id,
            @Valid @ModelAttribute("form") GivingForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var work = works.open(id, ACT, visitor, scope);
        if (!errors.hasErrors()) {
            form.requireNumber(errors);
        }
        var stock = form.namesAStock() ? choices.meant(form.organisation(), errors, scope) : null;
        var view = page(work, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> works.judge(work, form.giving(issuer(form, work, scope), stock), scope),
                        () -> view,
                        "redirect:/members/bulk/{work}",
                        "recognition.judged",
                        model,
                        next);
    }

    private @Nullable OrganisationId issuer(GivingForm form, BulkWork work, Scope scope) {
        return decisions
                .issuer(form.decision(), works.organisations(work, scope))
                .orElse(null);
    }

    private @Nullable String usualIssuer(BulkWork work, Scope scope) {
        return decisions.issuersFor(works.organisations(work, scope), businessDay.today()).stream()
                .findFirst()
                .map(OrganisationTree.Named::name)
                .orElse(null);
    }

    private @Nullable String named(@Nullable OrganisationId stock, Scope scope) {
        return stock == null
                ? null
                : tree.find(stock, scope, businessDay.today())
                        .map(OrganisationTree.Facts::name)
                        .orElse(null);
    }

    private String page(BulkWork work, Scope scope, Model model) {
        model.addAttribute("bulk", work);
        model.addAttribute("acts", CardAct.ISSUES);
        model.addAttribute("issuers", decisions.issuersFor(works.organisations(work, scope), businessDay.today()));
        return "recognition/bulk-cards";
    }
}
