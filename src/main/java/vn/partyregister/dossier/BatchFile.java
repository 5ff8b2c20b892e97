package vn.partyregister.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Where one of several scans would go.
 *
 * @param member whose file; null where there is no such place, or none that the reader may see
 * @param kind in the reader's language
 * @param reason a message key: why it would go nowhere
 */
public record BatchFile(
        String name,
        Verdict verdict,
        @Nullable String reason,
        List<String> arguments,
        @Nullable MemberId member,
        @Nullable String fullName,
        @Nullable String kind,
        int pages) {
    public BatchFile {
        arguments = List.copyOf(arguments);
    }

    /** What was found for a file. */
    public enum Verdict {
        MATCHED,
        AMBIGUOUS,
        UNKNOWN,
        REFUSED
    }
}
