package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.Errors;
import vn.partyregister.membership.Exempting;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.reference.CodeLists;

/** What the browser sends of somebody who is exempted; {@code to} is empty where it is for good. */
@NullUnmarked
record ExemptionForm(
        @NotBlank(message = "{membership.missing.ground}") String ground,
        @NotNull(message = "{membership.missing.from}") LocalDate from,
        LocalDate to,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static ExemptionForm by(String issuer) {
        return new ExemptionForm(null, null, null, null, null, issuer);
    }

    static ExemptionForm of(Exempting said) {
        var decision = said.decision();
        return new ExemptionForm(
                said.ground(), said.from(), said.to(), decision.number(), decision.day(), decision.issuer());
    }

    /** A ground that no list has was not chosen on the page. */
    void requireGround(CodeLists lists, Errors errors) {
        if (!errors.hasErrors() && !lists.has("exemption-ground", ground)) {
            errors.rejectValue("ground", "typeMismatch");
        }
    }

    Exempting exempting(OrganisationId by) {
        return new Exempting(ground, from, to, decision(), by);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}
