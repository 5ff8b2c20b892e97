package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import vn.partyregister.admission.AdmissionFile;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.Admissions;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.CodeLists;

/** What is told of a case beside its steps: put back, moved, whom the verification asks about, papers. */
@Controller
@RequestMapping("/admissions/{id}")
@Permitted(Permission.KEEP_MEMBERS)
class CaseActController {
    private final Admissions admissions;
    private final AdmissionFiles files;
    private final OrganisationField field;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    CaseActController(
            Admissions admissions,
            AdmissionFiles files,
            OrganisationField field,
            CodeLists lists,
            BusinessDay businessDay) {
        this.admissions = admissions;
        this.files = files;
        this.field = field;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/back")
    String back(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        return page("back", BackForm.begin(today()), files.open(id, scope), model);
    }

    @PostMapping("/back")
    Object putBack(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") BackForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        return errors.hasErrors()
                ? page("back", form, file, model)
                : record(
                        "back",
                        form,
                        file,
                        model,
                        next,
                        () -> admissions.stepBack(
                                id, form.to(), form.day(), VietnameseText.tidy(form.reason()), scope));
    }

    @GetMapping("/extension")
    String extension(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        return page("extension", ExtensionForm.begin(today()), files.open(id, scope), model);
    }

    @PostMapping("/extension")
    Object extend(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        return errors.hasErrors()
                ? page("extension", form, file, model)
                : record("extension", form, file, model, next, () -> admissions.extend(id, form.told(), scope));
    }

    @GetMapping("/move")
    String move(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        return page("move", new MoveForm(null, today(), null), files.open(id, scope), model);
    }

    @PostMapping("/move")
    Object moveTo(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        var to = meant(form.to(), errors);
        if (errors.hasErrors() || to == null) {
            return page("move", form, file, model);
        }
        return Attempt.of(
                () -> admissions.move(id, to, form.day(), VietnameseText.tidy(form.reason()), scope),
                () -> page("move", form, file, model),
                "redirect:/admissions",
                "admission.recorded.move",
                model,
                next);
    }

    @GetMapping("/relatives/new")
    String relative(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        model.addAttribute("row", null);
        return page(
                "relative",
                new RelativeForm(null, null, null, null, null, null, null, null),
                files.open(id, scope),
                model);
    }

    @PostMapping("/relatives/new")
    Object addRelative(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") RelativeForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        return errors.hasErrors()
                ? page("relative", form, file, model)
                : record("relative", form, file, model, next, () -> admissions.add(id, form.told(), scope));
    }

    @GetMapping("/relatives/{row}")
    String relative(@PathVariable AdmissionCaseId id, @PathVariable int row, Scope scope, Model model) {
        var file = files.open(id, scope);
        if (row < 1 || row > file.relatives().size()) {
            throw new NotFound("admission.no-such-relative");
        }
        model.addAttribute("row", row);
        return page("relative", RelativeForm.of(file.relatives().get(row - 1)), file, model);
    }

    @PostMapping("/relatives/{row}")
    Object setRelative(
            @PathVariable AdmissionCaseId id,
            @PathVariable int row,
            @Valid @ModelAttribute("form") RelativeForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        model.addAttribute("row", row);
        return errors.hasErrors()
                ? page("relative", form, file, model)
                : record("relative", form, file, model, next, () -> admissions.set(id, row - 1, form.told(), scope));
    }

    @GetMapping("/papers/new")
    String paper(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        return page("paper", new PaperForm(null, null, today(), null), files.open(id, scope), model);
    }

    @PostMapping("/papers/new")
    Object addPaper(
            @PathVariable AdmissionCaseId id,
            @Valid @ModelAttribute("form") PaperForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope);
        return errors.hasErrors()
                ? page("paper", form, file, model)
                : record("paper", form, file, model, next, () -> admissions.add(id, form.told(), scope));
    }

    private @Nullable OrganisationId meant(@Nullable String typed, BindingResult errors) {
        return field.meant("to", typed, "membership.entry.unknown-organisation", errors, Scope.EVERYTHING);
    }

    /** Does it, and shows the case; or shows the page again with what was typed and why it was refused. */
    private Object record(
            String act,
            @Nullable Object form,
            AdmissionFile file,
            Model model,
            RedirectAttributes next,
            Runnable recording) {
        next.addAttribute("id", file.one().id().toString());
        return Attempt.of(
                recording,
                () -> page(act, form, file, model),
                "redirect:/admissions/{id}",
                "admission.recorded." + act,
                model,
                next);
    }

    private String page(String act, @Nullable Object form, AdmissionFile file, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        model.addAttribute("file", file);
        model.addAttribute("relations", lists.of("relative"));
        model.addAttribute("results", lists.of("verification-result"));
        model.addAttribute("kinds", lists.of("case-paper"));
        return "admission/" + act;
    }

    private LocalDate today() {
        return businessDay.today();
    }
}
