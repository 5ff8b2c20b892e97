package vn.partyregister.reference.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.RulebookList;
import vn.partyregister.reference.RulebookList.DatedRule;
import vn.partyregister.reference.SourceColumns;

/** The rulebook to read: what holds on a day and why, the directives, the code lists and the holidays. */
@Controller
@Permitted(Permission.READ_RULEBOOK)
class RulebookController {
    private final RulebookList book;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final SourceColumns sources;
    private final MessageSource messages;

    RulebookController(
            RulebookList book,
            BusinessDay businessDay,
            TableDownload download,
            SourceColumns sources,
            MessageSource messages) {
        this.sources = sources;
        this.book = book;
        this.businessDay = businessDay;
        this.download = download;
        this.messages = messages;
    }

    @GetMapping("/rulebook")
    String rules(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String asAt, Model model) {
        var day = day(asAt);
        model.addAttribute("unreadable", !asAt.isBlank() && Dates.read(asAt).isEmpty());
        model.addAttribute("day", day);
        model.addAttribute(
                "topics",
                book.inForce(day, q).stream().collect(groupingBy(DatedRule::topic, LinkedHashMap::new, toList())));
        return "reference/rules";
    }

    @GetMapping("/rulebook.{format:xlsx|csv}")
    void download(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String asAt,
            Locale locale,
            HttpServletResponse response) {
        requireReadable(asAt);
        var day = day(asAt);
        download.send(response, TableFormat.of(format), "quy-dinh", columns(locale), () -> book.stream(day, q));
    }

    @GetMapping("/rulebook/directives")
    String directives(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("directives", book.directives(q));
        return "reference/directives";
    }

    @GetMapping("/rulebook/codes")
    String codes(
            @RequestParam(defaultValue = "ethnicity") String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var lists = book.codeLists();
        var shown = lists.contains(list) ? list : "ethnicity";
        var here = UriComponentsBuilder.fromPath("/rulebook/codes")
                .queryParam("list", "{list}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(shown, q)
                .toUriString();
        model.addAttribute("lists", lists);
        model.addAttribute("list", shown);
        model.addAttribute("unreadable", !shown.equals(list));
        model.addAttribute("listing", book.codes(shown, q, number(page, 1), here));
        return "reference/codes";
    }

    @GetMapping("/rulebook/holidays")
    String holidays(@RequestParam(defaultValue = "") String year, Visitor visitor, Model model) {
        var keeps = visitor.scope(Permission.GOVERN_REGISTER).everything();
        var years = keeps ? book.yearsWithTheNext() : book.years();
        var wanted = number(year, businessDay.today().getYear());
        var shown = years.stream()
                .filter(known -> known.year() == wanted)
                .findFirst()
                .orElse(years.getFirst());
        model.addAttribute("years", years);
        model.addAttribute("shown", shown);
        model.addAttribute("unreadable", !year.isBlank() && !year.equals(Integer.toString(shown.year())));
        model.addAttribute("holidays", book.holidays(shown.year()));
        model.addAttribute("keeps", keeps);
        model.addAttribute("today", businessDay.today());
        return "reference/holidays";
    }

    @ModelAttribute("q")
    String q(@RequestParam(defaultValue = "") String q) {
        return q;
    }

    /** Rules of another day than the one wanted would be taken for those of the day. */
    private static void requireReadable(String asAt) {
        if (!asAt.isBlank() && Dates.read(asAt).isEmpty()) {
            throw new Refusal.NotReadable(Parameters.UNREADABLE_EXPORT, asAt);
        }
    }

    private LocalDate day(String asAt) {
        return Dates.read(asAt).orElseGet(businessDay::today);
    }

    private static int number(String written, int otherwise) {
        return written.matches("[0-9]{1,6}") ? Integer.parseInt(written) : otherwise;
    }

    private List<TableColumn<DatedRule>> columns(Locale locale) {
        var rule = List.<TableColumn<DatedRule>>of(
                TableColumn.text(
                        text("reference.topic", locale), row -> text("reference.topic." + row.topic(), locale)),
                TableColumn.text(text("reference.rule", locale), DatedRule::name),
                TableColumn.text(
                        text("reference.value", locale),
                        row -> text("reference.unit." + row.unit(), locale, row.value())),
                TableColumn.text(text("reference.remark", locale), DatedRule::remark));
        return Stream.concat(rule.stream(), sources.<DatedRule>of(locale).stream())
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
