package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.Closing;
import vn.partyregister.statistics.Periods;
import vn.partyregister.statistics.Periods.ChildState;
import vn.partyregister.statistics.Periods.Row;

/** The lists of periods as files and on paper, with the filter and the order of their pages. */
@Controller
@Permitted(Permission.EXPORT)
class PeriodFileController {
    private static final String PERIODS = "ky-khoa-so";
    private static final String HISTORY = "lich-su-khoa-so";
    private static final String CHILDREN = "cap-duoi-khoa-so";

    private final Periods periods;
    private final AskedPeriods lists;
    private final ClosingColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    PeriodFileController(
            Periods periods,
            AskedPeriods lists,
            ClosingColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.periods = periods;
        this.lists = lists;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(ClosedForm.PATH + ".{format:xlsx|csv|pdf}")
    void periods(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = periods(given, scope, visitor, format);
        send(response, format, PERIODS, told, "statistics.periods", columns.periods(), 14, 8, 8, 8, 14, 12, 10);
    }

    private Told<Row> periods(Map<String, String> given, Scope scope, Visitor visitor, ListFormat format) {
        var parameters = new Parameters(given);
        var filter = lists.filter(parameters, visitor);
        var sort = parameters.sort(Periods.ORDERS, Periods.STANDARD_ORDER);
        parameters.requireReadable();
        var page = periods.page(filter, scope, businessDay.today(), sort);
        note(filter.organisation(), "periods", format);
        return new Told<>(page.organisation().itself().name(), page.rows());
    }

    @GetMapping(ClosedForm.PATH + "/history.{format:xlsx|csv|pdf}")
    void history(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = history(given, scope, visitor, format);
        int[] shares = {14, 8, 8, 8, 8, 8, 7, 8, 8, 10, 12, 12};
        send(response, format, HISTORY, told, "statistics.closing-history", columns.closings(), shares);
    }

    private Told<Closing> history(Map<String, String> given, Scope scope, Visitor visitor, ListFormat format) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        var sort = parameters.sort(Periods.HISTORY_ORDERS, Periods.STANDARD_ORDER);
        parameters.requireReadable();
        var history = periods.history(organisation, scope, businessDay.today(), sort);
        note(organisation, "history", format);
        return new Told<>(history.organisation().itself().name(), history.closings());
    }

    @GetMapping(ClosedForm.PATH + "/children.{format:xlsx|csv|pdf}")
    void children(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = children(given, scope, visitor, format);
        send(response, format, CHILDREN, told, "statistics.children-closed", columns.children(), 24, 10, 10, 12);
    }

    private Told<ChildState> children(Map<String, String> given, Scope scope, Visitor visitor, ListFormat format) {
        var parameters = new Parameters(given);
        var asked = lists.children(parameters, visitor);
        parameters.requireReadable();
        var below = periods.below(asked.organisation(), asked.kind(), asked.day(), asked.closed(), scope, asked.sort());
        note(asked.organisation(), "children", format);
        return new Told<>(below.organisation().itself().name(), below.children());
    }

    private <T> void send(
            HttpServletResponse response,
            ListFormat format,
            String name,
            Told<T> told,
            String title,
            List<TableColumn<T>> table,
            int... shares) {
        var head = new PrintHead(null, told.name(), null, columns.title(title), List.of());
        exports.send(
                response,
                format,
                name,
                table,
                () -> PrintTable.of(head, table, shares),
                businessDay.today(),
                () -> told.rows().stream());
    }

    private void note(OrganisationId organisation, String list, ListFormat format) {
        audit.read(
                "statistics.periods-exported",
                new AuditTrail.Subject("list", null, organisation.id()),
                Map.of("list", list, "format", format.extension()));
    }

    /** The rows of a list, and whose they are. */
    private record Told<T>(String name, List<T> rows) {}
}
