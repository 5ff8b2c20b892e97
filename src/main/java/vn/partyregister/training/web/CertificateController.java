package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
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
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintFormat;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Forms;
import vn.partyregister.training.AttendanceState;
import vn.partyregister.training.AttendeeFilter;
import vn.partyregister.training.AttendeeList;
import vn.partyregister.training.CertificateId;
import vn.partyregister.training.Certificates;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.TrainingClassId;

/** The certificates of a class: issued, printed or handed to Word fifty at a time, revoked. */
@Controller
@RequestMapping("/classes")
@Permitted(Permission.KEEP_MEMBERS)
class CertificateController {
    private static final String ISSUE = "training/issue";
    private static final String REVOCATION = "training/revocation";

    private final Certificates certificates;
    private final ClassList classes;
    private final AttendeeList people;
    private final Forms forms;
    private final Prints prints;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    CertificateController(
            Certificates certificates,
            ClassList classes,
            AttendeeList people,
            Forms forms,
            Prints prints,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.certificates = certificates;
        this.classes = classes;
        this.people = people;
        this.forms = forms;
        this.prints = prints;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/{trainingClass}/certificates")
    String issue(@PathVariable TrainingClassId trainingClass, Scope scope, Model model) {
        var row = ClassController.led(classes.get(trainingClass, scope));
        var today = businessDay.today();
        var first = certificates.next(new OrganisationId(row.organisation()), row.kind(), today.getYear());
        model.addAttribute("row", row).addAttribute("form", new IssueForm(first, today));
        return ISSUE;
    }

    @PostMapping("/{trainingClass}/certificates")
    Object issue(
            @PathVariable TrainingClassId trainingClass,
            @Valid @ModelAttribute("form") IssueForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("row", ClassController.led(classes.get(trainingClass, scope)));
        return errors.hasErrors()
                ? ISSUE
                : Attempt.of(
                        () -> {
                            var issued = certificates.issue(trainingClass, form.first(), form.day(), scope);
                            next.addFlashAttribute("told", issued);
                            return "redirect:/classes/" + trainingClass;
                        },
                        () -> ISSUE,
                        "training.notice.issued",
                        model,
                        next);
    }

    @GetMapping("/{trainingClass}/certificates.{format:pdf|docx}")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable TrainingClassId trainingClass,
            @PathVariable String format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var row = classes.get(trainingClass, scope);
        var parameters = new Parameters(given);
        var certified =
                new AttendeeFilter(trainingClass, null, null, null, null, null, null, AttendanceState.CERTIFIED);
        var page = parameters.page();
        parameters.requireReadable();
        var holders = people.page(certified, scope, "certificate,asc", page).rows();
        if (holders.isEmpty()) {
            throw new RuleBroken("training.nothing-to-print");
        }
        var day = Objects.requireNonNull(holders.getFirst().issuedOn());
        audit.read(
                "training.certificates-printed",
                new Subject("class", row.id(), row.organisation()),
                Map.of("page", page));
        prints.document(
                response,
                "giay-chung-nhan",
                "training/certificates",
                Map.of(
                        "row",
                        row,
                        "holders",
                        holders,
                        "paper",
                        forms.classCertificate(row.kind().name(), day)),
                businessDay.today(),
                PrintFormat.of(format));
    }

    @GetMapping("/certificates/{certificate}/revocation")
    String revoke(@PathVariable CertificateId certificate, Scope scope, Model model) {
        about(certificate, scope, model);
        model.addAttribute("form", new ReasonForm(null));
        return REVOCATION;
    }

    @PostMapping("/certificates/{certificate}/revocation")
    Object revoke(
            @PathVariable CertificateId certificate,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        about(certificate, scope, model);
        return errors.hasErrors()
                ? REVOCATION
                : Attempt.of(
                        () -> "redirect:/classes/" + certificates.revoke(certificate, form.told(), scope),
                        () -> REVOCATION,
                        "training.notice.revoked",
                        model,
                        next);
    }

    private void about(CertificateId certificate, Scope scope, Model model) {
        var person = people.get(certificate, scope);
        model.addAttribute("person", person);
        model.addAttribute("row", ClassController.led(classes.get(new TrainingClassId(person.classId()), scope)));
    }
}
