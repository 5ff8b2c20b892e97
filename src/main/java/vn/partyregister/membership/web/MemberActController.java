package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Journal;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** The entry pages of what happens to a member: recognition and exemption. */
@Controller
@RequestMapping("/members/{id}")
@Permitted(Permission.KEEP_MEMBERS)
class MemberActController {
    private static final String RECOGNITION = "membership/recognition";
    private static final String EXEMPTION = "membership/exemption";

    private final Journal journal;
    private final MemberFiles files;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    MemberActController(Journal journal, MemberFiles files, CodeLists lists, BusinessDay businessDay) {
        this.journal = journal;
        this.files = files;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/recognition")
    String recognition(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", RecognitionForm.on(journal.endOfProbation(id, scope)));
        return page(RECOGNITION, id, scope, model);
    }

    @PostMapping("/recognition")
    Object recognise(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") RecognitionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(RECOGNITION, id, scope, model);
        }
        return record(
                RECOGNITION,
                "membership.recognised",
                id,
                scope,
                model,
                next,
                () -> journal.recognise(id, form.officialOn(), form.decision(), scope));
    }

    @GetMapping("/exemption")
    String exemption(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", ExemptionForm.empty());
        return page(EXEMPTION, id, scope, model);
    }

    @PostMapping("/exemption")
    Object exempt(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ExemptionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        form.requireGround(lists, errors);
        if (errors.hasErrors()) {
            return page(EXEMPTION, id, scope, model);
        }
        return record(
                EXEMPTION,
                "membership.exempted",
                id,
                scope,
                model,
                next,
                () -> journal.exempt(id, form.ground(), form.from(), form.to(), form.decision(), scope));
    }

    /** Does it, and shows the file; or shows the page again with what was typed and why it was refused. */
    private Object record(
            String view, String notice, MemberId id, Scope scope, Model model, RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(page(view, id, scope, model), model.asMap(), HttpStatus.CONFLICT);
        }
        next.addAttribute("id", id.toString());
        next.addFlashAttribute("notice", notice);
        return "redirect:/members/{id}";
    }

    private String page(String view, MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("grounds", lists.of("exemption-ground"));
        return view;
    }
}
