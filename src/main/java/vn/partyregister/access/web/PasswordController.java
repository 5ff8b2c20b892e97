package vn.partyregister.access.web;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.access.AccountId;
import vn.partyregister.access.Accounts;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Visitor;

/** The own password, for everybody who is signed in. */
@Controller
@RequestMapping("/account/password")
@Permitted(Permission.OWN_ACCOUNT)
class PasswordController {
    private final Accounts accounts;

    PasswordController(Accounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("temporary")
    boolean temporary(Visitor visitor) {
        return accounts.get(new AccountId(visitor.account())).mustChange();
    }

    @GetMapping
    String form(@ModelAttribute("form") PasswordForm form) {
        return "access/password";
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Visitor visitor,
            HttpSession session,
            RedirectAttributes next) {
        PasswordForm.requireTwice(form.password(), form.again(), errors);
        if (errors.hasErrors()) {
            return "access/password";
        }
        try {
            accounts.changePassword(new AccountId(visitor.account()), form.current(), form.password(), session.getId());
        } catch (Refusal.RuleBroken broken) {
            var field = broken.key().equals("access.password.wrong") ? "current" : "password";
            errors.rejectValue(field, broken.key(), broken.arguments().toArray(), null);
            return "access/password";
        }
        next.addFlashAttribute("notice", "access.password.changed");
        return "redirect:/account/password";
    }
}
