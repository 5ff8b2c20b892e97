package vn.partyregister.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Uuids;

/** On small registers of every sort, the conditions of the catalogue find whom a plain reading of the files finds. */
@NullMarked
class CheckProperties {
    private static final BareFiles bare = BareFiles.create();

    /** After the new cards and the new map. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);

    /** A file as the test knows it; dates close to each other, so that every edge is met. */
    record Paper(
            String name,
            LocalDate born,
            LocalDate joined,
            @Nullable LocalDate decided,
            @Nullable LocalDate official,
            @Nullable LocalDate cardDay,
            @Nullable String card,
            @Nullable String oldCard,
            @Nullable String province,
            @Nullable String education,
            List<Stretch> career) {}

    /** Months as written, with or without the month. */
    record Stretch(String since, @Nullable String until) {}

    private record File(UUID id, Paper paper) {}

    @Provide
    Arbitrary<List<Paper>> registers() {
        var month = Arbitraries.integers().between(1, 12);
        var written = Combinators.combine(
                        Arbitraries.integers().between(2019, 2021),
                        month,
                        Arbitraries.integers().between(0, 3))
                .as((year, one, exact) -> exact == 0 ? year.toString() : "%d-%02d".formatted(year, one));
        var stretch = Combinators.combine(written, written.injectNull(0.3))
                .as(Stretch::new)
                .filter(one -> one.until == null || !last(one.until).isBefore(first(one.since)));
        var dates = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-40, 40),
                        Arbitraries.integers().between(-2, 2).injectNull(0.3),
                        Arbitraries.integers().between(-3, 3).injectNull(0.3),
                        Arbitraries.integers().between(-1, 1).injectNull(0.3))
                .as(CheckProperties::dates);
        return Combinators.combine(
                        Arbitraries.of("Nguyễn Văn An", "Nguyên Văn Ân", "Thạch Thị Sa"),
                        dates,
                        Arbitraries.of("1234567", "12345678", "123456789012").injectNull(0.3),
                        Arbitraries.of("A1", "A2").injectNull(0.5),
                        Arbitraries.of("Trà Vinh", "Vĩnh Long", "Huế", "Thừa Thiên Huế")
                                .injectNull(0.2),
                        Arbitraries.of("UPPER_SECONDARY", "UNHEARD_OF").injectNull(0.2),
                        stretch.list().ofMaxSize(4))
                .as((name, when, card, oldCard, province, education, career) -> new Paper(
                        name,
                        when.born,
                        when.joined,
                        when.decided,
                        when.official,
                        when.cardDay,
                        card,
                        oldCard,
                        province,
                        education,
                        career))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Dates dates(
            int era, int around, @Nullable Integer decided, @Nullable Integer official, @Nullable Integer cardDay) {
        var joined = List.of(
                        LocalDate.of(1990, 3, 1),
                        LocalDate.of(2011, 1, 19),
                        LocalDate.of(2021, 7, 30),
                        LocalDate.of(2026, 1, 9))
                .get(era)
                .plusDays(around % 3);
        return new Dates(
                joined.minusYears(18).plusDays(around),
                joined,
                decided == null ? null : joined.plusDays(decided),
                official == null ? null : joined.plusYears(1).plusDays(official),
                cardDay == null ? null : joined.plusDays(cardDay));
    }

    private record Dates(
            LocalDate born,
            LocalDate joined,
            @Nullable LocalDate decided,
            @Nullable LocalDate official,
            @Nullable LocalDate cardDay) {}

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void theConditionsFindWhomAPlainReadingFinds(@ForAll("registers") List<Paper> papers) {
        bare.transaction().executeWithoutResult(state -> {
            state.setRollbackOnly();
            var cards = new HashSet<@Nullable String>();
            var files = papers.stream()
                    .filter(paper -> paper.card == null || cards.add(paper.card))
                    .map(paper -> new File(Uuids.next(), paper))
                    .toList();
            files.forEach(file -> bare.write(file.id(), file.paper()));
            for (var check : bare.checks().on(TODAY)) {
                var plain = files.stream()
                        .filter(file -> fails(check.key(), file, files))
                        .map(File::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(bare.found(check, TODAY)).as(check.key()).isEqualTo(plain);
            }
        });
    }

    private static boolean fails(String key, File file, List<File> all) {
        var paper = file.paper();
        return switch (key) {
            case "missing-file_number",
                    "missing-citizen_number",
                    "missing-birthplace_province",
                    "missing-residence_province",
                    "missing-occupation",
                    "missing-occupation_at_entry" -> true;
            case "missing-native_province" -> paper.province == null;
            case "missing-decided_on" -> paper.decided == null;
            case "missing-general_education" -> paper.education == null;
            case "in-the-future-decided_on" -> isLater(paper.decided, TODAY);
            case "in-the-future-official_on" -> isLater(paper.official, TODAY);
            case "in-the-future-card_issued_on" -> isLater(paper.cardDay, TODAY);
            case "in-the-future-joined_on" -> isLater(paper.joined, TODAY);
            case "too-young" -> {
                var considered = paper.decided == null ? paper.joined : paper.decided;
                yield YearMonth.from(considered)
                        .isBefore(YearMonth.from(paper.born).plusYears(18));
            }
            case "decided-after-joining" -> isLater(paper.decided, paper.joined);
            case "probation-too-short" ->
                paper.official != null
                        && !paper.joined.isBefore(LocalDate.of(2011, 1, 19))
                        && paper.official.isBefore(paper.joined.plus(Period.ofMonths(12)));
            case "card-before-joining" -> paper.cardDay != null && paper.cardDay.isBefore(paper.joined);
            case "career-gap" -> !paper.career.isEmpty() && hasGap(paper.career);
            case "career-overlap" -> hasOverlap(paper.career);
            case "same-name-and-birth" ->
                all.stream()
                        .anyMatch(other -> !other.id.equals(file.id)
                                && other.paper.born.equals(paper.born)
                                && folded(other.paper.name).equals(folded(paper.name)));
            case "same-old-card" ->
                paper.oldCard != null
                        && all.stream()
                                .anyMatch(other ->
                                        !other.id.equals(file.id) && paper.oldCard.equals(other.paper.oldCard));
            case "number-form-card_number" -> paper.card != null && !paper.card.matches("[0-9]{8}|[0-9]{12}");
            case "old-number-card_number" -> paper.card != null && paper.card.length() == 8;
            case "unknown-code-general_education" -> "UNHEARD_OF".equals(paper.education);
            case "ended-place-native_province" ->
                Set.of("Trà Vinh", "Thừa Thiên Huế").contains(String.valueOf(paper.province));
            default -> false;
        };
    }

    private static boolean isLater(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isAfter(other);
    }

    private static String folded(String name) {
        return Map.of("Nguyễn Văn An", "an", "Nguyên Văn Ân", "an").getOrDefault(name, name);
    }

    /** Month by month from the first to today: one that no stretch can mean. */
    private static boolean hasGap(List<Stretch> career) {
        var covered = new HashSet<YearMonth>();
        for (var stretch : career) {
            var last = stretch.until == null ? YearMonth.from(TODAY) : last(stretch.until);
            for (var at = first(stretch.since); !at.isAfter(last); at = at.plusMonths(1)) {
                covered.add(at);
            }
        }
        var begins = career.stream()
                .map(one -> first(one.since))
                .min(YearMonth::compareTo)
                .orElseThrow();
        for (var at = begins; at.isBefore(YearMonth.from(TODAY)); at = at.plusMonths(1)) {
            if (!covered.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Two stretches of which the later surely begins before the earlier can have ended. */
    private static boolean hasOverlap(List<Stretch> career) {
        var sorted = new ArrayList<>(career);
        sorted.sort((one, other) -> first(one.since).compareTo(first(other.since)));
        for (var later = 1; later < sorted.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                var until = sorted.get(earlier).until;
                if (until == null || last(sorted.get(later).since).isBefore(first(until))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static YearMonth first(String written) {
        return written.length() == 4 ? YearMonth.of(Integer.parseInt(written), 1) : YearMonth.parse(written);
    }

    private static YearMonth last(String written) {
        return written.length() == 4 ? YearMonth.of(Integer.parseInt(written), 12) : YearMonth.parse(written);
    }
}
