package vn.partyregister.transfer.web;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.GuestFilter;
import vn.partyregister.transfer.GuestId;
import vn.partyregister.transfer.GuestList;
import vn.partyregister.transfer.Stays;

/** Members of other provinces who are here for a time: listed, taken in, extended, and gone. */
@Controller
@RequestMapping("/transfers/guests")
@Permitted(Permission.READ_MEMBERS)
class GuestController {
    private static final String AGAIN = "redirect:/transfers/guests/{id}";

    private final GuestList list;
    private final Stays stays;
    private final OrganisationTree tree;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    GuestController(GuestList list, Stays stays, OrganisationTree tree, CodeLists lists, BusinessDay businessDay) {
        this.list = list;
        this.stays = stays;
        this.tree = tree;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = GuestFilter.read(parameters);
        var sort = parameters.sort(GuestList.ORDERS, GuestList.STANDARD_ORDER);
        model.addAttribute("listing", list.page(filter, scope, businessDay.today(), sort, parameters.page()))
                .addAttribute("filter", filter)
                .addAttribute("views", GuestFilter.View.values())
                .addAttribute("unreadable", parameters.unreadable());
        return "transfer/guests";
    }

    @GetMapping("/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String begin(Model model) {
        model.addAttribute("form", GuestForm.begin(businessDay.today()));
        return form(model);
    }

    @PostMapping
    @Permitted(Permission.KEEP_MEMBERS)
    Object takeIn(
            @Valid @ModelAttribute("form") GuestForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var host = host(form.to(), errors, scope);
        if (errors.hasErrors() || host == null) {
            return form(model);
        }
        return Attempt.of(
                () -> next.addAttribute(
                        "id", stays.takeIn(form.told(host), scope).toString()),
                () -> form(model),
                AGAIN,
                "transfer.guest.taken-in",
                model,
                next);
    }

    @GetMapping("/{guest}")
    String show(@PathVariable GuestId guest, Scope scope, Model model) {
        return page("transfer/guest", guest, scope, model);
    }

    @GetMapping("/{guest}/extension")
    @Permitted(Permission.KEEP_MEMBERS)
    String extending(@PathVariable GuestId guest, Scope scope, Model model) {
        model.addAttribute("form", ExtensionForm.empty());
        return page("transfer/guest-extension", guest, scope, model);
    }

    @PostMapping("/{guest}/extension")
    @Permitted(Permission.KEEP_MEMBERS)
    Object extend(
            @PathVariable GuestId guest,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = page("transfer/guest-extension", guest, scope, model);
        return errors.hasErrors()
                ? page
                : done(page, guest, model, next, () -> stays.extend(guest, form.until(), form.paper(), scope));
    }

    @GetMapping("/{guest}/leaving")
    @Permitted(Permission.KEEP_MEMBERS)
    String leaving(@PathVariable GuestId guest, Scope scope, Model model) {
        model.addAttribute("form", LeavingForm.on(businessDay.today()));
        return page("transfer/guest-leaving", guest, scope, model);
    }

    @PostMapping("/{guest}/leaving")
    @Permitted(Permission.KEEP_MEMBERS)
    Object leave(
            @PathVariable GuestId guest,
            @Valid @ModelAttribute("form") LeavingForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var page = page("transfer/guest-leaving", guest, scope, model);
        return errors.hasErrors() ? page : done(page, guest, model, next, () -> stays.end(guest, form.day(), scope));
    }

    private Object done(String page, GuestId guest, Model model, RedirectAttributes next, Runnable act) {
        next.addAttribute("id", guest.toString());
        return Attempt.of(act, () -> page, AGAIN, "transfer.guest.recorded", model, next);
    }

    private String page(String view, GuestId guest, Scope scope, Model model) {
        model.addAttribute("guest", list.get(guest, scope, businessDay.today()))
                .addAttribute("extensions", list.extensions(guest))
                .addAttribute("lists", lists);
        return view;
    }

    private String form(Model model) {
        model.addAttribute("grounds", lists.of("transferred-out-ground", businessDay.today()));
        return "transfer/guest-new";
    }

    private @Nullable OrganisationId host(@Nullable String typed, BindingResult errors, Scope scope) {
        if (errors.hasFieldErrors("to")) {
            return null;
        }
        var meant = tree.meant(Objects.requireNonNullElse(typed, ""), scope, businessDay.today())
                .orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "to", typed, "transfer.unknown-organisation");
        }
        return meant;
    }
}
