package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.platform.WrongField;
import vn.partyregister.recognition.Basis;
import vn.partyregister.recognition.BatchId;

/** What the browser sends of somebody who is proposed for a badge; {@code ground} names the papers where it is not full. */
@NullUnmarked
record ProposalForm(
        @NotNull(message = "{recognition.missing.batch}") BatchId batch,

        @NotBlank(message = "{recognition.missing.level}") @Size(max = 20)
        String level,

        @NotNull(message = "{recognition.missing.basis}") Basis basis,
        @Size(max = 300) String ground) {
    static ProposalForm empty() {
        return new ProposalForm(null, null, Basis.FULL, null);
    }

    /** Marks a ground that is missing where the basis asks for one. */
    void requireGround(BindingResult errors) {
        if (basis != null && basis != Basis.FULL && (ground == null || ground.isBlank())) {
            WrongField.mark(errors, "ground", ground, "recognition.missing.ground");
        }
    }
}
