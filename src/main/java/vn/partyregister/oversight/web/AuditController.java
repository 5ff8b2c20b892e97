package vn.partyregister.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.oversight.AuditEntry;
import vn.partyregister.oversight.AuditFilter;
import vn.partyregister.oversight.AuditList;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** Who did what: the audit trail. Reading it is written into it, too. */
@Controller
@Permitted(Permission.READ_AUDIT)
class AuditController {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private final AuditList list;
    private final AuditTrail audit;
    private final TableDownload download;
    private final MessageSource messages;

    AuditController(AuditList list, AuditTrail audit, TableDownload download, MessageSource messages) {
        this.list = list;
        this.audit = audit;
        this.download = download;
        this.messages = messages;
    }

    @GetMapping("/audit")
    String page(@RequestParam Map<String, String> given, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(List.of("at"), AuditList.NEWEST_FIRST);
        audit.read("audit.read", new Subject("audit", null, null), filter.set());
        model.addAttribute("filter", filter);
        model.addAttribute("listing", list.page(filter, parameters.page(), sort, visitor, here(filter, "/audit")));
        model.addAttribute("acts", list.acts());
        model.addAttribute("subjects", list.subjects());
        model.addAttribute("unreadable", parameters.unreadable());
        for (var format : TableFormat.values()) {
            model.addAttribute(format.extension(), here(filter, "/audit." + format.extension()));
        }
        return "oversight/audit";
    }

    @GetMapping("/audit.{format:xlsx|csv}")
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(List.of("at"), AuditList.NEWEST_FIRST);
        parameters.requireReadable();
        audit.read("audit.exported", new Subject("audit", null, null), filter.set());
        download.send(response, format, "nhat-ky", columns(locale), () -> list.stream(filter, sort, visitor));
    }

    private static AuditFilter filter(Parameters parameters) {
        return new AuditFilter(
                parameters.text("who"),
                parameters.text("act"),
                parameters.text("subject"),
                parameters.day("from"),
                parameters.day("to"),
                parameters.text("q"));
    }

    private List<TableColumn<AuditEntry>> columns(Locale locale) {
        return List.of(
                TableColumn.text(said("oversight.audit.at", locale), entry -> MOMENT.format(entry.at())),
                TableColumn.text(said("oversight.audit.who", locale), AuditEntry::username),
                TableColumn.text(
                        said("oversight.audit.stood-in", locale), entry -> String.join(", ", entry.inPlaceOf())),
                TableColumn.text(said("oversight.audit.address", locale), AuditEntry::address),
                TableColumn.text(
                        said("oversight.audit.act", locale),
                        entry -> messages.getMessage("audit.act." + entry.act(), null, entry.act(), locale)),
                TableColumn.text(
                        said("oversight.audit.subject", locale),
                        entry ->
                                messages.getMessage("audit.subject." + entry.subject(), null, entry.subject(), locale)),
                TableColumn.text(
                        said("oversight.audit.name", locale),
                        entry -> entry.name() == null ? null : entry.name().text()),
                TableColumn.text(said("oversight.audit.subject-id", locale), AuditEntry::subjectId),
                TableColumn.text(said("oversight.audit.organisation", locale), AuditEntry::organisation),
                TableColumn.text(
                        said("oversight.audit.changes", locale),
                        entry -> entry.changes().stream()
                                .map(AuditEntry.Change::toString)
                                .collect(Collectors.joining("; "))));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** The same filter at another address; written by hand so that what was typed is encoded once. */
    private static String here(AuditFilter filter, String path) {
        return Parameters.address(path, filter.set());
    }
}
