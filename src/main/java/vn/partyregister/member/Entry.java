package vn.partyregister.member;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into the form of a section, read.
 *
 * @param rows the canonical values of what could be read; blank rows are left out
 * @param faults what could not
 */
public record Entry(List<Map<String, String>> rows, List<Fault> faults) {
    public Entry {
        rows = rows.stream().map(Map::copyOf).toList();
        faults = List.copyOf(faults);
    }

    public boolean isReadable() {
        return faults.isEmpty();
    }

    /**
     * What is wrong with a value.
     *
     * @param row which of the typed rows, from 0
     * @param message a message key
     */
    public record Fault(Item item, int row, String message, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }
}
