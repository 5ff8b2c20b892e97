package vn.partyregister.platform;

/** What a page or an act asks of its visitor. Which role holds which permission is decided in {@code access}. */
public enum Permission {
    /** The home page and its figures. */
    SEE_HOME,
    READ_ORGANISATIONS,
    KEEP_ORGANISATIONS,
    READ_MEMBERS,
    KEEP_MEMBERS,
    /** The whole citizen number instead of its last digits. */
    SEE_CITIZEN_NUMBERS,
    /** Family, foreign relations, history and economy in a member's file. */
    READ_SENSITIVE,
    KEEP_SENSITIVE,
    /** Committees with their terms and posts (cấp ủy, chức vụ). */
    KEEP_COMMITTEES,
    /** The papers of a member's file: scans, and where the paper file is. */
    READ_PAPERS,
    KEEP_PAPERS,
    EXPORT,
    IMPORT,
    /** What only the board of the whole register decides: to reopen what the root itself has closed. */
    GOVERN_REGISTER,
    READ_RULEBOOK,
    READ_AUDIT,
    KEEP_ACCOUNTS,
    /** The own password: everybody who is signed in. */
    OWN_ACCOUNT
}
