package vn.partyregister.transfer.web;

import jakarta.validation.Valid;
import java.util.function.Supplier;
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
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.GuestList;
import vn.partyregister.transfer.TransferId;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.TransferList;
import vn.partyregister.transfer.Transfers;

/** Where a transfer begins: with a member who asks to go, or with somebody who brings a letter. */
@Controller
@Permitted(Permission.KEEP_MEMBERS)
class TransferEntryController {
    private static final int CHOICES = 12;
    private static final int LONGEST = 100;

    private final Transfers transfers;
    private final TransferList list;
    private final GuestList stays;
    private final MemberFiles files;
    private final OrganisationTree tree;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    TransferEntryController(
            Transfers transfers,
            TransferList list,
            GuestList stays,
            MemberFiles files,
            OrganisationTree tree,
            CodeLists lists,
            BusinessDay businessDay) {
        this.transfers = transfers;
        this.list = list;
        this.stays = stays;
        this.files = files;
        this.tree = tree;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    /** The transfers of a member, over and open. */
    @GetMapping("/members/{id}/transfers")
    @Permitted(Permission.READ_MEMBERS)
    String ofMember(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("rows", list.of(id, businessDay.today()));
        model.addAttribute("extensions", stays.extensions(id));
        model.addAttribute("lists", lists);
        return "transfer/member";
    }

    @GetMapping("/members/{id}/transfers/new")
    String request(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("form", RequestForm.begin(businessDay.today()));
        return requestPage(id, scope, model);
    }

    @PostMapping("/members/{id}/transfers/new")
    Object request(
            @PathVariable MemberId id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = requestPage(id, scope, model);
        form.hold(errors);
        var to = meant(form.to(), errors, Scope.EVERYTHING);
        return errors.hasErrors() ? page : begin(page, model, next, () -> transfers.request(id, form.told(to), scope));
    }

    private String requestPage(MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        return entry("transfer/request", model);
    }

    @GetMapping("/transfers/arrival")
    String arrival(Model model) {
        model.addAttribute("form", ArrivalForm.begin(businessDay.today()));
        return entry("transfer/arrival", model);
    }

    @PostMapping("/transfers/arrival")
    Object arrive(
            @Valid @ModelAttribute("form") ArrivalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = entry("transfer/arrival", model);
        var to = meant(form.to(), errors, scope);
        return errors.hasErrors() || to == null
                ? page
                : begin(page, model, next, () -> transfers.present(form.told(to), scope));
    }

    /** What the field of the receiver offers: a letter may lead anywhere in the register. */
    @GetMapping("/transfers/choices")
    String choices(@RequestParam(defaultValue = "") String to, Model model) {
        var typed = to.replace('\0', ' ');
        model.addAttribute(
                "choices",
                tree.search(
                        typed.substring(0, Math.min(LONGEST, typed.length())),
                        Scope.EVERYTHING,
                        businessDay.today(),
                        CHOICES));
        return "organisation/fields :: choices";
    }

    private @Nullable OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        if (Texts.given(typed) == null || typed == null || errors.hasFieldErrors("to")) {
            return null;
        }
        var meant = tree.meant(typed, scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "to", typed, "transfer.unknown-organisation");
        }
        return meant;
    }

    private String entry(String view, Model model) {
        model.addAttribute("kinds", lists.of(TransferKind.LIST, businessDay.today()));
        model.addAttribute("grounds", lists.of("transferred-out-ground", businessDay.today()));
        return view;
    }

    /** Does it, and shows the transfer; or shows the page again with what was typed and why it was refused. */
    private static Object begin(String page, Model model, RedirectAttributes next, Supplier<TransferId> beginning) {
        return Attempt.of(
                () -> {
                    next.addAttribute("id", beginning.get().toString());
                    next.addFlashAttribute("notice", "transfer.begun");
                    return "redirect:/transfers/{id}";
                },
                () -> page,
                model);
    }
}
