package vn.partyregister.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.InboxFilter;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** What is due, overdue and done: on a page, as a file. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class InboxController {
    private final Inbox inbox;
    private final DaysLeft daysLeft;
    private final OrganisationTree tree;
    private final TableDownload download;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    InboxController(
            Inbox inbox,
            DaysLeft daysLeft,
            OrganisationTree tree,
            TableDownload download,
            BusinessDay businessDay,
            AuditTrail audit,
            MessageSource messages) {
        this.inbox = inbox;
        this.daysLeft = daysLeft;
        this.tree = tree;
        this.download = download;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/inbox")
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = InboxFilter.read(parameters, inbox.kinds());
        var sort = parameters.sort(Inbox.ORDERS, Inbox.STANDARD_ORDER);
        var today = businessDay.today();
        model.addAttribute("listing", inbox.page(filter, scope, today, sort, parameters.page()));
        model.addAttribute("figures", inbox.figures(filter, scope, today));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", inbox.kinds());
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("daysLeft", daysLeft);
        model.addAttribute("narrowedTo", narrowedTo(filter, scope));
        model.addAttribute("unreadable", parameters.unreadable());
        return "inbox/list";
    }

    /** The same list as a file, every row of it. */
    @GetMapping("/inbox.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = InboxFilter.read(parameters, inbox.kinds());
        var sort = parameters.sort(Inbox.ORDERS, Inbox.STANDARD_ORDER);
        if (!parameters.unreadable().isEmpty()) {
            throw new NotReadable(
                    "inbox.export-unreadable",
                    parameters.unreadable().getFirst().written());
        }
        audit.read("inbox.exported", new Subject("list", null, visitor.home()), filter.parts());
        download.send(
                response,
                format,
                "viec-den-han",
                columns(locale),
                () -> inbox.all(filter, scope, businessDay.today(), sort));
    }

    private String narrowedTo(InboxFilter filter, Scope scope) {
        return filter.organisation() == null
                ? ""
                : tree.find(new OrganisationId(filter.organisation()), scope, businessDay.today())
                        .map(Facts::name)
                        .orElse("");
    }

    private List<TableColumn<Obligation>> columns(Locale locale) {
        return List.of(
                TableColumn.text(said("inbox.kind", locale), row -> said("Obligation." + row.kind(), locale)),
                TableColumn.text(said("inbox.subject", locale), Obligation::subject),
                TableColumn.text(said("inbox.owner", locale), Obligation::owner),
                TableColumn.text(said("inbox.above", locale), Obligation::above),
                TableColumn.date(said("inbox.since", locale), Obligation::since),
                TableColumn.date(said("inbox.due", locale), Obligation::dueOn),
                TableColumn.date(said("inbox.done", locale), Obligation::doneOn),
                TableColumn.text(said("inbox.state", locale), row -> said("ObligationState." + row.state(), locale)));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
