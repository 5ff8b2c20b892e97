package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
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
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    PeriodFileController(
            Periods periods,
            AskedPeriods lists,
            ClosingColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.periods = periods;
        this.lists = lists;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping(ClosedForm.PATH + ".{format:xlsx|csv}")
    void periods(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = periods(given, scope, visitor, format.extension());
        download.send(response, format, PERIODS, columns.periods(), () -> told.rows().stream());
    }

    @GetMapping(ClosedForm.PATH + ".pdf")
    void periodsOnPaper(
            @RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var told = periods(given, scope, visitor, "pdf");
        print(
                response,
                PERIODS,
                told.name(),
                "statistics.periods",
                columns.periods(),
                told.rows(),
                14,
                8,
                8,
                8,
                14,
                12,
                10);
    }

    private Told<Row> periods(Map<String, String> given, Scope scope, Visitor visitor, String format) {
        var parameters = new Parameters(given);
        var filter = lists.filter(parameters, visitor);
        var sort = parameters.sort(Periods.ORDERS, Periods.STANDARD_ORDER);
        parameters.requireReadable();
        var page = periods.page(filter, scope, businessDay.today(), sort);
        note(filter.organisation(), "periods", format);
        return new Told<>(page.organisation().itself().name(), page.rows());
    }

    @GetMapping(ClosedForm.PATH + "/history.{format:xlsx|csv}")
    void history(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = history(given, scope, visitor, format.extension());
        download.send(response, format, HISTORY, columns.closings(), () -> told.rows().stream());
    }

    @GetMapping(ClosedForm.PATH + "/history.pdf")
    void historyOnPaper(
            @RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var told = history(given, scope, visitor, "pdf");
        print(
                response,
                HISTORY,
                told.name(),
                "statistics.closing-history",
                columns.closings(),
                told.rows(),
                14,
                8,
                8,
                8,
                8,
                8,
                7,
                8,
                8,
                10,
                12,
                12);
    }

    private Told<Closing> history(Map<String, String> given, Scope scope, Visitor visitor, String format) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        var sort = parameters.sort(Periods.HISTORY_ORDERS, Periods.STANDARD_ORDER);
        parameters.requireReadable();
        var history = periods.history(organisation, scope, businessDay.today(), sort);
        note(organisation, "history", format);
        return new Told<>(history.organisation().itself().name(), history.closings());
    }

    @GetMapping(ClosedForm.PATH + "/children.{format:xlsx|csv}")
    void children(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = children(given, scope, visitor, format.extension());
        download.send(response, format, CHILDREN, columns.children(), () -> told.rows().stream());
    }

    @GetMapping(ClosedForm.PATH + "/children.pdf")
    void childrenOnPaper(
            @RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var told = children(given, scope, visitor, "pdf");
        print(
                response,
                CHILDREN,
                told.name(),
                "statistics.children-closed",
                columns.children(),
                told.rows(),
                24,
                10,
                10,
                12);
    }

    private Told<ChildState> children(Map<String, String> given, Scope scope, Visitor visitor, String format) {
        var parameters = new Parameters(given);
        var asked = lists.children(parameters, visitor);
        parameters.requireReadable();
        var below = periods.below(asked.organisation(), asked.kind(), asked.day(), asked.closed(), scope, asked.sort());
        note(asked.organisation(), "children", format);
        return new Told<>(below.organisation().itself().name(), below.children());
    }

    private <T> void print(
            HttpServletResponse response,
            String name,
            String body,
            String title,
            List<TableColumn<T>> table,
            List<T> rows,
            int... shares) {
        var head = new PrintHead(null, body, null, columns.title(title), List.of());
        prints.table(response, name, PrintTable.of(head, table, shares), businessDay.today(), rows::stream);
    }

    private void note(UUID organisation, String list, String format) {
        audit.read(
                "statistics.periods-exported",
                new AuditTrail.Subject("list", null, organisation),
                Map.of("list", list, "format", format));
    }

    /** The rows of a list, and whose they are. */
    private record Told<T>(String name, List<T> rows) {}
}
