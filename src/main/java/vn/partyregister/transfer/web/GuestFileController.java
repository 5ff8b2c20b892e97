package vn.partyregister.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
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
import vn.partyregister.transfer.Guest;
import vn.partyregister.transfer.GuestFilter;
import vn.partyregister.transfer.GuestList;

/** The list of guests as a file and on paper. */
@Controller
@Permitted(Permission.EXPORT)
class GuestFileController {
    private static final String NAME = "dang-vien-noi-khac";

    private final GuestList list;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    GuestFileController(
            GuestList list, Exports exports, BusinessDay businessDay, AuditTrail audit, MessageSource messages) {
        this.list = list;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/transfers/guests.{format:xlsx|csv|pdf}")
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = GuestFilter.read(parameters);
        var sort = parameters.sort(GuestList.ORDERS, GuestList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("transfer.guests-exported", new Subject("list", null, visitor.home()), filter.parts());
        var today = businessDay.today();
        exports.send(response, format, NAME, columns(), this::paper, today, () -> list.all(filter, scope, today, sort));
    }

    private PrintTable<Guest> paper() {
        var title = said("transfer.guests").toUpperCase(LocaleContextHolder.getLocale());
        return PrintTable.of(new PrintHead(null, null, null, title, List.of()), columns(), 18, 20, 20, 9, 9, 9, 12, 9);
    }

    private List<TableColumn<Guest>> columns() {
        return List.of(
                TableColumn.text(said("membership.full-name"), Guest::fullName),
                TableColumn.text(said("transfer.guest.home"), Guest::home),
                TableColumn.text(said("transfer.guest.host"), Guest::organisation),
                TableColumn.date(said("transfer.guest.from"), Guest::arrivedOn),
                TableColumn.date(said("transfer.guest.until"), Guest::untilOn),
                TableColumn.date(said("transfer.guest.left"), Guest::endedOn),
                TableColumn.text(said("transfer.number"), Guest::letterNumber),
                TableColumn.date(said("transfer.issued-on"), Guest::letterIssuedOn));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
