package vn.partyregister.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.recognition.StockEntries;
import vn.partyregister.recognition.StockFilter;
import vn.partyregister.recognition.StockList;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The stock ledger as a file and on paper. */
@Controller
@Permitted(Permission.EXPORT)
class StockPaperController {
    private static final String PATH = "/recognition/stock";
    private static final String NAME = "so-kho";

    private final StockList list;
    private final StockEntries entries;
    private final Choices choices;
    private final CodeLists codes;
    private final StockColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    StockPaperController(
            StockList list,
            StockEntries entries,
            Choices choices,
            CodeLists codes,
            StockColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.list = list;
        this.entries = entries;
        this.choices = choices;
        this.codes = codes;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    /** The receipts as a file or on paper, every row of the list. */
    @GetMapping(PATH + ".{format:xlsx|csv|pdf}")
    void receipts(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(StockList.ORDERS, StockList.STANDARD_ORDER);
        parameters.requireReadable();
        note(visitor, filter, format);
        exports.send(
                response,
                format,
                NAME,
                columns.stock(),
                () -> columns.stockPaper(choices.of(null, scope, visitor)),
                businessDay.today(),
                () -> list.rows(filter, scope, sort));
    }

    /** The lines of the ledger as a file or on paper, every one of them. */
    @GetMapping(PATH + "/entries.{format:xlsx|csv|pdf}")
    void entries(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(StockEntries.ORDERS, StockEntries.STANDARD_ORDER);
        parameters.requireReadable();
        note(visitor, filter, format);
        exports.send(
                response,
                format,
                NAME,
                columns.entries(),
                () -> columns.entryPaper(choices.of(null, scope, visitor), filter, entries.sum(filter, scope)),
                businessDay.today(),
                () -> entries.rows(filter, scope, sort));
    }

    private StockFilter filter(Parameters parameters) {
        return StockFilter.read(
                parameters,
                codes.of("stock-kind", businessDay.today()).stream()
                        .map(Code::code)
                        .toList());
    }

    private void note(Visitor visitor, StockFilter filter, ListFormat format) {
        var taken = new LinkedHashMap<>(filter.parts());
        taken.put("format", format.extension());
        audit.read("stock.exported", new AuditTrail.Subject("list", null, visitor.home()), taken);
    }
}
