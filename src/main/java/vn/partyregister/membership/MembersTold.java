package vn.partyregister.membership;

import java.util.List;
import vn.partyregister.member.MemberId;

/** The journal was told something of these members, or something told of them was taken back: where and as what they stand may be another now. */
public record MembersTold(List<MemberId> members) {
    public MembersTold {
        members = List.copyOf(members);
    }
}
