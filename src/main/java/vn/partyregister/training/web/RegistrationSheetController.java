package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.partyregister.exchange.SheetUpload;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.ParticipantLines;
import vn.partyregister.training.Participants;
import vn.partyregister.training.TrainingClassId;

/** Fills the page that registers for a class from a spreadsheet: what is wrong with which row is said, nobody is registered yet. */
@Controller
@RequestMapping("/classes/{trainingClass}/registration/sheet")
@Permitted(Permission.KEEP_MEMBERS)
class RegistrationSheetController {
    private static final String PAGE = "training/registration";

    private final ParticipantLines lines;
    private final Participants participants;
    private final ClassList classes;
    private final Organisers organisers;

    RegistrationSheetController(
            ParticipantLines lines, Participants participants, ClassList classes, Organisers organisers) {
        this.lines = lines;
        this.participants = participants;
        this.classes = classes;
        this.organisers = organisers;
    }

    @PostMapping
    String read(
            @PathVariable TrainingClassId trainingClass,
            @RequestParam @Nullable MultipartFile file,
            Scope scope,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var row = ClassController.led(classes.get(trainingClass, scope));
        model.addAttribute("row", row).addAttribute("form", new OutsiderForm(row.organiser(), null));
        SheetUpload.read(file, model, response, (content, name) -> {
            var form = new OutsiderForm(row.organiser(), lines.ofSheet(content, name));
            model.addAttribute("form", form);
            var usual = organisers.meant(row.organiser(), new BeanPropertyBindingResult(form, "form"), scope);
            var read = lines.read(form.lines(), usual, scope);
            model.addAttribute(
                    "wrong", participants.judged(trainingClass, read, scope).wrong());
            model.addAttribute("read", read.people().size());
        });
        return PAGE;
    }
}
