package vn.partyregister.paperfile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.paperfile.Holding;
import vn.partyregister.paperfile.PaperFileFilter;
import vn.partyregister.paperfile.PaperFileList;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The list of paper files: by place, by state, by borrower. */
@Controller
@Permitted(Permission.READ_PAPERS)
class PaperFileListController {
    private static final String PATH = "/paper-files";

    private final PaperFileList papers;
    private final MemberList members;
    private final BusinessDay businessDay;
    private final PaperFileColumns columns;
    private final TableDownload download;
    private final AuditTrail audit;

    PaperFileListController(
            PaperFileList papers,
            MemberList members,
            BusinessDay businessDay,
            PaperFileColumns columns,
            TableDownload download,
            AuditTrail audit) {
        this.papers = papers;
        this.members = members;
        this.businessDay = businessDay;
        this.columns = columns;
        this.download = download;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = PaperFileFilter.read(parameters);
        var sort = parameters.sort(PaperFileList.ORDERS, PaperFileList.STANDARD_ORDER);
        var today = businessDay.today();
        model.addAttribute("choice", choice(filter, scope, visitor));
        model.addAttribute("listing", papers.page(filter, scope, today, sort, parameters.page(), filter.address(PATH)));
        model.addAttribute("figures", papers.figures(filter, scope, today));
        model.addAttribute("filter", filter);
        model.addAttribute("holdings", Holding.all());
        model.addAttribute("unreadable", parameters.unreadable());
        return "paperfile/list";
    }

    /** The same list as a file, every row of it; who may not take lists out does not get it. */
    @GetMapping(PATH + ".{format:xlsx|csv}")
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = PaperFileFilter.read(parameters);
        var sort = parameters.sort(PaperFileList.ORDERS, PaperFileList.STANDARD_ORDER);
        parameters.requireReadable();
        if (!visitor.may(Permission.EXPORT)) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        choice(filter, scope, visitor);
        var taken = new LinkedHashMap<>(filter.parts());
        taken.put("format", format.extension());
        audit.read("paper-file.exported", new AuditTrail.Subject("list", null, reach(filter, visitor)), taken);
        download.send(
                response,
                format,
                "ho-so-giay",
                columns.all(),
                () -> papers.rows(filter, scope, businessDay.today(), sort));
    }

    private static @Nullable UUID reach(PaperFileFilter filter, Visitor visitor) {
        var chosen = bare(filter);
        return chosen != null ? chosen : visitor.home();
    }

    private static @Nullable UUID bare(PaperFileFilter filter) {
        return filter.organisation() == null ? null : filter.organisation().id();
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    private @Nullable OrganisationChoice choice(PaperFileFilter filter, Scope scope, Visitor visitor) {
        return members.choice(bare(filter), visitor, scope, businessDay.today());
    }
}
