package vn.partyregister.committee.web;

import jakarta.validation.Valid;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.committee.CommitteeFiles;
import vn.partyregister.committee.CommitteeFiles.HoldingBrief;
import vn.partyregister.committee.CommitteeFiles.TermBrief;
import vn.partyregister.committee.Committees;
import vn.partyregister.committee.HoldingId;
import vn.partyregister.committee.Manner;
import vn.partyregister.committee.PostLists;
import vn.partyregister.committee.TermId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;

/** The entry pages of a post: somebody comes to it, leaves it, or the entry is taken back. */
@Controller
@Permitted(Permission.KEEP_COMMITTEES)
class HolderController {
    private final Committees committees;
    private final CommitteeFiles files;
    private final PostLists lists;
    private final Finder finder;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    HolderController(
            Committees committees,
            CommitteeFiles files,
            PostLists lists,
            Finder finder,
            BusinessDay businessDay,
            MessageSource messages) {
        this.committees = committees;
        this.files = files;
        this.lists = lists;
        this.finder = finder;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    /** Somebody is looked for, and chosen of those found. */
    @GetMapping("/committees/terms/{term}/posts/new")
    String fill(
            @PathVariable TermId term,
            @RequestParam(defaultValue = "") String q,
            Scope scope,
            Visitor visitor,
            Model model) {
        model.addAttribute("form", HolderForm.empty());
        return newHolder(files.brief(term, scope, businessDay.today()), q, visitor, model);
    }

    @PostMapping("/committees/terms/{term}/posts")
    Object fill(
            @PathVariable TermId term,
            @RequestParam(defaultValue = "") String q,
            @Valid @ModelAttribute("form") HolderForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var brief = files.brief(term, scope, businessDay.today());
        var people = visitor.scope(Permission.READ_MEMBERS);
        return errors.hasErrors()
                ? newHolder(brief, q, visitor, model)
                : new Decided(
                                brief.organisation(),
                                "post-filled",
                                () -> newHolder(brief, q, visitor, model),
                                model,
                                next)
                        .by(() -> committees.fill(form.holding(term), form.decision(), scope, people));
    }

    @GetMapping("/committees/posts/{post}/end")
    String leave(@PathVariable HoldingId post, Scope scope, Visitor visitor, Model model) {
        about(post, scope, visitor, model);
        model.addAttribute("form", EndForm.empty());
        return "committee/post-end";
    }

    @PostMapping("/committees/posts/{post}/end")
    Object leave(
            @PathVariable HoldingId post,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var brief = about(post, scope, visitor, model);
        return errors.hasErrors()
                ? "committee/post-end"
                : new Decided(brief.organisation(), "post-left", () -> "committee/post-end", model, next)
                        .by(() -> committees.leave(post, form.lastDay(), form.decision(), scope));
    }

    @GetMapping("/committees/posts/{post}/withdrawal")
    String takeBack(@PathVariable HoldingId post, Scope scope, Visitor visitor, Model model) {
        about(post, scope, visitor, model);
        model.addAttribute("form", WithdrawalForm.empty());
        return "committee/post-withdrawal";
    }

    @PostMapping("/committees/posts/{post}/withdrawal")
    Object takeBack(
            @PathVariable HoldingId post,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        var brief = about(post, scope, visitor, model);
        return errors.hasErrors()
                ? "committee/post-withdrawal"
                : new Decided(brief.organisation(), "taken-back", () -> "committee/post-withdrawal", model, next)
                        .by(() -> committees.takeBack(post, form.why(), scope));
    }

    private HoldingBrief about(HoldingId post, Scope scope, Visitor visitor, Model model) {
        var brief = files.brief(post, scope, visitor.scope(Permission.READ_MEMBERS), businessDay.today());
        model.addAttribute("post", brief);
        model.addAttribute("lists", lists);
        return brief;
    }

    private String newHolder(TermBrief term, String q, Visitor visitor, Model model) {
        model.addAttribute("term", term);
        model.addAttribute("posts", lists.choices(term.type(), term.body(), businessDay.today()));
        model.addAttribute("manners", manners());
        model.addAttribute("q", q);
        model.addAttribute("found", finder.find(q, visitor.scope(Permission.READ_MEMBERS), businessDay.today()));
        return "committee/holder";
    }

    private List<Code> manners() {
        return Arrays.stream(Manner.values())
                .map(manner -> new Code(
                        manner.name(), messages.getMessage("Manner." + manner, null, LocaleContextHolder.getLocale())))
                .toList();
    }
}
