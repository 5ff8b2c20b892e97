package vn.partyregister.exchange;

import java.util.List;
import vn.partyregister.platform.Refusal;

/** How much a file may hold. */
final class Limits {
    /** Bytes of a file. */
    static final int LARGEST_FILE = 64 << 20;
    /** Rows below the headings. */
    static final int MOST_ROWS = 200_000;
    /** Rows that titles and headings may take besides. */
    private static final int TOP = 20;

    static final int MOST_COLUMNS = 300;
    /** Cells of an old workbook: 10,000 people of 30 columns, in some 100 MB of memory. */
    static final int MOST_OLD_CELLS = 300_000;
    /** Characters in a cell; Excel's own limit. */
    static final int LONGEST_CELL = 32_767;

    private Limits() {}

    /** Refuses a file for the row that is one too many, or too wide. */
    static void check(int rows, List<Cell> cells) {
        if (rows > MOST_ROWS + TOP) {
            throw new Refusal.NotReadable("import.refused.too-many-rows", MOST_ROWS);
        }
        if (cells.size() > MOST_COLUMNS) {
            throw new Refusal.NotReadable("import.refused.too-many-columns", MOST_COLUMNS);
        }
    }
}
