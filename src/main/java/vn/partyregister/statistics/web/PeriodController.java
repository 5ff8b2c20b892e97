package vn.partyregister.statistics.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.Closings;
import vn.partyregister.statistics.PeriodFilter;
import vn.partyregister.statistics.Periods;

/** The periods of a committee, and closing one. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class PeriodController {
    private final Periods periods;
    private final Closings closings;
    private final AskedPeriods lists;
    private final BusinessDay businessDay;

    PeriodController(Periods periods, Closings closings, AskedPeriods lists, BusinessDay businessDay) {
        this.periods = periods;
        this.closings = closings;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping(ClosedForm.PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var kinds = periods.kinds(today);
        var filter = lists.filter(parameters, visitor);
        var sort = parameters.sort(Periods.ORDERS, Periods.STANDARD_ORDER);
        var page = periods.page(filter, scope, today, sort);
        model.addAttribute("page", page)
                .addAttribute("filter", filter)
                .addAttribute("kinds", kinds)
                .addAttribute("states", PeriodFilter.State.values())
                .addAttribute(
                        "listing", Listing.of(page.rows(), parameters.page(), sort, filter.address(ClosedForm.PATH)))
                .addAttribute("unreadable", parameters.unreadable());
        return "statistics/periods";
    }

    /** All that a committee ever closed, also what was reopened. */
    @GetMapping(ClosedForm.PATH + "/history")
    String history(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        var sort = parameters.sort(Periods.HISTORY_ORDERS, Periods.STANDARD_ORDER);
        var history = periods.history(organisation, scope, businessDay.today(), sort);
        model.addAttribute("history", history)
                .addAttribute(
                        "listing",
                        Listing.of(
                                history.closings(),
                                parameters.page(),
                                sort,
                                ClosedForm.PATH + "/history?organisation=" + organisation))
                .addAttribute("unreadable", parameters.unreadable());
        return "statistics/period-history";
    }

    /** Those right below a committee, and who of them has closed a period. */
    @GetMapping(ClosedForm.PATH + "/children")
    String children(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var asked = lists.children(parameters, visitor);
        var below = periods.below(asked.organisation(), asked.kind(), asked.day(), asked.closed(), scope, asked.sort());
        model.addAttribute("below", below)
                .addAttribute("asked", asked)
                .addAttribute(
                        "listing",
                        Listing.of(
                                below.children(),
                                parameters.page(),
                                asked.sort(),
                                asked.address(ClosedForm.PATH + "/children")))
                .addAttribute("unreadable", parameters.unreadable());
        return "statistics/period-children";
    }

    /** Asks before a period is closed. */
    @GetMapping(ClosedForm.PATH + "/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String ask(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        return ask(
                Asked.organisation(parameters, visitor),
                AskedPeriods.kind(parameters),
                lists.day(parameters),
                scope,
                model);
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
        return Attempt.of(
                () -> {
                    next.addAttribute(
                            "closing",
                            closings.close(organisation, AskedPeriods.kind(parameters), lists.day(parameters), scope)
                                    .toString());
                    next.addFlashAttribute("notice", "statistics.period-closed");
                    return "redirect:/periods/{closing}";
                },
                () -> ask(organisation, AskedPeriods.kind(parameters), lists.day(parameters), scope, model),
                model);
    }

    private String ask(OrganisationId organisation, String kind, LocalDate day, Scope scope, Model model) {
        model.addAttribute("question", closings.ask(organisation, kind, day, scope));
        return "statistics/period-closing";
    }
}
