package vn.partyregister.membership.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Grounds;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.Movements;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** The one entry page of everything that can happen to a member of the register. */
@Controller
@RequestMapping("/members/{id}/movements/{kind}")
@Permitted(Permission.KEEP_MEMBERS)
class MovementController {
    private static final String VIEW = "membership/movement";

    private final Movements movements;
    private final MemberFiles files;
    private final EntryPages pages;
    private final OrganisationField field;
    private final Grounds grounds;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    MovementController(
            Movements movements,
            MemberFiles files,
            EntryPages pages,
            OrganisationField field,
            Grounds grounds,
            CodeLists lists,
            BusinessDay businessDay) {
        this.movements = movements;
        this.files = files;
        this.pages = pages;
        this.field = field;
        this.grounds = grounds;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(
            @PathVariable MemberId id,
            @PathVariable MovementKind kind,
            @RequestParam(required = false) @Nullable MovementId corrects,
            Scope scope,
            Model model) {
        model.addAttribute(
                "form",
                corrects == null
                        ? begin(id, kind, scope)
                        : MovementForm.correct(files.event(id, corrects, scope, businessDay.today())));
        return page(id, kind, corrects != null, scope, model);
    }

    @PostMapping
    Object record(
            @PathVariable MemberId id,
            @PathVariable MovementKind kind,
            @RequestParam(required = false) @Nullable String corrects,
            @Valid @ModelAttribute("form") MovementForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var to = read(form, kind, errors, scope);
        var view = page(id, kind, corrects != null, scope, model);
        if (errors.hasErrors()) {
            return view;
        }
        var act = form.act(kind, to);
        return EntryPages.asksWhetherLate(movements.lateFor(id, act, scope), knownLate, model)
                ? view
                : pages.record(
                        view, "membership.recorded", id, scope, model, next, () -> movements.record(id, act, scope));
    }

    private MovementForm begin(MemberId id, MovementKind kind, Scope scope) {
        var brief = files.brief(id, scope, businessDay.today());
        return MovementForm.begin(
                kind == MovementKind.RECOGNISED ? movements.endOfProbation(id, scope) : null,
                kind == MovementKind.RESTORED ? brief.organisation() : null,
                brief.lastStatus(),
                pages.usualIssuer(id, scope));
    }

    /** What the kind asks for is there, and the organisation is one that the clerk may mean. */
    private @Nullable OrganisationId read(MovementForm form, MovementKind kind, BindingResult errors, Scope scope) {
        if (errors.hasErrors()) {
            return null;
        }
        form.requireWhatIsAsked(kind, errors);
        return kind.asks(Asked.ORGANISATION)
                ? field.meant(
                        "organisation", form.organisation(), "membership.entry.unknown-organisation", errors, scope)
                : null;
    }

    private String page(MemberId id, MovementKind kind, boolean corrects, Scope scope, Model model) {
        if (!kind.isEnteredFromTheFile() || kind == MovementKind.OPENING && !corrects) {
            throw new NotFound("membership.unknown-movement");
        }
        var view = pages.page(VIEW, id, scope, model);
        model.addAttribute("kind", kind);
        if (kind.asks(Asked.GROUND)) {
            var status = files.brief(id, scope, businessDay.today()).lastStatus();
            model.addAttribute("grounds", grounds.offered(kind, status, businessDay.today()));
            model.addAttribute("sources", lists.sources(kind.grounds(), businessDay.today()));
        }
        return view;
    }
}
