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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ReconciledPeople;
import vn.partyregister.statistics.Reconciliation.Side;
import vn.partyregister.statistics.Reconciliation.State;
import vn.partyregister.statistics.Reconciliations;
import vn.partyregister.statistics.RestatedList;

/** Who has not compared registers with the committee above this quarter, and the people behind a difference. */
@Controller
@RequestMapping("/reconciliations")
@Permitted(Permission.READ_MEMBERS)
class ReconciliationListController {
    private static final String NAME = "doi-chieu";

    private final Reconciliations reconciliations;
    private final ReconciledPeople people;
    private final ReconciledDesk desk;
    private final ClosingColumns columns;
    private final ReconciliationColumns states;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final Exports exports;
    private final AuditTrail audit;

    ReconciliationListController(
            Reconciliations reconciliations,
            ReconciledPeople people,
            ReconciledDesk desk,
            ClosingColumns columns,
            ReconciliationColumns states,
            BusinessDay businessDay,
            TableDownload download,
            Exports exports,
            AuditTrail audit) {
        this.reconciliations = reconciliations;
        this.people = people;
        this.desk = desk;
        this.columns = columns;
        this.states = states;
        this.businessDay = businessDay;
        this.download = download;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var state = parameters.oneOf("state", State.class);
        var sort = parameters.sort(Reconciliations.ORDERS, Reconciliations.STANDARD_ORDER);
        var below = reconciliations.below(
                Asked.organisation(parameters, visitor), desk.day(parameters), state, scope, sort);
        var asked = "?organisation=" + below.organisation().itself().id() + "&on=" + below.on()
                + (state == null ? "" : "&state=" + state);
        model.addAttribute("below", below)
                .addAttribute("state", state)
                .addAttribute("states", State.values())
                .addAttribute("asked", asked + "&sort=" + sort)
                .addAttribute("listing", Listing.of(below.rows(), parameters.page(), sort, "/reconciliations" + asked))
                .addAttribute("unreadable", parameters.unreadable());
        return "statistics/reconciliations";
    }

    @GetMapping("/list.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        var state = parameters.oneOf("state", State.class);
        var sort = parameters.sort(Reconciliations.ORDERS, Reconciliations.STANDARD_ORDER);
        var day = desk.day(parameters);
        parameters.requireReadable();
        var below = reconciliations.below(organisation, day, state, scope, sort);
        audit.read(
                "statistics.reconciliation-exported",
                new AuditTrail.Subject("list", null, organisation.id()),
                Map.of("on", below.on(), "format", format.extension()));
        exports.send(
                response,
                format,
                NAME,
                states.rows(),
                () -> states.paper(below),
                businessDay.today(),
                () -> below.rows().stream());
    }

    @GetMapping("/{organisation}/people")
    String people(
            @PathVariable OrganisationId organisation,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model) {
        var parameters = new Parameters(given);
        var here = reconciliations.of(organisation, desk.day(parameters), scope);
        var side = parameters.oneOf("side", Side.class);
        var shown = side == null ? Side.OWN : side;
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        model.addAttribute("both", here);
        model.addAttribute("side", shown);
        var q = parameters.text("q");
        model.addAttribute("q", q);
        model.addAttribute("listing", people.page(here, shown, q, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/reconciliation-people";
    }

    @GetMapping("/{organisation}/people.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable OrganisationId organisation,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var here = reconciliations.of(organisation, desk.day(parameters), scope);
        var side = parameters.oneOf("side", Side.class);
        var sort = parameters.sort(RestatedList.ORDERS, RestatedList.STANDARD_ORDER);
        var q = parameters.text("q");
        parameters.requireReadable();
        desk.note(here, format.extension());
        download.send(
                response,
                format,
                "doi-chieu-danh-sach",
                columns.people(),
                () -> people.stream(here, side == null ? Side.OWN : side, q, scope, businessDay.today(), sort));
    }
}
