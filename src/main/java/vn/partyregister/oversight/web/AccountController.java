package vn.partyregister.oversight.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.access.AccountId;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.Role;
import vn.partyregister.access.Today;
import vn.partyregister.inbox.Delegations;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.oversight.OrganisationChoice;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** Accounts: who has one, and what they may do where. */
@Controller
@RequestMapping("/accounts")
@Permitted(Permission.KEEP_ACCOUNTS)
class AccountController {
    private static final String SHOW = "oversight/account";

    private final Accounts accounts;
    private final OrganisationChoice organisations;
    private final Delegations delegations;
    private final Today today;

    AccountController(Accounts accounts, OrganisationChoice organisations, Delegations delegations, Today today) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.delegations = delegations;
        this.today = today;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Model model) {
        var parameters = new Parameters(given);
        var q = parameters.text("q");
        var here = q == null
                ? "/accounts"
                : UriComponentsBuilder.fromPath("/accounts")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(q)
                        .toUriString();
        var sort = parameters.sort(List.of("username", "name"), "username,asc");
        model.addAttribute("listing", accounts.list(q == null ? "" : q, parameters.page(), sort, here));
        model.addAttribute("q", q);
        model.addAttribute("unreadable", parameters.unreadable());
        return "oversight/accounts";
    }

    @GetMapping("/new")
    String form(@ModelAttribute("form") AccountForm form) {
        return "oversight/account-form";
    }

    @PostMapping
    String open(@Valid @ModelAttribute("form") AccountForm form, BindingResult errors, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                var issued = accounts.open(form.username(), VietnameseText.tidy(form.name()));
                next.addAttribute("id", issued.account());
                next.addFlashAttribute("temporaryPassword", issued.password());
                return "redirect:/accounts/{id}";
            } catch (Refusal.RuleBroken broken) {
                errors.rejectValue("username", broken.key(), broken.arguments().toArray(), null);
            }
        }
        return "oversight/account-form";
    }

    @GetMapping("/{account}")
    String show(@PathVariable AccountId account, Model model) {
        fill(account, Map.of(), model);
        return SHOW;
    }

    /** Whoever stands in for somebody who is away is lent their roles for these days. */
    @PostMapping("/{account}/stand-in")
    Object lend(
            @PathVariable AccountId account,
            @RequestParam Map<String, String> given,
            Model model,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute("told", delegations.lend(account.id(), new Parameters(given).id("delegation")));
        } catch (Refusal.RuleBroken refused) {
            fill(account, Map.of(), model);
            model.addAttribute("refused", refused);
            return new ModelAndView(SHOW, model.asMap(), HttpStatus.CONFLICT);
        }
        next.addFlashAttribute("notice", "oversight.stand-in.lent");
        return "redirect:/accounts/{account}";
    }

    @PostMapping("/{account}/password")
    String resetPassword(@PathVariable AccountId account, RedirectAttributes next) {
        next.addFlashAttribute("temporaryPassword", accounts.resetPassword(account));
        return "redirect:/accounts/{account}";
    }

    @PostMapping("/{account}/ending")
    String end(@PathVariable AccountId account, RedirectAttributes next) {
        accounts.end(account);
        next.addFlashAttribute("notice", "oversight.account.ended");
        return "redirect:/accounts/{account}";
    }

    /** The form of a grant: the organisation is searched for here and chosen among what was found. */
    @GetMapping("/{account}/grants/new")
    String grantForm(@PathVariable AccountId account, @RequestParam Map<String, String> given, Model model) {
        fill(account, given, model);
        model.addAttribute("form", GrantForm.from(today.day()));
        return "oversight/grant-form";
    }

    @PostMapping("/{account}/grants")
    String grant(
            @PathVariable AccountId account,
            @RequestParam Map<String, String> given,
            @Valid @ModelAttribute("form") GrantForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                accounts.grant(account, form.role(), form.organisation(), form.from(), form.to());
                next.addFlashAttribute("notice", "oversight.grant.done");
                return "redirect:/accounts/{account}";
            } catch (Refusal.RuleBroken broken) {
                errors.reject(broken.key(), broken.arguments().toArray(), null);
            }
        }
        fill(account, given, model);
        return "oversight/grant-form";
    }

    @PostMapping("/{account}/grants/{grant}/ending")
    String endGrant(
            @PathVariable AccountId account,
            @PathVariable UUID grant,
            @RequestParam Map<String, String> given,
            RedirectAttributes next) {
        var parameters = new Parameters(given);
        var day = parameters.day("last");
        if (!parameters.unreadable().isEmpty()) {
            throw new Refusal.NotReadable(
                    "oversight.grant.last-unreadable",
                    parameters.unreadable().getFirst().written());
        }
        accounts.endGrant(account, grant, day == null ? today.day().minusDays(1) : day);
        next.addFlashAttribute("notice", "oversight.grant.ended");
        return "redirect:/accounts/{account}";
    }

    private void fill(AccountId id, Map<String, String> given, Model model) {
        var q = new Parameters(given).text("q");
        model.addAttribute("account", accounts.get(id));
        model.addAttribute("grants", accounts.grants(id));
        model.addAttribute("standIns", delegations.asked(id.id()));
        model.addAttribute("roles", Role.values());
        model.addAttribute("q", q);
        model.addAttribute("choices", q == null ? List.of() : organisations.named(q));
    }

    @NullUnmarked
    record AccountForm(
            @NotBlank @Pattern(regexp = Accounts.USERNAME, message = "{access.username.plain}")
            String username,

            @NotBlank @Size(max = 100) String name) {}

    @NullUnmarked
    record GrantForm(
            @NotNull Role role,
            OrganisationId organisation,
            @NotNull LocalDate from,
            LocalDate to) {
        static GrantForm from(LocalDate day) {
            return new GrantForm(null, null, day, null);
        }
    }
}
