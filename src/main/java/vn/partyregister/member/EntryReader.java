package vn.partyregister.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of a section: every value, and what the values of a row say together. */
@Component
class EntryReader {
    private static final String SINCE = "since";
    private static final String UNTIL = "until";

    private final ItemReader reader;
    private final ItemText text;

    EntryReader(ItemReader reader, ItemText text) {
        this.reader = reader;
        this.text = text;
    }

    /**
     * @param here the section as it stands: what is required is not taken away again, and what the form only shows stays
     * @param typed what stands in each field, row by row, by the keys of the items; a row of blanks means nothing
     */
    Entry read(Sheet here, List<Map<String, String>> typed, LocalDate today) {
        var rows = new ArrayList<Map<String, String>>();
        var faults = new ArrayList<Entry.Fault>();
        for (var place = 0; place < typed.size(); place++) {
            var given = typed.get(place);
            if (!here.section().repeated() || given.values().stream().anyMatch(value -> !value.isBlank())) {
                var row = row(here, given, place, faults, today);
                endsAfterItBegins(here.items(), row, place, faults);
                rows.add(row);
            }
        }
        return new Entry(rows, faults);
    }

    private Map<String, String> row(
            Sheet here, Map<String, String> given, int place, List<Entry.Fault> faults, LocalDate today) {
        var row = new HashMap<String, String>();
        for (var item : here.items()) {
            var typed = given.getOrDefault(item.key(), "");
            var kept = here.section().repeated() ? null : here.value(item.key());
            if (item.toldByJournal() || stays(item, typed, kept)) {
                keep(row, item, kept);
            } else if (typed.isBlank()) {
                if (item.required() && (here.section().repeated() || kept != null)) {
                    faults.add(new Entry.Fault(item, place, "member.item.missing", List.of()));
                }
            } else {
                take(row, item, reader.read(item, typed, today), place, faults);
            }
        }
        return row;
    }

    /**
     * What is sent back as it was shown stays, even where today's rule would not take it any more: an old number is no
     * fault of whoever corrects something beside it. Of a hidden number the form shows the end alone.
     */
    private boolean stays(Item item, String typed, @Nullable String kept) {
        return item.form() == Item.Form.SECRET_NUMBER
                ? typed.isBlank() || typed.indexOf(PersonColumns.HIDDEN_DIGIT) >= 0
                : kept != null && typed.equals(text.typed(item, kept));
    }

    private static void keep(Map<String, String> row, Item item, @Nullable String kept) {
        if (kept != null) {
            row.put(item.key(), kept);
        }
    }

    private static void take(Map<String, String> row, Item item, Reading reading, int place, List<Entry.Fault> faults) {
        if (reading.wrong() != null) {
            faults.add(new Entry.Fault(item, place, reading.wrong(), reading.arguments()));
        } else if (reading.value() != null && !reading.value().isEmpty()) {
            row.put(item.key(), reading.value());
        }
    }

    /** 2015 to 2015-03 is in order: what is not known is not held against anybody. */
    private static void endsAfterItBegins(
            List<Item> items, Map<String, String> row, int place, List<Entry.Fault> faults) {
        var since = row.get(SINCE);
        var until = row.get(UNTIL);
        if (since != null && until != null && latest(until).isBefore(earliest(since))) {
            items.stream()
                    .filter(item -> item.key().equals(UNTIL))
                    .forEach(item ->
                            faults.add(new Entry.Fault(item, place, "member.item.ends-before-it-begins", List.of())));
        }
    }

    private static LocalDate earliest(String kept) {
        return Canonical.read(kept).orElseThrow().earliest();
    }

    private static LocalDate latest(String kept) {
        return Canonical.read(kept).orElseThrow().latest();
    }
}
