package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.organisation.OrganisationDifferences;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotPermitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The organisations on one day beside those on another: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_ORGANISATIONS)
class OrganisationDifferenceController {
    private static final String NAME = "to-chuc-khac-nhau-giua-hai-ngay";

    private final OrganisationDifferences differences;
    private final OrganisationDifferenceColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    OrganisationDifferenceController(
            OrganisationDifferences differences,
            OrganisationDifferenceColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.differences = differences;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(OrganisationDifferences.PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var asked = asked(parameters, visitor);
        var sort = parameters.sort(OrganisationDifferences.ORDERS, OrganisationDifferences.STANDARD_ORDER);
        model.addAttribute("page", differences.page(asked, scope, sort, parameters.page()));
        model.addAttribute("kinds", OrganisationDifferences.Kind.values());
        model.addAttribute("papers", Map.of("organisation.differences", asked.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "organisation/differences";
    }

    @GetMapping(OrganisationDifferences.PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var asked = asked(parameters, visitor);
        var sort = parameters.sort(OrganisationDifferences.ORDERS, OrganisationDifferences.STANDARD_ORDER);
        parameters.requireReadable();
        var rows = differences.all(asked, scope, sort);
        audit.read(
                "organisation.differences-exported",
                new AuditTrail.Subject("list", null, asked.organisation().id()),
                Map.of("from", asked.from(), "to", asked.to(), "kind", asked.kind(), "format", format.extension()));
        exports.send(response, format, NAME, columns.file(), () -> columns.paper(asked), asked.to(), rows::stream);
    }

    private OrganisationDifferences.Asked asked(Parameters parameters, Visitor visitor) {
        var chosen = parameters.id("organisation");
        UUID organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new NotPermitted("refusal.no-right");
        }
        return OrganisationDifferences.Asked.read(parameters, new OrganisationId(organisation), businessDay.today());
    }
}
