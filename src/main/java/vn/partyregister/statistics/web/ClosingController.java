package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.Closing;
import vn.partyregister.statistics.ClosingId;
import vn.partyregister.statistics.Closings;

/** A closed period: its frozen form with what became known since, as a page, a file and on paper; and its reopening. */
@Controller
@RequestMapping(ClosedForm.PATH + "/{closing}")
@Permitted(Permission.READ_MEMBERS)
class ClosingController {
    private static final String NAME = "bieu-1-da-khoa-so";

    private final Closings closings;
    private final ClosingColumns columns;
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    ClosingController(
            Closings closings, ClosingColumns columns, TableDownload download, Prints prints, AuditTrail audit) {
        this.closings = closings;
        this.columns = columns;
        this.download = download;
        this.prints = prints;
        this.audit = audit;
    }

    @GetMapping
    String show(@PathVariable ClosingId closing, Scope scope, Model model) {
        var closed = closings.get(closing, scope);
        model.addAttribute("closed", closings.form(closed));
        model.addAttribute("children", closings.children(closed));
        return "statistics/period";
    }

    @GetMapping("/form.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable ClosingId closing,
            @PathVariable TableFormat format,
            Scope scope,
            HttpServletResponse response) {
        var closed = closings.get(closing, scope);
        var form = closings.form(closed);
        note(closed, format.extension());
        download.send(response, format, NAME, columns.lines(), () -> columns.exported(form));
    }

    @GetMapping("/form.pdf")
    @Permitted(Permission.EXPORT)
    void print(@PathVariable ClosingId closing, Scope scope, HttpServletResponse response) {
        var closed = closings.get(closing, scope);
        note(closed, "pdf");
        prints.document(
                response,
                NAME,
                "statistics/period-paper",
                Map.of("closed", closings.form(closed), "children", closings.children(closed)),
                closed.toOn());
    }

    @GetMapping("/reopening")
    @Permitted(Permission.KEEP_MEMBERS)
    String askToReopen(@PathVariable ClosingId closing, Scope scope, Model model) {
        model.addAttribute("closing", closings.get(closing, scope));
        model.addAttribute("form", ReopeningForm.empty());
        return "statistics/period-reopening";
    }

    @PostMapping("/reopening")
    @Permitted(Permission.KEEP_MEMBERS)
    Object reopen(
            @PathVariable ClosingId closing,
            @Valid @ModelAttribute("form") ReopeningForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("closing", closings.get(closing, scope));
        if (errors.hasErrors()) {
            return "statistics/period-reopening";
        }
        return Attempt.of(
                () -> {
                    closings.reopen(closing, form.reason().strip(), visitor);
                    next.addAttribute("closing", closing.toString());
                    next.addFlashAttribute("notice", "statistics.period-reopened");
                    return "redirect:/periods/{closing}";
                },
                () -> "statistics/period-reopening",
                model);
    }

    private void note(Closing closing, String format) {
        audit.read(
                "statistics.exported",
                new AuditTrail.Subject("list", null, closing.organisationId().id()),
                Map.of("from", closing.fromOn(), "to", closing.toOn(), "closing", closing.id(), "format", format));
    }
}
