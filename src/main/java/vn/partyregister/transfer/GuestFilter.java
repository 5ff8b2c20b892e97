package vn.partyregister.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which guests a list shows.
 *
 * @param q part of the name
 * @param organisation that takes them in, in its subtree
 * @param view null for those who are here
 */
public record GuestFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        @Nullable View view) {
    static final String PATH = "/transfers/guests";

    /** How far a stay is. */
    public enum View {
        /** Đang sinh hoạt tạm thời. */
        HERE("g.ended_on is null"),
        /** Quá hạn: the last day is over and nobody has said that they left or stay longer. */
        OVERDUE("g.ended_on is null and g.until_on < cast(:asAt as date)"),
        /** Đã kết thúc. */
        ENDED("g.ended_on is not null");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public static GuestFilter read(Parameters given) {
        return new GuestFilter(given.text("q"), given.id("organisation"), given.oneOf("view", View.class));
    }

    public View shown() {
        return view == null ? View.HERE : view;
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        if (q != null) {
            parts.put("q", q);
        }
        if (organisation != null) {
            parts.put("organisation", organisation.toString());
        }
        if (view != null) {
            parts.put("view", view.name());
        }
        return parts;
    }
}
