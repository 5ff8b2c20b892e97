package vn.partyregister.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.recognition.Stock.Going;

/**
 * Serials that are to leave a receipt.
 *
 * @param why they are written off or corrected; null where they are not
 * @param to the organisation below that they are handed down to; null where they are not
 */
public record Leaving(
        Going kind,
        long first,
        long last,
        LocalDate day,
        String paper,
        @Nullable String why,
        @Nullable OrganisationId to) {}
