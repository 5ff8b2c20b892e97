package vn.partyregister.committee.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;

/** What the browser sends of a term, or of a post, that ends on another day. */
@NullUnmarked
record EndForm(
        @NotNull(message = "{committee.missing.last-day}") LocalDate lastDay,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer,

        Integer revision) {
    static EndForm empty() {
        return new EndForm(null, null, null, null, null);
    }

    static EndForm of(int revision) {
        return new EndForm(null, null, null, null, revision);
    }

    /** The page's revision; a form that lost it is judged by what stands now. */
    int revisionOr(int now) {
        return revision == null ? now : revision;
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}
