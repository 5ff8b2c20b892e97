package vn.partyregister.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.Entry;
import vn.partyregister.member.Ground;
import vn.partyregister.member.Item;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.Sheet;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.VietnameseText;

/**
 * What stands in the form of a section: {@code key} for the one row, {@code key.0}, {@code key.1} … for many, and what
 * the change rests on.
 */
class SectionForm {
    private static final int BLANK_ROWS = 2;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_REFERENCE = 200;

    private final Sheet here;
    private final Map<String, String> given;
    private final List<Map<String, String>> rows;

    private SectionForm(Sheet here, Map<String, String> given, List<Map<String, String>> rows) {
        this.here = here;
        this.given = given;
        this.rows = rows;
    }

    /** The form as it opens: what the section holds, and blank rows to go on. */
    static SectionForm of(Sheet here, ItemText text) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row : here.rows()) {
            var typed = new HashMap<String, String>();
            here.items().stream()
                    .filter(item -> row.containsKey(item.key()))
                    .forEach(item -> typed.put(item.key(), text.typed(item, row.getOrDefault(item.key(), ""))));
            rows.add(typed);
        }
        return new SectionForm(here, Map.of("mark", here.mark()), rows).withBlankRows();
    }

    /** The form as it was sent. */
    static SectionForm sent(Sheet here, Map<String, String> given) {
        var rows = new ArrayList<Map<String, String>>();
        var last = here.section().repeated() ? last(given) : 0;
        for (var place = 0; place <= last; place++) {
            var typed = new HashMap<String, String>();
            for (var item : here.items()) {
                typed.put(item.key(), given.getOrDefault(field(here, item, place), ""));
            }
            rows.add(typed);
        }
        return new SectionForm(here, given, rows);
    }

    /** The place of the last row that was sent; there is always one to show. */
    private static int last(Map<String, String> given) {
        return given.keySet().stream()
                .map(name -> name.substring(name.indexOf('.') + 1))
                .filter(place -> place.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .filter(place -> place < MOST_ROWS)
                .max()
                .orElse(0);
    }

    private static String field(Sheet here, Item item, int place) {
        return here.section().repeated() ? item.key() + "." + place : item.key();
    }

    SectionForm withBlankRows() {
        if (here.section().repeated()) {
            for (var blank = 0; blank < BLANK_ROWS && rows.size() < MOST_ROWS; blank++) {
                rows.add(Map.of());
            }
        }
        return this;
    }

    /** What was typed, row by row. */
    List<Map<String, String>> rows() {
        return List.copyOf(rows);
    }

    /** The rows' places, for the template. */
    public int size() {
        return rows.size();
    }

    public String field(Item item, int place) {
        return field(here, item, place);
    }

    public String typed(Item item, int place) {
        return rows.get(place).getOrDefault(item.key(), "");
    }

    /** The other fields of the same address, as a selector. */
    public String addressOf(Item item) {
        return AddressFields.others(item, here.items());
    }

    public String mark() {
        return given.getOrDefault("mark", "");
    }

    public String ground() {
        return given.getOrDefault("ground", Ground.Kind.ENTRY.name());
    }

    public String given(String name) {
        return given.getOrDefault(name, "");
    }

    boolean asksForMoreRows() {
        return given.containsKey("more");
    }

    /** What a change can rest on: while a lost file is made anew, that as well. */
    static List<Ground.Kind> grounds(boolean restoring) {
        return restoring
                ? List.of(Ground.Kind.RESTORATION, Ground.Kind.ENTRY, Ground.Kind.DECISION, Ground.Kind.CORRECTION)
                : List.of(Ground.Kind.ENTRY, Ground.Kind.DECISION, Ground.Kind.CORRECTION);
    }

    /** What the change rests on; null where what was given of it is not enough. */
    @Nullable
    Ground readGround() {
        return switch (ground()) {
            case "ENTRY" -> Ground.entry();
            case "DECISION" -> decision();
            case "CORRECTION" -> correction();
            case "RESTORATION" -> Ground.restoration();
            default -> null;
        };
    }

    private @Nullable Ground decision() {
        var number = reference("number");
        var issuer = reference("issuer");
        LocalDate day = Dates.read(given("decidedOn")).orElse(null);
        return number.isEmpty() || issuer.isEmpty() || day == null
                ? null
                : Ground.by(new Decision(issuer, number, day, null));
    }

    private @Nullable Ground correction() {
        var reason = reference("reason");
        return reason.isEmpty() ? null : Ground.correction(reason);
    }

    private String reference(String name) {
        var text = VietnameseText.tidy(given(name));
        return text.length() <= LONGEST_REFERENCE ? text : "";
    }

    /** The first thing that is wrong with a field, null where nothing is. */
    public static Entry.@Nullable Fault wrong(List<Entry.Fault> faults, Item item, int place) {
        return faults.stream()
                .filter(fault -> fault.item().key().equals(item.key()) && fault.row() == place)
                .findFirst()
                .orElse(null);
    }
}
