package vn.partyregister.inbox;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Parameters;

/**
 * Which obligations a list shows.
 *
 * @param q part of what they concern: a person's name, a period
 * @param organisation owed in its subtree
 * @param alone owed by that organisation itself
 * @param state null for all that are open
 * @param over true: also what is done already, where no state is asked for
 * @param urgency null for all of the state
 * @param year of the day they are due on
 * @param standIn the account in whose place they are seen
 */
public record InboxFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        boolean alone,
        @Nullable String kind,
        @Nullable ObligationState state,
        @Nullable Urgency urgency,
        @Nullable Integer year,
        @Nullable UUID standIn,
        boolean over) {
    static final String PATH = "/inbox";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    public static InboxFilter read(Parameters given, Collection<String> kinds) {
        return new InboxFilter(
                given.text("q"),
                given.id("organisation"),
                Boolean.TRUE.equals(given.yesNo("alone")),
                given.oneOf("kind", kinds),
                given.oneOf("state", ObligationState.class),
                given.oneOf("urgency", Urgency.class),
                given.number("year", FIRST_YEAR, LAST_YEAR),
                given.id("standIn"),
                Boolean.TRUE.equals(given.yesNo("over")));
    }

    /** All obligations of a year below an organisation. */
    static InboxFilter of(UUID organisation, @Nullable String kind, int year) {
        return new InboxFilter(null, organisation, false, kind, null, null, year, null, false);
    }

    /** The same list of another state. */
    public InboxFilter in(@Nullable ObligationState other) {
        return new InboxFilter(q, organisation, alone, kind, other, null, year, standIn, false);
    }

    /** The same list of every state, done or not. */
    public InboxFilter whatever() {
        return new InboxFilter(q, organisation, alone, kind, null, null, year, standIn, true);
    }

    /** The same list of another urgency; what is urgent is open. */
    public InboxFilter with(@Nullable Urgency other) {
        return new InboxFilter(q, organisation, alone, kind, null, other, year, standIn, false);
    }

    /** The same list of one kind. */
    public InboxFilter ofKind(@Nullable String other) {
        return new InboxFilter(q, organisation, alone, other, state, urgency, year, standIn, over);
    }

    /** The same list of another organisation: its subtree, or what it owes itself. */
    public InboxFilter at(UUID other, boolean itself) {
        return new InboxFilter(q, other, itself, kind, state, urgency, year, standIn, over);
    }

    LocalDate firstDay() {
        return LocalDate.of(year == null ? FIRST_YEAR : year, 1, 1);
    }

    /** The address of the list, or of its file, with this filter. */
    public String address(String ending) {
        return Parameters.address(PATH + ending, parts());
    }

    /** What is asked, by the names of the parameters. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "alone", alone ? "true" : null);
        put(parts, "kind", kind);
        put(parts, "state", state);
        put(parts, "urgency", urgency);
        put(parts, "year", year);
        put(parts, "standIn", standIn);
        put(parts, "over", over ? "true" : null);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}
