package vn.partyregister.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the organisations' spreadsheet.
 *
 * @param kind of a base organisation alone; what is below it has the same
 * @param parent the parent's code, null for the root
 */
record SampleOrganisation(
        String code,
        String name,
        String type,
        @Nullable String kind,
        @Nullable String parent) {
    /** By the keys of the import's columns; what is not told is left out. */
    Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("code", code);
        columns.put("name", name);
        columns.put("type", type);
        if (kind != null) {
            columns.put("kind", kind);
        }
        if (parent != null) {
            columns.put("parent", parent);
        }
        return columns;
    }
}
