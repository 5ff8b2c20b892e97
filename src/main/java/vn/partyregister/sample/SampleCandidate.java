package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.Candidate;
import vn.partyregister.admission.Stage;
import vn.partyregister.member.MemberId;

/**
 * Somebody who is to be admitted, or was.
 *
 * @param days on which the case came to each stage it has come to
 * @param left how the way was left, and when; null for most
 * @param member whom the ceremony made
 * @param officialOn the day probation ended
 */
record SampleCandidate(
        Candidate file,
        String citizenNumber,
        SampleCells.Known cell,
        Map<Stage, LocalDate> days,
        @Nullable Left left,
        @Nullable MemberId member,
        @Nullable LocalDate officialOn) {
    /** A way that was left to a side. */
    record Left(Stage side, LocalDate on) {}

    /** Who and when, as a certificate finds its case. */
    String key() {
        return file.fullName() + " " + file.born();
    }

    /** The day of a stage; null where the case has not come there. */
    @Nullable
    LocalDate on(Stage stage) {
        return days.get(stage);
    }
}
