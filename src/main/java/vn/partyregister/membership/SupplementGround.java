package vn.partyregister.membership;

import vn.partyregister.member.MemberId;

/** Tells whether the yearly supplement of a member is being asked for, so that changes of the file may rest on it. */
public interface SupplementGround {
    boolean holdsFor(MemberId member);
}
