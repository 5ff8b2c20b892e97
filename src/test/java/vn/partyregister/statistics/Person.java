package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.statistics.NaiveForm.Entry;
import vn.partyregister.transfer.TransferId;

/** Somebody as a naive reader keeps them: what the journal tells of them, and every letter they were given. */
@NullMarked
final class Person {
    final MemberId id;
    final String name;
    final String card;
    final List<Entry> journal = new ArrayList<>();
    final List<Letter> letters = new ArrayList<>();

    Person(MemberId id, String name, String card) {
        this.id = id;
        this.name = name;
        this.card = card;
    }

    /** What is told of them, of one day in the order it was told. */
    List<Entry> told() {
        return journal.stream().sorted(Comparator.comparing(Entry::day)).toList();
    }

    /** Where they stand on a day, and as what; null where they stand nowhere. */
    @Nullable
    String standing(LocalDate day) {
        String cell = null;
        var official = false;
        for (var entry : told()) {
            if (entry.day().isAfter(day)) {
                break;
            }
            switch (entry.kind()) {
                case "OPENING", "TRANSFERRED_IN", "RESTORED", "ADMITTED" -> {
                    cell = entry.cell();
                    official = entry.official() && !entry.kind().equals("ADMITTED");
                }
                case "TRANSFERRED", "REASSIGNED" -> cell = entry.cell();
                case "RECOGNISED" -> official = true;
                default -> cell = null;
            }
        }
        return cell == null ? null : cell + (official ? " OFFICIAL" : " PROBATIONARY");
    }

    @Nullable
    String cell(LocalDate day) {
        var standing = standing(day);
        return standing == null ? null : standing.substring(0, standing.indexOf(' '));
    }

    @Nullable
    Letter open() {
        return letters.stream()
                .filter(letter -> letter.ended == null)
                .findFirst()
                .orElse(null);
    }

    boolean inTransit(LocalDate day) {
        return letters.stream().anyMatch(letter -> letter.isOut(day));
    }

    /** A letter of introduction, from the application to its end. */
    static final class Letter {
        final TransferId id;
        final Way way;
        final @Nullable OrganisationId to;
        final int boxes;
        final int senders;
        final @Nullable LocalDate brought;
        int filled;

        @Nullable
        LocalDate introduced;

        @Nullable
        LocalDate ended;

        Letter(
                TransferId id,
                Way way,
                @Nullable OrganisationId to,
                int boxes,
                int senders,
                @Nullable LocalDate brought) {
            this.id = id;
            this.way = way;
            this.to = to;
            this.boxes = boxes;
            this.senders = senders;
            this.brought = brought;
        }

        /** Signed up to a box. */
        void fill(int upTo, LocalDate day) {
            filled = upTo + 1;
            if (introduced == null && filled >= senders) {
                introduced = brought == null ? day : brought;
            }
            if (filled == boxes) {
                ended = day;
            }
        }

        private boolean isOut(LocalDate day) {
            return (way == Way.WITHIN || way == Way.OUT)
                    && introduced != null
                    && !introduced.isAfter(day)
                    && (ended == null || ended.isAfter(day));
        }
    }

    /** Where a letter leads; for a time nobody moves. */
    enum Way {
        WITHIN,
        OUT,
        IN,
        FOR_A_TIME
    }
}
