package vn.partyregister.planning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.planning.NewPlan;
import vn.partyregister.planning.PlanKind;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends of a new plan. */
@NullUnmarked
record PlanForm(
        @NotBlank(message = "{planning.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotNull(message = "{planning.missing.kind}") PlanKind kind,

        @NotBlank(message = "{planning.missing.name}") @Size(max = 200)
        String name,

        @NotNull(message = "{planning.missing.from-on}") LocalDate fromOn,

        @NotNull(message = "{planning.missing.to-on}") LocalDate toOn,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static PlanForm of(String organisation, LocalDate today) {
        return new PlanForm(
                organisation,
                PlanKind.YEAR,
                null,
                today.withDayOfYear(1),
                today.withDayOfYear(today.lengthOfYear()),
                null,
                null,
                organisation);
    }

    NewPlan told(OrganisationId organiser) {
        return new NewPlan(
                organiser,
                kind,
                VietnameseText.tidy(name),
                fromOn,
                toOn,
                new Decision(VietnameseText.tidy(issuer), VietnameseText.tidy(number), decidedOn, null));
    }
}
