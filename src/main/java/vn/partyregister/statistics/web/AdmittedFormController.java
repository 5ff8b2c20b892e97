package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.AdmittedForm;
import vn.partyregister.statistics.AdmittedForm.Kind;
import vn.partyregister.statistics.AdmittedForms;
import vn.partyregister.statistics.Period;

/** Forms 2 and 2B on the screen, as a file and on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class AdmittedFormController {
    private static final String PATH = "/statistics/{form:2|2B}";

    private final AdmittedForms forms;
    private final AdmittedColumns columns;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    AdmittedFormController(
            AdmittedForms forms,
            AdmittedColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.forms = forms;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String page(
            @PathVariable String form,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        model.addAttribute("page", page(form, parameters, scope, visitor));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/form-2";
    }

    @GetMapping(PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable String form,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var page = page(form, parameters, scope, visitor);
        parameters.requireReadable();
        note(page, format.extension());
        download.send(response, format, name(page), columns.lines(page), () -> columns.exported(page));
    }

    @GetMapping(PATH + ".pdf")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable String form,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var page = page(form, parameters, scope, visitor);
        parameters.requireReadable();
        note(page, "pdf");
        prints.document(
                response,
                name(page),
                "statistics/form-2-paper",
                Map.of("page", page),
                page.period().to());
    }

    private AdmittedForm page(String form, Parameters parameters, Scope scope, Visitor visitor) {
        var today = businessDay.today();
        return forms.page(
                Kind.of(form), Asked.organisation(parameters, visitor), Period.read(parameters, today), scope, today);
    }

    private static String name(AdmittedForm page) {
        return "bieu-" + page.kind().form().toLowerCase(Locale.ROOT) + "-dang-vien-moi-ket-nap";
    }

    private void note(AdmittedForm page, String format) {
        audit.read(
                "statistics.exported",
                new AuditTrail.Subject(
                        "list", null, page.organisation().itself().id()),
                Map.of(
                        "form",
                        page.kind().form(),
                        "from",
                        page.period().from(),
                        "to",
                        page.period().to(),
                        "format",
                        format));
    }
}
