package vn.partyregister.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * A member as printed lists tell of them: codes as their names, places on one line.
 *
 * @param place in the list, from 1
 * @param residence where they live for good
 * @param service soldier, police or retired, where the occupation says so
 * @param citizenNumber whole, or its last digits alone
 * @param organisation where they stand, or stood last
 * @param came the day and the place they last came from
 * @param gone what ended their last standing; null for who stands
 * @param goneOn the day of it
 * @param goneDetail what was written about it: where to, why
 */
public record PrintedMember(
        int place,
        String fullName,
        @Nullable String birthName,
        @Nullable String alias,
        PartialDate born,
        String sex,
        String ethnicity,
        String religion,
        @Nullable String birthplace,
        @Nullable String nativePlace,
        @Nullable String residence,
        @Nullable String education,
        @Nullable String occupationAtEntry,
        @Nullable String occupation,
        @Nullable String service,
        LocalDate joinedOn,
        @Nullable LocalDate officialOn,
        @Nullable String cardNumber,
        @Nullable String cardPlace,
        @Nullable LocalDate cardIssuedOn,
        @Nullable String oldCardNumber,
        @Nullable String fileNumber,
        @Nullable String citizenNumber,
        @Nullable String organisation,
        @Nullable String came,
        @Nullable MovementKind gone,
        @Nullable LocalDate goneOn,
        @Nullable String goneDetail) {}
