package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import vn.partyregister.organisation.Decision;

/**
 * The letter of introduction (giấy giới thiệu) as it was numbered and signed.
 *
 * @param id of the decision it is kept as: letters are numbered as decisions are
 */
@Embeddable
record Letter(UUID id, String number, LocalDate issuedOn, String issuer) {
    Decision decision() {
        return new Decision(issuer, number, issuedOn, null);
    }
}
