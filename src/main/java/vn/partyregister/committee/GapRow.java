package vn.partyregister.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;

/**
 * One line of the list of gaps.
 *
 * @param above the name of the organisation above it
 * @param body null where no term is known; so are the label and the last day
 * @param post the vacant post
 * @param missing how many holders, or members, are missing
 */
public record GapRow(
        OrganisationId organisation,
        String name,
        @Nullable String above,
        Gap gap,
        @Nullable Body body,
        @Nullable String label,
        @Nullable LocalDate lastDay,
        @Nullable String post,
        @Nullable Integer missing) {}
