package vn.partyregister.paperfile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * A record of a hand-over as it is printed (biên bản bàn giao).
 *
 * @param above the organisation above the one that hands over; null at the root
 * @param files in the order of their members' names
 */
public record HandOver(Head head, @Nullable String above, List<Item> files) {
    public HandOver {
        files = List.copyOf(files);
    }

    /** What stands at its top. */
    public record Head(
            HandOverId id,
            String number,
            LocalDate handedOverOn,
            OrganisationId fromOrganisationId,
            String fromName,
            String toName,
            @Nullable String handedBy,
            @Nullable String receivedBy) {}

    /** One file that changed hands. */
    public record Item(
            String fullName,
            @Nullable String cardNumber,
            @Nullable String fileNumber,
            @Nullable String organisation,
            boolean sealed) {}

    /**
     * What is to be handed over.
     *
     * @param to null where the receiver is none that the visitor may see: then its name alone is kept
     */
    public record Draft(
            OrganisationId from,
            @Nullable OrganisationId to,
            String toName,
            String number,
            LocalDate day,
            @Nullable String handedBy,
            @Nullable String receivedBy) {}

    /** Somebody whose file is left out, and why: the key and the arguments of a message. */
    public record LeftOut(String fullName, String key, List<String> arguments) implements Serializable {
        static LeftOut of(Whereabouts file, RuleBroken reason) {
            return new LeftOut(
                    file.fullName(),
                    reason.key(),
                    reason.arguments().stream().map(Object::toString).toList());
        }
    }

    /** A new record, and who was left out of it. */
    public record Made(HandOverId id, List<LeftOut> leftOut) {
        public Made {
            leftOut = List.copyOf(leftOut);
        }
    }
}
