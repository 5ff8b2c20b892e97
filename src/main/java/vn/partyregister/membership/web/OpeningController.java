package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.exchange.TypedRow;
import vn.partyregister.membership.Openings;
import vn.partyregister.membership.Openings.Outcome;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;

/** The entry page of somebody who has long been a member and is missing from the register. */
@Controller
@Permitted(Permission.KEEP_MEMBERS)
class OpeningController {
    private static final String PATH = "/members/opening";

    private final Openings openings;
    private final Comparison comparison;
    private final PersonLists lists;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    OpeningController(
            Openings openings,
            Comparison comparison,
            PersonLists lists,
            OrganisationTree tree,
            BusinessDay businessDay) {
        this.openings = openings;
        this.comparison = comparison;
        this.lists = lists;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    @GetMapping(PATH)
    String form(Model model) {
        model.addAttribute("form", OpeningForm.empty());
        return page(model);
    }

    @PostMapping(PATH)
    Object enter(
            @Valid @ModelAttribute("form") OpeningForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        form.hold(errors);
        if (!comparison.isDone(form.sought(), form.another(), scope, model) || errors.hasErrors()) {
            return page(model);
        }
        return switch (openings.enter(form.opening(meant(form, scope)), Boolean.TRUE.equals(form.despite()), scope)) {
            case Outcome.Entered entered -> entered(entered, next);
            case Outcome.Refused refused -> refused(refused, form, errors, model);
            case Outcome.Doubtful doubtful -> {
                model.addAttribute("doubts", doubtful.reasons());
                yield page(model);
            }
        };
    }

    private static String entered(Outcome.Entered entered, RedirectAttributes next) {
        next.addAttribute("id", entered.member().toString());
        next.addFlashAttribute("notice", "membership.opened");
        return "redirect:/members/{id}";
    }

    private ModelAndView refused(Outcome.Refused refused, OpeningForm form, BindingResult errors, Model model) {
        refused.reasons().forEach(reason -> mark(reason, form, errors));
        return new ModelAndView(page(model), model.asMap(), HttpStatus.CONFLICT);
    }

    private static void mark(TypedRow.Reason reason, OpeningForm form, BindingResult errors) {
        var field = form.field(reason.column());
        WrongField.mark(
                errors,
                field.getKey(),
                field.getValue(),
                reason.reason(),
                reason.arguments().toArray());
    }

    private @Nullable OrganisationId meant(OpeningForm form, Scope scope) {
        return tree.meant(form.organisation(), scope, businessDay.today()).orElse(null);
    }

    private String page(Model model) {
        lists.fill(model);
        model.addAttribute("statuses", Arrays.asList(Status.values()));
        return "membership/opening";
    }
}
