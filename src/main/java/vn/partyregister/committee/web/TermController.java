package vn.partyregister.committee.web;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.committee.CommitteeFiles;
import vn.partyregister.committee.CommitteeFiles.TermBrief;
import vn.partyregister.committee.Committees;
import vn.partyregister.committee.PostLists;
import vn.partyregister.committee.TermId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Code;

/** The entry pages of a term: it begins, ends on another day, is taken back. */
@Controller
@Permitted(Permission.KEEP_COMMITTEES)
class TermController {
    private final Committees committees;
    private final CommitteeFiles files;
    private final PostLists lists;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    TermController(
            Committees committees,
            CommitteeFiles files,
            PostLists lists,
            OrganisationTree tree,
            BusinessDay businessDay,
            MessageSource messages) {
        this.committees = committees;
        this.files = files;
        this.lists = lists;
        this.tree = tree;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    @GetMapping("/organisations/{organisation}/committee/new")
    String begin(@PathVariable OrganisationId organisation, Scope scope, Model model) {
        model.addAttribute("form", TermForm.empty());
        return newTerm(organisation, scope, model);
    }

    @PostMapping("/organisations/{organisation}/committee")
    Object begin(
            @PathVariable OrganisationId organisation,
            @Valid @ModelAttribute("form") TermForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = newTerm(organisation, scope, model);
        return errors.hasErrors()
                ? page
                : new Decided(organisation, "term-begun", () -> page, model, next)
                        .by(() -> committees.begin(form.term(organisation), form.decision(), scope));
    }

    @GetMapping("/committees/terms/{term}/end")
    String changeEnd(@PathVariable TermId term, Scope scope, Model model) {
        var brief = about(term, scope, model);
        model.addAttribute("form", EndForm.of(brief.revision()));
        return "committee/term-end";
    }

    @PostMapping("/committees/terms/{term}/end")
    Object changeEnd(
            @PathVariable TermId term,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var brief = about(term, scope, model);
        return errors.hasErrors()
                ? "committee/term-end"
                : new Decided(brief.organisation(), "term-end-changed", () -> "committee/term-end", model, next)
                        .by(() -> committees.changeEnd(
                                term, form.revisionOr(brief.revision()), form.lastDay(), form.decision(), scope));
    }

    @GetMapping("/committees/terms/{term}/withdrawal")
    String takeBack(@PathVariable TermId term, Scope scope, Model model) {
        about(term, scope, model);
        model.addAttribute("form", WithdrawalForm.empty());
        return "committee/term-withdrawal";
    }

    @PostMapping("/committees/terms/{term}/withdrawal")
    Object takeBack(
            @PathVariable TermId term,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var brief = about(term, scope, model);
        return errors.hasErrors()
                ? "committee/term-withdrawal"
                : new Decided(brief.organisation(), "taken-back", () -> "committee/term-withdrawal", model, next)
                        .by(() -> committees.takeBack(term, form.why(), scope));
    }

    private TermBrief about(TermId term, Scope scope, Model model) {
        var brief = files.brief(term, scope, businessDay.today());
        model.addAttribute("term", brief);
        return brief;
    }

    private String newTerm(OrganisationId organisation, Scope scope, Model model) {
        var facts = tree.get(organisation, scope, businessDay.today());
        model.addAttribute("facts", facts);
        model.addAttribute("bodies", bodies(facts.type()));
        return "committee/term";
    }

    private List<Code> bodies(String type) {
        return lists.bodies(type, businessDay.today()).stream()
                .map(body -> new Code(
                        body.name(), messages.getMessage("Body." + body, null, LocaleContextHolder.getLocale())))
                .toList();
    }
}
