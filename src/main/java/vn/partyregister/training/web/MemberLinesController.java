package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.exchange.SheetUpload;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.ClassRow;
import vn.partyregister.training.MemberLines;
import vn.partyregister.training.Participants;
import vn.partyregister.training.TrainingClassId;

/** Registers many members for a class by a list, pasted or from a spreadsheet: looked at first, then all of them or nobody. */
@Controller
@RequestMapping("/classes/{trainingClass}/members/lines")
@Permitted(Permission.KEEP_MEMBERS)
class MemberLinesController {
    private static final String PAGE = "training/member-lines";

    private final MemberLines lines;
    private final Participants participants;
    private final ClassList classes;

    MemberLinesController(MemberLines lines, Participants participants, ClassList classes) {
        this.lines = lines;
        this.participants = participants;
        this.classes = classes;
    }

    @GetMapping
    String form(@PathVariable TrainingClassId trainingClass, Scope scope, Model model) {
        about(trainingClass, scope, model);
        model.addAttribute("form", new MemberLinesForm(null));
        return PAGE;
    }

    @PostMapping
    Object register(
            @PathVariable TrainingClassId trainingClass,
            @Valid @ModelAttribute("form") MemberLinesForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = about(trainingClass, scope, model);
        if (errors.hasErrors()) {
            return PAGE;
        }
        var read = lines.read(row, form.lines(), scope);
        model.addAttribute("wrong", read.wrong());
        return !read.wrong().isEmpty()
                ? PAGE
                : Attempt.of(
                        () -> {
                            var added = participants.registerMembers(trainingClass, read.members(), scope);
                            next.addFlashAttribute("told", added);
                            return "redirect:/classes/" + trainingClass;
                        },
                        () -> PAGE,
                        "training.notice.registered",
                        model,
                        next);
    }

    /** Fills the page from a file: what is wrong with which row is said, nobody is registered yet. */
    @PostMapping("/sheet")
    String upload(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam @Nullable MultipartFile file,
            Scope scope,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var row = about(trainingClass, scope, model);
        model.addAttribute("form", new MemberLinesForm(null));
        SheetUpload.read(file, model, response, (content, name) -> {
            var form = new MemberLinesForm(lines.ofSheet(content, name));
            var read = lines.read(row, form.lines(), scope);
            model.addAttribute("form", form)
                    .addAttribute("wrong", read.wrong())
                    .addAttribute("read", read.members().size());
        });
        return PAGE;
    }

    private ClassRow about(TrainingClassId id, Scope scope, Model model) {
        var row = ClassController.led(classes.get(id, scope)).requireFor(ClassKind.NEW_MEMBER);
        model.addAttribute("row", row);
        return row;
    }
}
