package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;

/** The terms of the committees that issue decisions: implemented by the module above that keeps them. */
public interface IssuersTerms {
    /** The terms of an organisation's committee as far as they are known, in any order. */
    List<Term> of(OrganisationId issuer);

    /** The days of a term, both inclusive. */
    record Term(LocalDate first, LocalDate last) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        /** The part of these days, around one of them, that another term leaves. */
        Term without(Term other, LocalDate day) {
            return other.last.isBefore(day)
                    ? new Term(later(first, other.last.plusDays(1)), last)
                    : new Term(first, earlier(last, other.first.minusDays(1)));
        }

        private static LocalDate later(LocalDate one, LocalDate another) {
            return one.isAfter(another) ? one : another;
        }

        private static LocalDate earlier(LocalDate one, LocalDate another) {
            return one.isBefore(another) ? one : another;
        }
    }
}
