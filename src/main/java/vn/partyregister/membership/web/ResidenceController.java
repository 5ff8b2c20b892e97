package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
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
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.ResidenceLinks;
import vn.partyregister.membership.ResidenceMode;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** With whom a member keeps in touch where they live: the letter that introduced them, its end, and the yearly comments. */
@Controller
@RequestMapping("/members/{id}/residence")
@Permitted(Permission.KEEP_MEMBERS)
class ResidenceController {
    private static final String INTRODUCTION = "membership/residence-introduction";
    private static final String END = "membership/residence-end";
    private static final String COMMENT = "membership/residence-comment";
    private static final String WITHDRAWAL = "membership/residence-comment-withdrawal";

    private final ResidenceLinks links;
    private final MemberFiles files;
    private final Members members;
    private final EntryPages pages;
    private final OrganisationField field;
    private final Prints prints;
    private final BusinessDay businessDay;

    ResidenceController(
            ResidenceLinks links,
            MemberFiles files,
            Members members,
            EntryPages pages,
            OrganisationField field,
            Prints prints,
            BusinessDay businessDay) {
        this.links = links;
        this.files = files;
        this.members = members;
        this.pages = pages;
        this.field = field;
        this.prints = prints;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_MEMBERS)
    String show(@PathVariable MemberId id, Scope scope, Model model) {
        var view = pages.page("membership/residence", id, scope, model);
        var year = links.lastYearDue(businessDay.today());
        model.addAttribute("links", links.of(id));
        model.addAttribute("comments", links.comments(id));
        model.addAttribute("year", year);
        model.addAttribute("due", links.due(year).orElse(null));
        return view;
    }

    /** The letter of introduction on paper. */
    @GetMapping("/letter.pdf")
    @Permitted(Permission.READ_MEMBERS)
    void letter(@PathVariable MemberId id, Scope scope, HttpServletResponse response) {
        var today = businessDay.today();
        var file = files.open(id, scope, today);
        var member = members.get(id);
        var residence = member.residence();
        var link = links.requireLink(id);
        if (!link.mode().isIntroduced()) {
            throw new RuleBroken("membership.residence.no-letter");
        }
        prints.document(
                response,
                "giay-gioi-thieu-noi-cu-tru",
                "membership/residence-letter",
                Map.of(
                        "file",
                        file,
                        "member",
                        member,
                        "link",
                        link,
                        "home",
                        file.path().getLast().name(),
                        "residence",
                        residence == null ? "" : residence.written()),
                today);
    }

    @GetMapping("/introduction")
    String introducing(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", ResidenceForm.empty());
        return page(INTRODUCTION, id, scope, model);
    }

    @PostMapping("/introduction")
    Object introduce(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ResidenceForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var body = read(form, errors);
        var view = page(INTRODUCTION, id, scope, model);
        return done(view, errors, id, scope, model, next, () -> links.introduce(id, form.link(body), scope));
    }

    /** The body where they live is often below another committee: its name is no secret. */
    private @Nullable OrganisationId read(ResidenceForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return null;
        }
        form.requireWhatIsAsked(errors);
        return form.namesAnOrganisation()
                ? field.meant(
                        "organisation", form.organisation(), "membership.fact.unknown-host", errors, Scope.EVERYTHING)
                : null;
    }

    @GetMapping("/end")
    String ending(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", ResidenceForm.End.empty());
        return page(END, id, scope, model);
    }

    @PostMapping("/end")
    Object end(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ResidenceForm.End form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(END, id, scope, model);
        return done(view, errors, id, scope, model, next, () -> links.end(id, form.to(), scope));
    }

    @GetMapping("/comment")
    String commenting(@PathVariable MemberId id, @RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", ResidenceForm.Comment.of(year(given)));
        return page(COMMENT, id, scope, model);
    }

    @PostMapping("/comment")
    Object comment(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ResidenceForm.Comment form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(COMMENT, id, scope, model);
        return done(view, errors, id, scope, model, next, () -> links.comment(id, form.comment(), scope));
    }

    @GetMapping("/comment-withdrawal")
    String withdrawing(@PathVariable MemberId id, @RequestParam Map<String, String> given, Scope scope, Model model) {
        model.addAttribute("form", ResidenceForm.Withdrawal.of(year(given)));
        return page(WITHDRAWAL, id, scope, model);
    }

    @PostMapping("/comment-withdrawal")
    Object withdraw(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") ResidenceForm.Withdrawal form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(WITHDRAWAL, id, scope, model);
        return done(
                view,
                errors,
                id,
                scope,
                model,
                next,
                () -> links.withdrawComment(id, form.year(), form.reason(), scope));
    }

    private int year(Map<String, String> given) {
        var asked = new Parameters(given).number("year", 2020, 2200);
        return asked == null ? links.lastYearDue(businessDay.today()) : asked;
    }

    private String page(String view, MemberId id, Scope scope, Model model) {
        model.addAttribute("modes", ResidenceMode.values());
        return pages.page(view, id, scope, model);
    }

    private Object done(
            String view,
            BindingResult errors,
            MemberId id,
            Scope scope,
            Model model,
            RedirectAttributes next,
            Runnable act) {
        if (errors.hasErrors()) {
            return view;
        }
        var shown = pages.record(view, "membership.residence.recorded", id, scope, model, next, act);
        return shown instanceof String ? "redirect:/members/{id}/residence" : shown;
    }
}
