package vn.partyregister.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.inbox.Delegations;
import vn.partyregister.inbox.Desk;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.InboxFilter;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.inbox.Urgency;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Rulebook;

/** What is due, overdue and done: on a page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class InboxController {
    private static final String NAME = "viec-den-han";

    private final Inbox inbox;
    private final Delegations delegations;
    private final DaysLeft daysLeft;
    private final OrganisationTree tree;
    private final Exports exports;
    private final InboxColumns columns;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    InboxController(
            Inbox inbox,
            Delegations delegations,
            DaysLeft daysLeft,
            OrganisationTree tree,
            Exports exports,
            InboxColumns columns,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.inbox = inbox;
        this.delegations = delegations;
        this.daysLeft = daysLeft;
        this.tree = tree;
        this.exports = exports;
        this.columns = columns;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/inbox")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = InboxFilter.read(parameters, inbox.kinds());
        var sort = parameters.sort(Inbox.ORDERS, Inbox.STANDARD_ORDER);
        var today = businessDay.today();
        var desk = desk(scope, visitor);
        var seen = desk.seen(filter.standIn());
        var shown = inbox.page(filter, seen, today, sort, parameters.page());
        model.addAttribute("listing", shown.listing());
        model.addAttribute("figures", shown.figures());
        model.addAttribute("filter", filter);
        model.addAttribute("desk", desk);
        model.addAttribute("kinds", inbox.kinds());
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("daysLeft", daysLeft);
        model.addAttribute("year", today.getYear());
        model.addAttribute("narrowedTo", narrowedTo(filter, seen));
        model.addAttribute("unreadable", parameters.unreadable());
        return "inbox/list";
    }

    /** All or nothing, as a file or on paper: a filter that cannot be read is refused, and who took what is noted. */
    @GetMapping("/inbox.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = InboxFilter.read(parameters, inbox.kinds());
        var sort = parameters.sort(Inbox.ORDERS, Inbox.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("inbox.exported", new Subject("list", null, visitor.home()), filter.parts());
        var seen = desk(scope, visitor).seen(filter.standIn());
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.ofFile(locale),
                () -> columns.ofPaper(narrowedTo(filter, seen), locale),
                today,
                () -> inbox.all(filter, seen, today, sort));
    }

    private Desk desk(Scope scope, Visitor visitor) {
        return new Desk(scope, delegations.standIns(visitor.account()));
    }

    private String narrowedTo(InboxFilter filter, Scope scope) {
        return filter.organisation() == null
                ? ""
                : tree.find(new OrganisationId(filter.organisation()), scope, businessDay.today())
                        .map(Facts::name)
                        .orElse("");
    }
}
