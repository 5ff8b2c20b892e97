package vn.partyregister.planning;

import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/**
 * What a place is for a time.
 *
 * @param organisation the committee that looks after it
 * @param cell its own cell; null where it has none
 * @param hasMembers whether members live, work or learn there
 * @param inCharge the committee member in charge of it
 */
public record Situation(
        OrganisationId organisation,
        @Nullable OrganisationId cell,
        boolean hasMembers,
        @Nullable MemberId inCharge) {}
