package vn.partyregister.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.OrganisationChoice;

/**
 * The figures of one organisation on one day. Each opens the list behind it.
 *
 * @param heads the members, and who they are
 * @param tables the members by one trait each, and what else is counted
 * @param children those right below, compared; empty for a cell
 * @param sum the organisation itself, in the columns of its children
 * @param further those right below that the comparison has no room for, null where all of them are in it
 */
public record HomePage(
        OrganisationChoice organisation,
        LocalDate asAt,
        List<Line> heads,
        List<Table> tables,
        List<Child> children,
        Child sum,
        @Nullable Figure further) {
    public HomePage {
        heads = List.copyOf(heads);
        tables = List.copyOf(tables);
        children = List.copyOf(children);
    }

    /**
     * A figure under its name.
     *
     * @param share of all, null where it is a share of nothing
     */
    public record Line(String label, long count, @Nullable Double share, String address) {}

    /**
     * Figures that belong together.
     *
     * @param key names it in the message files, and its chart
     * @param total what they add up to, null where that is no figure of its own
     */
    public record Table(
            String key, List<Line> lines, @Nullable Line total) {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /** A figure alone. */
    public record Figure(long count, String address) {}

    /**
     * An organisation in the comparison.
     *
     * @param address its own home
     */
    public record Child(
            String name,
            String address,
            Figure members,
            Figure women,
            Figure minority,
            Figure exempt,
            Figure admitted) {}
}
