package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The list of what happened to members: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class MovementListController {
    private static final String NAME = "bien-dong-dang-vien";

    private final MovementList movements;
    private final MemberList members;
    private final MovementColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    MovementListController(
            MovementList movements,
            MemberList members,
            MovementColumns columns,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.movements = movements;
        this.members = members;
        this.columns = columns;
        this.exports = exports;
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
        model.addAttribute("choice", members.nearest(filter.organisation(), visitor, scope, businessDay.today()));
        model.addAttribute("entries", MovementFilter.Entries.values());
        model.addAttribute("columns", columns);
        model.addAttribute("papers", Map.of("membership.movements", filter.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/movements";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping("/movements.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = MovementFilter.read(parameters);
        var sort = parameters.sort(MovementList.ORDERS, MovementList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("member.movements-exported", new Subject("list", null, visitor.home()), filter.parts());
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.file(),
                () -> columns.paper(filter),
                today,
                () -> movements.all(filter, scope, today, sort));
    }
}
