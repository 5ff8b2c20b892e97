package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a submission (tờ trình). */
@NullUnmarked
record SubmissionForm(
        @NotBlank(message = "{recognition.missing.submission}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.day}") LocalDate day) {
    static SubmissionForm empty() {
        return new SubmissionForm(null, null);
    }
}
