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

    @GetMapping("/list.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ClosingId closing,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var asked = asked(closing, parameters, scope);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        var closed = asked.form().closing();
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, closed.organisationId()),
                Map.of("row", asked.row(), "change", asked.change(), "closing", closing, "format", format.extension()));
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.people(),
                () -> columns.peoplePaper(closed, asked.form().line(asked.row()), asked.change()),
                today,
                () -> list.stream(closed, asked.row(), asked.change(), scope, today, sort));
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
