package vn.partyregister.admission;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.partyregister.admission.StageRule.Condition;
import vn.partyregister.platform.Refusal.RuleBroken;

/** The stages of an admission on one day, in their order, for a cell that lies where it lies. */
public final class Procedure {
    private final Map<Stage, StageRule> stages;
    private final List<StageRule> way;

    /** @param where of the conditions, those that hold for the cell */
    Procedure(List<StageRule> all, Set<Condition> where) {
        stages = all.stream().collect(Collectors.toUnmodifiableMap(StageRule::stage, Function.identity()));
        way = all.stream()
                .filter(one -> !one.side())
                .filter(one -> one.onlyUnder() == null || where.contains(one.onlyUnder()))
                .sorted(Comparator.comparingInt(StageRule::position))
                .toList();
    }

    public StageRule get(Stage stage) {
        var found = stages.get(stage);
        if (found == null) {
            throw new RuleBroken("admission.no-such-stage", stage.label());
        }
        return found;
    }

    /** The way to official membership, from the source on. */
    public List<StageRule> way() {
        return way;
    }

    /** The stage that follows on the way; nothing where the way ends or was left. */
    public Optional<StageRule> next(Stage from) {
        return get(from).side() || from.isOver()
                ? Optional.empty()
                : way.stream()
                        .filter(one -> one.position() > get(from).position())
                        .findFirst();
    }

    /** Where the way may be left to from a stage. */
    public List<StageRule> sides(Stage from) {
        var position = get(from).position();
        return from.isOver()
                ? List.of()
                : stages.values().stream()
                        .filter(one -> one.side() && one.firstFrom() <= position && position <= one.lastFrom())
                        .sorted(Comparator.comparingInt(StageRule::position))
                        .toList();
    }

    /** Refuses a stage that is not the next on the way, nor a side that may be reached from a stage. */
    void requireNext(Stage from, Stage next) {
        var allowed = get(next).side()
                ? sides(from).stream().anyMatch(one -> one.stage() == next)
                : next(from).filter(one -> one.stage() == next).isPresent();
        if (!allowed) {
            throw new RuleBroken(get(next).source(), "admission.not-next", next.label(), from.label());
        }
    }

    boolean isBefore(Stage one, Stage another) {
        return get(one).position() < get(another).position();
    }
}
