package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a case that hold: those of a stage that the case was put back behind no longer do. */
final class LiveSteps {
    private final Map<Stage, Step> steps;
    private final Map<Stage, Step> extensions;

    private LiveSteps(Map<Stage, Step> steps, Map<Stage, Step> extensions) {
        this.steps = steps;
        this.extensions = extensions;
    }

    static LiveSteps of(List<Step> history) {
        var live = new LinkedHashMap<Stage, Step>();
        var extensions = new EnumMap<Stage, Step>(Stage.class);
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
                    extensions.keySet().retainAll(live.keySet());
                }
                case MOVED -> {}
                case EXTENDED -> extensions.put(step.stage(), step);
            }
        }
        return new LiveSteps(live.isEmpty() ? Map.of() : new EnumMap<>(live), extensions);
    }

    /** The last day that one of them tells; nothing where none holds. */
    Optional<LocalDate> lastDay() {
        return Stream.concat(steps.values().stream(), extensions.values().stream())
                .map(Step::day)
                .max(Comparator.naturalOrder());
    }

    /** Until when a decision was put off last; nothing where it was not. */
    Optional<LocalDate> until(Stage decision) {
        return extensions.values().stream()
                .filter(step -> decision.equals(step.stage().decision()))
                .map(Step::untilOn)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
    }

    Optional<Step> get(Stage stage) {
        return Optional.ofNullable(steps.get(stage));
    }
}
