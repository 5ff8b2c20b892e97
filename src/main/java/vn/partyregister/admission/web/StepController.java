package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.AdmissionFile;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.Admissions;
import vn.partyregister.admission.Stage;
import vn.partyregister.admission.StageRule.Asked;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;

/** One page for every step of a case: what it asks for is data. */
@Controller
@RequestMapping("/admissions/{id}/steps/{stage}")
@Permitted(Permission.KEEP_MEMBERS)
class StepController {
    private final Admissions admissions;
    private final AdmissionFiles files;
    private final Decisions decisions;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    StepController(
            Admissions admissions,
            AdmissionFiles files,
            Decisions decisions,
            CodeLists lists,
            BusinessDay businessDay) {
        this.admissions = admissions;
        this.files = files;
        this.decisions = decisions;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(@PathVariable AdmissionCaseId id, @PathVariable Stage stage, Scope scope, Model model) {
        model.addAttribute("form", StepForm.begin(businessDay.today()));
        return page(files.open(id, scope), stage, model);
    }

    @PostMapping
    Object record(
            @PathVariable AdmissionCaseId id,
            @PathVariable Stage stage,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        var asked = file.procedure().get(stage);
        form.hold(asked, errors);
        var members = members(form, asked.asks(Asked.HELPERS) || asked.asks(Asked.INTRODUCERS), file, errors);
        if (errors.hasErrors() || asksWhetherLate(id, stage, form.day(), knownLate, scope, model)) {
            return page(file, stage, model);
        }
        return Attempt.of(
                () -> {
                    next.addFlashAttribute("reached", enter(file, stage, form, members, scope));
                    next.addAttribute("id", id.toString());
                    next.addFlashAttribute("notice", "admission.recorded.step");
                    return "redirect:/admissions/{id}";
                },
                () -> page(file, stage, model),
                model);
    }

    /** Whether the page is shown once more: what the journal would be told comes too late for a closed period, and nobody has said to know that. */
    private boolean asksWhetherLate(
            AdmissionCaseId id, Stage stage, LocalDate day, @Nullable String knownLate, Scope scope, Model model) {
        var late = admissions.lateFor(id, stage, day, scope);
        model.addAttribute("late", late);
        return !late.isEmpty() && !"true".equals(knownLate);
    }

    /** A stage that the case has come through is told anew; any other is the next step. */
    private Stage enter(AdmissionFile file, Stage stage, StepForm form, List<MemberId> members, Scope scope) {
        var entry = form.entry(file.procedure().get(stage), members);
        if (file.step(stage) == null) {
            return admissions.reach(file.one().id(), stage, entry, scope);
        }
        admissions.change(file.one().id(), stage, entry, scope);
        return stage;
    }

    private List<MemberId> members(StepForm form, boolean asked, AdmissionFile file, BindingResult errors) {
        var members = new ArrayList<MemberId>();
        if (asked) {
            find("firstMember", form.firstMember(), file, form, errors, members);
            find("secondMember", form.secondMember(), file, form, errors, members);
        }
        return members;
    }

    private void find(
            String field,
            @Nullable String typed,
            AdmissionFile file,
            StepForm form,
            BindingResult errors,
            List<MemberId> members) {
        var text = Texts.given(typed);
        if (text == null || form.day() == null || errors.hasFieldErrors(field)) {
            return;
        }
        files.meant(text, file.one(), form.day())
                .filter(found -> !members.contains(found))
                .ifPresentOrElse(members::add, () -> WrongField.mark(errors, field, typed, "admission.unknown-member"));
    }

    private String page(AdmissionFile file, Stage stage, Model model) {
        var today = businessDay.today();
        model.addAttribute("file", file);
        model.addAttribute("stage", stage);
        model.addAttribute("asked", file.procedure().get(stage));
        model.addAttribute("officials", files.officials(file.one(), today));
        model.addAttribute("issuers", decisions.issuersFor(file.one().organisation(), today));
        model.addAttribute("grounds", lists.of("admission-cancelled-ground", today));
        return "admission/step";
    }
}
