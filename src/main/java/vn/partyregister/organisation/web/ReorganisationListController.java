package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.Reorganisation;
import vn.partyregister.organisation.ReorganisationFilter;
import vn.partyregister.organisation.ReorganisationList;
import vn.partyregister.organisation.ReorganisationState;
import vn.partyregister.organisation.Reorganisations;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;

/** The reorganisations there are, and a new one. */
@Controller
@RequestMapping
@Permitted(Permission.READ_ORGANISATIONS)
class ReorganisationListController {
    private final Reorganisations reorganisations;
    private final ReorganisationList list;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail trail;
    private final MessageSource messages;

    ReorganisationListController(
            Reorganisations reorganisations,
            ReorganisationList list,
            OrganisationTree tree,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail trail,
            MessageSource messages) {
        this.reorganisations = reorganisations;
        this.list = list;
        this.tree = tree;
        this.businessDay = businessDay;
        this.download = download;
        this.trail = trail;
        this.messages = messages;
    }

    @GetMapping("/reorganisations")
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = ReorganisationFilter.read(parameters);
        var sort = parameters.sort(ReorganisationList.ORDERS, ReorganisationList.STANDARD_ORDER);
        model.addAttribute("listing", list.page(filter, scope, sort, parameters.page()))
                .addAttribute("filter", filter)
                .addAttribute("states", ReorganisationState.values())
                .addAttribute("unreadable", parameters.unreadable());
        return "organisation/reorganisations";
    }

    @GetMapping("/reorganisations.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = ReorganisationFilter.read(parameters);
        var sort = parameters.sort(ReorganisationList.ORDERS, ReorganisationList.STANDARD_ORDER);
        parameters.requireReadable();
        trail.read("reorganisation.list-exported", new Subject("list", null, visitor.home()), filter.parts());
        download.send(response, format, "sap-xep-to-chuc", columns(language), () -> list.all(filter, scope, sort));
    }

    private List<TableColumn<Reorganisation>> columns(Locale language) {
        return List.of(
                TableColumn.date(text("organisation.plan.day", language), Reorganisation::effectiveOn),
                TableColumn.text(text("organisation.plan.name", language), Reorganisation::name),
                TableColumn.text(text("organisation.plan.area", language), Reorganisation::organisationName),
                TableColumn.text(text("organisation.decision.number", language), Reorganisation::number),
                TableColumn.date(text("organisation.decision.issued-on", language), Reorganisation::issuedOn),
                TableColumn.text(
                        text("organisation.plan.state", language),
                        row -> text("ReorganisationState." + row.state(), language)));
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    @GetMapping("/reorganisations/new")
    @Permitted(Permission.KEEP_ORGANISATIONS)
    String newOne(Scope scope, Visitor visitor, Model model) {
        model.addAttribute("form", OutlineForm.within(home(visitor.home(), scope)));
        return "organisation/reorganisation-outline";
    }

    @PostMapping("/reorganisations")
    @Permitted(Permission.KEEP_ORGANISATIONS)
    String draft(
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Scope scope,
            RedirectAttributes next) {
        var area = errors.hasErrors() ? null : area(form, scope);
        if (!errors.hasErrors() && area == null) {
            WrongField.mark(errors, "parent", form.parent(), "organisation.field.parent-unknown");
        }
        halfDecided(form, errors);
        if (errors.hasErrors() || area == null) {
            return "organisation/reorganisation-outline";
        }
        next.addAttribute(
                "id", reorganisations.draft(area, form.outline(), scope).toString());
        next.addFlashAttribute("notice", "organisation.plan.notice.drafted");
        return "redirect:/reorganisations/{id}";
    }

    static void halfDecided(OutlineForm form, BindingResult errors) {
        if (!errors.hasErrors() && form.isHalfDecided()) {
            WrongField.mark(errors, "number", form.number(), "organisation.plan.field.decision-half");
        }
    }

    private @Nullable OrganisationId area(OutlineForm form, Scope scope) {
        return form.parent() == null
                ? null
                : tree.meant(form.parent(), scope, businessDay.today()).orElse(null);
    }

    /** How the picker writes the visitor's own organisation. */
    private @Nullable String home(@Nullable UUID home, Scope scope) {
        return home == null
                ? null
                : tree.find(new OrganisationId(home), scope, businessDay.today())
                        .map(facts -> facts.code() == null ? facts.name() : facts.code())
                        .orElse(null);
    }
}
