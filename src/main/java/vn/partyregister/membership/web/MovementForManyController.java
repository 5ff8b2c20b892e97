package vn.partyregister.membership.web;

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
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.MovingMany;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;

/** What one decision says of many: the same fields as for one, after what it is. */
@Controller
@RequestMapping("/members/bulk/{work}/movement")
@Permitted(Permission.KEEP_MEMBERS)
class MovementForManyController {
    private static final String ACT = "movement";
    private static final String VIEW = "membership/bulk-movement";

    private final BulkWorks works;
    private final BulkForms pages;
    private final OrganisationTree tree;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    MovementForManyController(
            BulkWorks works, BulkForms pages, OrganisationTree tree, CodeLists lists, BusinessDay businessDay) {
        this.works = works;
        this.pages = pages;
        this.tree = tree;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping
    String form(
            @PathVariable("work") BulkWorkId id,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var said = works.terms(work, MovingMany.class);
        var chosen = new Parameters(given).oneOf("kind", MovementKind.class);
        var kind = chosen == null ? (said == null ? null : said.kind()) : offered(chosen);
        model.addAttribute(
                "form",
                said != null && said.kind() == kind
                        ? MovementForm.of(said, written(said.to(), scope))
                        : MovementForm.begin(null, null, null, pages.usualIssuer(work, scope)));
        return page(work, kind, scope, model);
    }

    @PostMapping
    Object judge(
            @PathVariable("work") BulkWorkId id,
            @RequestParam Map<String, String> given,
            @Valid @ModelAttribute("form") MovementForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model) {
        var work = works.open(id, ACT, visitor, scope);
        var kind = offered(new Parameters(given).oneOf("kind", MovementKind.class));
        var to = read(form, kind, errors, scope);
        var view = page(work, kind, scope, model);
        return errors.hasErrors()
                ? view
                : pages.judge(
                        view,
                        model,
                        () -> works.judge(
                                work, form.many(kind, to, pages.issuer(form.decision(kind), work, scope)), scope));
    }

    private static MovementKind offered(@Nullable MovementKind kind) {
        if (kind == null || !MovementKind.OF_MANY.contains(kind)) {
            throw new NotReadable("membership.bulk.unknown-kind");
        }
        return kind;
    }

    private @Nullable OrganisationId read(MovementForm form, MovementKind kind, BindingResult errors, Scope scope) {
        if (errors.hasErrors()) {
            return null;
        }
        form.requireWhatIsAskedOfMany(kind, errors);
        if (!kind.asks(Asked.ORGANISATION) || errors.hasFieldErrors("organisation")) {
            return null;
        }
        var meant = tree.meant(form.organisation(), scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "organisation", form.organisation(), "membership.entry.unknown-organisation");
        }
        return meant;
    }

    private @Nullable String written(@Nullable OrganisationId to, Scope scope) {
        return to == null
                ? null
                : tree.find(to, scope, businessDay.today())
                        .map(OrganisationTree.Facts::name)
                        .orElse(null);
    }

    private String page(BulkWork work, @Nullable MovementKind kind, Scope scope, Model model) {
        model.addAttribute("kinds", MovementKind.OF_MANY);
        model.addAttribute("kind", kind);
        if (kind != null && kind.asks(Asked.GROUND)) {
            model.addAttribute("grounds", lists.of(kind.grounds()));
            model.addAttribute("sources", lists.sources(kind.grounds(), businessDay.today()));
        }
        return pages.page(VIEW, work, scope, model);
    }
}
