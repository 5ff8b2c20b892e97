package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a case that hold: those of a stage that the case was put back behind no longer do. */
final class LiveSteps {
    private final Map<Stage, Step> steps;

    private LiveSteps(Map<Stage, Step> steps) {
        this.steps = steps;
    }

    static LiveSteps of(List<Step> history) {
        var live = new LinkedHashMap<Stage, Step>();
        for (var step : history) {
            switch (step.kind()) {
                case REACHED, CHANGED -> live.put(step.stage(), step);
                case BACK -> {
                    var kept = new LinkedHashMap<Stage, Step>();
                    for (var one : live.entrySet()) {
                        kept.put(one.getKey(), one.getValue());
                        if (one.getKey() == step.stage()) {
                            break;
                        }
                    }
                    live.clear();
                    live.putAll(kept);
                }
                case MOVED -> {}
            }
        }
        return new LiveSteps(live.isEmpty() ? Map.of() : new EnumMap<>(live));
    }

    /** The last day that one of them tells; nothing where none holds. */
    Optional<LocalDate> lastDay() {
        return steps.values().stream().map(Step::day).max(Comparator.naturalOrder());
    }

    Optional<Step> get(Stage stage) {
        return Optional.ofNullable(steps.get(stage));
    }
}
