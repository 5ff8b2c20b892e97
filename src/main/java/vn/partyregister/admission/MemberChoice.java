package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.UUID;
import vn.partyregister.platform.Dates;

/** An official member to choose as a helper or an introducer. */
public record MemberChoice(UUID id, String fullName, LocalDate bornEarliest) {
    /** What the picker writes, and {@link AdmissionFiles#meant} reads again. */
    public String written() {
        return fullName + " – " + Dates.write(bornEarliest);
    }
}
