package vn.partyregister.organisation.web;

import jakarta.validation.groups.Default;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.Founding;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationLists;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.organisation.OrganisationTree.Named;
import vn.partyregister.organisation.Organisations;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;

/** Founding, renaming, moving, changing and closing organisations, each with its decision. */
@Controller
@Permitted(Permission.KEEP_ORGANISATIONS)
class OrganisationActs {
    private final Organisations organisations;
    private final OrganisationTree tree;
    private final OrganisationLists lists;
    private final BusinessDay businessDay;

    OrganisationActs(
            Organisations organisations, OrganisationTree tree, OrganisationLists lists, BusinessDay businessDay) {
        this.organisations = organisations;
        this.tree = tree;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/organisations/new")
    String newOne(@RequestParam(required = false) @Nullable String parent, Scope scope, Model model) {
        model.addAttribute("form", ActForm.under(above(parent, scope)));
        return form("founding", null, model);
    }

    @PostMapping("/organisations")
    String found(
            @Validated({Default.class, ActForm.Founds.class}) @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var parent = parent(form, errors, scope);
        if (errors.hasErrors()) {
            return form("founding", null, model);
        }
        var founding = new Founding(
                form.name(), form.type(), given(form.kind()), parent.orElse(null), given(form.code()), form.day());
        var founded = organisations.found(founding, form.decision(), scope);
        return founding.parent() == null ? toAccounts(next) : shown("founded", next.addAttribute("id", founded));
    }

    @GetMapping("/organisations/{id}/{act:name|parent|type|kind|closing}")
    String act(@PathVariable OrganisationId id, @PathVariable String act, Scope scope, Model model) {
        var facts = tree.get(id, scope, businessDay.today());
        model.addAttribute("form", ActForm.about(act, facts));
        return form(act, facts, model);
    }

    @PostMapping("/organisations/{id}/name")
    String rename(
            @PathVariable OrganisationId id,
            @Validated({Default.class, ActForm.Renames.class}) @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return change(
                "name",
                "renamed",
                new Asked(id, form, errors, scope),
                model,
                next,
                revision -> organisations.rename(id, revision, form.name(), form.day(), form.decision(), scope));
    }

    @PostMapping("/organisations/{id}/parent")
    String move(
            @PathVariable OrganisationId id,
            @Validated({Default.class, ActForm.Moves.class}) @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var parent = parent(form, errors, scope);
        return change(
                "parent",
                "moved",
                new Asked(id, form, errors, scope),
                model,
                next,
                revision -> organisations.move(id, revision, parent.orElseThrow(), form.day(), form.decision(), scope));
    }

    @PostMapping("/organisations/{id}/type")
    String changeType(
            @PathVariable OrganisationId id,
            @Validated({Default.class, ActForm.ChangesType.class}) @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return change(
                "type",
                "type-changed",
                new Asked(id, form, errors, scope),
                model,
                next,
                revision -> organisations.changeType(id, revision, form.type(), form.day(), form.decision(), scope));
    }

    @PostMapping("/organisations/{id}/kind")
    String changeKind(
            @PathVariable OrganisationId id,
            @Validated @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return change(
                "kind",
                "kind-changed",
                new Asked(id, form, errors, scope),
                model,
                next,
                revision ->
                        organisations.changeKind(id, revision, given(form.kind()), form.day(), form.decision(), scope));
    }

    @PostMapping("/organisations/{id}/closing")
    String close(
            @PathVariable OrganisationId id,
            @Validated @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return change(
                "closing",
                "closed",
                new Asked(id, form, errors, scope),
                model,
                next,
                revision -> organisations.close(id, revision, form.day(), form.decision(), scope));
    }

    /** Does what the form asks of the revision it was filled in from, or shows the form with what is wrong. */
    private String change(
            String act, String done, Asked asked, Model model, RedirectAttributes next, IntConsumer change) {
        var facts = tree.get(asked.id, asked.scope, businessDay.today());
        if (asked.errors.hasErrors()) {
            return form(act, facts, model);
        }
        change.accept(revision(asked.form, facts));
        return shown(done, next);
    }

    private String form(String act, @Nullable Facts facts, Model model) {
        var today = businessDay.today();
        model.addAttribute("act", act)
                .addAttribute("facts", facts)
                .addAttribute("types", lists.typesUntil(today))
                .addAttribute("kinds", lists.kindsUntil(today))
                .addAttribute("rootless", tree.root().isEmpty());
        return "organisation/act";
    }

    /** The first organisation is founded by an administrator, who now grants roles on it and keeps the tree no more. */
    private static String toAccounts(RedirectAttributes next) {
        next.addFlashAttribute("notice", "organisation.notice.founded-first");
        return "redirect:/accounts";
    }

    private static String shown(String act, RedirectAttributes next) {
        next.addFlashAttribute("notice", "organisation.notice." + act);
        return "redirect:/organisations/{id}";
    }

    /** The page's revision; a form that lost it is judged by what stands now. */
    private static int revision(ActForm form, Facts facts) {
        return form.revision() == null ? facts.revision() : form.revision();
    }

    private Optional<OrganisationId> parent(ActForm form, BindingResult errors, Scope scope) {
        var typed = given(form.parent());
        if (typed == null) {
            return Optional.empty();
        }
        var meant = tree.meant(typed, scope, businessDay.today());
        if (meant.isEmpty()) {
            WrongField.mark(errors, "parent", typed, "organisation.field.parent-unknown");
        }
        return meant;
    }

    /** How the picker writes the organisation a page was opened from. */
    private @Nullable String above(@Nullable String parent, Scope scope) {
        var chosen = ListAddress.of(parent).chosen();
        if (chosen == null) {
            return null;
        }
        var path = tree.path(chosen, scope, businessDay.today());
        return path.stream().skip(Math.max(0, path.size() - 2)).map(Named::name).collect(Collectors.joining(" / "));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private record Asked(OrganisationId id, ActForm form, BindingResult errors, Scope scope) {}
}
