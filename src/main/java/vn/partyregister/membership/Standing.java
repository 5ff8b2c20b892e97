package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * Who belonged where as what, and when.
 *
 * @param from the first day
 * @param until the first day no longer, null while it lasts
 */
public record Standing(
        MemberId member,
        OrganisationId organisation,
        Status status,
        LocalDate from,
        @Nullable LocalDate until) {}
