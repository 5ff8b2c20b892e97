package vn.partyregister.training;

import java.time.LocalDate;
import vn.partyregister.organisation.OrganisationId;

/**
 * What is planned of a class.
 *
 * @param organisation the committee that holds it
 * @param audience a code of {@code class-audience}
 * @param expected how many are expected
 */
public record NewClass(
        OrganisationId organisation,
        ClassKind kind,
        String name,
        String audience,
        String place,
        LocalDate fromOn,
        LocalDate toOn,
        int expected) {}
