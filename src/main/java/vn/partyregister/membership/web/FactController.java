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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.DatedFacts;
import vn.partyregister.membership.FactId;
import vn.partyregister.membership.FactKind;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;

/** The entry pages of what is true of a member for a time: it begins, it ends, it never was so. */
@Controller
@RequestMapping("/members/{id}/facts")
@Permitted(Permission.KEEP_MEMBERS)
class FactController {
    private static final String BEGIN = "membership/fact";
    private static final String END = "membership/fact-end";
    private static final String WITHDRAWAL = "membership/fact-withdrawal";

    private final DatedFacts facts;
    private final EntryPages pages;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    FactController(DatedFacts facts, EntryPages pages, OrganisationTree tree, BusinessDay businessDay) {
        this.facts = facts;
        this.pages = pages;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    @GetMapping("/new/{kind}")
    String form(@PathVariable MemberId id, @PathVariable FactKind kind, Scope scope, Model model) {
        model.addAttribute("form", FactForm.by(pages.usualIssuer(id, scope)));
        return pages.page(BEGIN, id, scope, model);
    }

    @PostMapping("/new/{kind}")
    Object begin(
            @PathVariable MemberId id,
            @PathVariable FactKind kind,
            @Valid @ModelAttribute("form") FactForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            form.requireWhatIsAsked(kind, errors);
        }
        var host = host(form, kind, errors);
        var view = pages.page(BEGIN, id, scope, model);
        return done(view, errors, id, scope, model, next, () -> facts.record(id, form.fact(kind, host), scope));
    }

    /** The cell that takes them in, wherever in the register it is. */
    private @Nullable OrganisationId host(FactForm form, FactKind kind, BindingResult errors) {
        if (errors.hasErrors() || !form.isHosted(kind)) {
            return null;
        }
        var meant = tree.meant(form.organisation(), Scope.EVERYTHING, businessDay.today())
                .orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "organisation", form.organisation(), "membership.fact.unknown-host");
        }
        return meant;
    }

    @GetMapping("/{fact}/end")
    String ending(@PathVariable MemberId id, @PathVariable FactId fact, Scope scope, Model model) {
        model.addAttribute("form", FactForm.End.empty());
        return page(END, id, fact, scope, model);
    }

    @PostMapping("/{fact}/end")
    Object end(
            @PathVariable MemberId id,
            @PathVariable FactId fact,
            @Valid @ModelAttribute("form") FactForm.End form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(END, id, fact, scope, model);
        return done(view, errors, id, scope, model, next, () -> facts.end(id, fact, form.to(), scope));
    }

    @GetMapping("/{fact}/withdrawal")
    String withdrawing(@PathVariable MemberId id, @PathVariable FactId fact, Scope scope, Model model) {
        model.addAttribute("form", ReversalForm.empty());
        return page(WITHDRAWAL, id, fact, scope, model);
    }

    @PostMapping("/{fact}/withdrawal")
    Object withdraw(
            @PathVariable MemberId id,
            @PathVariable FactId fact,
            @Valid @ModelAttribute("form") ReversalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(WITHDRAWAL, id, fact, scope, model);
        return done(view, errors, id, scope, model, next, () -> facts.withdraw(id, fact, form.reason(), scope));
    }

    /** Does it, and shows the file; or shows the page again with what is wrong. */
    private Object done(
            String view,
            BindingResult errors,
            MemberId id,
            Scope scope,
            Model model,
            RedirectAttributes next,
            Runnable act) {
        return errors.hasErrors() ? view : pages.record(view, "membership.fact-recorded", id, scope, model, next, act);
    }

    private String page(String view, MemberId id, FactId fact, Scope scope, Model model) {
        model.addAttribute("fact", facts.get(id, fact, scope));
        return pages.page(view, id, scope, model);
    }
}
