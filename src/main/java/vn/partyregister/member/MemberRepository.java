package vn.partyregister.member;

import org.springframework.data.jpa.repository.JpaRepository;
import vn.partyregister.platform.Refusal.NotFound;

/** People in, people out. */
interface MemberRepository extends JpaRepository<Member, MemberId> {
    default Member get(MemberId id) {
        return findById(id).orElseThrow(() -> new NotFound("member.unknown"));
    }
}
