package vn.partyregister.committee;

import java.time.LocalDate;
import vn.partyregister.organisation.OrganisationId;

/**
 * What a congress or a superior decided of a committee.
 *
 * @param label as it is spoken of: 2020–2025
 * @param from the day it was elected: it acts from that day on
 * @param lastDay the planned end
 * @param members how many it is to have, its secretary included
 */
public record NewTerm(
        OrganisationId organisation, String label, Body body, LocalDate from, LocalDate lastDay, int members) {}
