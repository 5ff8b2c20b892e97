package vn.partyregister.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.exchange.SheetUpload;
import vn.partyregister.planning.EnteredLines;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Scope;

/** A page on which many rows are entered at once, pasted or from a spreadsheet: looked at first, then all of them or none. */
abstract class ManyLines<T> {
    private static final String PAGE = "planning/many";

    private final EnteredLines<T> lines;
    private final Somebody somebody;
    private final String many;
    private final String list;
    private final String notice;

    /**
     * @param many what they are: the end of the message keys of the page
     * @param list where they stand when they are recorded
     */
    ManyLines(EnteredLines<T> lines, Somebody somebody, String many, String list, String notice) {
        this.lines = lines;
        this.somebody = somebody;
        this.many = many;
        this.list = list;
        this.notice = notice;
    }

    @ModelAttribute
    void about(Model model) {
        model.addAttribute("many", many).addAttribute("list", list);
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", new ManyLinesForm(null));
        return PAGE;
    }

    @PostMapping
    Object record(
            @Valid @ModelAttribute("form") ManyLinesForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return PAGE;
        }
        var read = read(form, scope);
        model.addAttribute("wrong", read.wrong());
        return !read.wrong().isEmpty()
                ? PAGE
                : Attempt.of(
                        () -> next.addFlashAttribute("told", lines.record(read.rows(), scope)),
                        () -> PAGE,
                        "redirect:" + list,
                        notice,
                        model,
                        next);
    }

    /** Fills the page from a file: what is wrong with which row is said, nothing is recorded yet. */
    @PostMapping("/sheet")
    String upload(@RequestParam @Nullable MultipartFile file, Scope scope, Model model, HttpServletResponse response)
            throws IOException {
        model.addAttribute("form", new ManyLinesForm(null));
        SheetUpload.read(file, model, response, (content, name) -> {
            var form = new ManyLinesForm(lines.ofSheet(content, name));
            var read = read(form, scope);
            model.addAttribute("form", form)
                    .addAttribute("wrong", read.wrong())
                    .addAttribute("read", read.rows().size());
        });
        return PAGE;
    }

    private EnteredLines.Read<T> read(ManyLinesForm form, Scope scope) {
        return lines.read(form.lines(), typed -> somebody.find(typed, scope), scope);
    }
}
