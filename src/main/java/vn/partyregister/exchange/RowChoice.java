package vn.partyregister.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which rows of a file are looked at.
 *
 * @param late the {@link LatePeriod#key() key} of the closed period that is meant by {@link RowFilter#LATE}; empty: any
 */
public record RowChoice(RowFilter filter, String late) {
    /** As it stands in an address. */
    public String query() {
        return "filter=" + filter + (late.isEmpty() ? "" : "&late=" + URLEncoder.encode(late, StandardCharsets.UTF_8));
    }
}
