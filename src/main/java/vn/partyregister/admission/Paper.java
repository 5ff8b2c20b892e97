package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * A consent or a written comment that the case holds.
 *
 * @param kind a code of {@code case-paper}
 */
@Embeddable
public record Paper(String kind, String number, LocalDate day, String issuer, String recordedBy) {
    /** Consent to admit somebody above the age that needs none. */
    static final String OVER_AGE = "CONSENT_OVER_AGE";

    static final String EDUCATION = "CONSENT_EDUCATION";
    static final String AGAIN = "CONSENT_AGAIN";
    static final String LATE_CEREMONY = "CONSENT_LATE_CEREMONY";

    /** Giấy chứng nhận lớp bồi dưỡng đảng viên mới. */
    static final String NEW_MEMBER_CLASS = "NEW_MEMBER_CLASS";

    /** A base committee may decide; holds for all its cases. */
    static final String DELEGATION = "DELEGATION";
}
