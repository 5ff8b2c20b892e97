package vn.partyregister.paperfile.web;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.paperfile.PaperFile;
import vn.partyregister.paperfile.PaperFiles;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** The entry pages of what happens to a paper file. */
@Controller
@RequestMapping("/members/{member}/paper-file")
@Permitted(Permission.KEEP_PAPERS)
class PaperFileActController {
    private static final String LOAN = "loan";

    private final PaperFiles papers;
    private final OrganisationField field;
    private final BusinessDay businessDay;

    PaperFileActController(PaperFiles papers, OrganisationField field, BusinessDay businessDay) {
        this.papers = papers;
        this.field = field;
        this.businessDay = businessDay;
    }

    @GetMapping("/{act:placing|receipt|finding}")
    String put(@PathVariable MemberId member, @PathVariable String act, Scope scope, Model model) {
        var paper = papers.open(member, scope);
        model.addAttribute("form", new PlacingForm(keeper(paper), paper.now().place(), businessDay.today()));
        return page(act, paper, model);
    }

    @PostMapping("/{act:placing|receipt|finding}")
    Object put(
            @PathVariable MemberId member,
            @PathVariable String act,
            @Valid @ModelAttribute("form") PlacingForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var paper = papers.open(member, scope);
        var keeper = keeper(form, errors, scope);
        if (errors.hasErrors() || keeper == null) {
            return page(act, paper, model);
        }
        return record(act, paper, model, next, () -> {
            switch (act) {
                case "receipt" -> papers.receive(member, keeper, form.place().strip(), form.day(), scope);
                case "finding" ->
                    papers.reportFound(member, keeper, form.place().strip(), form.day(), scope);
                default -> papers.place(member, keeper, form.place().strip(), form.day(), scope);
            }
        });
    }

    @GetMapping("/loan")
    String loan(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("form", LoanForm.from(businessDay.today()));
        return page(LOAN, papers.open(member, scope), model);
    }

    @PostMapping("/loan")
    Object lend(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") LoanForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var paper = papers.open(member, scope);
        if (errors.hasErrors()) {
            return page(LOAN, paper, model);
        }
        return record(LOAN, paper, model, next, () -> papers.lend(member, form.loan(), scope));
    }

    @GetMapping("/{act:return|seal|loss}")
    String onADay(@PathVariable MemberId member, @PathVariable String act, Scope scope, Model model) {
        model.addAttribute("form", new DayForm(businessDay.today(), null));
        return page(act, papers.open(member, scope), model);
    }

    @PostMapping("/{act:return|seal|loss}")
    Object onADay(
            @PathVariable MemberId member,
            @PathVariable String act,
            @Valid @ModelAttribute("form") DayForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var paper = papers.open(member, scope);
        if (errors.hasErrors()) {
            return page(act, paper, model);
        }
        return record(act, paper, model, next, () -> {
            switch (act) {
                case "return" -> papers.takeBack(member, form.day(), form.remark(), scope);
                case "seal" -> papers.seal(member, form.day(), form.remark(), scope);
                default -> papers.reportMissing(member, form.day(), form.remark(), scope);
            }
        });
    }

    /** Does it, and shows the paper file; or shows the page again with what was typed and why it was refused. */
    private Object record(String act, PaperFile paper, Model model, RedirectAttributes next, Runnable recording) {
        return Attempt.of(
                () -> {
                    recording.run();
                    next.addAttribute("member", paper.member().id().toString());
                    next.addFlashAttribute("notice", "paperfile.recorded");
                    return "redirect:/members/{member}/paper-file";
                },
                () -> page(act, paper, model),
                model);
    }

    private @Nullable OrganisationId keeper(PlacingForm form, BindingResult errors, Scope scope) {
        return field.meant("organisation", form.organisation(), "paperfile.unknown-organisation", errors, scope);
    }

    private static String keeper(PaperFile paper) {
        var keeper = paper.now().organisation();
        return keeper == null ? paper.member().organisation() : keeper;
    }

    private static String page(String act, PaperFile paper, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("paper", paper);
        return "paperfile/act";
    }
}
