package vn.partyregister.transfer;

import java.time.LocalDate;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;

/**
 * Somebody brings a letter, as the letter says.
 *
 * @param to the cell it introduces them to
 * @param from the organisation that it names as theirs
 * @param receivedOn the day it was presented
 */
public record NewArrival(
        TransferKind kind,
        Newcomer person,
        OrganisationId to,
        String from,
        String ground,
        Decision letter,
        LocalDate receivedOn) {}
