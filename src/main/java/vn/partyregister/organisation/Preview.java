package vn.partyregister.organisation;

import java.util.List;
import java.util.Map;
import vn.partyregister.organisation.Change.Manner;

/**
 * What a draft would do.
 *
 * @param figures how many organisations change in which manner
 * @param membersBefore of the whole organisation within which it happens
 * @param parts what each part of the register says of it
 */
public record Preview(Map<Manner, Long> figures, int membersBefore, int membersAfter, List<Part> parts) {
    /** Whether nothing stands in its way. */
    public boolean isReady() {
        return parts.stream().noneMatch(part -> part.lines().stream().anyMatch(Consequence::bars));
    }

    public long barring() {
        return parts.stream()
                .flatMap(part -> part.lines().stream())
                .filter(Consequence::bars)
                .count();
    }

    /** How many organisations change. */
    public long changes() {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What a part of the register says.
     *
     * @param label a message key
     */
    public record Part(String label, List<Consequence> lines) {}
}
