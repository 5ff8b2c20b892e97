package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;

/**
 * How many people of a work have the same lot.
 *
 * @param reason why they are left out, without what it says of each; null for the others
 */
public record BulkFigure(BulkVerdict verdict, @Nullable BulkReason reason, int people) {}
