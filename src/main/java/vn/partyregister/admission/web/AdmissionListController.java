package vn.partyregister.admission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.admission.AdmissionFilter;
import vn.partyregister.admission.AdmissionList;
import vn.partyregister.admission.AdmissionView;
import vn.partyregister.admission.Stage;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** Cases of admission: on a page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class AdmissionListController {
    private static final String NAME = "ho-so-ket-nap-dang-vien";

    private final AdmissionList admissions;
    private final AdmissionColumns columns;
    private final CodeLists lists;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    AdmissionListController(
            AdmissionList admissions,
            AdmissionColumns columns,
            CodeLists lists,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.admissions = admissions;
        this.columns = columns;
        this.lists = lists;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/admissions")
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = AdmissionFilter.read(parameters);
        var sort = parameters.sort(AdmissionList.ORDERS, AdmissionList.STANDARD_ORDER);
        var today = businessDay.today();
        var shown = admissions.page(filter, scope, today, sort, parameters.page());
        model.addAttribute("listing", shown.listing());
        model.addAttribute("figures", shown.figures());
        model.addAttribute("filter", filter);
        model.addAttribute("views", AdmissionView.values());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("categories", lists.of("candidate-category"));
        model.addAttribute("lists", lists);
        model.addAttribute("papers", Map.of("admission.cases", filter.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "admission/list";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping("/admissions.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = AdmissionFilter.read(parameters);
        var sort = parameters.sort(AdmissionList.ORDERS, AdmissionList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("admission.exported", new Subject("list", null, visitor.home()), filter.parts());
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.file(),
                () -> columns.paper(filter),
                today,
                () -> admissions.all(filter, scope, today, sort));
    }
}
