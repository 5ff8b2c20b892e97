package vn.partyregister.training.web;

import jakarta.validation.Valid;
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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.training.AttendanceState;
import vn.partyregister.training.AttendeeFilter;
import vn.partyregister.training.AttendeeList;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.ClassRow;
import vn.partyregister.training.Classes;
import vn.partyregister.training.TrainingClassId;

/** One class: planned, shown with who attends it, planned anew, cancelled. */
@Controller
@RequestMapping("/classes")
@Permitted(Permission.KEEP_MEMBERS)
class ClassController {
    private static final String FORM = "training/form";
    private static final String CANCELLATION = "training/cancellation";

    private final Classes classes;
    private final ClassList list;
    private final AttendeeList people;
    private final Organisers organisers;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    ClassController(
            Classes classes,
            ClassList list,
            AttendeeList people,
            Organisers organisers,
            CodeLists codes,
            BusinessDay businessDay) {
        this.classes = classes;
        this.list = list;
        this.people = people;
        this.organisers = organisers;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @GetMapping("/new")
    String begin(Visitor visitor, Model model) {
        model.addAttribute("form", ClassForm.at(organisers.usual(visitor)));
        return form(null, model);
    }

    @PostMapping
    Object plan(
            @Valid @ModelAttribute("form") ClassForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var organiser = organisers.meant(form.organisation(), errors, scope);
        return errors.hasErrors() || organiser == null
                ? form(null, model)
                : Attempt.of(
                        () -> "redirect:/classes/" + classes.plan(form.told(organiser), scope),
                        () -> form(null, model),
                        "training.notice.planned",
                        model,
                        next);
    }

    @GetMapping("/{trainingClass}")
    @Permitted(Permission.READ_MEMBERS)
    String show(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model) {
        var parameters = new Parameters(given);
        var filter = AttendeeFilter.read(trainingClass, parameters);
        var sort = parameters.sort(AttendeeList.ORDERS, AttendeeList.STANDARD_ORDER);
        model.addAttribute("row", list.get(trainingClass, scope))
                .addAttribute("codes", codes)
                .addAttribute("filter", filter)
                .addAttribute("states", AttendanceState.values())
                .addAttribute("today", businessDay.today())
                .addAttribute("listing", people.page(filter, scope, sort, parameters.page()))
                .addAttribute("unreadable", parameters.unreadable());
        return "training/show";
    }

    @GetMapping("/{trainingClass}/plan")
    String replan(@PathVariable TrainingClassId trainingClass, Scope scope, Model model) {
        var row = led(list.get(trainingClass, scope));
        model.addAttribute("form", ClassForm.of(row));
        return form(row, model);
    }

    @PostMapping("/{trainingClass}/plan")
    Object replan(
            @PathVariable TrainingClassId trainingClass,
            @Valid @ModelAttribute("form") ClassForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = led(list.get(trainingClass, scope));
        return errors.hasErrors()
                ? form(row, model)
                : Attempt.of(
                        () -> {
                            classes.replan(trainingClass, form.told(new OrganisationId(row.organisation())), scope);
                            return "redirect:/classes/" + trainingClass;
                        },
                        () -> form(row, model),
                        "training.notice.replanned",
                        model,
                        next);
    }

    @GetMapping("/{trainingClass}/cancellation")
    String cancel(@PathVariable TrainingClassId trainingClass, Scope scope, Model model) {
        model.addAttribute("row", led(list.get(trainingClass, scope))).addAttribute("form", new ReasonForm(null));
        return CANCELLATION;
    }

    @PostMapping("/{trainingClass}/cancellation")
    Object cancel(
            @PathVariable TrainingClassId trainingClass,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("row", led(list.get(trainingClass, scope)));
        return errors.hasErrors()
                ? CANCELLATION
                : Attempt.of(
                        () -> {
                            classes.cancel(trainingClass, form.told(), scope);
                            return "redirect:/classes/" + trainingClass;
                        },
                        () -> CANCELLATION,
                        "training.notice.cancelled",
                        model,
                        next);
    }

    /** Whoever sees a part of those who attend alone does not lead the class. */
    static ClassRow led(ClassRow row) {
        if (!row.leads()) {
            throw new NotFound("training.unknown");
        }
        return row;
    }

    private String form(@Nullable ClassRow row, Model model) {
        model.addAttribute("row", row).addAttribute("kinds", ClassKind.values());
        model.addAttribute("audiences", codes.of("class-audience", businessDay.today()));
        return FORM;
    }
}
