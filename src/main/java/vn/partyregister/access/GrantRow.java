package vn.partyregister.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds, held or will hold.
 *
 * @param organisation null for an administrator, who stands outside the tree
 * @param inPlaceOf who is away and lent it; null for a role of their own
 * @param to the last day, null for no end
 * @param current whether it holds today
 */
public record GrantRow(
        UUID id,
        Role role,
        @Nullable UUID organisation,
        @Nullable String organisationName,
        @Nullable String inPlaceOf,
        LocalDate from,
        @Nullable LocalDate to,
        boolean current) {}
