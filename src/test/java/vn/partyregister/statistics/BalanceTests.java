package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.partyregister.statistics.Check.Kind;

/** Each identity fails, and tells both of its figures, when one figure of a sound form is made wrong. */
class BalanceTests {
    private static final List<FormRow> ROWS = List.of(
            row("A", Flow.OPENING, null, true),
            row("B", Flow.IN, null, true),
            row("B1", Flow.IN, "B", true),
            row("B2", Flow.IN, "B", true),
            row("C", Flow.OUT, null, true),
            row("C3", Flow.OUT, "C", true),
            row("C3x", Flow.OUT, "C3", false),
            row("D", Flow.CLOSING, null, true));

    private final Map<String, Long> figures =
            new HashMap<>(Map.of("A", 100L, "B", 12L, "B1", 7L, "B2", 5L, "C", 4L, "C3", 4L, "C3x", 1L, "D", 108L));
    private final Map<Flow, Long> east = new HashMap<>(Map.of(
            Flow.OPENING, 60L, Flow.IN, 12L, Flow.INNER_IN, 0L, Flow.OUT, 1L, Flow.INNER_OUT, 2L, Flow.CLOSING, 69L));
    private final Map<Flow, Long> west = new HashMap<>(Map.of(
            Flow.OPENING, 40L, Flow.IN, 0L, Flow.INNER_IN, 2L, Flow.OUT, 3L, Flow.INNER_OUT, 0L, Flow.CLOSING, 39L));

    @Test
    void aSoundFormHoldsEveryIdentity() {
        assertThat(failed(100, 108)).isEmpty();
    }

    @Test
    void aClosingThatIsOneTooManyIsToldWithBothFigures() {
        figures.put("D", 109L);
        assertThat(failed(100, 108))
                .containsEntry(Kind.CLOSES, List.of(108L, 109L))
                .containsEntry(Kind.CLOSING_LISTED, List.of(109L, 108L))
                .containsEntry(Kind.CHILDREN_CLOSING, List.of(109L, 108L))
                .hasSize(3);
    }

    @Test
    void aMemberListThatKnowsOneMoreIsTold() {
        assertThat(failed(101, 108)).isEqualTo(Map.of(Kind.OPENING_LISTED, List.of(100L, 101L)));
    }

    @Test
    void aPartThatNoRowCountsIsTold() {
        figures.put("B2", 4L);
        assertThat(failed(100, 108)).isEqualTo(Map.of(Kind.PARTS, List.of(12L, 11L)));
    }

    @Test
    void moreProbationersThanWereStruckOffAreTold() {
        figures.put("C3x", 5L);
        assertThat(failed(100, 108)).isEqualTo(Map.of(Kind.OF_WHICH, List.of(5L, 4L)));
    }

    @Test
    void aChildThatDoesNotCloseIsTold() {
        west.put(Flow.INNER_IN, 1L);
        assertThat(failed(100, 108))
                .isEqualTo(Map.of(Kind.CHILDREN_INNER, List.of(2L, 1L), Kind.CHILDREN_CLOSE, List.of(1L, 2L)));
    }

    private Map<Kind, List<Long>> failed(long listedBefore, long listedAfter) {
        return new Balance(
                        ROWS,
                        row -> figures.getOrDefault(row.code(), 0L),
                        listedBefore,
                        listedAfter,
                        List.of(east, west))
                .checks().stream()
                        .filter(check -> !check.holds())
                        .collect(Collectors.toMap(Check::kind, check -> List.of(check.left(), check.right())));
    }

    private static FormRow row(String code, Flow side, @Nullable String whole, boolean sums) {
        return new FormRow(code, side, whole, sums, true, code, code, "11-HD/BTCTW", "SECONDARY", 0);
    }
}
