package vn.partyregister.membership;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.partyregister.platform.Parameters;
import vn.partyregister.reference.CodeLists;

/**
 * Whom a member list shows. Every part narrows it; a part that is null leaves it as it is. Its parameters in an address
 * bear the names of its components.
 *
 * @param q words of a name in any order, or a number: a part of a card or file number, the whole of the others
 * @param organisation the subtree of this organisation
 * @param asAt the day of which everything is told
 * @param ageFrom completed years on that day, at least
 * @param ageTo completed years on that day, at most
 * @param ethnicity a code, or {@link #MINORITY}
 * @param religion a code, or {@link #ANY}
 * @param education general education: a code, or {@link #NOT_STATED}; so are {@code qualification} and {@code theory}
 * @param entryYear the year of joining the Party
 * @param entryPeriod the period of joining it: a code
 * @param kind the kind of the base organisation: a code that stands for its details too, or {@link #NOT_STATED}
 * @param fact what is true of them on that day, beside exemption
 * @param admitted instead of who stands on the day: who was admitted in this year, wherever they are now
 */
public record MemberFilter(
        @Nullable String q,
        @Nullable UUID organisation,
        LocalDate asAt,
        @Nullable Status status,
        @Nullable String sex,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable String ethnicity,
        @Nullable String religion,
        @Nullable String education,
        @Nullable String qualification,
        @Nullable String theory,
        @Nullable Integer entryYear,
        @Nullable String entryPeriod,
        @Nullable Boolean exempt,
        @Nullable String kind,
        @Nullable Integer admitted,
        @Nullable FactKind fact) {
    /** Every ethnicity but Kinh and people of foreign origin. */
    public static final String MINORITY = "MINORITY";
    /** Every religion but none. */
    public static final String ANY = "ANY";
    /** What the file does not say. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final int OLDEST = 150;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Everybody who stands below an organisation on a day. */
    public static MemberFilter everybody(UUID organisation, LocalDate asAt) {
        return new MemberFilter(
                null,
                organisation,
                asAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Reads the filter of an address; what cannot be read is named in {@code given} and left out. */
    public static MemberFilter read(Parameters given, LocalDate today, CodeLists lists, Collection<String> kinds) {
        var asAt = given.day("asAt");
        return new MemberFilter(
                given.text("q"),
                given.id("organisation"),
                asAt == null ? today : asAt,
                given.oneOf("status", Status.class),
                given.oneOf("sex", codes(lists, "sex")),
                given.number("ageFrom", 0, OLDEST),
                given.number("ageTo", 0, OLDEST),
                given.oneOf("ethnicity", codes(lists, "ethnicity", MINORITY)),
                given.oneOf("religion", codes(lists, "religion", ANY)),
                given.oneOf("education", codes(lists, "general-education", NOT_STATED)),
                given.oneOf("qualification", codes(lists, "qualification", NOT_STATED)),
                given.oneOf("theory", codes(lists, "political-theory", NOT_STATED)),
                given.number("entryYear", FIRST_YEAR, LAST_YEAR),
                given.oneOf("entryPeriod", codes(lists, EntryPeriods.LIST)),
                given.yesNo("exempt"),
                given.oneOf("kind", kinds),
                given.number("admitted", FIRST_YEAR, LAST_YEAR),
                given.oneOf("fact", FactKind.class));
    }

    private static List<String> codes(CodeLists lists, String list, String... more) {
        var codes = new ArrayList<>(List.of(more));
        lists.of(list).forEach(code -> codes.add(code.code()));
        return codes;
    }

    /** Whether the head-counts kept with the journal answer how many there are. */
    boolean asksForHeadsAlone() {
        var personal = new LinkedHashMap<>(parts());
        personal.keySet().removeAll(List.of("organisation", "status"));
        return personal.isEmpty();
    }

    /** The parts that narrow the list, by their names in an address, in the order of the page. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "q", q);
        put(parts, "organisation", organisation);
        put(parts, "status", status);
        put(parts, "exempt", exempt);
        put(parts, "fact", fact);
        put(parts, "sex", sex);
        put(parts, "ageFrom", ageFrom);
        put(parts, "ageTo", ageTo);
        put(parts, "ethnicity", ethnicity);
        put(parts, "religion", religion);
        put(parts, "education", education);
        put(parts, "qualification", qualification);
        put(parts, "theory", theory);
        put(parts, "entryYear", entryYear);
        put(parts, "entryPeriod", entryPeriod);
        put(parts, "kind", kind);
        put(parts, "admitted", admitted);
        return parts;
    }

    /** The address of this list under a path; the day is told where it is not today. */
    public String address(String path, LocalDate today) {
        return address(path, today, parts());
    }

    /** The address of the list without one of its {@link #parts}. */
    public String addressWithout(String path, LocalDate today, String part) {
        var parts = parts();
        parts.remove(part);
        return address(path, today, parts);
    }

    private String address(String path, LocalDate today, Map<String, String> parts) {
        var address = UriComponentsBuilder.fromPath(path);
        parts.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        if (!asAt.equals(today)) {
            address.queryParam("asAt", asAt);
        }
        return address.build(true).toUriString();
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}
