package vn.partyregister.member;

import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/** What is known of somebody who may be in the register already; a name tells nothing without the birth date. */
public record Sought(
        @Nullable String fullName,
        @Nullable String alias,
        @Nullable PartialDate born,
        @Nullable String citizenNumber,
        @Nullable String cardNumber) {
    static Sought by(NewMember person) {
        return new Sought(person.fullName(), person.alias(), person.born(), person.citizenNumber(), null);
    }
}
