package vn.partyregister.statistics.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** How many a committee counts in its books on paper; without a figure, what was noted is taken back. */
@NullUnmarked
record PaperCountForm(
        @PositiveOrZero(message = "{statistics.missing.figure}")
        @Max(value = 9_999_999, message = "{statistics.missing.figure}")
        Integer figure,

        @NotBlank(message = "{statistics.missing.source}") @Size(max = 300)
        String source) {
    static PaperCountForm empty() {
        return new PaperCountForm(null, null);
    }
}
