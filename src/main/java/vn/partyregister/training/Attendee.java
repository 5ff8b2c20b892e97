package vn.partyregister.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * Somebody who attends a class.
 *
 * @param memberId null for who was no member
 * @param citizenNumberEnd the last digits
 * @param organisation who sent them
 * @param why they have not finished
 * @param certificate its number as it is written
 * @param lastDay the last day their certificate is valid, by the rule of today; null where it has no end
 */
public record Attendee(
        UUID id,
        UUID classId,
        String className,
        ClassKind kind,
        @Nullable UUID memberId,
        String fullName,
        LocalDate bornEarliest,
        PartialDate.Precision bornPrecision,
        @Nullable String citizenNumberEnd,
        String organisation,
        @Nullable Outcome outcome,
        @Nullable String why,
        @Nullable UUID certificateId,
        @Nullable String certificate,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate lastDay) {
    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }

    /** How far they have come, as a list shows it. */
    public AttendanceState state() {
        if (outcome == null) {
            return AttendanceState.OPEN;
        }
        return switch (outcome) {
            case FINISHED -> certificateId == null ? AttendanceState.FINISHED : AttendanceState.CERTIFIED;
            case NOT_FINISHED -> AttendanceState.NOT_FINISHED;
        };
    }

    /** Whether the certificate is no longer valid on a day. */
    public boolean expiredOn(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }
}
