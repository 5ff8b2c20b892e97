package vn.partyregister.committee.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.committee.Body;
import vn.partyregister.committee.NewTerm;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/** What the browser sends of a new term. */
@NullUnmarked
record TermForm(
        @NotBlank(message = "{committee.missing.label}") @Size(max = 50)
        String label,

        @NotNull(message = "{committee.missing.body}") Body body,

        @NotNull(message = "{committee.missing.from}") LocalDate from,

        @NotNull(message = "{committee.missing.last-day}") LocalDate lastDay,

        @NotNull(message = "{committee.missing.members}")
        @Min(value = 1, message = "{committee.missing.members}")
        @Max(value = 999, message = "{committee.missing.members}")
        Integer members,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static TermForm empty() {
        return new TermForm(null, null, null, null, null, null, null, null);
    }

    NewTerm term(OrganisationId organisation) {
        return new NewTerm(organisation, label, body, from, lastDay, members);
    }

    Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }
}
