package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of a probationer who becomes official. */
@NullUnmarked
record RecognitionForm(
        @NotNull(message = "{membership.missing.official-on}")
        LocalDate officialOn,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static RecognitionForm on(LocalDate day) {
        return new RecognitionForm(day, null, null, null);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}
