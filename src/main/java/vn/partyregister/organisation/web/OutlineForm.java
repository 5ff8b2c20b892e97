package vn.partyregister.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Outline;
import vn.partyregister.organisation.Reorganisation;

/** What a draft says of itself; its decision is written down whole, or not yet. */
@NullUnmarked
record OutlineForm(
        @NotBlank(message = "{organisation.field.name-missing}")
        @Size(max = 300, message = "{organisation.field.too-long}")
        String name,

        @Size(max = 700, message = "{organisation.field.too-long}")
        String parent,

        @NotNull(message = "{organisation.field.day-missing}")
        LocalDate day,

        @Size(max = 300, message = "{organisation.field.too-long}")
        String issuer,

        @Size(max = 100, message = "{organisation.field.too-long}")
        String number,

        LocalDate issuedOn,

        @Size(max = 1000, message = "{organisation.field.too-long}")
        String summary,

        Integer revision) {
    static OutlineForm of(Reorganisation draft) {
        return new OutlineForm(
                draft.name(),
                null,
                draft.effectiveOn(),
                draft.issuer(),
                draft.number(),
                draft.issuedOn(),
                draft.summary(),
                draft.revision());
    }

    static OutlineForm within(String area) {
        return new OutlineForm(null, area, null, null, null, null, null, null);
    }

    /** Whether a part of the decision is missing while another is given. */
    boolean isHalfDecided() {
        var given = (isGiven(issuer) ? 1 : 0) + (isGiven(number) ? 1 : 0) + (issuedOn != null ? 1 : 0);
        return given == 1 || given == 2;
    }

    Outline outline() {
        return new Outline(
                name,
                day,
                isGiven(issuer) && isGiven(number) && issuedOn != null
                        ? new Decision(
                                issuer.strip(), number.strip(), issuedOn, isGiven(summary) ? summary.strip() : null)
                        : null);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
