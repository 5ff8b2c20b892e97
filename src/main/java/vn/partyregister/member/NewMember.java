package vn.partyregister.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * What is known of a person on the day they are admitted.
 *
 * @param decidedOn the day of the decision that admits: the start of party age
 * @param joinedOn the ceremony: the start of probation
 */
public record NewMember(
        String fullName,
        @Nullable String alias,
        String sex,
        PartialDate born,
        String ethnicity,
        String religion,
        @Nullable String citizenNumber,
        LocalDate decidedOn,
        LocalDate joinedOn,
        @Nullable String occupation,
        @Nullable String generalEducation) {}
