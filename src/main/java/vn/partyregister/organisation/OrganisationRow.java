package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of the list of organisations, with the members of its subtree. */
public record OrganisationRow(
        OrganisationId id,
        String name,
        String typeLabel,
        String kindLabel,
        @Nullable String code,
        String parent,
        @Nullable String parentCode,
        LocalDate since,
        @Nullable LocalDate lastDay,
        MemberCounts.Count count) {}
