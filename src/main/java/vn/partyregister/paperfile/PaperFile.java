package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.MemberFiles.Brief;

/**
 * The paper file of one member: whose it is, where it is now, what happened to it, and what may happen next.
 *
 * @param events the latest first
 */
public record PaperFile(Brief member, Whereabouts now, List<Event> events, Set<Kind> open) {
    public PaperFile {
        events = List.copyOf(events);
        open = Set.copyOf(open);
    }

    /** For templates: whether this act may be recorded now. */
    public boolean allows(String kind) {
        return open.contains(Kind.valueOf(kind));
    }

    /**
     * What happened on a day.
     *
     * @param organisation who keeps it from then on
     * @param handOver the record of the hand-over
     * @param number of that record
     * @param receiver whom it was handed over to
     */
    public record Event(
            Kind kind,
            LocalDate happenedOn,
            @Nullable String organisation,
            @Nullable String place,
            @Nullable String borrower,
            @Nullable String reason,
            @Nullable LocalDate dueOn,
            @Nullable HandOverId handOver,
            @Nullable String number,
            @Nullable String receiver,
            String recordedBy) {}
}
