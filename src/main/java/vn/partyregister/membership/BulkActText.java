package vn.partyregister.membership;

import java.util.Map;

/** How the pages of a work speak of its act, in the reader's language. */
public interface BulkActText {
    /** The act it speaks of. */
    String key();

    /** What holds for all, by its labels; nothing while it is not said. */
    Map<String, String> terms(BulkWork work);

    /** Whether it takes the place of something, which the pages show beside each person. */
    boolean replaces();

    /** A value that stood with a person, as people read it. */
    String value(BulkWork work, String kept);
}
