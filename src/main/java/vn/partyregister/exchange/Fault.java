package vn.partyregister.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why a cell, or a row as a whole, was rejected.
 *
 * @param position the column from 0; null for the row as a whole
 * @param reason a sentence in the reader's language
 */
record Fault(@Nullable Integer position, String reason) {}
