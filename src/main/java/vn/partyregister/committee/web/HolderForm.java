package vn.partyregister.committee.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.committee.Manner;
import vn.partyregister.committee.NewHolding;
import vn.partyregister.committee.TermId;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;

/** What the browser sends of somebody who comes to a post. */
@NullUnmarked
record HolderForm(
        @NotNull(message = "{committee.missing.member}") MemberId member,

        @NotBlank(message = "{committee.missing.post}") @Size(max = 50)
        String post,

        @NotNull(message = "{committee.missing.manner}") Manner manner,

        @NotNull(message = "{committee.missing.place}")
        @Min(value = 1, message = "{committee.missing.place}")
        @Max(value = 999, message = "{committee.missing.place}")
        Integer place,

        @NotNull(message = "{committee.missing.from}") LocalDate from,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static HolderForm empty() {
        return new HolderForm(null, null, Manner.ELECTED, 1, null, null, null, null);
    }

    NewHolding holding(TermId term) {
        return new NewHolding(term, member, post, manner, place, from);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}
