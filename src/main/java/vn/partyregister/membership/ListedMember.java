package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of the member list with all that its reader may choose to see.
 *
 * @param asAt the day of which the list tells
 */
public record ListedMember(MemberRow row, More more, LocalDate asAt) {
    /** Completed years, counted from the first day the birth date can mean; null for who no longer stands anywhere. */
    public @Nullable Long age() {
        return row.status() == null ? null : ChronoUnit.YEARS.between(row.bornEarliest(), asAt);
    }

    /** What the columns beyond the standard ones show, in codes. */
    public record More(
            String religion,
            @Nullable String residenceCommune,
            @Nullable String occupation,
            @Nullable String generalEducation,
            @Nullable String qualification,
            @Nullable String politicalTheory,
            @Nullable LocalDate officialOn,
            @Nullable String fileNumber,
            boolean exempt) {}
}
