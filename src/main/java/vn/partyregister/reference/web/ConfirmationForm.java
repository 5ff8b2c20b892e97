package vn.partyregister.reference.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.Certainty;
import vn.partyregister.reference.WrittenSource;

/** What the browser sends of a source that was found for a value. */
@NullUnmarked
record ConfirmationForm(
        @Size(max = 50) String group,
        LocalDate starts,
        @Size(max = 100) String directive,
        @Size(max = 50) String kind,
        @Size(max = 100) String number,
        @Size(max = 200) String issuer,
        LocalDate issuedOn,
        @Size(max = 300) String subject,

        @NotBlank(message = "{reference.missing.clause}") @Size(max = 200)
        String clause,

        @NotNull(message = "{reference.missing.certainty}") Certainty certainty,

        @NotBlank(message = "{reference.missing.reason}") @Size(max = 500)
        String reason) {
    /** Of a value as it is held, before its source is told. */
    static ConfirmationForm of(String group, LocalDate starts, String directive, String clause) {
        return new ConfirmationForm(group, starts, directive, null, null, null, null, null, clause, null, null);
    }

    WrittenSource source() {
        return new RuleForm.SourceFields(directive, kind, number, issuer, issuedOn, subject, clause, certainty)
                .source();
    }

    String why() {
        return VietnameseText.tidy(reason);
    }
}
