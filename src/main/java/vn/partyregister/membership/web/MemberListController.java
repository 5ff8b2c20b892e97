package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.membership.MemberExport;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** The list of members: searched, filtered, ordered, as at any day. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class MemberListController {
    private static final String PATH = "/members";

    private final MemberList members;
    private final CodeLists lists;
    private final BusinessDay businessDay;
    private final MemberExport export;
    private final TableDownload download;
    private final TakenLists taking;

    MemberListController(
            MemberList members,
            CodeLists lists,
            BusinessDay businessDay,
            MemberExport export,
            TableDownload download,
            TakenLists taking) {
        this.members = members;
        this.lists = lists;
        this.businessDay = businessDay;
        this.export = export;
        this.download = download;
        this.taking = taking;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var parameters = new Parameters(given);
        var choices = new FilterChoices(lists, members.kinds(language));
        var filter = MemberFilter.read(parameters, businessDay.today(), lists, choices.kinds());
        var here = filter.address(PATH, businessDay.today());
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        var choice = taking.choice(filter, scope, visitor);
        model.addAttribute("listing", members.page(filter, scope, sort, parameters.page(), here));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "files",
                Map.of(
                        "xlsx", filter.address(PATH + ".xlsx", businessDay.today()),
                        "csv", filter.address(PATH + ".csv", businessDay.today())));
        model.addAttribute("papers", MemberPrintController.addresses(filter, businessDay.today()));
        model.addAttribute("choice", choice);
        model.addAttribute("choices", choices);
        model.addAttribute("chips", Chip.of(filter, choice, choices, PATH, businessDay.today()));
        model.addAttribute("reaches", !scope.isNothing());
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/list";
    }

    /** The same list as a file, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var taken = taking.take(given, format.extension(), scope, visitor, language);
        download.send(
                response,
                format,
                "dang-vien",
                export.columns(),
                () -> export.rows(taken.filter(), scope, taken.sort(), taken.open()));
    }
}
