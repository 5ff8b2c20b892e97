package vn.partyregister.statistics.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.statistics.Period;

/** What the browser sends of a reported figure; without one, what was noted is taken back. */
@NullUnmarked
record ReportedFigureForm(
        @NotNull OrganisationId organisation,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank(message = "{statistics.missing.row}") String row,

        @PositiveOrZero(message = "{statistics.missing.figure}")
        @Max(value = 9_999_999, message = "{statistics.missing.figure}")
        Integer figure,

        @NotBlank(message = "{statistics.missing.source}") @Size(max = 300)
        String source) {
    static ReportedFigureForm of(OrganisationId organisation, Period period, String row) {
        return new ReportedFigureForm(organisation, period.from(), period.to(), row, null, null);
    }
}
