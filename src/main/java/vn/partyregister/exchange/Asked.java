package vn.partyregister.exchange;

import vn.partyregister.platform.RuleSource;

/**
 * A column that a directive asks to be filled in, though the register takes a row without it.
 *
 * @param column its key
 */
public record Asked(String column, RuleSource source) {
    /** Why a row is warned of an empty cell; its argument is what asks for the cell. */
    public static final String REASON = "exchange.row.asked";

    /** What asks for it, as people read it. */
    public String said() {
        return source.directive() + ", " + source.clause();
    }
}
