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
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.ClosedForm.Change;
import vn.partyregister.statistics.ClosingId;
import vn.partyregister.statistics.Closings;
import vn.partyregister.statistics.RestatedList;
import vn.partyregister.statistics.RestatedList.Asked;

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
    private final Exports exports;
    private final AuditTrail audit;

    RestatedController(
            Closings closings,
            RestatedList list,
            ClosingColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.closings = closings;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping
    String list(@PathVariable ClosingId closing, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var form = closings.form(closings.get(closing, scope));
        var asked = asked(form, parameters);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        model.addAttribute("closing", form.closing());
        model.addAttribute("line", form.line(asked.row()));
        model.addAttribute("change", asked.change());
        model.addAttribute("asked", asked);
        model.addAttribute("listing", list.page(asked, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/period-people";
    }

    @GetMapping("/list.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ClosingId closing,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var form = closings.form(closings.get(closing, scope));
        var asked = asked(form, parameters);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject(
                        "list", null, form.closing().organisationId().id()),
                Map.of("row", asked.row(), "change", asked.change(), "closing", closing, "format", format.extension()));
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.people(),
                () -> columns.peoplePaper(form.line(asked.row()), asked),
                today,
                () -> list.stream(asked, scope, today, sort));
    }

    private static Asked asked(ClosedForm form, Parameters parameters) {
        var row = parameters.oneOf(
                "row", form.lines().stream().map(line -> line.row().code()).toList());
        var change = parameters.oneOf("change", Change.class);
        return new Asked(
                form.closing(),
                row == null ? form.atTheEnd() : row,
                change == null ? Change.ADDED : change,
                parameters.text("q"));
    }
}
