package vn.partyregister.dossier.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.dossier.BatchId;
import vn.partyregister.dossier.BatchIntake;
import vn.partyregister.dossier.Batches;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Several scans at once: sent, looked at, stored. */
@Controller
@RequestMapping("/papers/batches")
@Permitted(Permission.KEEP_PAPERS)
class BatchController {
    private final BatchIntake intake;
    private final Batches batches;
    private final BusinessDay businessDay;

    BatchController(BatchIntake intake, Batches batches, BusinessDay businessDay) {
        this.intake = intake;
        this.batches = batches;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(Scope scope, Model model) {
        model.addAttribute("waiting", batches.waiting(scope, businessDay.today()));
        return "dossier/batches";
    }

    @PostMapping
    String send(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Scope scope,
            Visitor visitor,
            RedirectAttributes next)
            throws IOException {
        var batch = take(files == null ? List.of() : files, scope, visitor);
        next.addAttribute("batch", batch);
        return "redirect:/papers/batches/{batch}";
    }

    private BatchId take(List<MultipartFile> files, Scope scope, Visitor visitor) throws IOException {
        var sent = files.stream().filter(file -> !file.isEmpty()).toList();
        var home = OrganisationId.ofNullable(visitor.home());
        if (sent.isEmpty() || home == null) {
            throw new Refusal.NotReadable("dossier.missing.file");
        }
        var batch = intake.begin(home);
        for (var position = 0; position < sent.size(); position++) {
            var file = sent.get(position);
            intake.take(batch, position, name(file), file.getBytes(), scope, businessDay.today());
        }
        return batch;
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name.substring(0, Math.min(200, name.length()));
    }

    @GetMapping("/{batch}")
    String show(@PathVariable BatchId batch, Scope scope, Locale language, Model model) {
        model.addAttribute("batch", batches.get(batch, scope, businessDay.today(), language));
        return "dossier/batch";
    }

    @PostMapping("/{batch}/storing")
    String store(@PathVariable BatchId batch, Scope scope, RedirectAttributes next) {
        next.addFlashAttribute("stored", batches.store(batch, scope, businessDay.today()));
        return "redirect:/papers/batches";
    }

    @PostMapping("/{batch}/abandonment")
    String abandon(@PathVariable BatchId batch, Scope scope) {
        batches.abandon(batch, scope, businessDay.today());
        return "redirect:/papers/batches";
    }
}
