package vn.partyregister.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan has come in an organisation.
 *
 * @param asAt the day whose parts are meant: what is right below on it makes the sum handed down
 * @param lines one for each group
 * @param chosen the group that is told of each part
 * @param parts those right below, and the organisation itself where it admits
 */
public record Progress(
        UUID organisation, String name, LocalDate asAt, List<Line> lines, Group chosen, List<Part> parts) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Progress {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /** The line of the group that is told of each part. */
    public Line line() {
        return lines.stream()
                .filter(line -> line.group().code().equals(chosen.code()))
                .findFirst()
                .orElseThrow();
    }

    /** Those right below that have no target although others have: what is begun later begins without one. */
    public List<Part> withoutTarget() {
        return line().handedDown() == null
                ? List.of()
                : parts.stream()
                        .filter(part -> part.below() && part.target() == null)
                        .toList();
    }

    private static @Nullable BigDecimal percent(@Nullable Integer target, @Nullable Long now) {
        return target == null || target == 0 || now == null
                ? null
                : WHOLE.multiply(BigDecimal.valueOf(now)).divide(BigDecimal.valueOf(target), 1, RoundingMode.HALF_UP);
    }

    /**
     * A group.
     *
     * @param target null where none is set
     * @param now admitted so far, or the share reached; null where no population is known
     * @param before in the same stretch of the period before; null for a share
     * @param handedDown the sum of the targets right below; null where none is set there
     */
    public record Line(
            Group group,
            @Nullable Integer target,
            boolean closed,
            @Nullable Long now,
            @Nullable Long before,
            @Nullable Integer handedDown) {
        public @Nullable BigDecimal percent() {
            return Progress.percent(target, now);
        }

        /** How many are still to be admitted. */
        public @Nullable Long missing() {
            return target == null || now == null || !group.countsAdmissions() ? null : Math.max(0, target - now);
        }

        /** How many more (or fewer) were handed down than the target has; null where nothing is to be compared. */
        public @Nullable Integer difference() {
            return handedDown == null || target == null || !group.countsAdmissions() ? null : handedDown - target;
        }
    }

    /**
     * A part of the organisation.
     *
     * @param itself whether it is the organisation itself, without those below it
     * @param below whether it is right below on the day; else it was when somebody was admitted there
     */
    public record Part(
            UUID id,
            String name,
            boolean itself,
            boolean below,
            @Nullable Integer target,
            boolean closed,
            @Nullable Long now,
            @Nullable Long before) {
        public @Nullable BigDecimal percent() {
            return Progress.percent(target, now);
        }
    }
}
