package vn.partyregister.membership.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.membership.SplitChoices;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganisations;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Chooses which members go with a cell that is split off. */
@Controller
@RequestMapping("/reorganisations/{reorganisation}/splits/{id}")
@Permitted(Permission.KEEP_ORGANISATIONS)
class SplitController {
    private final SplitChoices choices;
    private final Reorganisations reorganisations;

    SplitController(SplitChoices choices, Reorganisations reorganisations) {
        this.choices = choices;
        this.reorganisations = reorganisations;
    }

    @GetMapping
    String show(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable OrganisationId id,
            Scope scope,
            Visitor visitor,
            Model model) {
        model.addAttribute("choice", choices.of(reorganisation, id, scope, visitor.scope(Permission.READ_MEMBERS)))
                .addAttribute("one", reorganisations.get(reorganisation, scope))
                .addAttribute("id", id);
        return "membership/split";
    }

    @PostMapping
    String choose(
            @PathVariable ReorganisationId reorganisation,
            @PathVariable OrganisationId id,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "0") int revision,
            Scope scope,
            Visitor visitor,
            RedirectAttributes next) {
        var chosen = choices.choose(
                reorganisation,
                id,
                revision,
                Parameters.ids(given.getOrDefault("member", List.of())),
                scope,
                visitor.scope(Permission.READ_MEMBERS));
        next.addFlashAttribute("chosen", chosen);
        return "redirect:/reorganisations/{reorganisation}/splits/{id}";
    }
}
