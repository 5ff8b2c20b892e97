package vn.partyregister.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.TransferFilter;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.TransferList;
import vn.partyregister.transfer.TransferView;

/** Transfers of both ends: on a page, as a file; a code finds its letter. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class TransferListController {
    private final TransferList transfers;
    private final TransferColumns columns;
    private final CodeLists lists;
    private final TableDownload download;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    TransferListController(
            TransferList transfers,
            TransferColumns columns,
            CodeLists lists,
            TableDownload download,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.transfers = transfers;
        this.columns = columns;
        this.lists = lists;
        this.download = download;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/transfers")
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = TransferFilter.read(parameters);
        var sort = parameters.sort(TransferList.ORDERS, TransferList.STANDARD_ORDER);
        var today = businessDay.today();
        model.addAttribute("listing", transfers.page(filter, scope, today, sort, parameters.page()));
        model.addAttribute("figures", transfers.figures(filter, scope, today));
        model.addAttribute("filter", filter);
        model.addAttribute("views", TransferView.values());
        model.addAttribute("kinds", lists.of(TransferKind.LIST));
        model.addAttribute("lists", lists);
        model.addAttribute("unreadable", parameters.unreadable());
        return "transfer/list";
    }

    /** The same list as a file, every row of it. */
    @GetMapping("/transfers.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = TransferFilter.read(parameters);
        var sort = parameters.sort(TransferList.ORDERS, TransferList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("transfer.exported", new Subject("list", null, visitor.home()), filter.parts());
        download.send(
                response,
                format,
                "chuyen-sinh-hoat-dang",
                columns.of(locale),
                () -> transfers.all(filter, scope, businessDay.today(), sort));
    }
}
