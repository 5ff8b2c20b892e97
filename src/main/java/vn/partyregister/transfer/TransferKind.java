package vn.partyregister.transfer;

import java.util.Locale;

/** The four kinds of transfer. What each asks for by which day, and who signs, stands in the rulebook. */
public enum TransferKind {
    /** Chính thức: leaves one organisation's members and comes among another's. */
    OFFICIAL,
    /** Tạm thời: votes, and is counted, at home. */
    TEMPORARY,
    /** Nội bộ: between cells of one base committee. */
    INTERNAL,
    /** Ra ngoài nước, về nước. */
    ABROAD;

    /** The code list of the kinds. */
    public static final String LIST = "transfer-kind";

    /** Whether the journal moves the member; else a dated fact says where they are meanwhile. */
    boolean moves() {
        return switch (this) {
            case OFFICIAL, INTERNAL, ABROAD -> true;
            case TEMPORARY -> false;
        };
    }

    /** Whether it can go this way. */
    public boolean goes(Direction direction) {
        return switch (this) {
            case OFFICIAL -> true;
            case TEMPORARY -> direction != Direction.IN; // who is here for a time is a member elsewhere
            case INTERNAL -> direction == Direction.WITHIN;
            case ABROAD -> direction != Direction.WITHIN;
        };
    }

    /** The key of the rule that says something of this kind. */
    String rule(String what) {
        return "transfer-%s-%s".formatted(what, name().toLowerCase(Locale.ROOT));
    }
}
