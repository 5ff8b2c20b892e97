package vn.partyregister.exchange;

/** How the program knows its own comments again in a file that comes back: by their author, and by the line it added. */
final class Mark {
    static final String AUTHOR = "Party Register";
    private static final String ADDED = "\n" + AUTHOR + ": ";

    private Mark() {}

    /** What is added to a comment that the user wrote. */
    static String added(String why) {
        return ADDED + why;
    }

    /** Where what was added begins in a comment; its length where nothing was. */
    static int ownLength(String comment) {
        var at = comment.replace("\r\n", "\n").replace('\r', '\n').indexOf(ADDED);
        return at < 0 ? comment.length() : at;
    }
}
