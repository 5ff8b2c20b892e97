package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.Relative;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends of somebody who is verified. */
@NullUnmarked
record RelativeForm(
        @NotBlank(message = "{admission.missing.relation}") String relation,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @NotBlank(message = "{admission.missing.place}") @Size(max = 300)
        String place,

        @Size(max = 100) String letter,
        LocalDate sentOn,
        LocalDate returnedOn,
        String result,
        @Size(max = 200) String verifier) {
    static RelativeForm of(Relative known) {
        return new RelativeForm(
                known.relation(),
                known.fullName(),
                known.place(),
                known.letter(),
                known.sentOn(),
                known.returnedOn(),
                known.result(),
                known.verifier());
    }

    Relative told() {
        return new Relative(
                relation,
                VietnameseText.tidy(fullName),
                VietnameseText.tidy(place),
                Texts.given(letter),
                sentOn,
                returnedOn,
                Texts.given(result),
                Texts.given(verifier));
    }
}
