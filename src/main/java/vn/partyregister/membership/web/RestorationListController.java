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
import vn.partyregister.member.Restoration;
import vn.partyregister.membership.RestorationFilter;
import vn.partyregister.membership.RestorationList;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The list of lost files and how far their restoring has come. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class RestorationListController {
    private final RestorationList restorations;
    private final TableDownload download;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    RestorationListController(
            RestorationList restorations, TableDownload download, BusinessDay businessDay, AuditTrail audit) {
        this.restorations = restorations;
        this.download = download;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/restorations")
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = RestorationFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(RestorationList.ORDERS, RestorationList.STANDARD_ORDER);
        model.addAttribute("listing", restorations.page(filter, scope, sort, parameters.page()));
        model.addAttribute("filter", filter);
        model.addAttribute("stages", Restoration.Stage.values());
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/restorations";
    }

    /** The same list as a file, every row of it. */
    @GetMapping("/restorations.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = RestorationFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(RestorationList.ORDERS, RestorationList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("member.restorations-exported", new Subject("list", null, visitor.home()), filter.parts());
        download.send(
                response,
                format,
                "khoi-phuc-ho-so",
                restorations.columns(),
                () -> restorations.all(filter, scope, sort));
    }
}
