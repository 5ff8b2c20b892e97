package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ReconciledPeople;
import vn.partyregister.statistics.Reconciliation;
import vn.partyregister.statistics.Reconciliation.Side;
import vn.partyregister.statistics.Reconciliations;

/** The comparison of a committee's register with the one above: both figures, who explains the difference, both signatures. */
@Controller
@RequestMapping("/reconciliations/{organisation}")
@Permitted(Permission.READ_MEMBERS)
class ReconciliationController {
    private static final String VIEW = "statistics/reconciliation";

    private final Reconciliations reconciliations;
    private final ReconciledDesk desk;
    private final Prints prints;

    ReconciliationController(Reconciliations reconciliations, ReconciledDesk desk, Prints prints) {
        this.reconciliations = reconciliations;
        this.desk = desk;
        this.prints = prints;
    }

    @GetMapping
    String show(
            @PathVariable OrganisationId organisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        return page(reconciliations.of(organisation, desk.day(parameters), scope), parameters, visitor, model);
    }

    @GetMapping("/record.pdf")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable OrganisationId organisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var here = reconciliations.of(organisation, desk.day(parameters), scope);
        parameters.requireReadable();
        desk.note(here, "pdf");
        prints.document(
                response,
                "bien-ban-doi-chieu",
                "statistics/reconciliation-paper",
                desk.printed(here, scope),
                here.on());
    }

    @PostMapping("/paper-count")
    @Permitted(Permission.KEEP_MEMBERS)
    Object count(
            @PathVariable OrganisationId organisation,
            @Valid @ModelAttribute("count") PaperCountForm form,
            BindingResult errors,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var day = desk.day(new Parameters(given));
        if (errors.hasErrors()) {
            return page(reconciliations.of(organisation, day, scope), new Parameters(given), visitor, model);
        }
        reconciliations.count(organisation, day, form.figure(), form.source().strip(), scope);
        return done(organisation, reconciliations.day(day).toString(), "statistics.paper-counted", next);
    }

    @PostMapping("/signature")
    @Permitted(Permission.KEEP_MEMBERS)
    Object sign(
            @PathVariable OrganisationId organisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var day = desk.day(parameters);
        var side = parameters.oneOf("side", Side.class);
        return Attempt.of(
                () -> {
                    reconciliations.sign(
                            organisation, day, side == null ? Side.OWN : side, parameters.text("remark"), scope);
                    return done(organisation, reconciliations.day(day).toString(), "statistics.signed", next);
                },
                () -> page(reconciliations.of(organisation, day, scope), parameters, visitor, model),
                model);
    }

    private static String done(OrganisationId organisation, String day, String notice, RedirectAttributes next) {
        next.addAttribute("organisation", organisation);
        next.addAttribute("on", day);
        next.addFlashAttribute("notice", notice);
        return "redirect:/reconciliations/{organisation}";
    }

    private String page(Reconciliation here, Parameters parameters, Visitor visitor, Model model) {
        var keep = visitor.scope(Permission.KEEP_MEMBERS);
        model.addAttribute("both", here);
        model.addAttribute("onlyOwn", ReconciledPeople.address(here, Side.OWN));
        model.addAttribute("onlyAbove", ReconciledPeople.address(here, Side.ABOVE));
        model.addAttribute("maySignOwn", reconciliations.reaches(here, Side.OWN, keep));
        model.addAttribute(
                "aboveOpens", reconciliations.reaches(here, Side.ABOVE, visitor.scope(Permission.READ_MEMBERS)));
        model.addAttribute("maySignAbove", reconciliations.reaches(here, Side.ABOVE, keep));
        if (!model.containsAttribute("count")) {
            model.addAttribute("count", PaperCountForm.empty());
        }
        model.addAttribute("unreadable", parameters.unreadable());
        return VIEW;
    }
}
