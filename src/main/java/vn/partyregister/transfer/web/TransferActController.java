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
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.TransferFile;
import vn.partyregister.transfer.TransferFiles;
import vn.partyregister.transfer.TransferId;
import vn.partyregister.transfer.Transfers;

/** What both ends say of a transfer: each act on a page of its own, which asks before anything is written. */
@Controller
@RequestMapping("/transfers/{id}")
@Permitted(Permission.KEEP_MEMBERS)
class TransferActController {
    private final Transfers transfers;
    private final TransferFiles files;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    TransferActController(Transfers transfers, TransferFiles files, CodeLists lists, BusinessDay businessDay) {
        this.transfers = transfers;
        this.files = files;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/confirmation")
    String confirmation(@PathVariable TransferId id, Scope scope, Model model) {
        var file = files.open(id, scope, businessDay.today());
        model.addAttribute("form", ConfirmationForm.begin(file, businessDay.today()));
        return page("confirmation", file, model);
    }

    @PostMapping("/confirmation")
    Object confirm(
            @PathVariable TransferId id,
            @Valid @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope, businessDay.today());
        form.hold(file, errors);
        return errors.hasErrors()
                ? page("confirmation", file, model)
                : record("confirmation", file, model, next, () -> transfers.confirm(id, form.said(), scope));
    }

    @GetMapping("/{act:receipt|return|cancellation}")
    String act(@PathVariable TransferId id, @PathVariable String act, Scope scope, Model model) {
        model.addAttribute("form", new ActForm(businessDay.today(), null));
        return page(act, files.open(id, scope, businessDay.today()), model);
    }

    @PostMapping("/{act:receipt|return|cancellation}")
    Object record(
            @PathVariable TransferId id,
            @PathVariable String act,
            @Valid @ModelAttribute("form") ActForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope, businessDay.today());
        if (!act.equals("receipt") && Texts.given(form.why()) == null && !errors.hasFieldErrors("why")) {
            WrongField.mark(errors, "why", null, "transfer.missing.why");
        }
        if (errors.hasErrors()) {
            return page(act, file, model);
        }
        return record(act, file, model, next, () -> {
            switch (act) {
                case "return" -> transfers.sendBack(id, form.day(), VietnameseText.tidy(form.why()), scope);
                case "cancellation" -> transfers.cancel(id, form.day(), VietnameseText.tidy(form.why()), scope);
                default -> transfers.noteReceived(id, form.day(), scope);
            }
        });
    }

    @GetMapping("/dossier")
    String dossier(@PathVariable TransferId id, Scope scope, Model model) {
        var file = files.open(id, scope, businessDay.today());
        model.addAttribute("form", DossierForm.begin(file));
        return page("dossier", file, model);
    }

    @PostMapping("/dossier")
    Object tellOfDossier(
            @PathVariable TransferId id,
            @Valid @ModelAttribute("form") DossierForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var file = files.open(id, scope, businessDay.today());
        if (Boolean.TRUE.equals(form.travelled()) && form.day() == null && !errors.hasFieldErrors("day")) {
            WrongField.mark(errors, "day", null, "transfer.missing.day");
        }
        return errors.hasErrors()
                ? page("dossier", file, model)
                : record(
                        "dossier",
                        file,
                        model,
                        next,
                        () -> transfers.tellOfDossier(id, form.travelled(), form.day(), scope));
    }

    /** Does it, and shows the transfer; or shows the page again with what was typed and why it was refused. */
    private Object record(String act, TransferFile file, Model model, RedirectAttributes next, Runnable recording) {
        return Attempt.of(
                () -> {
                    recording.run();
                    next.addAttribute("id", file.head().id().toString());
                    next.addFlashAttribute("notice", "transfer.recorded." + act);
                    return "redirect:/transfers/{id}";
                },
                () -> page(act, file, model),
                model);
    }

    private String page(String act, TransferFile file, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("file", file);
        model.addAttribute("lists", lists);
        return "transfer/" + (act.equals("confirmation") || act.equals("dossier") ? act : "act");
    }
}
