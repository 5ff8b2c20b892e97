package vn.partyregister.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;

/**
 * Form 1 of one organisation and period. Each figure opens the people it counts.
 *
 * @param code of the form, as printed
 * @param before the same period a year earlier
 * @param children the parts of the organisation; empty where it has none
 * @param sum the organisation itself, in the columns of its parts
 * @param inTransit who of those on the list on the last day is in transit, counted at the sender until accepted; and who was, a year
 *     earlier
 * @param otherReported the other periods for which somebody reported figures
 * @param closed what the committee closed for this very period, by each kind of period that it is
 */
public record Form1Page(
        String code,
        String name,
        String directive,
        OrganisationChoice organisation,
        Period period,
        Period before,
        List<Line> lines,
        List<Child> children,
        Child sum,
        Figure inTransit,
        Figure inTransitBefore,
        List<Check> checks,
        List<QuickPeriods.Quick> quick,
        List<Period> otherReported,
        List<ClosedForm> closed) {
    public Form1Page {
        lines = List.copyOf(lines);
        children = List.copyOf(children);
        checks = List.copyOf(checks);
        quick = List.copyOf(quick);
        otherReported = List.copyOf(otherReported);
        closed = List.copyOf(closed);
    }

    /** The address of this form. */
    public String path() {
        return Form1.PATH;
    }

    /** The identities that do not hold. */
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    /** The columns of the parts. */
    public List<Flow> columns() {
        return List.of(Flow.values());
    }

    /** The sums of the parts, column by column. */
    public List<Long> sumOfChildren() {
        return IntStream.range(0, sum.figures().size())
                .mapToObj(column -> children.stream()
                        .mapToLong(child -> child.figures().get(column).count())
                        .sum())
                .toList();
    }

    /** What was reported for this very period. */
    public List<Line> reported() {
        return lines.stream().filter(line -> line.reported() != null).toList();
    }

    /**
     * A row with its figures.
     *
     * @param percent this period in per cent of the one before; null where that has no base
     */
    public record Line(
            FormRow row,
            Figure now,
            Figure before,
            @Nullable BigDecimal percent,
            @Nullable ReportedFigure reported) {}

    /**
     * A figure and the list of those it counts.
     *
     * @param address null where it counts nobody
     */
    public record Figure(long count, @Nullable String address) {}

    /**
     * A part of the organisation.
     *
     * @param id the organisation itself for those who stand in it
     * @param name null for those who stand in the organisation itself
     * @param address its own form; null where it is gone by the last day, or is the organisation itself
     * @param figures by column: opening, in, from other parts, out, to other parts, closing
     */
    public record Child(
            OrganisationId id,
            @Nullable String name,
            @Nullable String address,
            List<Figure> figures) {
        public Child {
            figures = List.copyOf(figures);
        }
    }
}
