package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.TemporaryFilter;
import vn.partyregister.membership.TemporaryList;
import vn.partyregister.membership.TemporaryRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.Visitor;

/** Who was taken in for a time: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class TemporaryListController {
    private static final String NAME = "sinh-hoat-tam-thoi";

    private final TemporaryList temporary;
    private final MemberList members;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    TemporaryListController(
            TemporaryList temporary,
            MemberList members,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit,
            MessageSource messages) {
        this.temporary = temporary;
        this.members = members;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/temporary-members")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = TemporaryFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(TemporaryList.ORDERS, TemporaryList.STANDARD_ORDER);
        model.addAttribute("listing", temporary.page(filter, scope, sort, parameters.page()));
        model.addAttribute("filter", filter);
        model.addAttribute("choice", members.nearest(filter.organisation(), visitor, scope, filter.asAt()));
        model.addAttribute("papers", Map.of("membership.temporary", filter.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/temporary";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping("/temporary-members.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = TemporaryFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(TemporaryList.ORDERS, TemporaryList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("member.temporary-exported", new Subject("list", null, visitor.home()), filter.parts());
        exports.send(
                response,
                format,
                NAME,
                columns(),
                this::paper,
                filter.asAt(),
                () -> temporary.all(filter, scope, sort));
    }

    private List<TableColumn<TemporaryRow>> columns() {
        return List.of(
                TableColumn.text(text("membership.full-name"), TemporaryRow::fullName),
                TableColumn.text(text("membership.temporary.home"), TemporaryRow::home),
                TableColumn.text(text("membership.temporary.host"), TemporaryRow::organisation),
                TableColumn.date(text("membership.file.from-day"), TemporaryRow::starts),
                TableColumn.date(text("membership.file.to-day"), TemporaryRow::until),
                TableColumn.number(text("membership.temporary.times-extended"), row -> (long) row.extended()),
                TableColumn.text(text("membership.entry.number"), TemporaryRow::decisionNumber),
                TableColumn.date(text("membership.entry.decided-on"), TemporaryRow::decidedOn));
    }

    private PrintTable<TemporaryRow> paper() {
        return new PrintTable<>(
                new PrintHead(null, null, null, text("membership.temporary"), List.of()),
                true,
                true,
                List.of(
                        new PrintColumn<>(text("membership.full-name"), 20, TemporaryRow::fullName),
                        new PrintColumn<>(text("membership.temporary.home"), 22, TemporaryRow::home),
                        new PrintColumn<>(text("membership.temporary.host"), 22, TemporaryRow::organisation),
                        new PrintColumn<>(text("membership.file.from-day"), 10, row -> Dates.write(row.starts())),
                        new PrintColumn<>(text("membership.file.to-day"), 10, row -> written(row.until())),
                        new PrintColumn<>(text("membership.temporary.times-extended"), 8, this::times),
                        new PrintColumn<>(text("membership.entry.number"), 14, TemporaryRow::decisionNumber)));
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }

    private @Nullable String times(TemporaryRow row) {
        return row.extended() == 0 ? null : Integer.toString(row.extended());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
