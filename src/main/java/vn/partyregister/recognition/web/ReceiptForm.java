package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.recognition.Leaving;
import vn.partyregister.recognition.Serials;
import vn.partyregister.recognition.Stock.Going;

/** What the browser sends of serials that come in. */
@NullUnmarked
record ReceiptForm(
        @NotBlank(message = "{recognition.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotBlank(message = "{recognition.missing.kind}") @Size(max = 40)
        String kind,

        @NotBlank(message = "{recognition.missing.serial}") @Size(max = 25)
        String first,

        @NotBlank(message = "{recognition.missing.serial}") @Size(max = 25)
        String last,

        @NotNull(message = "{membership.missing.day}") LocalDate day,

        @NotBlank(message = "{recognition.missing.paper}") @Size(max = 200)
        String paper) {
    static ReceiptForm on(LocalDate day) {
        return new ReceiptForm(null, null, null, null, day, null);
    }

    /** Serials that go out; {@code organisation} takes what is handed down. */
    @NullUnmarked
    record Out(
            @NotNull(message = "{recognition.missing.going}")
            Going going,

            @NotBlank(message = "{recognition.missing.serial}") @Size(max = 25)
            String first,

            @NotBlank(message = "{recognition.missing.serial}") @Size(max = 25)
            String last,

            @NotNull(message = "{membership.missing.day}") LocalDate day,

            @NotBlank(message = "{recognition.missing.paper}") @Size(max = 200)
            String paper,

            @Size(max = 300) String why,
            @Size(max = 700) String organisation) {
        static Out on(LocalDate day) {
            return new Out(null, null, null, day, null, null, null);
        }

        Leaving leaving(Serials serials, OrganisationId to) {
            return new Leaving(
                    going,
                    serials.first(),
                    serials.last(),
                    day,
                    VietnameseText.tidy(paper),
                    why == null || why.isBlank() ? null : VietnameseText.tidy(why),
                    to);
        }
    }
}
