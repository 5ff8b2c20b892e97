package vn.partyregister.statistics.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.statistics.Period;

/** What the browser sends of a reported figure; without one, what was noted is taken back. */
@NullUnmarked
record ReportedFigureForm(
        @NotNull UUID organisation,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank(message = "{statistics.missing.row}") String row,

        @PositiveOrZero(message = "{statistics.missing.figure}")
        @Max(value = 9_999_999, message = "{statistics.missing.figure}")
        Integer figure,

        @NotBlank(message = "{statistics.missing.source}") @Size(max = 300)
        String source) {
    static ReportedFigureForm of(UUID organisation, Period period, String row) {
        return new ReportedFigureForm(organisation, period.from(), period.to(), row, null, null);
    }
}
