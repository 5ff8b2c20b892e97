package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.Paper;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends of a consent or a comment. */
@NullUnmarked
record PaperForm(
        @NotBlank(message = "{admission.missing.kind}") String kind,

        @NotBlank(message = "{admission.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{admission.missing.day}") LocalDate day,

        @NotBlank(message = "{admission.missing.issuer}") @Size(max = 200)
        String issuer) {
    Paper told() {
        return new Paper(
                kind,
                VietnameseText.tidy(number),
                day,
                VietnameseText.tidy(issuer),
                Author.current().username());
    }
}
