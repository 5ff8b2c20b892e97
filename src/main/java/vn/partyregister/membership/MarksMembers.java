package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.partyregister.member.MemberId;

/** Tells what a higher module knows of members that bears on where they are counted: implemented by that module. */
public interface MarksMembers {
    /** The marks on a day of those of these members who bear any, all in one question. */
    Map<MemberId, List<MemberMark>> marks(Collection<MemberId> members, LocalDate asAt);
}
