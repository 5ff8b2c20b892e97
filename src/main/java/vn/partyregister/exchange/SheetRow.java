package vn.partyregister.exchange;

import java.util.List;

/**
 * A row that is not blank.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells from the first column on, without gaps; cells that are empty at the end are left out
 */
record SheetRow(int number, List<Cell> cells) {
    /** The cell at a position from 0, empty where the row is shorter. */
    Cell at(int position) {
        return position < cells.size() ? cells.get(position) : Cell.EMPTY;
    }
}
