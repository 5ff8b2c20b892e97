package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.membership.Differences;
import vn.partyregister.membership.MemberList;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotPermitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The members on one day beside those on another: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class DifferenceController {
    private static final String NAME = "khac-nhau-giua-hai-ngay";

    private final Differences differences;
    private final DifferenceColumns columns;
    private final MemberList members;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    DifferenceController(
            Differences differences,
            DifferenceColumns columns,
            MemberList members,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.differences = differences;
        this.columns = columns;
        this.members = members;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(Differences.PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var asked = Differences.Asked.read(parameters, organisation(parameters, visitor), today);
        var sort = parameters.sort(Differences.ORDERS, Differences.STANDARD_ORDER);
        model.addAttribute("page", differences.page(asked, scope, today, sort, parameters.page()));
        model.addAttribute("kinds", Differences.Kind.values());
        model.addAttribute("papers", Map.of("membership.differences", asked.address(".pdf") + "&sort=" + sort));
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/differences";
    }

    @GetMapping(Differences.PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var asked = Differences.Asked.read(parameters, organisation(parameters, visitor), today);
        var sort = parameters.sort(Differences.ORDERS, Differences.STANDARD_ORDER);
        parameters.requireReadable();
        var choice = members.choice(asked.organisation(), scope, asked.to())
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
        note(asked, format);
        exports.send(
                response,
                format,
                NAME,
                columns.file(),
                () -> columns.paper(choice.itself().name(), asked),
                asked.to(),
                () -> differences.stream(asked, scope, today, sort));
    }

    private void note(Differences.Asked asked, ListFormat format) {
        audit.read(
                "member.differences-exported",
                new AuditTrail.Subject("list", null, asked.organisation()),
                Map.of("from", asked.from(), "to", asked.to(), "kind", asked.kind(), "format", format.extension()));
    }

    private static UUID organisation(Parameters parameters, Visitor visitor) {
        var chosen = parameters.id("organisation");
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new NotPermitted("refusal.no-right");
        }
        return organisation;
    }
}
