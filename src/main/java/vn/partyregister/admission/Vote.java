package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Share;

/**
 * A vote as its minutes have it.
 *
 * @param entitled all whose votes count, not only those present: official members of a cell, members of a committee
 * @param present of these
 */
@Embeddable
public record Vote(int entitled, int present, int inFavour, int against) {
    public Vote {
        if (inFavour < 0 || against < 0 || (long) inFavour + against > present || present > entitled) {
            throw new RuleBroken("admission.votes-do-not-fit", inFavour, against, present, entitled);
        }
    }

    /** Whether those in favour are at least this part of all, the part itself included. */
    boolean reaches(Share share) {
        return share.isReachedBy(inFavour, entitled);
    }

    /** Those in favour as a part of all, as minutes write it: {@code 66,67 %}. */
    String percent() {
        return entitled == 0
                ? "0 %"
                : BigDecimal.valueOf(100L * inFavour)
                                .divide(BigDecimal.valueOf(entitled), 2, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ',')
                        + " %";
    }
}
