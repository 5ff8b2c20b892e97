package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * What is entered of a step.
 *
 * @param receivedOn the day the cell received the decision
 * @param members the helpers or introducers it names, two at most
 * @param massOrganisation the union committee that introduces beside them
 * @param ground why a decision is cancelled
 */
public record StepEntry(
        LocalDate day,
        @Nullable Document document,
        @Nullable LocalDate receivedOn,
        @Nullable Vote vote,
        List<MemberId> members,
        @Nullable String massOrganisation,
        @Nullable String ground,
        @Nullable String reason) {
    public StepEntry {
        members = List.copyOf(members);
    }

    /** Of a step that has nothing but a day. */
    public static StepEntry on(LocalDate day) {
        return new StepEntry(day, null, null, null, List.of(), null, null, null);
    }

    /** Of something that is told for a reason. */
    static StepEntry because(LocalDate day, String reason) {
        return new StepEntry(day, null, null, null, List.of(), null, null, reason);
    }
}
