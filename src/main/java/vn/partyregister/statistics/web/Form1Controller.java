package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Form1Page;
import vn.partyregister.statistics.Period;

/** Form 1 on the screen, as a file and on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class Form1Controller {
    private static final String NAME = "bieu-1-tang-giam-dang-vien";

    private final Form1 form;
    private final StatisticsColumns columns;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    Form1Controller(
            Form1 form,
            StatisticsColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.form = form;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping(Form1.PATH)
    String page(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        model.addAttribute("page", page(parameters, scope, visitor));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/form-1";
    }

    @GetMapping(Form1.PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var page = page(parameters, scope, visitor);
        parameters.requireReadable();
        note(page, format.extension());
        download.send(response, format, NAME, columns.lines(page), () -> columns.exported(page));
    }

    @GetMapping(Form1.PATH + ".pdf")
    @Permitted(Permission.EXPORT)
    void print(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var parameters = new Parameters(given);
        var page = page(parameters, scope, visitor);
        parameters.requireReadable();
        note(page, "pdf");
        prints.document(
                response,
                NAME,
                "statistics/form-1-paper",
                Map.of("page", page),
                page.period().to());
    }

    private Form1Page page(Parameters parameters, Scope scope, Visitor visitor) {
        var today = businessDay.today();
        return form.page(Asked.organisation(parameters, visitor), Period.read(parameters, today), scope, today);
    }

    private void note(Form1Page page, String format) {
        audit.read(
                "statistics.exported",
                new AuditTrail.Subject(
                        "list", null, page.organisation().itself().id()),
                Map.of(
                        "form",
                        Form1.FORM,
                        "from",
                        page.period().from(),
                        "to",
                        page.period().to(),
                        "format",
                        format));
    }
}
