package vn.partyregister.dossier.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.web.multipart.MultipartFile;
import vn.partyregister.dossier.NewPaper;

/** What the browser sends of a scan. */
@NullUnmarked
record PaperForm(
        MultipartFile file,
        @NotBlank(message = "{dossier.missing.kind}") String kind,
        LocalDate dated,
        @Size(max = 300) String note) {
    static PaperForm empty() {
        return new PaperForm(null, null, null, null);
    }

    boolean brings() {
        return file != null && !file.isEmpty();
    }

    boolean isDatedAfter(LocalDate today) {
        return dated != null && dated.isAfter(today);
    }

    NewPaper paper() {
        return new NewPaper(kind, dated, note);
    }
}
