package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.recognition.BadgeGoes;
import vn.partyregister.recognition.Withdrawal;

/** What the browser sends of a badge that is taken back; a decision only where one revokes the award. */
@NullUnmarked
record WithdrawalForm(
        @NotNull(message = "{recognition.missing.level}") Integer years,

        @NotNull(message = "{recognition.missing.ground-of-withdrawal}")
        Withdrawal.Ground ground,

        @NotNull(message = "{membership.missing.day}") LocalDate day,

        @NotBlank(message = "{recognition.missing.why}") @Size(max = 300)
        String why,

        BadgeGoes goes,
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer) {
    /** Marks that nobody sees are no reason. */
    WithdrawalForm {
        why = why == null ? null : VietnameseText.tidy(why);
    }

    static WithdrawalForm of(Integer years, LocalDate day, String issuer) {
        return new WithdrawalForm(years, null, day, null, null, null, null, issuer);
    }

    /** Marks what is missing of the decision where the ground asks for one. */
    void requireDecision(BindingResult errors) {
        if (ground != Withdrawal.Ground.REVOKED) {
            return;
        }
        if (number == null || number.isBlank()) {
            WrongField.mark(errors, "number", number, "membership.missing.number");
        }
        if (decidedOn == null) {
            WrongField.mark(errors, "decidedOn", null, "membership.missing.decided-on");
        }
        if (issuer == null || issuer.isBlank()) {
            WrongField.mark(errors, "issuer", issuer, "membership.missing.issuer");
        }
    }

    Withdrawal withdrawal() {
        return new Withdrawal(
                ground,
                day,
                why,
                ground == Withdrawal.Ground.REVOKED ? new Decision(issuer, number, decidedOn, null) : null,
                goes);
    }
}
