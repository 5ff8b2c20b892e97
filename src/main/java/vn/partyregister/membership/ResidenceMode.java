package vn.partyregister.membership;

/** How a working member keeps in touch with the party body where they live. */
public enum ResidenceMode {
    /** Introduced and taking part; commented on each year. */
    FULL,
    /** Introduced, need not attend (miễn sinh hoạt nơi cư trú); commented on when it is needed. */
    NO_ATTENDANCE,
    /** Not introduced at all (miễn giới thiệu). */
    NOT_INTRODUCED;

    /** Whether a letter of introduction leads them to a party body. */
    public boolean isIntroduced() {
        return this != NOT_INTRODUCED;
    }
}
