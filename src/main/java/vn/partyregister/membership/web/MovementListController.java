package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MovementFilter;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The list of what happened to members: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class MovementListController {
    private static final String NAME = "bien-dong-dang-vien";

    private final MovementList movements;
    private final MemberList members;
    private final MovementColumns columns;
    private final TableDownload download;
    private final Prints prints;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    MovementListController(
            MovementList movements,
            MemberList members,
            MovementColumns columns,
            TableDownload download,
            Prints prints,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.movements = movements;
        this.members = members;
        this.columns = columns;
        this.download = download;
        this.prints = prints;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/movements")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = MovementFilter.read(parameters);
        var sort = parameters.sort(MovementList.ORDERS, MovementList.STANDARD_ORDER);
        model.addAttribute("listing", movements.page(filter, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", MovementKind.values());
        model.addAttribute("choice", choice(filter, scope, visitor));
        model.addAttribute("entries", MovementFilter.Entries.values());
        model.addAttribute("columns", columns);
        model.addAttribute("papers", Map.of("membership.movements", filter.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/movements";
    }

    /** The same list as a file, every row of it. */
    @GetMapping("/movements.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var taken = take(given, visitor);
        download.send(
                response,
                format,
                NAME,
                columns.file(),
                () -> movements.all(taken.filter(), scope, businessDay.today(), taken.sort()));
    }

    /** The same list on paper. */
    @GetMapping("/movements.pdf")
    @Permitted(Permission.EXPORT)
    void print(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, HttpServletResponse response) {
        var taken = take(given, visitor);
        var today = businessDay.today();
        prints.table(
                response,
                NAME,
                columns.paper(taken.filter()),
                today,
                () -> movements.all(taken.filter(), scope, today, taken.sort()));
    }

    /** The organisation chosen as it is today, or the visitor's own to choose below; one that is gone can be stepped away from. */
    private @Nullable OrganisationChoice choice(MovementFilter filter, Scope scope, Visitor visitor) {
        return Stream.of(Optional.ofNullable(filter.organisation()), Optional.ofNullable(visitor.home()))
                .flatMap(Optional::stream)
                .flatMap(one -> members.choice(one, scope, businessDay.today()).stream())
                .findFirst()
                .orElse(null);
    }

    private Taken take(Map<String, String> given, Visitor visitor) {
        var parameters = new Parameters(given);
        var filter = MovementFilter.read(parameters);
        var sort = parameters.sort(MovementList.ORDERS, MovementList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("member.movements-exported", new Subject("list", null, visitor.home()), filter.parts());
        return new Taken(filter, sort);
    }

    /** Which list is taken out of the register, in which order. */
    private record Taken(MovementFilter filter, String sort) {}
}
