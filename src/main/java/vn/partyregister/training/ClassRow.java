package vn.partyregister.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * A class as far as its reader may see it.
 *
 * @param name of the class
 * @param organiser the name of the committee that holds it
 * @param leads whether the reader sees the committee itself, and so all who attend
 */
public record ClassRow(
        UUID id,
        UUID organisation,
        String organiser,
        boolean leads,
        ClassKind kind,
        String name,
        String audience,
        String place,
        LocalDate fromOn,
        LocalDate toOn,
        int expected,
        ClassState state,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelledBy,
        @Nullable String cancelledWhy,
        long people,
        long finished,
        long notFinished,
        long certified) {
    /** The class, where it is of a kind; else it is refused. */
    public ClassRow requireFor(ClassKind asked) {
        if (kind != asked) {
            throw new RuleBroken("training.not-for." + asked);
        }
        return this;
    }

    /** Of whom nothing was told yet. */
    public long open() {
        return people - finished - notFinished;
    }

    /** Who has finished and holds no certificate yet. */
    public long uncertified() {
        return finished - certified;
    }
}
