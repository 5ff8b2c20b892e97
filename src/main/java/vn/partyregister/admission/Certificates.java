package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * Certificates of the awareness course (giấy chứng nhận bồi dưỡng nhận thức về Đảng): implemented by the module that keeps
 * the classes. Without one they are typed from the paper.
 */
public interface Certificates {
    /** Those of a person, the latest first. */
    List<Certificate> of(String fullName, PartialDate born, byte @Nullable [] citizenNumberHash);

    /** One certificate. */
    record Certificate(String number, LocalDate day, String issuer) {}
}
