package vn.partyregister.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.recognition.CardCheck;
import vn.partyregister.recognition.CardCheckId;
import vn.partyregister.recognition.CardCheckList;
import vn.partyregister.recognition.CardCheckList.Part;
import vn.partyregister.recognition.CardChecks;
import vn.partyregister.recognition.CardChecks.Result;

/** The technical checks of cards, and the list of those that were not seen. */
@Controller
@RequestMapping("/recognition/checks")
@Permitted(Permission.KEEP_MEMBERS)
class CardCheckController {
    private static final String PATH = "/recognition/checks";
    private static final String AGAIN = "redirect:/recognition/checks/{cardCheck}";
    private static final String NAME = "kiem-tra-the-dang-vien";
    private static final String CHOSEN = "member.";

    private final CardChecks checks;
    private final CardCheckList list;
    private final Choices choices;
    private final RecognitionColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    CardCheckController(
            CardChecks checks,
            CardCheckList list,
            Choices choices,
            RecognitionColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.checks = checks;
        this.list = list;
        this.choices = choices;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", new CheckForm(null, null, businessDay.today()));
        return page(new Parameters(given), scope, model);
    }

    @PostMapping
    Object open(
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var organisation = choices.meant(form.organisation(), errors, scope);
        if (errors.hasErrors() || organisation == null) {
            return page(new Parameters(Map.of()), scope, model);
        }
        return Attempt.of(
                () -> next.addAttribute(
                        "cardCheck",
                        checks.open(organisation, VietnameseText.tidy(form.name()), form.day(), scope)
                                .toString()),
                () -> page(new Parameters(Map.of()), scope, model),
                AGAIN,
                "recognition.recorded",
                model,
                next);
    }

    @GetMapping("/{cardCheck}")
    @Permitted(Permission.READ_MEMBERS)
    String show(
            @PathVariable CardCheckId cardCheck, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var check = list.get(cardCheck, scope);
        var parameters = new Parameters(given);
        var part = part(parameters);
        var sort = parameters.sort(CardCheckList.ORDERS, CardCheckList.STANDARD_ORDER);
        var within = Objects.requireNonNullElse(part.organisation(), check.organisationId());
        model.addAttribute("check", check);
        model.addAttribute("part", part);
        model.addAttribute("within", within);
        model.addAttribute("parts", list.parts(check, within));
        model.addAttribute("listing", list.lines(check, part, sort, parameters.page(), here(check, part)));
        model.addAttribute("results", Result.values());
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/check";
    }

    /** Each chosen card, with the one result of the form. */
    @PostMapping("/{cardCheck}/results")
    String mark(
            @PathVariable CardCheckId cardCheck,
            @RequestParam Map<String, String> given,
            Scope scope,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var result = parameters.oneOf("result", Result.class);
        checks.mark(cardCheck, chosen(given), result == null ? Result.GOOD : result, scope);
        return done(parameters, next);
    }

    /** All cards of an organisation that are still missing. */
    @PostMapping("/{cardCheck}/organisation-results")
    String markAll(
            @PathVariable CardCheckId cardCheck,
            @RequestParam Map<String, String> given,
            Scope scope,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var organisation = parameters.id("organisation");
        var check = list.get(cardCheck, scope);
        checks.markAll(cardCheck, organisation == null ? check.organisationId() : organisation, scope);
        return done(parameters, next);
    }

    @PostMapping("/{cardCheck}/closing")
    String close(@PathVariable CardCheckId cardCheck, Scope scope, RedirectAttributes next) {
        checks.close(cardCheck, scope);
        return done(new Parameters(Map.of()), next);
    }

    @GetMapping("/{cardCheck}/cards.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable CardCheckId cardCheck,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var check = list.get(cardCheck, scope);
        var parameters = new Parameters(given);
        var part = part(parameters);
        var sort = parameters.sort(CardCheckList.ORDERS, CardCheckList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read(
                "card-check.exported",
                new AuditTrail.Subject("card-check", check.id(), check.organisationId()),
                Map.of("format", format.extension()));
        exports.send(
                response,
                format,
                NAME,
                columns.lines(),
                () -> columns.linePaper(check),
                businessDay.today(),
                () -> list.rows(check, part, sort));
    }

    private static Part part(Parameters parameters) {
        return new Part(parameters.oneOf("state", CardCheckList.State.class), parameters.id("organisation"));
    }

    private static String here(CardCheck check, Part part) {
        var parts = new LinkedHashMap<String, Object>();
        if (part.state() != null) {
            parts.put("state", part.state());
        }
        if (part.organisation() != null) {
            parts.put("organisation", part.organisation());
        }
        var query = String.join(
                "&",
                parts.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        return PATH + "/" + check.id() + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<UUID> chosen(Map<String, String> given) {
        return Parameters.ids(given.keySet().stream()
                .filter(name -> name.startsWith(CHOSEN))
                .map(name -> name.substring(CHOSEN.length()))
                .toList());
    }

    private static String done(Parameters parameters, RedirectAttributes next) {
        next.addFlashAttribute("notice", "recognition.recorded");
        var state = parameters.oneOf("state", CardCheckList.State.class);
        var within = parameters.id("within");
        if (state != null) {
            next.addAttribute("state", state);
        }
        if (within != null) {
            next.addAttribute("organisation", within);
        }
        return AGAIN;
    }

    private String page(Parameters parameters, Scope scope, Model model) {
        model.addAttribute("listing", list.page(scope, parameters.page(), PATH));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/checks";
    }
}
