package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.ListColumn;
import vn.partyregister.membership.ListView;
import vn.partyregister.membership.ListViews;
import vn.partyregister.membership.MemberExport;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MemberMarks;
import vn.partyregister.membership.PastFaces;
import vn.partyregister.membership.SavedLists;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The list of members: searched, filtered, ordered, as at any day. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class MemberListController {
    private static final String PATH = "/members";

    private final MemberList members;
    private final PastFaces past;
    private final AskedLists asked;
    private final SavedLists saved;
    private final ListViews views;
    private final ListCells cells;
    private final MemberExport export;
    private final TableDownload download;
    private final TakenLists taking;
    private final BulkWorks bulk;
    private final MemberMarks marks;

    MemberListController(
            MemberList members,
            PastFaces past,
            AskedLists asked,
            SavedLists saved,
            ListViews views,
            ListCells cells,
            MemberExport export,
            TableDownload download,
            TakenLists taking,
            BulkWorks bulk,
            MemberMarks marks) {
        this.members = members;
        this.past = past;
        this.asked = asked;
        this.saved = saved;
        this.views = views;
        this.cells = cells;
        this.export = export;
        this.download = download;
        this.taking = taking;
        this.bulk = bulk;
        this.marks = marks;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var list = asked.read(given, language);
        var choice = taking.choice(list.filter(), scope, visitor);
        var listing = past.of(
                members.listed(list.filter(), scope, list.sort(), list.page(), list.address(PATH)),
                list.filter().asAt(),
                list.today());
        model.addAttribute("listing", listing);
        model.addAttribute(
                "marks",
                marks.of(
                        listing.rows().stream().map(one -> one.row().id()).toList(),
                        list.filter().asAt()));
        model.addAttribute("filter", list.filter());
        model.addAttribute("files", Map.of("xlsx", PATH + ".xlsx" + list.query(), "csv", PATH + ".csv" + list.query()));
        model.addAttribute("papers", MemberPrintController.addresses(list));
        model.addAttribute("choice", choice);
        model.addAttribute("choices", list.choices());
        model.addAttribute("chips", Chip.of(list.filter(), choice, list.choices(), PATH, list.today()));
        model.addAttribute("asked", list);
        model.addAttribute("saved", saved.of(visitor));
        addView(visitor, model);
        model.addAttribute("acts", visitor.may(Permission.KEEP_MEMBERS) ? bulk.acts() : List.of());
        model.addAttribute("unreadable", list.unreadable());
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

    private void addView(Visitor visitor, Model model) {
        model.addAttribute("view", views.of(visitor.account()));
        model.addAttribute("columns", ListColumn.values());
        model.addAttribute("densities", ListView.Density.values());
        model.addAttribute("cells", cells);
    }
}
