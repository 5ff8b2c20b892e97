package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;

/**
 * Something that is true of a member from a day on.
 *
 * @param until the last day, null while none is known
 * @param place where they are meanwhile
 */
public record NewFact(
        FactKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String place,
        @Nullable Decision decision) {}
