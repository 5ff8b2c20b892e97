package vn.partyregister.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.Decision;

/**
 * A card somebody is given.
 *
 * @param place who issues it, as it stands on the card
 * @param serial of the blank card it is printed on, taken out of the stock; null where none is named
 */
public record NewCard(
        CardAct act,
        String number,
        String place,
        LocalDate day,
        Decision decision,
        @Nullable String serial) {}
