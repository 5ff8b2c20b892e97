package vn.partyregister.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.exchange.SheetUpload;
import vn.partyregister.planning.PlaceBook;
import vn.partyregister.planning.PostLines;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** Records at once who holds the posts of many hamlets, pasted or from a spreadsheet: looked at first, then all of them or none. */
@Controller
@RequestMapping("/plans/places/posts/many")
@Permitted(Permission.KEEP_MEMBERS)
class ManyPostsController {
    private static final String PAGE = "planning/many";

    private final PlaceBook book;
    private final PostLines lines;
    private final Somebody somebody;

    ManyPostsController(PlaceBook book, PostLines lines, Somebody somebody) {
        this.book = book;
        this.lines = lines;
        this.somebody = somebody;
    }

    @ModelAttribute("many")
    String many() {
        return "posts";
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
                        () -> {
                            next.addFlashAttribute("told", book.fillAll(read.posts(), scope));
                            return "redirect:/plans/places/posts";
                        },
                        () -> PAGE,
                        "planning.notice.posts-filled",
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
            model.addAttribute("form", form);
            var read = read(form, scope);
            model.addAttribute("wrong", read.wrong())
                    .addAttribute("read", read.posts().size());
        });
        return PAGE;
    }

    private PostLines.Read read(ManyLinesForm form, Scope scope) {
        return lines.read(form.lines(), typed -> somebody.find(typed, scope), scope);
    }
}
