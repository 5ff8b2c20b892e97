package vn.partyregister.paperfile.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.paperfile.HandOverId;
import vn.partyregister.paperfile.HandOvers;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;

/** Hand-overs: chosen in the list, recorded, printed. */
@Controller
class HandOverController {
    private final HandOvers handOvers;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    HandOverController(HandOvers handOvers, OrganisationTree tree, BusinessDay businessDay) {
        this.handOvers = handOvers;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    @GetMapping("/paper-files/hand-over")
    @Permitted(Permission.KEEP_PAPERS)
    String form(@RequestParam(defaultValue = "") List<String> member, Scope scope, Model model) {
        var keepers = handOvers.chosen(Ids.read(member), scope).stream()
                .map(file -> file.organisation() == null ? "" : file.organisation())
                .distinct()
                .toList();
        model.addAttribute(
                "form",
                new HandOverForm(
                        keepers.size() == 1 ? keepers.getFirst() : null, null, null, businessDay.today(), null, null));
        return page(Ids.read(member), businessDay.today(), null, scope, model);
    }

    @PostMapping("/paper-files/hand-overs")
    @Permitted(Permission.KEEP_PAPERS)
    Object make(
            @Valid @ModelAttribute("form") HandOverForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") List<String> member,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var from = from(form, errors, scope);
        if (errors.hasErrors() || from == null) {
            return page(Ids.read(member), businessDay.today(), from, scope, model);
        }
        var to = tree.meant(form.receiver(), scope, businessDay.today()).orElse(null);
        return Attempt.of(
                () -> {
                    var made = handOvers.make(form.draft(from, to), Ids.read(member), scope);
                    next.addAttribute("handOver", made.id().toString());
                    next.addFlashAttribute("notice", "paperfile.recorded");
                    next.addFlashAttribute("leftOut", new ArrayList<>(made.leftOut()));
                    return "redirect:/paper-files/hand-overs/{handOver}";
                },
                () -> page(Ids.read(member), form.day(), from, scope, model),
                model);
    }

    @GetMapping("/paper-files/hand-overs/{handOver}")
    @Permitted(Permission.READ_PAPERS)
    String show(@PathVariable HandOverId handOver, Scope scope, Model model) {
        model.addAttribute("record", handOvers.get(handOver, scope, businessDay.today()));
        return "paperfile/hand-over";
    }

    private @Nullable OrganisationId from(HandOverForm form, BindingResult errors, Scope scope) {
        if (form.organisation() == null || errors.hasFieldErrors("organisation")) {
            return null;
        }
        var meant = tree.meant(form.organisation(), scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "organisation", form.organisation(), "paperfile.unknown-organisation");
        } else if (tree.meant(form.receiver() == null ? "" : form.receiver(), scope, businessDay.today())
                .filter(meant::equals)
                .isPresent()) {
            WrongField.mark(errors, "receiver", form.receiver(), "paperfile.same-organisation");
        }
        return meant;
    }

    private String page(
            List<MemberId> members, LocalDate day, @Nullable OrganisationId from, Scope scope, Model model) {
        var chosen = handOvers.chosen(members, scope);
        model.addAttribute("chosen", chosen);
        model.addAttribute("leftOut", handOvers.leftOut(chosen, day, from));
        return "paperfile/hand-over-form";
    }
}
