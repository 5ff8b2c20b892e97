package vn.partyregister.transfer.web;

import jakarta.validation.Valid;
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
import vn.partyregister.membership.DatedFacts;
import vn.partyregister.membership.FactId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.GuestList;
import vn.partyregister.transfer.Stays;

/** A member of the register stays elsewhere longer than their letter said. */
@Controller
@RequestMapping("/members/{id}/facts/{fact}/extension")
@Permitted(Permission.KEEP_MEMBERS)
class StayController {
    private final Stays stays;
    private final DatedFacts facts;
    private final GuestList list;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    StayController(Stays stays, DatedFacts facts, GuestList list, MemberFiles files, BusinessDay businessDay) {
        this.stays = stays;
        this.facts = facts;
        this.list = list;
        this.files = files;
        this.businessDay = businessDay;
    }

    @GetMapping
    String extending(@PathVariable MemberId id, @PathVariable FactId fact, Scope scope, Model model) {
        model.addAttribute("form", ExtensionForm.empty());
        return page(id, fact, scope, model);
    }

    @PostMapping
    Object extend(
            @PathVariable MemberId id,
            @PathVariable FactId fact,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = page(id, fact, scope, model);
        if (errors.hasErrors()) {
            return page;
        }
        return Attempt.of(
                () -> {
                    stays.extend(id, fact, form.until(), form.paper(), scope);
                    next.addAttribute("id", id.toString());
                    next.addFlashAttribute("notice", "transfer.guest.recorded");
                    return "redirect:/members/{id}";
                },
                () -> page,
                model);
    }

    private String page(MemberId id, FactId fact, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()))
                .addAttribute("fact", facts.get(id, fact, scope))
                .addAttribute("extensions", list.extensions(id));
        return "transfer/stay-extension";
    }
}
