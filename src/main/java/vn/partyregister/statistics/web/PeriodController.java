package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.Closings;
import vn.partyregister.statistics.Periods;

/** The periods of a committee, and closing one. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class PeriodController {
    private final Periods periods;
    private final Closings closings;
    private final ClosingColumns columns;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail audit;

    PeriodController(
            Periods periods,
            Closings closings,
            ClosingColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail audit) {
        this.periods = periods;
        this.closings = closings;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.audit = audit;
    }

    @GetMapping(ClosedForm.PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        model.addAttribute("page", periods.page(Asked.organisation(parameters, visitor), scope, businessDay.today()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/periods";
    }

    @GetMapping(ClosedForm.PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var organisation = Asked.organisation(new Parameters(given), visitor);
        var page = periods.page(organisation, scope, businessDay.today());
        audit.read(
                "statistics.periods-exported",
                new AuditTrail.Subject("list", null, organisation),
                Map.of("format", format.extension()));
        download.send(response, format, "ky-khoa-so", columns.closings(), () -> page.history().stream());
    }

    /** Those right below a committee, and who of them has closed a period. */
    @GetMapping(ClosedForm.PATH + "/children")
    String children(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        model.addAttribute(
                "below",
                periods.below(Asked.organisation(parameters, visitor), kind(parameters), day(parameters), scope));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/period-children";
    }

    /** Asks before a period is closed. */
    @GetMapping(ClosedForm.PATH + "/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String ask(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        return ask(Asked.organisation(parameters, visitor), kind(parameters), day(parameters), scope, model);
    }

    @PostMapping(ClosedForm.PATH)
    @Permitted(Permission.KEEP_MEMBERS)
    Object close(
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        try {
            next.addAttribute(
                    "closing",
                    closings.close(organisation, kind(parameters), day(parameters), scope)
                            .toString());
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(
                    ask(organisation, kind(parameters), day(parameters), scope, model),
                    model.asMap(),
                    HttpStatus.CONFLICT);
        }
        next.addFlashAttribute("notice", "statistics.period-closed");
        return "redirect:/periods/{closing}";
    }

    private String ask(UUID organisation, String kind, LocalDate day, Scope scope, Model model) {
        model.addAttribute("question", closings.ask(organisation, kind, day, scope));
        return "statistics/period-closing";
    }

    private static String kind(Parameters parameters) {
        var kind = parameters.text("kind");
        return kind == null ? "MONTH" : kind;
    }

    private LocalDate day(Parameters parameters) {
        var day = parameters.day("to");
        if (day == null && !parameters.unreadable().isEmpty()) {
            throw new NotReadable("statistics.unreadable-day");
        }
        return day == null ? businessDay.today() : day;
    }
}
