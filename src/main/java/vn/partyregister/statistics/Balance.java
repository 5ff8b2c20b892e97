package vn.partyregister.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import vn.partyregister.statistics.Check.Kind;

/**
 * The identities of form 1, checked on the figures that are shown.
 *
 * @param rows the rows of the form
 * @param figure what each row shows
 * @param listedBefore how many the member list has on the day before the period
 * @param listedAfter how many it has on the last day
 * @param children what each child shows, by column; none where there are no children
 */
record Balance(
        List<FormRow> rows,
        ToLongFunction<FormRow> figure,
        long listedBefore,
        long listedAfter,
        Collection<Map<Flow, Long>> children) {
    List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(Check.of(Kind.CLOSES, of(Flow.OPENING) + of(Flow.IN) - of(Flow.OUT), of(Flow.CLOSING)));
        checks.add(Check.of(Kind.OPENING_LISTED, of(Flow.OPENING), listedBefore));
        checks.add(Check.of(Kind.CLOSING_LISTED, of(Flow.CLOSING), listedAfter));
        for (var row : rows) {
            parts(row, rows, figure, checks);
        }
        if (!children.isEmpty()) {
            checks.add(Check.of(Kind.CHILDREN_OPENING, of(Flow.OPENING), sum(Flow.OPENING)));
            checks.add(Check.of(Kind.CHILDREN_IN, of(Flow.IN), sum(Flow.IN)));
            checks.add(Check.of(Kind.CHILDREN_OUT, of(Flow.OUT), sum(Flow.OUT)));
            checks.add(Check.of(Kind.CHILDREN_CLOSING, of(Flow.CLOSING), sum(Flow.CLOSING)));
            checks.add(Check.of(Kind.CHILDREN_INNER, sum(Flow.INNER_OUT), sum(Flow.INNER_IN)));
            checks.add(Check.of(
                    Kind.CHILDREN_CLOSE,
                    children.stream().filter(Balance::closes).count(),
                    children.size()));
        }
        return checks;
    }

    /** The parts of a row sum to it, and what is "of which" is no more. */
    static void parts(FormRow whole, List<FormRow> rows, ToLongFunction<FormRow> figure, List<Check> checks) {
        var parts =
                rows.stream().filter(row -> whole.code().equals(row.whole())).toList();
        if (parts.stream().anyMatch(FormRow::sums)) {
            var sum = parts.stream().filter(FormRow::sums).mapToLong(figure).sum();
            checks.add(new Check(Kind.PARTS, List.of(whole.label()), figure.applyAsLong(whole), sum));
        }
        parts.stream()
                .filter(part -> !part.sums())
                .forEach(part -> checks.add(new Check(
                        Kind.OF_WHICH, List.of(whole.label()), figure.applyAsLong(part), figure.applyAsLong(whole))));
    }

    private long of(Flow side) {
        return rows.stream()
                .filter(row -> row.whole() == null && row.side() == side)
                .mapToLong(figure)
                .sum();
    }

    private long sum(Flow column) {
        return children.stream().mapToLong(child -> of(child, column)).sum();
    }

    private static boolean closes(Map<Flow, Long> child) {
        return of(child, Flow.OPENING)
                        + of(child, Flow.IN)
                        + of(child, Flow.INNER_IN)
                        - of(child, Flow.OUT)
                        - of(child, Flow.INNER_OUT)
                == of(child, Flow.CLOSING);
    }

    private static long of(Map<Flow, Long> child, Flow column) {
        return child.getOrDefault(column, 0L);
    }
}
