package vn.partyregister.admission;

import jakarta.persistence.Embeddable;

/**
 * A citizen number as it is kept: sealed, found by a keyed hash, and its last digits for everybody.
 *
 * @param end the last digits
 */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedNumber(byte[] sealed, byte[] hash, String end) {}
