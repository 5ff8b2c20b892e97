package vn.partyregister.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.dossier.Intake;
import vn.partyregister.dossier.PaperKinds;
import vn.partyregister.dossier.Papers;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;

/** The papers of one member: what is there, what is missing, one more scan. */
@Controller
@RequestMapping("/members/{member}/papers")
class MemberPapersController {
    private static final String PAGE = "dossier/member";

    private final Papers papers;
    private final PaperKinds kinds;
    private final Intake intake;
    private final BusinessDay businessDay;

    MemberPapersController(Papers papers, PaperKinds kinds, Intake intake, BusinessDay businessDay) {
        this.papers = papers;
        this.kinds = kinds;
        this.intake = intake;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_PAPERS)
    String show(@PathVariable MemberId member, Scope scope, Locale language, Model model) {
        model.addAttribute("form", PaperForm.empty());
        return page(member, scope, language, model);
    }

    @PostMapping
    @Permitted(Permission.KEEP_PAPERS)
    String store(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") PaperForm form,
            BindingResult errors,
            Scope scope,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        check(form, errors);
        if (errors.hasErrors()) {
            return page(member, scope, language, model);
        }
        try {
            intake.take(member, form.paper(), form.file().getBytes(), scope, businessDay.today());
        } catch (Refusal.NotReadable refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refusal);
            return page(member, scope, language, model);
        }
        next.addFlashAttribute("notice", "dossier.stored");
        return "redirect:/members/{member}/papers";
    }

    /** With a date that cannot be read there is no form to ask anything else. */
    private void check(PaperForm form, BindingResult errors) {
        if (errors.hasFieldErrors("dated")) {
            return;
        }
        if (!form.brings()) {
            WrongField.mark(errors, "file", null, "dossier.missing.file");
        }
        if (form.isDatedAfter(businessDay.today())) {
            WrongField.mark(errors, "dated", form.dated(), "dossier.refused.in-the-future");
        }
    }

    private String page(MemberId member, Scope scope, Locale language, Model model) {
        var today = businessDay.today();
        model.addAttribute("papers", papers.of(member, scope, today, language));
        model.addAttribute("kinds", kinds.on(today, language));
        return PAGE;
    }
}
