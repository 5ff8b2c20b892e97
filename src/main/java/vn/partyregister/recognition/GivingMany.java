package vn.partyregister.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * Cards that one decision gives to many.
 *
 * @param firstNumber the first of the numbers they are given, in the order of their names; null where each keeps their own
 * @param place who issues them, as it stands on the cards
 * @param issuer the organisation whose committee decided; null where it is known only by name
 * @param stock whose stock the blanks are taken from; null where none are
 */
public record GivingMany(
        CardAct act,
        @Nullable String firstNumber,
        String place,
        LocalDate day,
        Decision decision,
        @Nullable OrganisationId issuer,
        @Nullable OrganisationId stock) {}
