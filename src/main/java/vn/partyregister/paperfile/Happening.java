package vn.partyregister.paperfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/** One event as it is to be recorded. Which parts it has depends on its kind, and the table of events sees to it. */
record Happening(
        Kind kind,
        LocalDate day,
        @Nullable OrganisationId keeper,
        @Nullable String place,
        @Nullable String borrower,
        @Nullable String reason,
        @Nullable LocalDate dueOn,
        @Nullable HandOverId handOver) {
    /** Put, received or found somewhere. */
    static Happening put(Kind kind, OrganisationId keeper, String place, LocalDate day) {
        return new Happening(kind, day, keeper, place, null, null, null, null);
    }

    static Happening lent(Loan loan) {
        return new Happening(Kind.LENT, loan.day(), null, null, loan.borrower(), loan.reason(), loan.dueOn(), null);
    }

    static Happening remarked(Kind kind, LocalDate day, @Nullable String remark) {
        return new Happening(kind, day, null, null, null, remark, null, null);
    }

    static Happening handedOver(HandOverId record, LocalDate day) {
        return new Happening(Kind.HANDED_OVER, day, null, null, null, null, null, record);
    }
}
