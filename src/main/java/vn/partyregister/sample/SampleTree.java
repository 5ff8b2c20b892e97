package vn.partyregister.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisations of a sample register: root, direct committees, bases, partial committees and cells, in the order in
 * which they are told, each after its parent.
 *
 * @param organisations the rows of the spreadsheet
 * @param cells where members belong: base cells and the cells below base committees
 */
record SampleTree(List<SampleOrganisation> organisations, List<Cell> cells) {
    /** A cell with what its people are like. */
    record Cell(String code, String trade, int size, int khmer, Place place) {}

    /**
     * Where people live.
     *
     * @param hamlet with its prefix; null where the cell is not of a hamlet
     * @param commune with its prefix; null where they live anywhere in the district
     */
    record Place(@Nullable String hamlet, @Nullable String commune, String district) {}

    static SampleTree grow(SampleFolder folder, SampleFigures figures) {
        return new SampleGrowth(folder, figures).grow();
    }
}
