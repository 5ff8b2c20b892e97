package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation was, and when.
 *
 * @param from the first day
 * @param until the first day it was something else or nothing; null while it lasts
 * @param parent null for the root alone
 */
record Version(
        LocalDate from,
        @Nullable LocalDate until,
        String name,
        String type,
        @Nullable String kind,
        @Nullable OrganisationId parent,
        Act act) {}
