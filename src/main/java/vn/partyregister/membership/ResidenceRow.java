package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Somebody who keeps in touch where they live, in a list about a year.
 *
 * @param home where they are counted
 * @param body the party body where they live; null for who is not introduced
 * @param commentedOn of the comment of the year; null while there is none
 * @param missing whether the comment of the year is asked for and not there
 */
public record ResidenceRow(
        MemberId memberId,
        String fullName,
        @Nullable String home,
        ResidenceMode mode,
        @Nullable String body,
        @Nullable String responsible,
        @Nullable String letterNumber,
        @Nullable LocalDate letterOn,
        LocalDate starts,
        @Nullable LocalDate until,
        @Nullable LocalDate commentedOn,
        @Nullable String signedBy,
        boolean missing) {}
