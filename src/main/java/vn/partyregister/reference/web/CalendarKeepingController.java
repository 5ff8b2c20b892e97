package vn.partyregister.reference.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotPermitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CalendarKeeping;
import vn.partyregister.reference.Certainty;
import vn.partyregister.reference.Code;

/** The board changes the calendar: a day to come, the source of a day, a year that is complete. */
@Controller
@RequestMapping("/rulebook/holidays")
@Permitted(Permission.GOVERN_REGISTER)
class CalendarKeepingController {
    private final CalendarKeeping keeping;
    private final MessageSource messages;

    CalendarKeepingController(CalendarKeeping keeping, MessageSource messages) {
        this.keeping = keeping;
        this.messages = messages;
    }

    /** Only who governs the whole register changes its calendar. */
    @ModelAttribute
    void choices(Scope scope, Locale locale, Model model) {
        if (!scope.everything()) {
            throw new NotPermitted("refusal.no-right");
        }
        model.addAttribute("kinds", labelled("reference.day-kind.", CalendarKeeping.KINDS.stream(), locale));
        model.addAttribute("occasions", labelled("reference.occasion.", CalendarKeeping.OCCASIONS.stream(), locale));
        model.addAttribute(
                "certainties",
                labelled(
                        "reference.certainty.",
                        Arrays.stream(Certainty.values()).map(Enum::name),
                        locale));
    }

    @GetMapping("/new")
    String ask(Model model) {
        model.addAttribute("form", HolidayForm.empty());
        return "reference/holiday-new";
    }

    @PostMapping
    String add(@Valid @ModelAttribute("form") HolidayForm form, BindingResult errors, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return "reference/holiday-new";
        }
        try {
            keeping.add(form.day(), form.kind(), form.occasion(), VietnameseText.tidy(form.source()), form.certainty());
        } catch (RuleBroken refused) {
            WrongField.mark(
                    errors,
                    "day",
                    form.day(),
                    refused.key(),
                    refused.arguments().toArray());
            return "reference/holiday-new";
        }
        return done(form.day().getYear(), "reference.calendar.added", next);
    }

    @PostMapping("/confirmation")
    String confirm(@RequestParam Map<String, String> given, RedirectAttributes next) {
        var parameters = new Parameters(given);
        var day = day(parameters);
        keeping.confirm(day, source(parameters), certainty(parameters));
        return done(day.getYear(), "reference.confirmed", next);
    }

    @PostMapping("/withdrawal")
    String takeOut(@RequestParam Map<String, String> given, RedirectAttributes next) {
        var parameters = new Parameters(given);
        var day = day(parameters);
        keeping.takeOut(day, source(parameters));
        return done(day.getYear(), "reference.calendar.taken-out", next);
    }

    @PostMapping("/opening")
    String open(@RequestParam Map<String, String> given, RedirectAttributes next) {
        var parameters = new Parameters(given);
        var year = parameters.number("year", 1, 9999);
        if (year == null) {
            throw new NotReadable("reference.missing.day");
        }
        keeping.open(year, source(parameters), certainty(parameters));
        return done(year, "reference.calendar.opened", next);
    }

    private static LocalDate day(Parameters parameters) {
        var day = parameters.day("day");
        if (day == null) {
            throw new NotReadable("reference.missing.day");
        }
        return day;
    }

    private static String source(Parameters parameters) {
        var source = parameters.text("source");
        if (source == null) {
            throw new NotReadable("reference.missing.source");
        }
        return source;
    }

    private static Certainty certainty(Parameters parameters) {
        return Objects.requireNonNullElse(parameters.oneOf("certainty", Certainty.class), Certainty.UNVERIFIED);
    }

    private List<Code> labelled(String beginning, Stream<String> codes, Locale locale) {
        return codes.map(code -> new Code(code, messages.getMessage(beginning + code, null, locale)))
                .toList();
    }

    private static String done(int year, String notice, RedirectAttributes next) {
        next.addAttribute("year", year);
        next.addFlashAttribute("notice", notice);
        return "redirect:/rulebook/holidays";
    }
}
