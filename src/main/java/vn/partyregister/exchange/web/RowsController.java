package vn.partyregister.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.exchange.ImportFiles;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.ImportList;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.RowFilter;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The rows behind each figure of an import: as a page, as a file. */
@Controller
@RequestMapping("/imports/{id}")
@Permitted(Permission.IMPORT)
class RowsController {
    private final Imports imports;
    private final ImportFiles files;
    private final ImportList list;
    private final TableDownload download;
    private final RowColumns columns;

    RowsController(Imports imports, ImportFiles files, ImportList list, TableDownload download, RowColumns columns) {
        this.imports = imports;
        this.files = files;
        this.list = list;
        this.download = download;
        this.columns = columns;
    }

    @GetMapping("/rows")
    String rows(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "ALL") String filter,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(defaultValue = "1") String page,
            Visitor visitor,
            Model model) {
        var upload = imports.get(id, visitor);
        var chosen = Pages.choice(filter, late);
        model.addAttribute("upload", upload);
        model.addAttribute("choice", chosen);
        model.addAttribute("filters", RowFilter.values());
        model.addAttribute("rows", list.rows(upload, chosen, Pages.number(page)));
        return "exchange/rows";
    }

    @GetMapping("/absent")
    String absent(
            @PathVariable ImportId id, @RequestParam(defaultValue = "1") String page, Visitor visitor, Model model) {
        var upload = imports.get(id, visitor);
        model.addAttribute("upload", upload);
        model.addAttribute("absent", list.absent(upload, Pages.number(page)));
        return "exchange/absent";
    }

    @GetMapping("/rows.{format:xlsx|csv}")
    void rowsFile(
            @PathVariable ImportId id,
            @PathVariable String format,
            @RequestParam(defaultValue = "ALL") String filter,
            @RequestParam(defaultValue = "") String late,
            Visitor visitor,
            HttpServletResponse response) {
        var choice = Pages.requireChoice(filter, late);
        var upload = files.takeOut(id, visitor, "rows");
        download.send(
                response, TableFormat.of(format), "doi-chieu", columns.rows(), () -> list.allDetails(upload, choice));
    }

    @GetMapping("/absent.{format:xlsx|csv}")
    void absentFile(
            @PathVariable ImportId id, @PathVariable String format, Visitor visitor, HttpServletResponse response) {
        var upload = files.takeOut(id, visitor, "rows");
        download.send(
                response, TableFormat.of(format), "thieu-trong-tep", columns.absent(), () -> list.allAbsent(upload));
    }
}
