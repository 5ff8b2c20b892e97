package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * A person is admitted (kết nạp) to a cell by a decision.
 *
 * @param again the member they once were; null for who was never one
 */
public record Admission(
        NewMember person,
        OrganisationId organisation,
        Decision decision,
        @Nullable MemberId again) {}
