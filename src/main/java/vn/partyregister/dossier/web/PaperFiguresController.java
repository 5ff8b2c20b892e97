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
import vn.partyregister.dossier.PaperFigures;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** How complete the files are: of an organisation, of those right below it, by kind of paper. */
@Controller
@Permitted(Permission.READ_PAPERS)
class PaperFiguresController {
    private static final String PATH = "/papers";

    private final PaperFigures figures;
    private final PaperLists lists;
    private final TableDownload download;
    private final BusinessDay businessDay;

    PaperFiguresController(PaperFigures figures, PaperLists lists, TableDownload download, BusinessDay businessDay) {
        this.figures = figures;
        this.lists = lists;
        this.download = download;
        this.businessDay = businessDay;
    }

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var today = businessDay.today();
        var asked = lists.read(given, scope, visitor, language);
        var filter = asked.filter();
        var sort = asked.parameters().sort(PaperFigures.ORDERS, PaperFigures.STANDARD_ORDER);
        var page = asked.parameters().page();
        model.addAttribute("total", figures.total(filter, scope, today));
        model.addAttribute("byKind", figures.kinds(filter, scope, today, language));
        lists.fill(asked, figures.below(filter, scope, today, sort, page, filter.address(PATH)), model);
        return "dossier/figures";
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
        var sort = asked.parameters().sort(PaperFigures.ORDERS, PaperFigures.STANDARD_ORDER);
        lists.requireExport(asked, format, visitor);
        var rows = figures.all(asked.filter(), scope, businessDay.today(), sort);
        download.send(response, format, "giay-to", columns(language), rows::stream);
    }

    private List<TableColumn<PaperFigures.Row>> columns(Locale language) {
        return List.of(
                TableColumn.text(lists.said("dossier.organisation", language), PaperFigures.Row::name),
                TableColumn.number(lists.said("dossier.members", language), PaperFigures.Row::members),
                TableColumn.number(lists.said("dossier.state.COMPLETE", language), PaperFigures.Row::complete),
                TableColumn.number(lists.said("dossier.state.INCOMPLETE", language), PaperFigures.Row::incomplete),
                TableColumn.number(lists.said("dossier.papers-missing", language), PaperFigures.Row::missing));
    }
}
