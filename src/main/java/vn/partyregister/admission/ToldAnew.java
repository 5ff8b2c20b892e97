package vn.partyregister.admission;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a candidate in place of what was told before.
 *
 * @param citizenNumber another number; null where the one that is known stays
 * @param withoutNumber the number that is known was entered wrongly, and none is known in its place
 * @param place the place without members that they are meant for; null where there is none
 */
public record ToldAnew(
        Candidate candidate,
        @Nullable String citizenNumber,
        boolean withoutNumber,
        @Nullable String place,
        String reason) {}
