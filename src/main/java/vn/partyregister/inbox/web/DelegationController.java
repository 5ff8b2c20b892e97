package vn.partyregister.inbox.web;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.inbox.Delegations;
import vn.partyregister.inbox.Digests;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;

/** Who stands in while somebody is away, and whether the figures of the inbox come by mail. */
@Controller
@RequestMapping("/inbox/delegations")
@Permitted(Permission.READ_MEMBERS)
class DelegationController {
    private final Delegations delegations;
    private final Digests digests;

    DelegationController(Delegations delegations, Digests digests) {
        this.delegations = delegations;
        this.digests = digests;
    }

    @GetMapping
    String list(Visitor visitor, Model model) {
        model.addAttribute("form", DelegationForm.empty());
        return page(visitor, model);
    }

    @PostMapping
    Object name(
            @Valid @ModelAttribute("form") DelegationForm form,
            BindingResult errors,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(visitor, model);
        }
        return done(
                () -> delegations.name(
                        visitor, form.colleague(), form.from(), form.to(), VietnameseText.tidy(form.reason())),
                "inbox.delegation.named",
                visitor,
                model,
                next);
    }

    @PostMapping("/withdrawal")
    String withdraw(@RequestParam Map<String, String> given, Visitor visitor, RedirectAttributes next) {
        delegations.withdraw(visitor, new Parameters(given).id("delegation"));
        next.addFlashAttribute("notice", "inbox.delegation.withdrawn");
        return "redirect:/inbox/delegations";
    }

    @PostMapping("/digest")
    Object subscribe(@RequestParam Map<String, String> given, Visitor visitor, Model model, RedirectAttributes next) {
        var address = new Parameters(given).text("address");
        model.addAttribute("form", DelegationForm.empty());
        return done(
                () -> digests.subscribe(visitor, address),
                address == null ? "inbox.digest.ended" : "inbox.digest.asked-for",
                visitor,
                model,
                next);
    }

    private Object done(Runnable act, String notice, Visitor visitor, Model model, RedirectAttributes next) {
        return Attempt.of(
                () -> {
                    act.run();
                    next.addFlashAttribute("notice", notice);
                    return "redirect:/inbox/delegations";
                },
                () -> page(visitor, model),
                model);
    }

    private String page(Visitor visitor, Model model) {
        model.addAttribute("named", delegations.of(visitor.account()));
        model.addAttribute(
                "colleagues",
                delegations.colleagues(visitor.account()).stream()
                        .map(one -> new Code(one.id().toString(), "%s (%s)".formatted(one.name(), one.username())))
                        .toList());
        model.addAttribute("address", digests.address(visitor.account()).orElse(""));
        model.addAttribute("canSend", digests.canSend());
        return "inbox/delegations";
    }
}
