package vn.partyregister.admission;

import java.time.LocalDate;

/**
 * The term of a decision is extended in a special case (gia hạn).
 *
 * @param until the last day from then on
 * @param day when that was settled
 */
public record Extension(LocalDate until, LocalDate day, String reason) {}
