package vn.partyregister.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A line of a whole comparison: somebody of one of its parts, with one thing that is to be said.
 *
 * @param part a message key
 * @param row its number in the file; null for what is in no row
 */
public record Compared(String part, @Nullable Integer row, String what, RowLine.Detail detail) {}
