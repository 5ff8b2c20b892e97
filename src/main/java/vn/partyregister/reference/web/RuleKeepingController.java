package vn.partyregister.reference.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotPermitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.Certainty;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.HeldRule;
import vn.partyregister.reference.NewRuleValue;
import vn.partyregister.reference.RuleJudgement;
import vn.partyregister.reference.RuleKeeping;
import vn.partyregister.reference.RulePages;
import vn.partyregister.reference.RuleProblem;
import vn.partyregister.reference.RuleUses;
import vn.partyregister.reference.RuleValues;

/** The board changes a rule: a new value is looked at before it is written, one that has not begun is withdrawn, a source confirmed. */
@Controller
@RequestMapping("/rulebook/{key}")
@Permitted(Permission.GOVERN_REGISTER)
class RuleKeepingController {
    private final RuleKeeping keeping;
    private final RuleJudgement judgement;
    private final RulePages pages;
    private final RuleValues values;
    private final RuleUses uses;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    RuleKeepingController(
            RuleKeeping keeping,
            RuleJudgement judgement,
            RulePages pages,
            RuleValues values,
            RuleUses uses,
            BusinessDay businessDay,
            MessageSource messages) {
        this.keeping = keeping;
        this.judgement = judgement;
        this.pages = pages;
        this.values = values;
        this.uses = uses;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    /** The rule that a page is about; only who governs the whole register changes it. */
    @ModelAttribute("rule")
    RulePages.Heading rule(@PathVariable String key, Scope scope) {
        if (!scope.everything()) {
            throw new NotPermitted("refusal.no-right");
        }
        return pages.heading(key).orElseThrow(() -> new NotFound("reference.unknown-rule"));
    }

    @GetMapping("/values/new")
    String ask(@PathVariable String key, @RequestParam(defaultValue = "ALL") String group, Locale locale, Model model) {
        model.addAttribute("form", RuleForm.of(group, values.units(key).getFirst()));
        return form(key, locale, model);
    }

    /** What a value would do, before anything is written. */
    @GetMapping("/values/preview")
    String preview(
            @PathVariable String key,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        var wanted = judged(key, form, errors);
        if (wanted == null) {
            return form(key, locale, model);
        }
        var change = judgement.change(wanted, form.starts());
        model.addAttribute("change", change);
        model.addAttribute("retroactive", change.isRetroactive(businessDay.today()));
        model.addAttribute("figures", judgement.figures(change));
        model.addAttribute("parts", RuleController.parts(uses, messages, key, locale));
        return "reference/rule-preview";
    }

    @PostMapping("/values")
    String add(
            @PathVariable String key,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        var wanted = judged(key, form, errors);
        if (wanted == null) {
            return form(key, locale, model);
        }
        keeping.add(wanted);
        return done(key, "reference.added", next);
    }

    @GetMapping("/withdrawal")
    String withdraw(@PathVariable String key, @RequestParam Map<String, String> given, Model model) {
        var parameters = new Parameters(given);
        var held = judgement.asked(key, group(parameters.text("group")), parameters.day("starts"));
        model.addAttribute("held", held);
        model.addAttribute("form", RuleWithdrawalForm.of(held.scope(), held.starts()));
        return "reference/rule-withdrawal";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String key,
            @Valid @ModelAttribute("form") RuleWithdrawalForm form,
            BindingResult errors,
            @RequestParam Map<String, String> given,
            Model model,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var group = group(parameters.text("group"));
        var held = judgement.beginning(key, group, parameters.day("starts"));
        if (errors.hasErrors()) {
            model.addAttribute("held", held);
            return "reference/rule-withdrawal";
        }
        keeping.withdraw(key, group, form.starts(), VietnameseText.tidy(form.reason()));
        return done(key, "reference.withdrawn", next);
    }

    @GetMapping("/confirmation")
    String confirm(@PathVariable String key, @RequestParam Map<String, String> given, Locale locale, Model model) {
        var parameters = new Parameters(given);
        var held = judgement.asked(key, group(parameters.text("group")), parameters.day("starts"));
        model.addAttribute("form", ConfirmationForm.of(held.scope(), held.starts(), held.directiveId(), held.clause()));
        return confirmation(held, locale, model);
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable String key,
            @Valid @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            @RequestParam Map<String, String> given,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var held = judgement.beginning(key, group(parameters.text("group")), parameters.day("starts"));
        if (!errors.hasErrors()) {
            mark(errors, judgement.problems(held, form.source()), Map.of("certainty", form.certainty()));
        }
        if (errors.hasErrors()) {
            return confirmation(held, locale, model);
        }
        keeping.confirm(key, held.scope(), held.starts(), form.source(), form.why());
        return done(key, "reference.confirmed", next);
    }

    private @Nullable NewRuleValue judged(String key, RuleForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return null;
        }
        var wanted = form.value(key, values.units(key).getFirst());
        mark(errors, judgement.problems(wanted), Map.of("starts", form.starts(), "value", form.value()));
        return errors.hasErrors() ? null : wanted;
    }

    private static void mark(BindingResult errors, List<RuleProblem> problems, Map<String, Object> typed) {
        for (var problem : problems) {
            WrongField.mark(
                    errors,
                    problem.field(),
                    typed.getOrDefault(problem.field(), errors.getFieldValue(problem.field())),
                    problem.key(),
                    problem.arguments().toArray());
        }
    }

    private String form(String key, Locale locale, Model model) {
        model.addAttribute("units", labelled("reference.unit-name.", values.units(key), locale));
        model.addAttribute("codes", values.codes(key));
        model.addAttribute("accounted", judgement.isAccountedFor(key));
        model.addAttribute("values", pages.values(key, businessDay.today()));
        return source(locale, model, "reference/rule-new");
    }

    private String confirmation(HeldRule held, Locale locale, Model model) {
        model.addAttribute("held", held);
        return source(locale, model, "reference/rule-confirmation");
    }

    private String source(Locale locale, Model model, String page) {
        model.addAttribute("directives", pages.directives());
        model.addAttribute("kinds", pages.kinds());
        model.addAttribute(
                "certainties",
                labelled(
                        "reference.certainty.",
                        List.of(Certainty.values()).stream().map(Enum::name).toList(),
                        locale));
        return page;
    }

    private List<Code> labelled(String beginning, List<String> codes, Locale locale) {
        return codes.stream()
                .map(code -> new Code(code, messages.getMessage(beginning + code, null, locale)))
                .toList();
    }

    private static String group(@Nullable String given) {
        return given == null ? "ALL" : given;
    }

    private static String done(String key, String notice, RedirectAttributes next) {
        next.addAttribute("key", key);
        next.addFlashAttribute("notice", notice);
        return "redirect:/rulebook/{key}";
    }
}
