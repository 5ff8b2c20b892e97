package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.recognition.CardAct;
import vn.partyregister.recognition.GivingMany;

/** What the browser sends of cards for many; {@code organisation} is whose stock the blanks come from, or empty. */
@NullUnmarked
record GivingForm(
        @NotNull(message = "{recognition.missing.act}") CardAct act,
        @Size(max = 30) String firstNumber,

        @NotBlank(message = "{recognition.missing.place}") @Size(max = 200)
        String place,

        @NotNull(message = "{membership.missing.day}") LocalDate day,
        @Size(max = 700) String organisation,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    private static final String NUMBER = "\\d{1,18}";

    static GivingForm by(String issuer) {
        return new GivingForm(null, null, issuer, null, issuer, null, null, issuer);
    }

    static GivingForm of(GivingMany said, String stock) {
        var decision = said.decision();
        return new GivingForm(
                said.act(),
                said.firstNumber(),
                said.place(),
                said.day(),
                stock,
                decision.number(),
                decision.day(),
                decision.issuer());
    }

    /** Marks a first number that is missing where nobody has one to keep, or that nothing follows on. */
    void requireNumber(BindingResult errors) {
        if (act != null && !act.gives()) {
            WrongField.mark(errors, "act", act.name(), "recognition.missing.act");
        }
        if (!hasNumber() && act == CardAct.FIRST) {
            WrongField.mark(errors, "firstNumber", firstNumber, "recognition.missing.first-number");
        }
        if (hasNumber() && !firstNumber.strip().matches(NUMBER)) {
            WrongField.mark(errors, "firstNumber", firstNumber, "recognition.first-number-in-figures");
        }
    }

    private boolean hasNumber() {
        return firstNumber != null && !firstNumber.isBlank();
    }

    boolean namesAStock() {
        return organisation != null && !organisation.isBlank();
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }

    GivingMany giving(OrganisationId decidedBy, OrganisationId stock) {
        return new GivingMany(
                act,
                hasNumber() ? firstNumber.strip() : null,
                VietnameseText.tidy(place),
                day,
                decision(),
                decidedBy,
                stock);
    }
}
