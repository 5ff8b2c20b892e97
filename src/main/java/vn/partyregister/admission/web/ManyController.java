package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.ManyCases;
import vn.partyregister.admission.Stage;
import vn.partyregister.admission.StageRule.Asked;
import vn.partyregister.admission.StageRules;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** One meeting on many cases, with one paper. */
@Controller
@RequestMapping("/admissions/many/{stage}")
@Permitted(Permission.KEEP_MEMBERS)
class ManyController {
    private final ManyCases many;
    private final StageRules stages;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    ManyController(ManyCases many, StageRules stages, Decisions decisions, BusinessDay businessDay) {
        this.many = many;
        this.stages = stages;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(@PathVariable Stage stage, Scope scope, Model model) {
        model.addAttribute("form", StepForm.begin(businessDay.today()));
        return page(stage, scope, model);
    }

    @PostMapping
    Object record(
            @PathVariable Stage stage,
            @RequestParam(required = false) @Nullable List<UUID> chosen,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var ids = chosen == null ? List.<UUID>of() : chosen;
        model.addAttribute("chosen", ids);
        var page = page(stage, scope, model);
        form.hold(stages.today(stage), errors);
        return errors.hasErrors() || asksWhetherLate(ids, stage, form.day(), knownLate, scope, model)
                ? page
                : enter(page, ids, stage, form, scope, model, next);
    }

    private Object enter(
            String page,
            List<UUID> chosen,
            Stage stage,
            StepForm form,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return Attempt.of(
                () -> {
                    var outcome = many.enter(cases(chosen), stage, form.entry(stages.today(stage), List.of()), scope);
                    if (!outcome.refused().isEmpty()) {
                        leaveOut(outcome.refused(), chosen, model);
                        return new ModelAndView(page, model.asMap(), HttpStatus.CONFLICT);
                    }
                    next.addAttribute("stage", stage);
                    next.addFlashAttribute("entered", outcome.entered());
                    next.addFlashAttribute("unjudged", outcome.unjudged());
                    return "redirect:/admissions/many/{stage}";
                },
                () -> page,
                model);
    }

    /** Those who are refused are named and no longer ticked: the same press again leaves them out. */
    private static void leaveOut(List<ManyCases.Refused> refused, List<UUID> chosen, Model model) {
        var ids = refused.stream().map(one -> one.id().id()).toList();
        model.addAttribute("leftOut", refused);
        model.addAttribute(
                "chosen", chosen.stream().filter(one -> !ids.contains(one)).toList());
    }

    /** Whether the page is shown once more: what the journal would be told comes too late for a closed period, and nobody has said to know that. */
    private boolean asksWhetherLate(
            List<UUID> chosen, Stage stage, LocalDate day, @Nullable String knownLate, Scope scope, Model model) {
        var late = many.lateFor(cases(chosen), stage, day, scope);
        model.addAttribute("late", late);
        return !late.isEmpty() && !"true".equals(knownLate);
    }

    private static List<AdmissionCaseId> cases(List<UUID> chosen) {
        return chosen.stream().map(AdmissionCaseId::new).toList();
    }

    private String page(Stage stage, Scope scope, Model model) {
        if (!ManyCases.STAGES.contains(stage)) {
            throw new NotFound("admission.not-of-many", stage);
        }
        var waiting = many.waiting(stage, scope);
        var asked = stages.today(stage);
        model.addAttribute("stage", stage);
        model.addAttribute("asked", asked);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "issuers",
                waiting.isEmpty() || !asked.asks(Asked.DECISION)
                        ? List.of()
                        : decisions.issuersFor(
                                waiting.stream()
                                        .map(one -> new OrganisationId(one.organisationId()))
                                        .distinct()
                                        .toList(),
                                businessDay.today()));
        return "admission/many";
    }
}
