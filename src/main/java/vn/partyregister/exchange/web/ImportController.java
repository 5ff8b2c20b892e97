package vn.partyregister.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.ImportList;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.Purpose;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Visitor;

/** Uploading a file, saying what its columns mean, looking at what it would do, and having it written. */
@Controller
@RequestMapping("/imports")
@Permitted(Permission.IMPORT)
class ImportController {
    private static final String COLUMN = "column.";

    private final Imports imports;
    private final ImportList list;

    ImportController(Imports imports, ImportList list) {
        this.imports = imports;
        this.list = list;
    }

    @GetMapping
    String uploads(@RequestParam(defaultValue = "1") String page, Visitor visitor, Model model) {
        model.addAttribute("uploads", list.uploads(visitor, Pages.number(page)));
        model.addAttribute("kinds", imports.kinds());
        model.addAttribute("purposes", Purpose.values());
        return "exchange/list";
    }

    @PostMapping
    String upload(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "LOAD") String purpose,
            Visitor visitor,
            RedirectAttributes next,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            return refused(new Refusal.NotReadable("exchange.upload.missing"), visitor, model, response);
        }
        try {
            var name = Pages.fileName(file.getOriginalFilename());
            next.addAttribute("id", imports.upload(name, file.getBytes(), kind, Pages.purpose(purpose), visitor));
            return "redirect:/imports/{id}";
        } catch (Refusal.NotReadable refusal) {
            return refused(refusal, visitor, model, response);
        }
    }

    /** The form again, with what is wrong with the file. */
    private String refused(Refusal refusal, Visitor visitor, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refusal", refusal);
        return uploads("1", visitor, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ImportId id, Visitor visitor, Model model) {
        var upload = imports.get(id, visitor);
        model.addAttribute("upload", upload);
        model.addAttribute("own", visitor.account().equals(upload.accountId()));
        model.addAttribute("absentColumns", imports.absentColumns(upload));
        switch (upload.state()) {
            case UPLOADED -> model.addAttribute("mapping", imports.mapping(id, visitor));
            case JUDGED, DONE ->
                model.addAttribute("figures", imports.figures(id))
                        .addAttribute("late", imports.late(id))
                        .addAttribute("reasons", imports.reasons(upload));
            case STAGING, COMMITTING, REFUSED, ABANDONED -> {}
        }
        return "exchange/show";
    }

    @PostMapping("/{id}/encoding")
    String readIn(@PathVariable ImportId id, @RequestParam(defaultValue = "") String encoding, Visitor visitor) {
        imports.readIn(id, encoding, visitor);
        return "redirect:/imports/{id}";
    }

    @PostMapping("/{id}/sheet")
    String readSheet(@PathVariable ImportId id, @RequestParam(defaultValue = "") String sheet, Visitor visitor) {
        imports.readSheet(id, sheet, visitor);
        return "redirect:/imports/{id}";
    }

    @PostMapping("/{id}/reading")
    String read(@PathVariable ImportId id, @RequestParam Map<String, String> fields, Visitor visitor) {
        var meanings = new HashMap<Integer, String>();
        fields.forEach((field, meaning) -> {
            if (field.startsWith(COLUMN) && !meaning.isEmpty()) {
                Pages.position(field.substring(COLUMN.length())).ifPresent(position -> meanings.put(position, meaning));
            }
        });
        imports.read(id, meanings, visitor);
        return "redirect:/imports/{id}";
    }

    @PostMapping("/{id}/mapping")
    String mapAgain(@PathVariable ImportId id, Visitor visitor, RedirectAttributes next) {
        imports.mapAgain(id, visitor);
        next.addFlashAttribute("notice", "exchange.read-again");
        return "redirect:/imports/{id}";
    }

    @PostMapping("/{id}/writing")
    String commit(
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String knownLate,
            Visitor visitor,
            RedirectAttributes next) {
        if (!imports.commit(id, "true".equals(knownLate), visitor)) {
            next.addFlashAttribute("asked", true);
        }
        return "redirect:/imports/{id}";
    }

    @GetMapping("/{id}/abandonment")
    String mayAbandon(@PathVariable ImportId id, Visitor visitor, Model model) {
        model.addAttribute("upload", imports.get(id, visitor));
        return "exchange/abandon";
    }

    @PostMapping("/{id}/abandonment")
    String abandon(@PathVariable ImportId id, Visitor visitor, RedirectAttributes next) {
        imports.abandon(id, visitor);
        next.addFlashAttribute("notice", "exchange.abandoned");
        return "redirect:/imports";
    }
}
