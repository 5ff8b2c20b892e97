package vn.partyregister.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.inbox.Punctuality;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** How much was done in time and how much late, by organisation, kind and year. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class PunctualityController {
    private static final String NAME = "dung-han-tre-han";
    private static final int FIRST_YEAR = 2000;
    private static final int YEARS_SHOWN = 4;

    private final Punctuality punctuality;
    private final Inbox inbox;
    private final OrganisationTree tree;
    private final InboxColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    PunctualityController(
            Punctuality punctuality,
            Inbox inbox,
            OrganisationTree tree,
            InboxColumns columns,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.punctuality = punctuality;
        this.inbox = inbox;
        this.tree = tree;
        this.columns = columns;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/inbox/punctuality")
    String figures(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var asked = asked(parameters, scope, visitor);
        model.addAttribute("organisation", asked.organisation());
        model.addAttribute("kind", asked.kind());
        model.addAttribute("year", asked.year());
        model.addAttribute(
                "years",
                IntStream.rangeClosed(0, YEARS_SHOWN)
                        .map(back -> today.getYear() - back)
                        .boxed()
                        .toList());
        model.addAttribute("kinds", inbox.kinds());
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("table", table(asked, scope));
        model.addAttribute("unreadable", parameters.unreadable());
        return "inbox/punctuality";
    }

    @GetMapping("/inbox/punctuality.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var asked = asked(parameters, scope, visitor);
        parameters.requireReadable();
        audit.read(
                "inbox.punctuality-exported",
                new Subject("list", null, asked.organisation().id().id()),
                given);
        var table = table(asked, scope);
        exports.send(
                response,
                format,
                NAME,
                columns.figures(locale),
                () -> columns.figurePaper(asked.organisation().name(), asked.year(), locale),
                businessDay.today(),
                () -> columns.lines(table, locale));
    }

    private Punctuality.Table table(Asked asked, Scope scope) {
        return punctuality.of(asked.organisation().id().id(), asked.kind(), asked.year(), scope, businessDay.today());
    }

    private Asked asked(Parameters parameters, Scope scope, Visitor visitor) {
        var today = businessDay.today();
        var organisation = organisation(parameters.id("organisation"), visitor);
        var year = parameters.number("year", FIRST_YEAR, today.getYear() + 1);
        return new Asked(
                tree.get(new OrganisationId(organisation), scope, today),
                parameters.oneOf("kind", inbox.kinds()),
                year == null ? today.getYear() : year);
    }

    /** Whose figures are asked for, of what, and of which year. */
    private record Asked(Facts organisation, @Nullable String kind, int year) {}

    private static UUID organisation(@Nullable UUID asked, Visitor visitor) {
        var organisation = asked == null ? visitor.home() : asked;
        if (organisation == null) {
            throw new NotFound("inbox.unknown-organisation");
        }
        return organisation;
    }
}
