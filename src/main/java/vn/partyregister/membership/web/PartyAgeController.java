package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import java.util.List;
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
import vn.partyregister.membership.InterruptionId;
import vn.partyregister.membership.PartyAges;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** The party age of a member, step by step, and the interruptions of long ago. */
@Controller
@RequestMapping("/members/{id}/party-age")
@Permitted(Permission.KEEP_MEMBERS)
class PartyAgeController {
    private static final String PAGE = "membership/party-age";
    private static final String AGAIN = "redirect:/members/{id}/party-age";
    /** What the form offers: the journal tells of the rest itself. */
    private static final List<String> GROUNDS =
            List.of("STRUCK_OFF", "EXPELLED", "RESIGNED", "LOST_CONTACT", "TRANSFER_GAP");

    private final PartyAges ages;
    private final EntryPages pages;

    PartyAgeController(PartyAges ages, EntryPages pages) {
        this.ages = ages;
        this.pages = pages;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", InterruptionForm.empty());
        return page(id, scope, model);
    }

    @PostMapping("/interruptions")
    Object record(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") InterruptionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(id, scope, model);
        }
        return Attempt.of(
                () -> {
                    ages.record(id, form.ground(), form.from(), form.until(), VietnameseText.tidy(form.paper()), scope);
                    return done(id, next);
                },
                () -> page(id, scope, model),
                model);
    }

    @GetMapping("/interruptions/{interruption}/withdrawal")
    String withdrawing(@PathVariable MemberId id, @PathVariable InterruptionId interruption, Scope scope, Model model) {
        model.addAttribute("form", ReversalForm.empty());
        return withdrawalPage(id, interruption, scope, model);
    }

    @PostMapping("/interruptions/{interruption}/withdrawal")
    String withdraw(
            @PathVariable MemberId id,
            @PathVariable InterruptionId interruption,
            @Valid @ModelAttribute("form") ReversalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = withdrawalPage(id, interruption, scope, model);
        if (errors.hasErrors()) {
            return view;
        }
        ages.withdraw(id, interruption, form.reason(), scope);
        return done(id, next);
    }

    private static String done(MemberId id, RedirectAttributes next) {
        next.addAttribute("id", id.toString());
        next.addFlashAttribute("notice", "membership.fact-recorded");
        return AGAIN;
    }

    private String page(MemberId id, Scope scope, Model model) {
        var view = pages.page(PAGE, id, scope, model);
        var age = ages.of(id, scope);
        model.addAttribute("age", age);
        model.addAttribute("charter", ages.probationOn(age.entry().joinedOn()));
        model.addAttribute("interruptions", ages.interruptions(id));
        model.addAttribute("grounds", GROUNDS);
        return view;
    }

    private String withdrawalPage(MemberId id, InterruptionId interruption, Scope scope, Model model) {
        model.addAttribute("interruption", ages.get(id, interruption, scope));
        return pages.page("membership/interruption-withdrawal", id, scope, model);
    }
}
