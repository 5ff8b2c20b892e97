package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;

/**
 * Certificates of the awareness course (giấy chứng nhận bồi dưỡng nhận thức về Đảng) and of the new-member class: implemented
 * by the module that keeps the classes. Without one they are typed from the paper.
 */
public interface Certificates {
    /** Those of the awareness course, of a person, the latest first. */
    List<Certificate> of(String fullName, PartialDate born, byte @Nullable [] citizenNumberHash);

    /** Those of the new-member class, of a member, the latest first. */
    List<Certificate> ofNewMember(MemberId member);

    /** One certificate. */
    record Certificate(String number, LocalDate day, String issuer) {}
}
