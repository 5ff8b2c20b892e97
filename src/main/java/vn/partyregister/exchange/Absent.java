package vn.partyregister.exchange;

import org.jspecify.annotations.Nullable;

/** In the register, and in no row of a file that was compared. */
public record Absent(String label, @Nullable String detail) {}
