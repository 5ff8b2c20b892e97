package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** One meeting on many cases, with one paper. */
@Controller
@RequestMapping("/admissions/many/{stage}")
@Permitted(Permission.KEEP_MEMBERS)
class ManyController {
    private final ManyCases many;
    private final StageRules stages;
    private final Decisions decisions;
    private final MessageSource messages;
    private final BusinessDay businessDay;

    ManyController(
            ManyCases many, StageRules stages, Decisions decisions, MessageSource messages, BusinessDay businessDay) {
        this.many = many;
        this.stages = stages;
        this.decisions = decisions;
        this.messages = messages;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(@PathVariable Stage stage, Scope scope, Model model) {
        model.addAttribute("form", StepForm.begin(businessDay.today()));
        model.addAttribute("chosen", List.of());
        return page(stage, scope, model);
    }

    @PostMapping
    Object record(
            @PathVariable Stage stage,
            @RequestParam(required = false) @Nullable List<UUID> chosen,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Scope scope,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        var ids = chosen == null ? List.<UUID>of() : chosen;
        model.addAttribute("chosen", ids);
        var page = page(stage, scope, model);
        var asked = stages.today(stage);
        form.hold(asked, errors);
        if (errors.hasErrors()) {
            return page;
        }
        return Attempt.of(
                () -> {
                    var outcome = many.enter(
                            ids.stream().map(AdmissionCaseId::new).toList(),
                            stage,
                            form.entry(asked, List.of()),
                            scope);
                    next.addFlashAttribute("entered", outcome.entered());
                    next.addFlashAttribute("unjudged", outcome.unjudged());
                    next.addFlashAttribute(
                            "leftOut",
                            new ArrayList<>(outcome.leftOut().stream()
                                    .map(one -> one.fullName() + ": " + said(one.why(), locale))
                                    .toList()));
                    next.addAttribute("stage", stage);
                    return "redirect:/admissions/many/{stage}";
                },
                () -> page,
                model);
    }

    private String said(RuleBroken refused, Locale locale) {
        var said = messages.getMessage(refused.key(), refused.arguments().toArray(), locale);
        var rule = refused.source();
        return rule == null ? said : "%s (%s, %s)".formatted(said, rule.directive(), rule.clause());
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
