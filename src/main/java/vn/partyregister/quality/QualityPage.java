package vn.partyregister.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.Check;
import vn.partyregister.membership.OrganisationChoice;

/**
 * What is to be mended in the files of one organisation. Each figure opens the list of those people.
 *
 * @param topics the topics with something to mend, each with its checks
 * @param nothing the checks that find nobody
 * @param topic the one that is compared below, null where nothing is to be mended
 * @param columns its checks
 * @param children those right below, in these columns
 * @param sum the organisation itself, in the same columns
 * @param trend the days that were kept, and today behind them
 */
public record QualityPage(
        OrganisationChoice organisation,
        long members,
        long toMend,
        Map<Check.Topic, List<Line>> topics,
        List<String> nothing,
        Check.@Nullable Topic topic,
        List<Line> columns,
        List<Child> children,
        Child sum,
        List<Trend.Day> trend) {
    public QualityPage {
        nothing = List.copyOf(nothing);
        columns = List.copyOf(columns);
        children = List.copyOf(children);
        trend = List.copyOf(trend);
    }

    /** The day before today that was kept last; null where none was. */
    public @Nullable LocalDate dayBefore() {
        return trend.size() > 1 ? trend.get(trend.size() - 2).day() : null;
    }

    /**
     * A check and whom it finds.
     *
     * @param before how many it found on the day that was kept last, null where none was
     */
    public record Line(
            Check check, String name, long count, @Nullable Long before, String address) {}

    /** A figure alone. */
    public record Figure(long count, String address) {}

    /**
     * An organisation in the comparison.
     *
     * @param address its own page
     */
    public record Child(String name, String address, long members, long toMend, List<Figure> figures) {
        public Child {
            figures = List.copyOf(figures);
        }
    }
}
