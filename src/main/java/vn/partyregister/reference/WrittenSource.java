package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By which directive a value holds: one of the list, or a new one with its number, issuer, day and subject.
 *
 * @param directive the id of one of the list; null for a new one
 */
public record WrittenSource(
        @Nullable String directive,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable String subject,
        String clause,
        Certainty certainty) {}
