package vn.partyregister.recognition.web;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.recognition.AwardDays;
import vn.partyregister.recognition.Awards;
import vn.partyregister.recognition.BadgeBatchList;
import vn.partyregister.recognition.BadgeBatchList.Part;
import vn.partyregister.recognition.BadgeBatches;
import vn.partyregister.recognition.BatchId;

/** The batches of badges: drawn up, filled, submitted, decided. */
@Controller
@RequestMapping("/recognition/batches")
@Permitted(Permission.KEEP_MEMBERS)
class BadgeBatchController {
    private static final String PATH = "/recognition/batches";
    private static final String AGAIN = "redirect:/recognition/batches/{badgeBatch}";
    private static final String RECORDED = "recognition.recorded";
    private static final int HIGHEST = 90;

    private final BadgeBatches batches;
    private final Awards awards;
    private final BadgeBatchList list;
    private final AwardDays days;
    private final Choices choices;
    private final Decisions decisions;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    BadgeBatchController(
            BadgeBatches batches,
            Awards awards,
            BadgeBatchList list,
            AwardDays days,
            Choices choices,
            Decisions decisions,
            MemberFiles files,
            BusinessDay businessDay) {
        this.batches = batches;
        this.awards = awards;
        this.list = list;
        this.days = days;
        this.choices = choices;
        this.decisions = decisions;
        this.files = files;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        model.addAttribute(
                "form", new BatchForm(parameters.text("organisation"), days.from(businessDay.today()), null));
        return page(parameters, scope, model);
    }

    @PostMapping
    Object drawUp(
            @Valid @ModelAttribute("form") BatchForm form,
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
                        "badgeBatch",
                        batches.drawUp(organisation, form.day(), given(form.occasion()), scope)
                                .toString()),
                () -> page(new Parameters(Map.of()), scope, model),
                AGAIN,
                RECORDED,
                model,
                next);
    }

    @GetMapping("/{badgeBatch}")
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable BatchId badgeBatch, @RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", SubmissionForm.empty());
        return show(badgeBatch, new Parameters(given), scope, model);
    }

    @PostMapping("/{badgeBatch}/candidates")
    Object proposeAll(
            @PathVariable BatchId badgeBatch,
            @RequestParam(required = false) @Nullable String earlier,
            Scope scope,
            RedirectAttributes next) {
        var proposed = batches.proposeAll(badgeBatch, "true".equals(earlier), scope);
        next.addFlashAttribute("proposed", proposed);
        next.addFlashAttribute("notice", "recognition.proposed");
        return AGAIN;
    }

    @GetMapping("/{badgeBatch}/members/{member}/removal")
    String removing(@PathVariable BatchId badgeBatch, @PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("form", new ReasonForm(null));
        return removal(badgeBatch, member, scope, model);
    }

    @PostMapping("/{badgeBatch}/members/{member}/removal")
    Object remove(
            @PathVariable BatchId badgeBatch,
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = removal(badgeBatch, member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> batches.remove(badgeBatch, member, form.why(), scope),
                        () -> view,
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    @PostMapping("/{badgeBatch}/submission")
    Object submit(
            @PathVariable BatchId badgeBatch,
            @Valid @ModelAttribute("form") SubmissionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var nothing = new Parameters(Map.of());
        return errors.hasErrors()
                ? show(badgeBatch, nothing, scope, model)
                : Attempt.of(
                        () -> batches.submit(badgeBatch, VietnameseText.tidy(form.number()), form.day(), scope),
                        () -> show(badgeBatch, nothing, scope, model),
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    @GetMapping("/{badgeBatch}/decision")
    String deciding(@PathVariable BatchId badgeBatch, Scope scope, Model model) {
        var view = decision(badgeBatch, scope, model);
        var usual = decisions
                .issuersFor(new OrganisationId(list.get(badgeBatch, scope).organisationId()), businessDay.today())
                .stream()
                .findFirst();
        model.addAttribute("form", DecisionForm.by(usual.map(one -> one.name()).orElse(null)));
        return view;
    }

    @PostMapping("/{badgeBatch}/decision")
    Object decide(
            @PathVariable BatchId badgeBatch,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = decision(badgeBatch, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> awards.decide(badgeBatch, form.decision(), Boolean.TRUE.equals(form.numbered()), scope),
                        () -> view,
                        AGAIN,
                        RECORDED,
                        model,
                        next);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : VietnameseText.tidy(text);
    }

    private String page(Parameters parameters, Scope scope, Model model) {
        model.addAttribute("listing", list.page(scope, parameters.page(), PATH));
        model.addAttribute("days", days.upcoming(businessDay.today()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/batches";
    }

    private String removal(BatchId id, MemberId member, Scope scope, Model model) {
        model.addAttribute("batch", list.get(id, scope));
        model.addAttribute("brief", files.brief(member, scope, businessDay.today()));
        return "recognition/removal";
    }

    private String decision(BatchId id, Scope scope, Model model) {
        var batch = list.get(id, scope);
        model.addAttribute("batch", batch);
        model.addAttribute("figures", list.figures(batch));
        model.addAttribute(
                "issuers", decisions.issuersFor(new OrganisationId(batch.organisationId()), businessDay.today()));
        return "recognition/decision";
    }

    private String show(BatchId id, Parameters parameters, Scope scope, Model model) {
        var batch = list.get(id, scope);
        var years = parameters.number("years", 1, HIGHEST);
        var part = parameters.oneOf("part", Part.class);
        var sort = parameters.sort(BadgeBatchList.ORDERS, BadgeBatchList.STANDARD_ORDER);
        var asked = UriComponentsBuilder.newInstance();
        Optional.ofNullable(years).ifPresent(one -> asked.queryParam("years", one));
        Optional.ofNullable(part).ifPresent(one -> asked.queryParam("part", one));
        var query = asked.build().toUriString();
        model.addAttribute("batch", batch);
        model.addAttribute("years", years);
        model.addAttribute("part", part);
        model.addAttribute("query", query);
        model.addAttribute("figures", list.figures(batch));
        model.addAttribute(
                "listing",
                list.proposals(
                        batch,
                        part == null ? Part.STANDING : part,
                        years,
                        sort,
                        parameters.page(),
                        PATH + "/" + id + query));
        model.addAttribute("removed", list.removed(batch));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/batch";
    }
}
