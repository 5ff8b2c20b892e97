package vn.partyregister.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.planning.AdmittedFilter;
import vn.partyregister.planning.AdmittedList;
import vn.partyregister.planning.PlanFilter;
import vn.partyregister.planning.PlanId;
import vn.partyregister.planning.PlanList;
import vn.partyregister.planning.PlanProgress;
import vn.partyregister.planning.Progress;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Plans, their progress and the people behind it as files and on paper. */
@Controller
@Permitted(Permission.EXPORT)
class PlanFileController {
    private static final String PLANS = "ke-hoach-ket-nap";
    private static final String PROGRESS = "tien-do-ket-nap";
    private static final String PEOPLE = "nguoi-duoc-ket-nap";

    private final PlanList list;
    private final PlanProgress progress;
    private final AdmittedList admitted;
    private final Areas areas;
    private final PlanColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    PlanFileController(
            PlanList list,
            PlanProgress progress,
            AdmittedList admitted,
            Areas areas,
            PlanColumns columns,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.list = list;
        this.progress = progress;
        this.admitted = admitted;
        this.areas = areas;
        this.columns = columns;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/plans.{format:xlsx|csv|pdf}")
    void plans(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = PlanFilter.read(parameters);
        var sort = parameters.sort(PlanList.ORDERS, PlanList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("planning.plans-exported", new Subject("list", null, visitor.home()), filter.parts());
        exports.send(
                response,
                format,
                PLANS,
                columns.plans(),
                columns::planPaper,
                businessDay.today(),
                () -> list.stream(filter, scope, sort));
    }

    @GetMapping("/plans/{plan}/progress.{format:xlsx|csv|pdf}")
    void progress(
            @PathVariable PlanId plan,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var told = take(plan, given, scope, visitor);
        exports.send(
                response,
                format,
                PROGRESS,
                columns.lines(),
                () -> columns.paper(list.get(plan, scope), told),
                businessDay.today(),
                () -> told.lines().stream());
    }

    @GetMapping("/plans/{plan}/people.{format:xlsx|csv|pdf}")
    void people(
            @PathVariable PlanId plan,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var row = list.get(plan, scope);
        var parameters = new Parameters(given);
        var filter = AdmittedFilter.read(plan, areas.first(row, null, visitor), parameters);
        var sort = parameters.sort(AdmittedList.ORDERS, AdmittedList.STANDARD_ORDER);
        parameters.requireReadable();
        var area = areas.name(filter.organisation(), scope);
        audit.read("planning.people-exported", new Subject("plan", plan.id(), filter.organisation()), filter.parts());
        exports.send(
                response,
                format,
                PEOPLE,
                columns.people(),
                () -> columns.peoplePaper(row, area),
                businessDay.today(),
                () -> admitted.stream(filter, row, scope, sort));
    }

    private Progress take(PlanId plan, Map<String, String> given, Scope scope, Visitor visitor) {
        var parameters = new Parameters(given);
        var row = list.get(plan, scope);
        var organisation = areas.first(row, parameters.id("organisation"), visitor);
        var group = parameters.text("group");
        parameters.requireReadable();
        var told = progress.of(row, organisation, group, scope);
        audit.read(
                "planning.progress-exported", new Subject("plan", plan.id(), organisation), new LinkedHashMap<>(given));
        return told;
    }
}
