package vn.partyregister.planning.web;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.planning.KnownFigures;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** Figures that arrive by hand: population, members of mass organisations. */
@Controller
@RequestMapping("/plans/figures")
@Permitted(Permission.READ_MEMBERS)
class KnownFigureController {
    private static final String PATH = "/plans/figures";

    private final KnownFigures figures;
    private final Areas areas;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    KnownFigureController(KnownFigures figures, Areas areas, CodeLists codes, BusinessDay businessDay) {
        this.figures = figures;
        this.areas = areas;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("form", new FigureForm(areas.usual(visitor), null, businessDay.today(), null, null));
        return page(new Parameters(given), scope, visitor, model);
    }

    @PostMapping
    @Permitted(Permission.KEEP_MEMBERS)
    Object note(
            @Valid @ModelAttribute("form") FigureForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var organisation = areas.meant(form.organisation(), errors, scope);
        var nothing = new Parameters(Map.of());
        return errors.hasErrors() || organisation == null
                ? page(nothing, scope, visitor, model)
                : Attempt.of(
                        () -> {
                            figures.note(
                                    organisation,
                                    form.subject(),
                                    form.day(),
                                    form.figure(),
                                    VietnameseText.tidy(form.source()),
                                    scope);
                            return "redirect:" + PATH;
                        },
                        () -> page(nothing, scope, visitor, model),
                        "planning.notice.figure-noted",
                        model,
                        next);
    }

    private String page(Parameters parameters, Scope scope, Visitor visitor, Model model) {
        var organisation = parameters.id("organisation");
        var subjects = codes.of(KnownFigures.SUBJECT);
        var subject =
                parameters.oneOf("subject", subjects.stream().map(Code::code).toList());
        var here = UriComponentsBuilder.fromPath(PATH);
        if (organisation != null) {
            here.queryParam("organisation", organisation);
        }
        if (subject != null) {
            here.queryParam("subject", subject);
        }
        model.addAttribute(
                        "listing",
                        figures.page(
                                organisation,
                                subject,
                                scope,
                                parameters.page(),
                                here.build().toUriString()))
                .addAttribute("subjects", subjects)
                .addAttribute("subject", subject)
                .addAttribute("codes", codes)
                .addAttribute("choice", areas.choice(organisation, scope, visitor))
                .addAttribute("chosen", organisation)
                .addAttribute("unreadable", parameters.unreadable());
        return "planning/figures";
    }
}
