package vn.partyregister.membership;

import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Permission;

/** A page of a member's file that a higher module keeps: the file links to it, for those who may open it. */
public interface FilePart {
    /** The message key of the link. */
    String label();

    String address(MemberId member);

    /** What the page behind the link asks of its visitor. */
    Permission permission();
}
