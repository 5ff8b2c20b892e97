package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.ClosedForm.Change;
import vn.partyregister.statistics.ClosingId;
import vn.partyregister.statistics.Closings;
import vn.partyregister.statistics.RestatedList;
import vn.partyregister.statistics.RestatedRow;

/** The people behind a restatement line of a closed period. */
@Controller
@RequestMapping(ClosedForm.PATH + "/{closing}/people")
@Permitted(Permission.READ_MEMBERS)
class RestatedController {
    private static final String NAME = "dieu-chinh-sau-khoa-so";

    private final Closings closings;
    private final RestatedList list;
    private final ClosingColumns columns;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    RestatedController(
            Closings closings,
            RestatedList list,
            ClosingColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.closings = closings;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping
    String list(@PathVariable ClosingId closing, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var asked = asked(closing, parameters, scope);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        model.addAttribute("closing", asked.form().closing());
        model.addAttribute("line", asked.form().line(asked.row()));
        model.addAttribute("change", asked.change());
        model.addAttribute("asked", "?row=" + asked.row() + "&change=" + asked.change());
        model.addAttribute(
                "listing",
                list.page(
                        asked.form().closing(),
                        asked.row(),
                        asked.change(),
                        scope,
                        businessDay.today(),
                        sort,
                        parameters.page()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/period-people";
    }

    @GetMapping("/list.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable ClosingId closing,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var taken = taken(closing, given, scope, format.extension());
        download.send(response, format, NAME, columns.people(), () -> rows(taken, scope));
    }

    @GetMapping("/list.pdf")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable ClosingId closing,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var taken = taken(closing, given, scope, "pdf");
        var paper = columns.peoplePaper(
                taken.asked().form().closing(),
                taken.asked().form().line(taken.asked().row()),
                taken.asked().change());
        prints.table(response, NAME, paper, businessDay.today(), () -> rows(taken, scope));
    }

    private Stream<RestatedRow> rows(Taken taken, Scope scope) {
        var asked = taken.asked();
        return list.stream(
                asked.form().closing(), asked.row(), asked.change(), scope, businessDay.today(), taken.sort());
    }

    private Taken taken(ClosingId closing, Map<String, String> given, Scope scope, String format) {
        var parameters = new Parameters(given);
        var asked = asked(closing, parameters, scope);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, asked.form().closing().organisationId()),
                Map.of("row", asked.row(), "change", asked.change(), "closing", closing, "format", format));
        return new Taken(asked, sort);
    }

    /** The people who leave the register, in their order. */
    private record Taken(Asked asked, String sort) {}

    private Asked asked(ClosingId closing, Parameters parameters, Scope scope) {
        var form = closings.form(closings.get(closing, scope));
        var row = parameters.oneOf(
                "row", form.lines().stream().map(line -> line.row().code()).toList());
        var change = parameters.oneOf("change", Change.class);
        return new Asked(form, row == null ? form.atTheEnd() : row, change == null ? Change.ADDED : change);
    }

    private record Asked(ClosedForm form, String row, Change change) {}
}
