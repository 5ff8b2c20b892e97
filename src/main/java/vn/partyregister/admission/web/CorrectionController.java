package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.Admissions;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** What was told of a candidate is completed and put right while they are no member (sửa thông tin người xin vào Đảng). */
@Controller
@RequestMapping("/admissions/{id}/candidate")
@Permitted(Permission.KEEP_MEMBERS)
class CorrectionController {
    private final Admissions admissions;
    private final AdmissionFiles files;
    private final CandidateChoices choices;

    CorrectionController(Admissions admissions, AdmissionFiles files, CandidateChoices choices) {
        this.admissions = admissions;
        this.files = files;
        this.choices = choices;
    }

    @GetMapping
    String form(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        var file = files.open(id, scope);
        model.addAttribute("file", file);
        model.addAttribute("form", CandidateForm.of(file.one()));
        return page(model);
    }

    @PostMapping
    Object correct(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") CandidateForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("file", files.open(id, scope));
        if (errors.hasErrors()) {
            return page(model);
        }
        return Attempt.of(
                () -> {
                    admissions.correct(id, form.version(), form.told(), scope);
                    next.addAttribute("id", id.toString());
                    next.addFlashAttribute("notice", "admission.recorded.candidate");
                    return "redirect:/admissions/{id}";
                },
                () -> page(model),
                model);
    }

    private String page(Model model) {
        choices.into(model);
        return "admission/candidate";
    }
}
