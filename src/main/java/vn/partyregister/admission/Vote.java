package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
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
}
