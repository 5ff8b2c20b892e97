package vn.partyregister.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.partyregister.exchange.ImportFiles;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.ImportList;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.RowFilter;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Visitor;

/** What a file and the register say otherwise than each other: its beginning as a page, the whole on paper and as a file. */
@Controller
@RequestMapping("/imports/{id}")
@Permitted(Permission.IMPORT)
class ComparisonController {
    private final Imports imports;
    private final ImportFiles files;
    private final ImportList list;
    private final RowColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;

    ComparisonController(
            Imports imports,
            ImportFiles files,
            ImportList list,
            RowColumns columns,
            Exports exports,
            BusinessDay businessDay) {
        this.imports = imports;
        this.files = files;
        this.list = list;
        this.columns = columns;
        this.exports = exports;
        this.businessDay = businessDay;
    }

    @GetMapping("/comparison")
    String comparison(@PathVariable ImportId id, Visitor visitor, Model model) {
        var upload = imports.get(id, visitor);
        model.addAttribute("upload", upload);
        model.addAttribute("figures", imports.figures(id));
        model.addAttribute("missingHere", list.printed(upload, RowFilter.NEW));
        model.addAttribute("differing", list.printed(upload, RowFilter.CHANGED));
        model.addAttribute("unreadable", list.printed(upload, RowFilter.REJECTED));
        model.addAttribute("missingThere", list.printedAbsent(upload));
        model.addAttribute("incomplete", list.printed(upload, RowFilter.INCOMPLETE));
        model.addAttribute("absentColumns", imports.absentColumns(upload));
        model.addAttribute("printed", ImportList.PRINTED);
        model.addAttribute("papers", Map.of("exchange.preview.compare", "/imports/" + id + "/comparison.pdf"));
        return "exchange/comparison";
    }

    @GetMapping("/comparison.{format:xlsx|csv|pdf}")
    void whole(
            @PathVariable ImportId id, @PathVariable ListFormat format, Visitor visitor, HttpServletResponse response) {
        var upload = files.takeOut(id, visitor, "comparison");
        exports.send(
                response,
                format,
                "doi-chieu",
                columns.compared(),
                () -> columns.paper(upload, imports.figures(id), imports.absentColumns(upload)),
                businessDay.today(),
                () -> list.compared(upload));
    }
}
