package vn.partyregister.planning.web;

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
import vn.partyregister.planning.AdmittedFilter;
import vn.partyregister.planning.AdmittedList;
import vn.partyregister.planning.Criterion;
import vn.partyregister.planning.PlanFilter;
import vn.partyregister.planning.PlanId;
import vn.partyregister.planning.PlanKind;
import vn.partyregister.planning.PlanList;
import vn.partyregister.planning.PlanProgress;
import vn.partyregister.planning.Plans;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Plans of admission: listed, drawn up, followed, and each figure opened to its people. */
@Controller
@RequestMapping("/plans")
@Permitted(Permission.READ_MEMBERS)
class PlanController {
    private final Plans plans;
    private final PlanList list;
    private final PlanProgress progress;
    private final AdmittedList admitted;
    private final Areas areas;
    private final BusinessDay businessDay;

    PlanController(
            Plans plans,
            PlanList list,
            PlanProgress progress,
            AdmittedList admitted,
            Areas areas,
            BusinessDay businessDay) {
        this.plans = plans;
        this.list = list;
        this.progress = progress;
        this.admitted = admitted;
        this.areas = areas;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var sort = parameters.sort(PlanList.ORDERS, PlanList.STANDARD_ORDER);
        var filter = PlanFilter.read(parameters);
        model.addAttribute("listing", list.page(filter, scope, sort, parameters.page()))
                .addAttribute("filter", filter)
                .addAttribute("kinds", PlanKind.values())
                .addAttribute("unreadable", parameters.unreadable());
        return "planning/list";
    }

    @GetMapping("/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String begin(Visitor visitor, Model model) {
        model.addAttribute("form", PlanForm.of(areas.usual(visitor), businessDay.today()));
        return form(model);
    }

    @PostMapping
    @Permitted(Permission.KEEP_MEMBERS)
    Object drawUp(
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var organiser = areas.meant(form.organisation(), errors, scope);
        return errors.hasErrors() || organiser == null
                ? form(model)
                : Attempt.of(
                        () -> "redirect:/plans/" + plans.drawUp(form.told(organiser), scope),
                        () -> form(model),
                        "planning.notice.drawn-up",
                        model,
                        next);
    }

    /** How far it has come, in an organisation and in those right below it. */
    @GetMapping("/{plan}")
    String show(
            @PathVariable PlanId plan,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var row = list.get(plan, scope);
        var organisation = areas.first(row, parameters.id("organisation"), visitor);
        model.addAttribute("plan", row)
                .addAttribute("progress", progress.of(row, organisation, parameters.text("group"), scope))
                .addAttribute("path", areas.path(row, organisation, scope))
                .addAttribute("unreadable", parameters.unreadable());
        return "planning/show";
    }

    /** What was set for an organisation, and what it was before. */
    @GetMapping("/{plan}/history")
    String history(
            @PathVariable PlanId plan,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var row = list.get(plan, scope);
        var organisation = areas.first(row, parameters.id("organisation"), visitor);
        model.addAttribute("plan", row)
                .addAttribute("name", areas.name(organisation, scope))
                .addAttribute("organisation", organisation)
                .addAttribute("groups", progress.groups(row))
                .addAttribute("history", progress.history(row, organisation))
                .addAttribute("unreadable", parameters.unreadable());
        return "planning/history";
    }

    /** The people behind a figure. */
    @GetMapping("/{plan}/people")
    String people(
            @PathVariable PlanId plan,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var row = list.get(plan, scope);
        var filter = AdmittedFilter.read(plan, areas.first(row, null, visitor), parameters);
        var sort = parameters.sort(AdmittedList.ORDERS, AdmittedList.STANDARD_ORDER);
        model.addAttribute("plan", row)
                .addAttribute("filter", filter)
                .addAttribute("criteria", Criterion.values())
                .addAttribute("groups", progress.groups(row))
                .addAttribute("name", areas.name(filter.organisation(), scope))
                .addAttribute("listing", admitted.page(filter, row, scope, sort, parameters.page()))
                .addAttribute("unreadable", parameters.unreadable());
        return "planning/people";
    }

    private static String form(Model model) {
        model.addAttribute("kinds", PlanKind.values());
        return "planning/form";
    }
}
