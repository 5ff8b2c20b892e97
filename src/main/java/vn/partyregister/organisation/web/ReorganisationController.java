package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationLists;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.ReorganisationList;
import vn.partyregister.organisation.Reorganisations;
import vn.partyregister.organisation.Step;
import vn.partyregister.organisation.StepAct;
import vn.partyregister.organisation.StepEntry;
import vn.partyregister.organisation.StepSheet;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.WrongField;

/** A draft: what it says of itself, its steps one by one or from a spreadsheet, and letting it go. */
@Controller
@RequestMapping("/reorganisations/{reorganisation}")
@Permitted(Permission.KEEP_ORGANISATIONS)
class ReorganisationController {
    private static final String AGAIN = "redirect:/reorganisations/{reorganisation}";
    private static final String OUTLINE = "organisation/reorganisation-outline";

    private final Reorganisations reorganisations;
    private final ReorganisationList list;
    private final StepEntry entry;
    private final StepSheet sheet;
    private final OrganisationLists lists;
    private final TableDownload download;
    private final AuditTrail trail;
    private final Validator validator;

    ReorganisationController(
            Reorganisations reorganisations,
            ReorganisationList list,
            StepEntry entry,
            StepSheet sheet,
            OrganisationLists lists,
            TableDownload download,
            AuditTrail trail,
            Validator validator) {
        this.reorganisations = reorganisations;
        this.list = list;
        this.entry = entry;
        this.sheet = sheet;
        this.lists = lists;
        this.download = download;
        this.trail = trail;
        this.validator = validator;
    }

    @GetMapping
    @Permitted(Permission.READ_ORGANISATIONS)
    String show(@PathVariable ReorganisationId reorganisation, Scope scope, Model model) {
        var one = reorganisations.get(reorganisation, scope);
        model.addAttribute("one", one).addAttribute("steps", list.steps(one)).addAttribute("acts", StepAct.values());
        return "organisation/reorganisation";
    }

    @GetMapping("/outline")
    String outline(@PathVariable ReorganisationId reorganisation, Scope scope, Model model) {
        var one = reorganisations.get(reorganisation, scope);
        model.addAttribute("one", one).addAttribute("form", OutlineForm.of(one));
        return OUTLINE;
    }

    @PostMapping("/outline")
    String revise(
            @PathVariable ReorganisationId reorganisation,
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var one = reorganisations.get(reorganisation, scope);
        ReorganisationListController.halfDecided(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("one", one);
            return OUTLINE;
        }
        reorganisations.revise(reorganisation, revision(form.revision(), one.revision()), form.outline(), scope);
        return changed(next);
    }

    @GetMapping("/steps/{act}")
    String step(@PathVariable ReorganisationId reorganisation, @PathVariable StepAct act, Scope scope, Model model) {
        model.addAttribute(
                "form",
                StepForm.empty(reorganisations.get(reorganisation, scope).revision()));
        return form(reorganisation, act, scope, model);
    }

    @PostMapping("/steps/{act}")
    String add(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable StepAct act,
            @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var one = reorganisations.get(reorganisation, scope);
        var steps = steps(reorganisation, act, form, errors, scope);
        if (errors.hasErrors()) {
            return form(reorganisation, act, scope, model);
        }
        reorganisations.add(reorganisation, revision(form.revision(), one.revision()), steps, scope);
        return changed(next);
    }

    /** What was typed as steps; none where something is wrong with it. */
    private List<Step> steps(ReorganisationId id, StepAct act, StepForm form, BindingResult errors, Scope scope) {
        if (!errors.hasErrors()) {
            validator
                    .validate(form, groups(act))
                    .forEach(found -> WrongField.mark(
                            errors,
                            found.getPropertyPath().toString(),
                            found.getInvalidValue(),
                            found.getMessageTemplate().replaceAll("[{}]", "")));
        }
        if (errors.hasErrors()) {
            return List.of();
        }
        var entered = entry.read(id, act, form.typed(), scope);
        entered.wrong()
                .forEach(wrong -> WrongField.mark(errors, wrong.field(), wrong.typed(), wrong.key(), wrong.line()));
        return entered.steps();
    }

    private static Class<?>[] groups(StepAct act) {
        var groups = new ArrayList<Class<?>>(List.of(Default.class));
        groups.addAll(
                switch (act) {
                    case FOUND -> List.of(StepForm.Placed.class, StepForm.Named.class, StepForm.OfAType.class);
                    case SPLIT ->
                        List.of(
                                StepForm.One.class,
                                StepForm.Placed.class,
                                StepForm.Named.class,
                                StepForm.OfAType.class);
                    case MERGE, MOVE -> List.of(StepForm.Many.class, StepForm.Placed.class);
                    case CHANGE_TYPE -> List.of(StepForm.Many.class, StepForm.OfAType.class);
                    case RENAME -> List.of(StepForm.One.class, StepForm.Named.class);
                    case CLOSE -> List.of(StepForm.Many.class);
                });
        return groups.toArray(Class<?>[]::new);
    }

    private String form(ReorganisationId id, StepAct act, Scope scope, Model model) {
        var one = reorganisations.get(id, scope);
        model.addAttribute("one", one)
                .addAttribute("act", act)
                .addAttribute("types", lists.types(one.effectiveOn()))
                .addAttribute("kinds", lists.kinds(one.effectiveOn()));
        return "organisation/reorganisation-step";
    }

    @PostMapping("/steps/{number:\\d+}/removal")
    String remove(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int revision,
            Scope scope,
            RedirectAttributes next) {
        reorganisations.remove(reorganisation, revision, number, scope);
        return changed(next);
    }

    /** The steps as a spreadsheet, to go on with elsewhere; of an empty draft the template. */
    @GetMapping("/steps.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void steps(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable TableFormat format,
            Scope scope,
            HttpServletResponse response) {
        var rows = sheet.rows(reorganisation, scope);
        trail.read("reorganisation.steps-exported", new Subject("reorganisation", reorganisation.id(), null), Map.of());
        var columns = StepSheet.columns().stream()
                .map(column -> TableColumn.<Map<String, String>>text(
                        column.heading(), row -> row.getOrDefault(column.key(), "")))
                .toList();
        download.send(response, format, "phuong-an-sap-xep", columns, rows::stream);
    }

    @PostMapping("/sheet")
    String upload(
            @PathVariable ReorganisationId reorganisation,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") int revision,
            Scope scope,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new NotReadable("exchange.upload.missing");
            }
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var reading = sheet.read(reorganisation, revision, file.getBytes(), name, scope);
            if (reading.faults().isEmpty()) {
                return changed(next);
            }
            model.addAttribute("faults", reading.faults());
        } catch (NotReadable refused) {
            model.addAttribute("refused", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(reorganisation, scope, model);
    }

    @PostMapping("/abandonment")
    String abandon(
            @PathVariable ReorganisationId reorganisation,
            @RequestParam(defaultValue = "0") int revision,
            Scope scope,
            RedirectAttributes next) {
        reorganisations.abandon(reorganisation, revision, scope);
        next.addFlashAttribute("notice", "organisation.plan.notice.abandoned");
        return "redirect:/reorganisations";
    }

    private static String changed(RedirectAttributes next) {
        next.addFlashAttribute("notice", "organisation.plan.notice.changed");
        return AGAIN;
    }

    /** The page's revision; a form that lost it is judged by what stands now. */
    private static int revision(@Nullable Integer shown, int now) {
        return shown == null ? now : shown;
    }
}
