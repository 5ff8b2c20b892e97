package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * Somebody for whom a work is written.
 *
 * @param organisation where they belong
 * @param before what stands there before it, where the act takes its place
 */
public record BulkPerson(
        MemberId member,
        OrganisationId organisation,
        @Nullable String before) {}
