package vn.partyregister.transfer.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.Receptions;

/** Many letters received at once, from the list of those that are on the way to the visitor's cells. */
@Controller
@RequestMapping("/transfers/reception")
@Permitted(Permission.KEEP_MEMBERS)
class ReceptionController {
    private static final String PAGE = "transfer/reception";

    private final Receptions receptions;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    ReceptionController(Receptions receptions, CodeLists lists, BusinessDay businessDay) {
        this.receptions = receptions;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(Scope scope, Model model) {
        var waiting = receptions.waiting(scope);
        return page(ReceptionForm.begin(waiting, businessDay.today()), waiting, model);
    }

    @PostMapping
    Object receive(
            @Valid @ModelAttribute("form") ReceptionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var waiting = receptions.waiting(scope);
        form.hold(waiting, errors);
        return errors.hasErrors() ? page(form, waiting, model) : receive(form, waiting, scope, model, next);
    }

    private Object receive(
            ReceptionForm form, List<Receptions.Waiting> waiting, Scope scope, Model model, RedirectAttributes next) {
        page(form, waiting, model);
        try {
            var outcome = receptions.receive(form.told(), form.day(), Texts.given(form.lateWhy()), scope);
            if (outcome.refused().isEmpty()) {
                next.addFlashAttribute("received", outcome.received());
                return "redirect:/transfers/reception";
            }
            leaveOut(outcome.refused(), model);
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
        }
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.CONFLICT);
    }

    /** Those who are refused are named and no longer ticked: the same press again leaves them out. */
    private static void leaveOut(List<Receptions.Refused> refused, Model model) {
        model.addAttribute("leftOut", refused);
        model.addAttribute(
                "unticked", refused.stream().map(Receptions.Refused::id).toList());
    }

    /** What was said of a letter stays with it, wherever it stands in the list now. */
    private String page(ReceptionForm form, List<Receptions.Waiting> waiting, Model model) {
        var lines = form.letters() == null ? List.<ReceptionForm.Line>of() : form.letters();
        Map<UUID, ReceptionForm.Line> said = lines.stream()
                .filter(line -> line.transfer() != null)
                .collect(Collectors.toMap(ReceptionForm.Line::transfer, line -> line, (one, _) -> one));
        model.addAttribute("form", form)
                .addAttribute("waiting", waiting)
                .addAttribute("said", said)
                .addAttribute("unticked", List.of())
                .addAttribute("sexes", lists.of("sex"))
                .addAttribute("ethnicities", lists.of("ethnicity"))
                .addAttribute("religions", lists.of("religion"));
        return PAGE;
    }
}
