package vn.partyregister.admission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.Step.Kind;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** How a case came to where it stands: steps that only grow, the stage they led to, and the days that those which hold tell. */
@Embeddable
class CaseHistory {
    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate since;
    private @Nullable LocalDate endedOn;

    @Embedded
    private @Nullable Milestones milestones;

    @ElementCollection
    @CollectionTable(schema = "admission", name = "step", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Step> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected CaseHistory() {}

    private CaseHistory(Step first) {
        stage = first.stage();
        since = first.day();
        add(first);
    }

    static CaseHistory begunWith(Step first) {
        return new CaseHistory(first);
    }

    /** A step that leaves the case at its stage. */
    void add(Step step) {
        steps.add(step);
        milestones = Milestones.of(live());
    }

    /** A step that leads to another stage. */
    void add(Step step, Stage next, LocalDate day) {
        add(step);
        stage = next;
        since = day;
        endedOn = next.isOver() ? day : null;
    }

    void requireUnderWay() {
        if (stage.isOver()) {
            throw new RuleBroken("admission.is-over", stage.label(), Dates.write(since));
        }
    }

    /** After the last step that holds, and after the candidate came to the cell: the day on which somebody put it back is none of its days. */
    void requireInOrder(LocalDate day) {
        var moved = steps.stream()
                .filter(step -> step.kind() == Kind.MOVED)
                .map(Step::day)
                .max(Comparator.naturalOrder());
        Stream.of(live().lastDay(), moved)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(day::isBefore)
                .ifPresent(last -> {
                    throw new RuleBroken("admission.before-the-last", Dates.write(last));
                });
    }

    LiveSteps live() {
        return LiveSteps.of(steps);
    }

    Stage stage() {
        return stage;
    }

    LocalDate since() {
        return since;
    }

    Milestones milestones() {
        return milestones == null ? Milestones.NONE : milestones;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
