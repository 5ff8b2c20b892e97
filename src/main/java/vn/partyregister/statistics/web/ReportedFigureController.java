package vn.partyregister.statistics.web;

import jakarta.validation.Valid;
import java.util.List;
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
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Period;
import vn.partyregister.statistics.ReportedFigures;

/** Notes a figure as it was reported on paper, beside the computed one. */
@Controller
@RequestMapping(Form1.PATH + "/reported-figures")
@Permitted(Permission.KEEP_MEMBERS)
class ReportedFigureController {
    private final Form1 form;
    private final ReportedFigures figures;
    private final BusinessDay businessDay;

    ReportedFigureController(Form1 form, ReportedFigures figures, BusinessDay businessDay) {
        this.form = form;
        this.figures = figures;
        this.businessDay = businessDay;
    }

    @GetMapping("/new")
    String ask(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var organisation = Asked.organisation(parameters, visitor);
        var period = Period.read(parameters, businessDay.today());
        model.addAttribute("form", ReportedFigureForm.of(organisation, period, parameters.text("row")));
        return page(parameters, scope, visitor, model);
    }

    @PostMapping
    String note(
            @Valid @ModelAttribute("form") ReportedFigureForm sent,
            BindingResult errors,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var period = Period.read(parameters, businessDay.today());
        if (errors.hasErrors() || !parameters.unreadable().isEmpty()) {
            return page(parameters, scope, visitor, model);
        }
        figures.report(sent.organisation(), Form1.FORM, sent.row(), period, sent.figure(), sent.source(), scope);
        next.addFlashAttribute("notice", "statistics.noted");
        return "redirect:" + Form1.address(sent.organisation(), period);
    }

    private String page(Parameters parameters, Scope scope, Visitor visitor, Model model) {
        var period = Period.read(parameters, businessDay.today());
        model.addAttribute("choice", form.choice(Asked.organisation(parameters, visitor), period, scope));
        model.addAttribute("period", period);
        model.addAttribute("rows", rows(period));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/reported-figure";
    }

    private List<Code> rows(Period period) {
        return form.rows(period.to()).stream()
                .map(row -> new Code(row.code(), row.code() + " – " + row.label()))
                .toList();
    }
}
