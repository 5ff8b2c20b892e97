package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * Somebody on the list of the background verification (thẩm tra lý lịch).
 *
 * @param relation a code of {@code relative}
 * @param place the party organisation that is asked
 * @param letter number of the letter that asks
 * @param result a code of {@code verification-result}; null while nothing came back
 */
@Embeddable
public record Relative(
        String relation,
        String fullName,
        String place,
        @Nullable String letter,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate returnedOn,
        @Nullable String result,
        @Nullable String verifier) {
    static final String CANDIDATE = "CANDIDATE";
    static final String NOT_NEEDED = "NOT_NEEDED";

    public Relative {
        if (sentOn != null && returnedOn != null && returnedOn.isBefore(sentOn)) {
            throw new RuleBroken("admission.returned-before-sent", Dates.write(sentOn));
        }
        if (result != null && returnedOn == null && !result.equals(NOT_NEEDED)) {
            throw new RuleBroken("admission.result-without-day", fullName);
        }
    }
}
