package vn.partyregister.platform;

import java.util.List;

/**
 * What stands on a label (nhãn).
 *
 * @param title in bold letters: whose it is
 */
public record PrintLabel(String title, List<String> lines) {
    public PrintLabel {
        lines = List.copyOf(lines);
    }
}
