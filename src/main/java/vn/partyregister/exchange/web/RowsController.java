package vn.partyregister.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import vn.partyregister.exchange.RowLine;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The rows behind each figure of an import: as a page, on paper, as a file. */
@Controller
@RequestMapping("/imports/{id}")
@Permitted(Permission.IMPORT)
class RowsController {
    private final Imports imports;
    private final ImportFiles files;
    private final ImportList list;
    private final TableDownload download;
    private final MessageSource messages;

    RowsController(
            Imports imports, ImportFiles files, ImportList list, TableDownload download, MessageSource messages) {
        this.imports = imports;
        this.files = files;
        this.list = list;
        this.download = download;
        this.messages = messages;
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

    /** All that differs, on paper. */
    @GetMapping("/comparison")
    String comparison(@PathVariable ImportId id, Visitor visitor, Model model) {
        var upload = imports.get(id, visitor);
        model.addAttribute("upload", upload);
        model.addAttribute("figures", imports.figures(id));
        model.addAttribute("missingHere", list.printed(upload, RowFilter.NEW));
        model.addAttribute("differing", list.printed(upload, RowFilter.CHANGED));
        model.addAttribute("missingThere", list.printedAbsent(upload));
        model.addAttribute("printed", ImportList.PRINTED);
        return "exchange/comparison";
    }

    @GetMapping("/rows.{format:xlsx|csv}")
    void rowsFile(
            @PathVariable ImportId id,
            @PathVariable String format,
            @RequestParam(defaultValue = "ALL") String filter,
            @RequestParam(defaultValue = "") String late,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var choice = Pages.requireChoice(filter, late);
        var upload = files.takeOut(id, visitor, "rows");
        download.send(
                response, TableFormat.of(format), "doi-chieu", columns(locale), () -> list.allDetails(upload, choice));
    }

    @GetMapping("/absent.{format:xlsx|csv}")
    void absentFile(
            @PathVariable ImportId id,
            @PathVariable String format,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var upload = files.takeOut(id, visitor, "rows");
        download.send(
                response,
                TableFormat.of(format),
                "thieu-trong-tep",
                List.of(
                        TableColumn.text(text("exchange.row.what", locale), absent -> absent.label()),
                        TableColumn.text(text("exchange.absent.detail", locale), absent -> absent.detail())),
                () -> list.allAbsent(upload));
    }

    private List<TableColumn<Map.Entry<RowLine, RowLine.Detail>>> columns(Locale locale) {
        return List.of(
                TableColumn.number(
                        text("exchange.row", locale), line -> line.getKey().number()),
                TableColumn.text(
                        text("exchange.row.what", locale), line -> line.getKey().what()),
                TableColumn.text(
                        text("exchange.row.verdict", locale),
                        line -> label("Verdict.", line.getKey().verdict(), locale)),
                TableColumn.text(
                        text("exchange.mapping.column", locale),
                        line -> line.getValue().letters()),
                TableColumn.text(
                        text("exchange.mapping.means", locale),
                        line -> line.getValue().column()),
                TableColumn.text(
                        text("exchange.row.there", locale),
                        line -> line.getValue().value()),
                TableColumn.text(
                        text("exchange.row.here", locale),
                        line -> line.getValue().here()),
                TableColumn.text(text("exchange.row.reason", locale), line -> reason(line.getValue(), locale)));
    }

    private @Nullable String reason(RowLine.Detail detail, Locale locale) {
        var key = detail.reason();
        return key == null ? null : messages.getMessage(key, detail.arguments().toArray(), key, locale);
    }

    private @Nullable String label(String prefix, @Nullable Enum<?> value, Locale locale) {
        return value == null ? null : text(prefix + value.name(), locale);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
