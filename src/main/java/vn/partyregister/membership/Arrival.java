package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * A member of elsewhere comes into the register (chuyển đến), whom it did not know.
 *
 * @param elsewhere the party organisation they come from
 * @param officialOn null for who comes on probation
 * @param letter that introduces them
 */
public record Arrival(
        NewMember person,
        OrganisationId organisation,
        LocalDate day,
        String elsewhere,
        @Nullable LocalDate officialOn,
        Decision letter) {}
