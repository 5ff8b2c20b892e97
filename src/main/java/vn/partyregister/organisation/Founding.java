package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a new organisation is to be.
 *
 * @param parent null for the first organisation of the register, its root
 * @param day the first day
 */
public record Founding(
        String name,
        String type,
        @Nullable String kind,
        @Nullable OrganisationId parent,
        @Nullable String code,
        LocalDate day) {}
