package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.ClosedForm.Change;
import vn.partyregister.statistics.ClosingId;
import vn.partyregister.statistics.Closings;
import vn.partyregister.statistics.RestatedList;

/** The people behind a restatement line of a closed period. */
@Controller
@RequestMapping(ClosedForm.PATH + "/{closing}/people")
@Permitted(Permission.READ_MEMBERS)
class RestatedController {
    private final Closings closings;
    private final RestatedList list;
    private final ClosingColumns columns;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail audit;

    RestatedController(
            Closings closings,
            RestatedList list,
            ClosingColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail audit) {
        this.closings = closings;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
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
        var parameters = new Parameters(given);
        var asked = asked(closing, parameters, scope);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, asked.form().closing().organisationId()),
                Map.of("row", asked.row(), "change", asked.change(), "closing", closing, "format", format.extension()));
        download.send(
                response,
                format,
                "dieu-chinh-sau-khoa-so",
                columns.people(),
                () -> list.stream(
                        asked.form().closing(), asked.row(), asked.change(), scope, businessDay.today(), sort));
    }

    private Asked asked(ClosingId closing, Parameters parameters, Scope scope) {
        var form = closings.form(closings.get(closing, scope));
        var row = parameters.oneOf(
                "row", form.lines().stream().map(line -> line.row().code()).toList());
        var change = parameters.oneOf("change", Change.class);
        return new Asked(form, row == null ? form.atTheEnd() : row, change == null ? Change.ADDED : change);
    }

    private record Asked(ClosedForm form, String row, Change change) {}
}
