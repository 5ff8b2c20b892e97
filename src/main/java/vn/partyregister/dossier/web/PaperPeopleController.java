package vn.partyregister.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.dossier.PaperFilter;
import vn.partyregister.dossier.PaperPeople;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The people behind the figures about papers. */
@Controller
@Permitted(Permission.READ_PAPERS)
class PaperPeopleController {
    private static final String PATH = "/papers/people";

    private final PaperPeople people;
    private final PaperLists lists;
    private final TableDownload download;
    private final BusinessDay businessDay;

    PaperPeopleController(PaperPeople people, PaperLists lists, TableDownload download, BusinessDay businessDay) {
        this.people = people;
        this.lists = lists;
        this.download = download;
        this.businessDay = businessDay;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var asked = lists.read(given, scope, visitor, language);
        var filter = asked.filter();
        var sort = asked.parameters().sort(PaperPeople.ORDERS, PaperPeople.STANDARD_ORDER);
        var page = asked.parameters().page();
        var here = filter.address(PATH);
        lists.fill(asked, people.page(filter, scope, businessDay.today(), sort, page, here, language), model);
        model.addAttribute("states", PaperFilter.State.values());
        return "dossier/people";
    }

    @GetMapping(PATH + ".{format:xlsx|csv}")
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var asked = lists.read(given, scope, visitor, language);
        var sort = asked.parameters().sort(PaperPeople.ORDERS, PaperPeople.STANDARD_ORDER);
        lists.requireExport(asked, format, visitor);
        download.send(
                response,
                format,
                "giay-to-dang-vien",
                columns(language),
                () -> people.stream(asked.filter(), scope, businessDay.today(), sort, language));
    }

    private List<TableColumn<PaperPeople.Row>> columns(Locale language) {
        return List.of(
                TableColumn.text(lists.said("dossier.full-name", language), PaperPeople.Row::fullName),
                TableColumn.text(lists.said("dossier.card-number", language), PaperPeople.Row::cardNumber),
                TableColumn.text(lists.said("dossier.organisation", language), PaperPeople.Row::organisation),
                TableColumn.text(
                        lists.said("dossier.status", language), row -> lists.said("Status." + row.status(), language)),
                TableColumn.number(lists.said("dossier.papers-missing", language), PaperPeople.Row::missing),
                TableColumn.text(lists.said("dossier.what-is-missing", language), PaperPeople.Row::lacking));
    }
}
