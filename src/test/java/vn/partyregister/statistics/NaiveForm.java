package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Form 1 as somebody would draw it up who turns the pages of the journal day by day, member by member. */
@NullMarked
final class NaiveForm {
    private final NaiveTree tree;
    private final String organisation;
    final Map<String, Long> codes = new HashMap<>();
    final Map<String, Map<Flow, Long>> parts = new HashMap<>();
    long opening;
    long in;
    long out;
    long closing;

    NaiveForm(NaiveTree tree, List<List<Entry>> members, String organisation, Period period) {
        this.tree = tree;
        this.organisation = organisation;
        for (var entries : members) {
            var told = entries.stream()
                    .filter(entry -> entry.reverses() == null
                            && entries.stream().noneMatch(other -> entry.equals(other.reverses())))
                    .sorted(Comparator.comparing(Entry::day))
                    .toList();
            var at = Place.NOWHERE;
            for (var entry : told) {
                if (entry.day().isBefore(period.from())) {
                    at = at.after(entry);
                }
            }
            opening += stands(Flow.OPENING, at, period.eve());
            for (var day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
                at = live(at, told, day);
            }
            closing += stands(Flow.CLOSING, at, period.to());
        }
    }

    private long stands(Flow side, Place at, LocalDate day) {
        var part = tree.part(organisation, at.cell(), day);
        if (part == null) {
            return 0;
        }
        add(part, side);
        return 1;
    }

    private Place live(Place eve, List<Entry> told, LocalDate day) {
        var today = told.stream().filter(entry -> entry.day().equals(day)).toList();
        if (today.isEmpty()) {
            passes("TREE", eve, day.minusDays(1), eve, day);
        }
        var at = eve;
        var seen = day.minusDays(1);
        for (var entry : today) {
            var next = at.after(entry);
            passes(entry.kind(), at, seen, next, day);
            at = next;
            seen = day;
        }
        return at;
    }

    private void passes(String kind, Place before, LocalDate seen, Place after, LocalDate day) {
        var was = tree.part(organisation, before.cell(), seen);
        var is = tree.part(organisation, after.cell(), day);
        if (was == null && is != null) {
            in++;
            add(is, Flow.IN);
            count(comes(kind, before, seen, after, day));
        } else if (was != null && is == null) {
            out++;
            add(was, Flow.OUT);
            count(goes(kind, before, seen, after, day));
            if (kind.equals("STRUCK_OFF") && !before.official()) {
                count("C3x");
            }
        } else if (was != null && is != null && !was.equals(is)) {
            add(was, Flow.INNER_OUT);
            add(is, Flow.INNER_IN);
        }
    }

    private String comes(String kind, Place before, LocalDate seen, Place after, LocalDate day) {
        return switch (kind) {
            case "ADMITTED" -> "B1";
            case "TRANSFERRED_IN" -> "B2a";
            case "TRANSFERRED" -> isNear(before, seen, after, day) ? "B2c" : "B2b";
            case "RESTORED" -> "B3";
            case "REASSIGNED", "RECOGNISED", "TREE" -> "B4";
            case "OPENING" -> "B5";
            default -> throw new AssertionError(kind + " brings nobody");
        };
    }

    private String goes(String kind, Place before, LocalDate seen, Place after, LocalDate day) {
        return switch (kind) {
            case "DIED" -> "C1";
            case "EXPELLED" -> "C2";
            case "STRUCK_OFF" -> "C3";
            case "RESIGNED" -> "C4";
            case "TRANSFERRED_OUT" -> "C5a";
            case "REASSIGNED", "RECOGNISED", "TREE" -> "C6";
            case "ADMISSION_CANCELLED" -> "C7";
            default -> isNear(before, seen, after, day) ? "C5c" : "C5b";
        };
    }

    private boolean isNear(Place before, LocalDate seen, Place after, LocalDate day) {
        return before.cell() != null
                && after.cell() != null
                && tree.isSameDistrict(before.cell(), seen, after.cell(), day);
    }

    private void count(String code) {
        codes.merge(code, 1L, Long::sum);
    }

    private void add(String part, Flow side) {
        parts.computeIfAbsent(part, _ -> new HashMap<>()).merge(side, 1L, Long::sum);
    }

    /** An entry of the journal. */
    record Entry(
            UUID id,
            String kind,
            LocalDate day,
            String cell,
            boolean official,
            @Nullable Entry reverses) {}

    /** Where somebody stands, and as what. */
    private record Place(@Nullable String cell, boolean official) {
        static final Place NOWHERE = new Place(null, false);

        Place after(Entry entry) {
            return switch (entry.kind()) {
                case "OPENING", "TRANSFERRED_IN", "RESTORED" -> new Place(entry.cell(), entry.official());
                case "ADMITTED" -> new Place(entry.cell(), false);
                case "RECOGNISED" -> new Place(cell, true);
                case "TRANSFERRED", "REASSIGNED" -> cell == null ? this : new Place(entry.cell(), official);
                default -> NOWHERE;
            };
        }
    }
}
