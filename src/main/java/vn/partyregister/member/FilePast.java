package vn.partyregister.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.partyregister.member.Amendments.Amendment;

/**
 * What stood in a file on a past day. What changed later is taken back: a change by decision from the day of the
 * decision on, any other from the day of its entry on. What was only found wrong, or was not known before, was so all
 * the time; rows of a section that has many tell their days themselves.
 */
final class FilePast {
    private final Map<Section, List<Amendment>> later;

    /** @param amendments the latest first */
    FilePast(List<Amendment> amendments, LocalDate asAt) {
        later = amendments.stream()
                .filter(amendment -> since(amendment).isAfter(asAt))
                .collect(Collectors.groupingBy(Amendment::section));
    }

    /** From which day on a change is true. */
    static LocalDate since(Amendment amendment) {
        var decided = amendment.decidedOn();
        return switch (amendment.ground()) {
            case DECISION -> decided == null ? amendment.recordedFor() : decided;
            case ENTRY, SUPPLEMENT -> amendment.recordedFor();
            case CORRECTION, RESTORATION -> LocalDate.MIN;
        };
    }

    Sheet of(Sheet today) {
        var changes = later.getOrDefault(today.section(), List.of());
        if (changes.isEmpty() || today.section().repeated()) {
            return today;
        }
        var row = new TreeMap<>(today.rows().getFirst());
        changes.stream().flatMap(amendment -> amendment.changes().stream()).forEach(change -> takeBack(row, change));
        row.replaceAll((key, value) -> shown(today, key, value));
        return new Sheet(today.section(), today.items(), List.of(row), today.mark());
    }

    private static void takeBack(Map<String, String> row, Change change) {
        var before = change.before();
        if (before != null) {
            row.put(change.key(), before);
        }
    }

    /** The history keeps a secret number whole. */
    private static String shown(Sheet sheet, String key, String value) {
        return sheet.items().stream()
                .filter(item -> item.key().equals(key) && item.form() == Item.Form.SECRET_NUMBER)
                .findFirst()
                .map(item -> PersonColumns.hidden(item, value))
                .orElse(value);
    }
}
