package vn.partyregister.paperfile.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.paperfile.Count.Answer;
import vn.partyregister.paperfile.CountId;
import vn.partyregister.paperfile.CountList;
import vn.partyregister.paperfile.Counts;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The counts of paper files against the list of members. */
@Controller
@RequestMapping("/paper-files/counts")
@Permitted(Permission.KEEP_PAPERS)
class CountController {
    private static final String PATH = "/paper-files/counts";
    private static final String AGAIN = "redirect:/paper-files/counts/{count}";
    private static final String ANSWER = "answer.";

    private final Counts counts;
    private final CountList list;
    private final OrganisationField field;
    private final BusinessDay businessDay;

    CountController(Counts counts, CountList list, OrganisationField field, BusinessDay businessDay) {
        this.counts = counts;
        this.list = list;
        this.field = field;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_PAPERS)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("form", new CountForm(null, businessDay.today()));
        return page(new Parameters(given), scope, visitor, model);
    }

    @PostMapping
    Object open(
            @Valid @ModelAttribute("form") CountForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var organisation = organisation(form, errors, scope);
        if (errors.hasErrors() || organisation == null) {
            return page(new Parameters(Map.of()), scope, visitor, model);
        }
        return Attempt.of(
                () -> {
                    next.addAttribute(
                            "count",
                            counts.open(organisation, form.day(), scope).toString());
                    return AGAIN;
                },
                () -> page(new Parameters(Map.of()), scope, visitor, model),
                model);
    }

    @GetMapping("/{count}")
    @Permitted(Permission.READ_PAPERS)
    String show(@PathVariable CountId count, @RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", SurplusForm.empty());
        return show(count, new Parameters(given), scope, model);
    }

    @PostMapping("/{count}/answers")
    String answer(
            @PathVariable CountId count,
            @RequestParam Map<String, String> given,
            Scope scope,
            RedirectAttributes next) {
        counts.answer(count, answered(given, Answer.FOUND), answered(given, Answer.MISSING), scope);
        return done(next);
    }

    @PostMapping("/{count}/remainder")
    String findTheRest(@PathVariable CountId count, Scope scope, RedirectAttributes next) {
        counts.findTheRest(count, scope);
        return done(next);
    }

    @PostMapping("/{count}/surplus")
    String addSurplus(
            @PathVariable CountId count,
            @Valid @ModelAttribute("form") SurplusForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return show(count, new Parameters(Map.of()), scope, model);
        }
        counts.addSurplus(count, form.cover().strip(), form.remark(), scope);
        return done(next);
    }

    @PostMapping("/{count}/closing")
    String close(@PathVariable CountId count, Scope scope, RedirectAttributes next) {
        counts.close(count, scope);
        return done(next);
    }

    private static String done(RedirectAttributes next) {
        next.addFlashAttribute("notice", "paperfile.recorded");
        return AGAIN;
    }

    /** Whose file got this answer; each radio is named after its member. */
    private static List<MemberId> answered(Map<String, String> given, Answer answer) {
        var parameters = new Parameters(given);
        return given.keySet().stream()
                .filter(name -> name.startsWith(ANSWER) && parameters.oneOf(name, Answer.class) == answer)
                .flatMap(name -> Ids.read(List.of(name.substring(ANSWER.length()))).stream())
                .toList();
    }

    private @Nullable OrganisationId organisation(CountForm form, BindingResult errors, Scope scope) {
        return field.meant("organisation", form.organisation(), "paperfile.unknown-organisation", errors, scope);
    }

    private String page(Parameters parameters, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("listing", list.page(scope, parameters.page(), PATH));
        model.addAttribute(
                "due",
                list.due(OrganisationId.ofNullable(visitor.home()), scope).orElse(null));
        return "paperfile/counts";
    }

    private String show(CountId id, Parameters parameters, Scope scope, Model model) {
        var count = list.get(id, scope);
        var answer = parameters.oneOf("answer", Answer.class);
        var here = PATH + "/" + id + (answer == null ? "" : "?answer=" + answer);
        model.addAttribute("count", count);
        model.addAttribute("listing", list.lines(count, answer, parameters.page(), here));
        model.addAttribute("surplus", list.surplus(id));
        model.addAttribute("unreadable", parameters.unreadable());
        return "paperfile/count";
    }
}
