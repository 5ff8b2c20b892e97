package vn.partyregister.committee;

import java.time.LocalDate;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.VietnameseText;

/** A term (nhiệm kỳ) of a committee. Its end is the one decided. */
record Term(
        TermId id,
        int revision,
        OrganisationId organisation,
        String label,
        Body body,
        LocalDate from,
        LocalDate lastDay,
        int members) {
    static Term begin(NewTerm planned) {
        return new Term(
                        TermId.next(),
                        0,
                        planned.organisation(),
                        VietnameseText.tidy(planned.label()),
                        planned.body(),
                        planned.from(),
                        planned.lastDay(),
                        planned.members())
                .requireOrder();
    }

    /** Ended early, or prolonged. */
    Term endOn(LocalDate day) {
        if (day.equals(lastDay)) {
            throw new RuleBroken("committee.refused.same-end", label, Dates.write(day));
        }
        return new Term(id, revision, organisation, label, body, from, day, members).requireOrder();
    }

    /** A post is held within its term. */
    void requireWithin(LocalDate day) {
        if (day.isBefore(from) || day.isAfter(lastDay)) {
            throw new RuleBroken(
                    "committee.refused.outside-term", Dates.write(day), label, Dates.write(from), Dates.write(lastDay));
        }
    }

    Term requireRevision(int shown) {
        if (revision != shown) {
            throw new ObjectOptimisticLockingFailureException(Term.class, id.id());
        }
        return this;
    }

    private Term requireOrder() {
        if (lastDay.isBefore(from)) {
            throw new RuleBroken("committee.refused.end-before-begin", Dates.write(lastDay), Dates.write(from));
        }
        return this;
    }
}
