package vn.partyregister.transfer;

import java.time.LocalDate;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * Somebody from outside of the register brings a letter of introduction to temporary party life.
 *
 * @param home the organisation that it names as theirs
 * @param host the cell that takes them in
 * @param until the last day
 */
public record NewGuest(
        Newcomer person,
        String home,
        OrganisationId host,
        String ground,
        Decision letter,
        LocalDate arrivedOn,
        LocalDate until) {}
