package vn.partyregister.member;

import java.util.Set;

/** Somebody in the register who may be the same person, and why. */
public record Alike(MemberId id, String fullName, Set<Why> why) {
    /** What two people have in common. */
    public enum Why {
        CITIZEN_NUMBER,
        CARD_NUMBER,
        /** The same name, however accented, and the same birth date. */
        NAME,
        /** The same birth date, and the name of the one is the birth name or another name of the other. */
        OTHER_NAME
    }

    public Alike {
        why = Set.copyOf(why);
    }

    /** Whether a number says so, and not a name alone. */
    public boolean sure() {
        return why.contains(Why.CITIZEN_NUMBER) || why.contains(Why.CARD_NUMBER);
    }
}
