package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.organisation.TreeRules;
import vn.partyregister.organisation.TreeRules.PairOfTypes;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.reference.SourceColumns;

/** The page of the rulebook to which every refusal of a place in the tree leads. */
@Controller
@Permitted(Permission.READ_RULEBOOK)
class TreeRulesController {
    private final TreeRules rules;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final SourceColumns sources;
    private final MessageSource messages;

    TreeRulesController(
            TreeRules rules,
            BusinessDay businessDay,
            TableDownload download,
            SourceColumns sources,
            MessageSource messages) {
        this.sources = sources;
        this.rules = rules;
        this.businessDay = businessDay;
        this.download = download;
        this.messages = messages;
    }

    @GetMapping("/rulebook/permitted-pairs")
    String pairs(@RequestParam(defaultValue = "") String asAt, Model model) {
        var day = day(asAt);
        model.addAttribute("unreadable", !asAt.isBlank() && Dates.read(asAt).isEmpty())
                .addAttribute("day", day)
                .addAttribute("rules", rules)
                .addAttribute("pairs", rules.pairs(day))
                .addAttribute("types", rules.types())
                .addAttribute("kinds", rules.kinds());
        return "organisation/pairs";
    }

    @GetMapping("/rulebook/permitted-pairs.{format:xlsx|csv}")
    void download(
            @PathVariable String format,
            @RequestParam Map<String, String> given,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var asked = parameters.day("asAt");
        parameters.requireReadable();
        var day = asked == null ? businessDay.today() : asked;
        download.send(
                response,
                TableFormat.of(format),
                "loai-to-chuc-truc-thuoc",
                columns(locale),
                () -> rules.pairs(day).stream());
    }

    private LocalDate day(String asAt) {
        return Dates.read(asAt).orElseGet(businessDay::today);
    }

    private List<TableColumn<PairOfTypes>> columns(Locale locale) {
        var pair = List.<TableColumn<PairOfTypes>>of(
                TableColumn.text(text("organisation.pairs.parent", locale), row -> rules.type(row.parentType())),
                TableColumn.text(text("organisation.pairs.child", locale), row -> rules.type(row.childType())),
                TableColumn.text(
                        text("organisation.pairs.approval", locale),
                        row -> row.needsApproval() ? text("organisation.pairs.needs-approval", locale) : ""));
        return Stream.concat(pair.stream(), sources.<PairOfTypes>of(locale).stream())
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
