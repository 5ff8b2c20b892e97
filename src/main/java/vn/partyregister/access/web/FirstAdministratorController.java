package vn.partyregister.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.FirstAdministrator;
import vn.partyregister.platform.OpenToAll;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** Where the code from the log opens the first administrator's account. */
@Controller
@RequestMapping("/first-administrator")
@OpenToAll
class FirstAdministratorController {
    private final FirstAdministrator first;

    FirstAdministratorController(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping
    String form(@ModelAttribute("form") FirstForm form) {
        requireAwaited();
        return "access/first-administrator";
    }

    @PostMapping
    String admit(@Valid @ModelAttribute("form") FirstForm form, BindingResult errors) {
        requireAwaited();
        PasswordForm.requireTwice(form.password(), form.again(), errors);
        if (!errors.hasErrors()) {
            try {
                first.admit(form.code(), form.username(), VietnameseText.tidy(form.name()), form.password());
                return "redirect:/sign-in?opened";
            } catch (Refusal.RuleBroken broken) {
                errors.rejectValue(
                        broken.key().startsWith("access.password") ? "password" : "code",
                        broken.key(),
                        broken.arguments().toArray(),
                        null);
            }
        }
        return "access/first-administrator";
    }

    private void requireAwaited() {
        if (!first.isAwaited()) {
            throw new Refusal.NotFound("access.first.none-awaited");
        }
    }

    @NullUnmarked
    record FirstForm(
            @NotBlank @Size(max = 100) String code,

            @NotBlank @Pattern(regexp = Accounts.USERNAME, message = "{access.username.plain}")
            String username,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password,
            String again) {}
}
