package vn.partyregister.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a printed list.
 *
 * @param superior the organisation above, null where there is none to name
 * @param body whose list it is
 * @param form the code of the form, null for a list that follows none
 * @param lines below the title: the day, what it was narrowed to
 */
public record PrintHead(
        @Nullable String superior,
        @Nullable String body,
        @Nullable String form,
        String title,
        List<String> lines) {
    public PrintHead {
        lines = List.copyOf(lines);
    }
}
