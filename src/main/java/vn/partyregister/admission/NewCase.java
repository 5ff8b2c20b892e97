package vn.partyregister.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * Somebody is nominated (tạo nguồn) in a cell.
 *
 * @param day of the nomination: its rules hold for the case
 * @param again the member they once were
 * @param place the place without members that they are meant for
 */
public record NewCase(
        Candidate candidate,
        @Nullable String citizenNumber,
        OrganisationId cell,
        LocalDate day,
        @Nullable MemberId again,
        @Nullable String place) {
    public NewCase(
            Candidate candidate,
            @Nullable String citizenNumber,
            OrganisationId cell,
            LocalDate day,
            @Nullable MemberId again) {
        this(candidate, citizenNumber, cell, day, again, null);
    }
}
