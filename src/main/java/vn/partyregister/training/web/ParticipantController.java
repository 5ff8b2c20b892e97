package vn.partyregister.training.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.util.UriUtils;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.training.AttendeeList;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.Outcome;
import vn.partyregister.training.ParticipantId;
import vn.partyregister.training.ParticipantLines;
import vn.partyregister.training.Participants;
import vn.partyregister.training.Probationers;
import vn.partyregister.training.TrainingClassId;

/** Who attends a class is registered, taken off, and told how it ended for them. */
@Controller
@RequestMapping("/classes")
@Permitted(Permission.KEEP_MEMBERS)
class ParticipantController {
    private static final String REGISTRATION = "training/registration";
    private static final String MEMBERS = "training/members";
    private static final String REMOVAL = "training/removal";

    private final Participants participants;
    private final ParticipantLines lines;
    private final Probationers probationers;
    private final ClassList classes;
    private final AttendeeList people;
    private final Organisers organisers;

    ParticipantController(
            Participants participants,
            ParticipantLines lines,
            Probationers probationers,
            ClassList classes,
            AttendeeList people,
            Organisers organisers) {
        this.participants = participants;
        this.lines = lines;
        this.probationers = probationers;
        this.classes = classes;
        this.people = people;
        this.organisers = organisers;
    }

    /** The page that fits the class: lines for who is no member, the register for who is. */
    @GetMapping("/{trainingClass}/registration")
    String register(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model) {
        var row = ClassController.led(classes.get(trainingClass, scope));
        if (row.kind() == ClassKind.NEW_MEMBER) {
            return members(trainingClass, new Parameters(given), scope, model);
        }
        model.addAttribute("row", row).addAttribute("form", new OutsiderForm(row.organiser(), null));
        return REGISTRATION;
    }

    @PostMapping("/{trainingClass}/outsiders")
    Object registerOutsiders(
            @PathVariable TrainingClassId trainingClass,
            @Valid @ModelAttribute("form") OutsiderForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("row", ClassController.led(classes.get(trainingClass, scope)));
        var usual = organisers.meant(form.organisation(), errors, scope);
        if (errors.hasErrors()) {
            return REGISTRATION;
        }
        var read = participants.judged(trainingClass, lines.read(form.lines(), usual, scope), scope);
        model.addAttribute("wrong", read.wrong());
        return !read.wrong().isEmpty()
                ? REGISTRATION
                : Attempt.of(
                        () -> {
                            next.addFlashAttribute("told", participants.register(trainingClass, read.people(), scope));
                            return "redirect:/classes/" + trainingClass;
                        },
                        () -> REGISTRATION,
                        "training.notice.registered",
                        model,
                        next);
    }

    @PostMapping("/{trainingClass}/members")
    Object registerMembers(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam(required = false) @Nullable List<MemberId> member,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return Attempt.of(
                () -> {
                    next.addFlashAttribute(
                            "told",
                            participants.registerMembers(trainingClass, member == null ? List.of() : member, scope));
                    return "redirect:/classes/" + trainingClass;
                },
                () -> members(trainingClass, new Parameters(Map.of()), scope, model),
                "training.notice.registered",
                model,
                next);
    }

    /** How the class ended for those chosen; without an outcome, everybody of whom nothing was told has finished. */
    @PostMapping("/{trainingClass}/outcomes")
    String end(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam(required = false) @Nullable List<UUID> participant,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String why,
            Scope scope,
            RedirectAttributes next) {
        var told = outcome == null
                ? participants.finishRest(trainingClass, scope)
                : participants.end(
                        trainingClass,
                        participant == null ? List.of() : participant,
                        outcome,
                        why == null || why.isBlank() ? null : new ReasonForm(why).told(),
                        scope);
        next.addFlashAttribute("told", told).addFlashAttribute("notice", "training.notice.ended");
        return "redirect:/classes/" + trainingClass;
    }

    @GetMapping("/participants/{participant}/removal")
    String takeOff(@PathVariable ParticipantId participant, Scope scope, Model model) {
        about(participant, scope, model);
        model.addAttribute("form", new ReasonForm(null));
        return REMOVAL;
    }

    @PostMapping("/participants/{participant}/removal")
    Object takeOff(
            @PathVariable ParticipantId participant,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        about(participant, scope, model);
        return errors.hasErrors()
                ? REMOVAL
                : Attempt.of(
                        () -> "redirect:/classes/" + participants.takeOff(participant, form.told(), scope),
                        () -> REMOVAL,
                        "training.notice.taken-off",
                        model,
                        next);
    }

    private void about(ParticipantId participant, Scope scope, Model model) {
        var person = people.get(participant, scope);
        model.addAttribute("person", person);
        model.addAttribute("row", ClassController.led(classes.get(new TrainingClassId(person.classId()), scope)));
    }

    private String members(TrainingClassId id, Parameters parameters, Scope scope, Model model) {
        var row = ClassController.led(classes.get(id, scope));
        var q = parameters.text("q");
        var here = "/classes/" + id + "/registration"
                + (q == null ? "" : "?q=" + UriUtils.encode(q, StandardCharsets.UTF_8));
        model.addAttribute("row", row).addAttribute("q", q);
        model.addAttribute("listing", probationers.page(row, q, scope, parameters.page(), here));
        model.addAttribute("unreadable", parameters.unreadable());
        return MEMBERS;
    }
}
