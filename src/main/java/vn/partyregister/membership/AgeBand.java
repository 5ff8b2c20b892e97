package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;

/**
 * A band of age in completed years, both ends inclusive.
 *
 * @param fromAge null for all below {@code toAge}
 * @param toAge null for the last one, which is open
 */
public record AgeBand(@Nullable Integer fromAge, @Nullable Integer toAge) {}
