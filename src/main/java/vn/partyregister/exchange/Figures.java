package vn.partyregister.exchange;

import java.util.List;

/**
 * What a file would do to the register, or has done.
 *
 * @param fresh rows that are not in the register yet
 * @param repaired rows of which a cell was read as meant
 * @param warned rows with something worth a look
 * @param absent what is in the register and in no row of the file; when comparing only
 * @param incomplete rows that leave a cell empty which a directive asks for
 */
public record Figures(
        int rows,
        int fresh,
        int changed,
        int unchanged,
        int rejected,
        int repaired,
        int warned,
        int absent,
        int incomplete) {
    /** How many rows would be written. */
    public int toWrite() {
        return fresh + changed;
    }

    /** A figure with the address of the rows behind it, below that of the import. */
    public record Line(String label, int count, String address) {}

    /** All figures in the order in which they are read. */
    public List<Line> lines(boolean comparison) {
        return comparison
                ? List.of(
                        line("rows", rows, RowFilter.ALL),
                        line("missing-here", fresh, RowFilter.NEW),
                        new Line("exchange.figure.missing-there", absent, "absent"),
                        line("differing", changed, RowFilter.CHANGED),
                        line("same", unchanged, RowFilter.UNCHANGED),
                        line("unreadable", rejected, RowFilter.REJECTED),
                        line("incomplete", incomplete, RowFilter.INCOMPLETE))
                : List.of(
                        line("rows", rows, RowFilter.ALL),
                        line("fresh", fresh, RowFilter.NEW),
                        line("changed", changed, RowFilter.CHANGED),
                        line("unchanged", unchanged, RowFilter.UNCHANGED),
                        line("rejected", rejected, RowFilter.REJECTED),
                        line("repaired", repaired, RowFilter.REPAIRED),
                        line("warned", warned, RowFilter.WARNED),
                        line("incomplete", incomplete, RowFilter.INCOMPLETE));
    }

    private static Line line(String label, int count, RowFilter filter) {
        return new Line("exchange.figure." + label, count, "rows?filter=" + filter);
    }
}
