package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Restorations;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** The page on the loss of a member's file, with the form of the step that comes next. */
@Controller
@RequestMapping("/members/{id}/restoration")
@Permitted(Permission.KEEP_MEMBERS)
class RestorationController {
    private final Restorations restorations;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    RestorationController(Restorations restorations, MemberFiles files, BusinessDay businessDay) {
        this.restorations = restorations;
        this.files = files;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String page(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("restorations", restorations.of(id));
        return "membership/restoration";
    }

    @PostMapping
    Object report(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("step") RestorationForms.Report step,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return record(
                id,
                errors,
                scope,
                model,
                next,
                organisation -> restorations.report(id, organisation, step.day(), step.cause(), step.verifiedBy()));
    }

    @PostMapping("/decision")
    Object decide(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("step") RestorationForms.Decided step,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return record(
                id, errors, scope, model, next, organisation -> restorations.decide(id, organisation, step.decision()));
    }

    @PostMapping("/closing")
    Object close(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("step") RestorationForms.Closing step,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return record(id, errors, scope, model, next, organisation -> restorations.close(id, organisation, step.day()));
    }

    @PostMapping("/finding")
    Object find(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("step") RestorationForms.Finding step,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return record(
                id,
                errors,
                scope,
                model,
                next,
                organisation -> restorations.find(id, organisation, step.day(), step.remark()));
    }

    /** Does it, and shows the page anew; or shows it with what was typed and what is wrong with it. */
    private Object record(
            MemberId id,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next,
            Consumer<OrganisationId> act) {
        var organisation = files.brief(id, scope, businessDay.today()).organisationId();
        if (errors.hasErrors()) {
            model.addAttribute("unread", true);
            return page(id, scope, model);
        }
        return Attempt.of(
                () -> {
                    act.accept(organisation);
                    next.addAttribute("id", id.toString());
                    next.addFlashAttribute("notice", "member.restoration.recorded");
                    return "redirect:/members/{id}/restoration";
                },
                () -> page(id, scope, model),
                model);
    }
}
