package vn.partyregister.committee;

import java.time.LocalDate;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * Who holds which post, and when.
 *
 * @param left whether a decision ended it before its term
 */
record Holding(
        HoldingId id,
        TermId term,
        MemberId member,
        String post,
        Manner manner,
        int place,
        LocalDate from,
        LocalDate lastDay,
        boolean left,
        boolean takenBack) {
    static Holding begin(NewHolding held, Term term) {
        term.requireWithin(held.from());
        return new Holding(
                HoldingId.next(),
                term.id(),
                held.member(),
                held.post(),
                held.manner(),
                held.place(),
                held.from(),
                term.lastDay(),
                false,
                false);
    }

    /** Leaves the post; the day given is the last one in it. */
    Holding leave(LocalDate day, Term term) {
        requireStanding();
        if (left) {
            throw new RuleBroken("committee.refused.left-already", Dates.write(lastDay));
        }
        if (day.isBefore(from)) {
            throw new RuleBroken("committee.refused.end-before-begin", Dates.write(day), Dates.write(from));
        }
        term.requireWithin(day);
        return new Holding(id, this.term, member, post, manner, place, from, day, true, false);
    }

    void requireStanding() {
        if (takenBack) {
            throw new RuleBroken("committee.refused.taken-back-already");
        }
    }
}
