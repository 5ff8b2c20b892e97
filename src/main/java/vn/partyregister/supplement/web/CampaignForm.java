package vn.partyregister.supplement.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.supplement.NewCampaign;

/** What the browser sends of a new campaign. */
@NullUnmarked
record CampaignForm(
        @NotNull(message = "{supplement.missing.organisation}")
        UUID organisation,

        @NotNull(message = "{supplement.missing.year}")
        @Min(value = 1930, message = "{supplement.missing.year}")
        @Max(value = 2200, message = "{supplement.missing.year}")
        Integer year,

        @NotNull(message = "{supplement.missing.opens-on}") LocalDate opensOn,

        @NotNull(message = "{supplement.missing.due-on}") LocalDate dueOn,

        @NotBlank(message = "{supplement.missing.guidance}") @Size(max = 100)
        String guidance) {
    static CampaignForm of(UUID organisation, LocalDate today) {
        return new CampaignForm(organisation, today.getYear(), today, null, null);
    }

    NewCampaign told() {
        return new NewCampaign(new OrganisationId(organisation), year, opensOn, dueOn, guidance);
    }
}
