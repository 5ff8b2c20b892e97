package vn.partyregister.recognition.web;

import jakarta.validation.Valid;
import java.util.List;
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
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberFiles.Brief;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.recognition.Awards;
import vn.partyregister.recognition.BadgeBatchList;
import vn.partyregister.recognition.BadgeBatches;
import vn.partyregister.recognition.Basis;
import vn.partyregister.recognition.CardAct;
import vn.partyregister.recognition.CardCorrections;
import vn.partyregister.recognition.CardList;
import vn.partyregister.recognition.Cards;

/** The cards and badges of one member, and what can be recorded of them. */
@Controller
@RequestMapping("/members/{member}/recognition")
@Permitted(Permission.KEEP_MEMBERS)
class MemberRecognitionController {
    private static final String AGAIN = "redirect:/members/{member}/recognition";
    private static final String RECORDED = "recognition.recorded";

    private final Cards cards;
    private final CardList cardList;
    private final CardCorrections corrections;
    private final BadgeBatches batches;
    private final BadgeBatchList batchList;
    private final Awards awards;
    private final MemberFiles files;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    MemberRecognitionController(
            Cards cards,
            CardList cardList,
            CardCorrections corrections,
            BadgeBatches batches,
            BadgeBatchList batchList,
            Awards awards,
            MemberFiles files,
            Decisions decisions,
            BusinessDay businessDay) {
        this.cards = cards;
        this.cardList = cardList;
        this.corrections = corrections;
        this.batches = batches;
        this.batchList = batchList;
        this.awards = awards;
        this.files = files;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable MemberId member, Scope scope, Model model) {
        brief(member, scope, model);
        model.addAttribute("card", cardList.card(member));
        model.addAttribute("events", cardList.of(member));
        model.addAttribute("checks", cardList.checks(member));
        model.addAttribute("badges", batchList.badges(member));
        model.addAttribute("withdrawn", batchList.withdrawn(member));
        model.addAttribute("acts", cards.acts(member));
        model.addAttribute("last", corrections.last(member).orElse(null));
        return "recognition/member";
    }

    @GetMapping("/cards/new")
    String giving(@PathVariable MemberId member, Scope scope, Model model) {
        var view = cardPage(member, scope, model);
        var brief = files.brief(member, scope, businessDay.today());
        var acts = cards.acts(member);
        model.addAttribute(
                "form",
                CardForm.by(
                        acts.contains(CardAct.FIRST) ? CardAct.FIRST : null,
                        cardList.card(member).number(),
                        usualIssuer(brief)));
        return view;
    }

    @PostMapping("/cards/new")
    Object give(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") CardForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = cardPage(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> cards.issue(member, form.card(), scope),
                        () -> cardPage(member, scope, model),
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    @GetMapping("/cards/end")
    String ending(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("form", CardForm.End.empty());
        return endPage(member, scope, model);
    }

    @PostMapping("/cards/end")
    Object end(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") CardForm.End form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = endPage(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> cards.end(member, form.act(), form.day(), given(form.remark()), scope),
                        () -> view,
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    @GetMapping("/lost-badge")
    String losing(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("form", CardForm.Loss.empty());
        return lossPage(member, scope, model);
    }

    @PostMapping("/lost-badge")
    Object lose(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") CardForm.Loss form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = lossPage(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> awards.lost(
                                member,
                                form.years(),
                                form.day(),
                                VietnameseText.tidy(form.account()),
                                given(form.badgeNumber()),
                                scope),
                        () -> view,
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    @GetMapping("/proposal")
    String proposing(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("form", ProposalForm.empty());
        return proposalPage(member, scope, model);
    }

    @PostMapping("/proposal")
    Object propose(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            form.requireGround(errors);
        }
        var view = proposalPage(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> batches.propose(
                                form.batch(), member, form.level(), form.basis(), given(form.ground()), scope),
                        () -> view,
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : VietnameseText.tidy(text);
    }

    private Brief brief(MemberId member, Scope scope, Model model) {
        var brief = files.brief(member, scope, businessDay.today());
        model.addAttribute("brief", brief);
        return brief;
    }

    private String cardPage(MemberId member, Scope scope, Model model) {
        var brief = brief(member, scope, model);
        model.addAttribute("issuers", decisions.issuersFor(brief.organisationId(), businessDay.today()));
        model.addAttribute("acts", of(member, CardAct.ISSUES));
        return "recognition/card";
    }

    private String endPage(MemberId member, Scope scope, Model model) {
        brief(member, scope, model);
        model.addAttribute("acts", CardAct.ENDS);
        return "recognition/card-end";
    }

    private String lossPage(MemberId member, Scope scope, Model model) {
        brief(member, scope, model);
        model.addAttribute("badges", batchList.badges(member));
        return "recognition/lost-badge";
    }

    private String proposalPage(MemberId member, Scope scope, Model model) {
        brief(member, scope, model);
        model.addAttribute("batches", batchList.open(scope));
        model.addAttribute("levels", batches.levels(businessDay.today()));
        model.addAttribute("bases", Basis.values());
        return "recognition/proposal";
    }

    private List<CardAct> of(MemberId member, List<CardAct> some) {
        return cards.acts(member).stream().filter(some::contains).toList();
    }

    private @Nullable String usualIssuer(Brief brief) {
        return decisions.issuersFor(brief.organisationId(), businessDay.today()).stream()
                .findFirst()
                .map(OrganisationTree.Named::name)
                .orElse(null);
    }
}
