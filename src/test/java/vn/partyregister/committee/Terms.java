package vn.partyregister.committee;

import java.time.LocalDate;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/** Terms as congresses decide them: elected on 01/06/2020 for five years. */
final class Terms {
    static final LocalDate ELECTED = LocalDate.of(2020, 6, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 5, 31);
    static final Decision DECISION = new Decision("Ban Thường vụ Huyện ủy", "7-QĐ/HU", LocalDate.of(2020, 6, 5), null);

    private Terms() {}

    static NewTerm of(OrganisationId organisation, Body body, int members) {
        return new NewTerm(organisation, "2020–2025", body, ELECTED, LAST_DAY, members);
    }
}
