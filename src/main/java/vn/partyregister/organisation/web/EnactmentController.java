package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
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
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.Changes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganisations;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** Looking at what a draft would do, having it carried out, what it did, and taking it back whole. */
@Controller
@RequestMapping("/reorganisations/{reorganisation}")
@Permitted(Permission.KEEP_ORGANISATIONS)
class EnactmentController {
    private static final String AGAIN = "redirect:/reorganisations/{reorganisation}";
    private static final String NAME = "danh-muc-sap-xep";

    private final Reorganisations reorganisations;
    private final Changes changes;
    private final ChangeColumns columns;
    private final Exports exports;
    private final AuditTrail trail;

    EnactmentController(
            Reorganisations reorganisations,
            Changes changes,
            ChangeColumns columns,
            Exports exports,
            AuditTrail trail) {
        this.reorganisations = reorganisations;
        this.changes = changes;
        this.columns = columns;
        this.exports = exports;
        this.trail = trail;
    }

    @GetMapping("/preview")
    String preview(@PathVariable ReorganisationId reorganisation, Scope scope, Model model) {
        model.addAttribute("one", reorganisations.get(reorganisation, scope))
                .addAttribute("preview", changes.preview(reorganisation, scope));
        return "organisation/reorganisation-preview";
    }

    /** The tree before and after, level by level. */
    @GetMapping("/tree")
    String tree(
            @PathVariable ReorganisationId reorganisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model) {
        var parameters = new Parameters(given);
        var node = parameters.id("node");
        model.addAttribute("one", reorganisations.get(reorganisation, scope))
                .addAttribute(
                        "branch", changes.branch(reorganisation, node == null ? null : new OrganisationId(node), scope))
                .addAttribute("unreadable", parameters.unreadable());
        return "organisation/reorganisation-tree";
    }

    @PostMapping("/application")
    String apply(
            @PathVariable ReorganisationId reorganisation,
            @RequestParam(defaultValue = "0") int revision,
            Scope scope) {
        reorganisations.apply(reorganisation, revision, scope);
        return AGAIN;
    }

    @GetMapping("/reversal")
    String mayTakeBack(@PathVariable ReorganisationId reorganisation, Scope scope, Model model) {
        model.addAttribute("form", new ReasonForm(null));
        return reversal(reorganisation, scope, model);
    }

    @PostMapping("/reversal")
    String takeBack(
            @PathVariable ReorganisationId reorganisation,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Scope scope,
            Model model) {
        if (errors.hasErrors()) {
            return reversal(reorganisation, scope, model);
        }
        reorganisations.takeBack(reorganisation, form.reason(), scope);
        return AGAIN;
    }

    private String reversal(ReorganisationId id, Scope scope, Model model) {
        model.addAttribute("resting", reorganisations.resting(id, scope))
                .addAttribute("one", reorganisations.get(id, scope));
        return "organisation/reorganisation-reversal";
    }

    /** Each organisation before and after: the annex of the decision. */
    @GetMapping("/changes")
    @Permitted(Permission.READ_ORGANISATIONS)
    String list(
            @PathVariable ReorganisationId reorganisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model) {
        var parameters = new Parameters(given);
        var filter = ChangeFilter.read(parameters);
        var sort = parameters.sort(ChangeFilter.ORDERS, ChangeFilter.STANDARD_ORDER);
        var all = changes.of(reorganisation, scope);
        var found = filter.narrow(all, sort);
        var path = "/reorganisations/" + reorganisation + "/changes";
        model.addAttribute("one", reorganisations.get(reorganisation, scope))
                .addAttribute("figures", changes.figures(all))
                .addAttribute("filter", filter)
                .addAttribute("path", path)
                .addAttribute("papers", Map.of("organisation.plan.annex.print", filter.address(path + ".pdf")))
                .addAttribute("listing", Listing.of(found, parameters.page(), sort, filter.address(path)))
                .addAttribute("unreadable", parameters.unreadable());
        return "organisation/reorganisation-changes";
    }

    @GetMapping("/changes.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Locale language,
            HttpServletResponse response) {
        var one = reorganisations.get(reorganisation, scope);
        var parameters = new Parameters(given);
        var filter = ChangeFilter.read(parameters);
        var sort = parameters.sort(ChangeFilter.ORDERS, ChangeFilter.STANDARD_ORDER);
        parameters.requireReadable();
        trail.read(
                "reorganisation.changes-exported",
                new Subject("reorganisation", reorganisation.id(), null),
                filter.parts());
        var found = filter.narrow(changes.of(reorganisation, scope), sort);
        exports.send(
                response,
                format,
                NAME,
                columns.file(language),
                () -> columns.paper(one, language),
                one.effectiveOn(),
                found::stream);
    }
}
