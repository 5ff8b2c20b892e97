package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a case that lists and deadlines ask for, as the steps that hold tell them.
 *
 * @param certificateOn of the awareness course
 * @param votedOn the cell met on the admission
 * @param decideUntil the last day of the decision where it was put off
 * @param receivedOn the cell received the decision
 * @param joinedOn the ceremony
 * @param biographyOn the member's biography was declared
 * @param proposedOn the cell met on the recognition
 * @param recogniseUntil the last day of the decision on it where that was put off
 */
@Embeddable
public record Milestones(
        @Nullable LocalDate certificateOn,
        @Nullable LocalDate votedOn,
        @Nullable LocalDate decideUntil,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate biographyOn,
        @Nullable LocalDate proposedOn,
        @Nullable LocalDate recogniseUntil) {
    static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null, null);

    static Milestones of(LiveSteps live) {
        return new Milestones(
                live.get(Stage.COURSE_DONE)
                        .map(Step::document)
                        .map(Document::day)
                        .orElse(null),
                day(live, Stage.CELL_VOTED),
                live.until(Stage.DECIDED).orElse(null),
                day(live, Stage.DECIDED),
                live.get(Stage.DECIDED).map(Step::receivedOn).orElse(null),
                day(live, Stage.CEREMONY),
                day(live, Stage.PROBATION),
                day(live, Stage.CELL_VOTED_OFFICIAL),
                live.until(Stage.OFFICIAL).orElse(null));
    }

    private static @Nullable LocalDate day(LiveSteps live, Stage stage) {
        return live.get(stage).map(Step::day).orElse(null);
    }
}
