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
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotPermitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
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
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    DifferenceController(
            Differences differences,
            DifferenceColumns columns,
            MemberList members,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.differences = differences;
        this.columns = columns;
        this.members = members;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
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

    @GetMapping(Differences.PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var taken = take(given, scope, visitor, format.extension());
        download.send(
                response,
                format,
                NAME,
                columns.file(),
                () -> differences.stream(taken.asked(), scope, businessDay.today(), taken.sort()));
    }

    @GetMapping(Differences.PATH + ".pdf")
    @Permitted(Permission.EXPORT)
    void print(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var taken = take(given, scope, visitor, "pdf");
        prints.table(
                response,
                NAME,
                columns.paper(taken.choice().itself().name(), taken.asked()),
                taken.asked().to(),
                () -> differences.stream(taken.asked(), scope, businessDay.today(), taken.sort()));
    }

    private Taken take(Map<String, String> given, Scope scope, Visitor visitor, String format) {
        var parameters = new Parameters(given);
        var asked = Differences.Asked.read(parameters, organisation(parameters, visitor), businessDay.today());
        var choice = members.choice(asked.organisation(), scope, asked.to())
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
        audit.read(
                "member.differences-exported",
                new AuditTrail.Subject("list", null, asked.organisation()),
                Map.of("from", asked.from(), "to", asked.to(), "kind", asked.kind(), "format", format));
        return new Taken(asked, choice, parameters.sort(Differences.ORDERS, Differences.STANDARD_ORDER));
    }

    private static UUID organisation(Parameters parameters, Visitor visitor) {
        var chosen = parameters.id("organisation");
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new NotPermitted("refusal.no-right");
        }
        return organisation;
    }

    private record Taken(Differences.Asked asked, OrganisationChoice choice, String sort) {}
}
