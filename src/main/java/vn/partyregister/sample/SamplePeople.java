package vn.partyregister.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.VietnameseText;

/**
 * The members of a sample register, cell by cell: as many as the cells are large, admitted year by year and exempt as
 * the figures have it, each with a life that fits the cell.
 */
final class SamplePeople {
    /** Official members every cell keeps, on the opening day and on the business day. */
    private static final int KEPT_OFFICIAL = 4;

    private static final int YOUNGEST_TO_JOIN = 19;
    private static final int OLDEST_TO_JOIN = 52;
    private static final int PROBATION_MONTHS = 12;
    private static final LocalDate LONGER_PROBATION_UNTIL = LocalDate.of(1976, 12, 20);
    private static final LocalDate FIRST_CARDS = LocalDate.of(2004, 9, 2);
    private static final int[][] CARD_DAYS = {{2, 3}, {5, 19}, {9, 2}, {11, 7}};

    private final SampleFigures figures;
    private final SampleTree tree;
    private final LocalDate opening;
    private final LocalDate today;
    private final SplittableRandom chance;
    private final SampleNames names;
    private final Properties trades;
    private final Map<String, Lot> lots = new HashMap<>();
    private final Map<String, List<String>> communes = new HashMap<>();
    private final List<String> districts;
    private final Set<String> known = new HashSet<>();

    private SamplePeople(SampleFolder folder, SampleFigures figures, SampleTree tree, RegisterProperties.Sample days) {
        this.figures = figures;
        this.tree = tree;
        this.opening = days.openingDay();
        this.today = days.businessDay();
        this.chance = new SplittableRandom(figures.seed() + 1);
        this.names = new SampleNames(folder.properties("names"));
        this.trades = folder.properties("trades");
        for (var cell : tree.cells()) {
            if (cell.place().commune() != null) {
                var there = communes.computeIfAbsent(cell.place().district(), _ -> new ArrayList<>());
                if (!there.contains(cell.place().commune())) {
                    there.add(cell.place().commune());
                }
            }
        }
        this.districts = communes.keySet().stream().sorted().toList();
    }

    static List<SampleMember> raise(
            SampleFolder folder, SampleFigures figures, SampleTree tree, RegisterProperties.Sample days) {
        return new SamplePeople(folder, figures, tree, days).raise();
    }

    private List<SampleMember> raise() {
        var entered = entryYears();
        var people = new ArrayList<Person>();
        for (var cell : tree.cells()) {
            for (var seat = 0; seat < cell.size(); seat++) {
                people.add(person(people.size(), cell, entered[people.size()]));
            }
        }
        exempt(people);
        return people.stream().map(this::member).toList();
    }

    /** For every seat the year its holder joined, nought for whoever joined before the years told of. */
    private int[] entryYears() {
        var seats = new ArrayList<Seat>();
        for (var cell : tree.cells()) {
            var readiness = Integer.parseInt(text(cell.trade() + ".new"));
            for (var seat = 0; seat < cell.size(); seat++) {
                seats.add(new Seat(seats.size(), cell, -Math.log(1 - chance.nextDouble()) / readiness));
            }
        }
        var chosen = new ArrayList<Seat>();
        var wanted =
                figures.admitted().values().stream().mapToInt(Integer::intValue).sum();
        var room = new HashMap<String, Integer>();
        for (var seat :
                seats.stream().sorted(Comparator.comparingDouble(Seat::turn)).toList()) {
            var left = room.getOrDefault(seat.cell().code(), seat.cell().size() - KEPT_OFFICIAL);
            if (left > 0 && chosen.size() < wanted) {
                chosen.add(seat);
                room.put(seat.cell().code(), left - 1);
            }
        }
        shuffle(chosen);
        var entered = new int[seats.size()];
        var next = chosen.iterator();
        for (var year : figures.admitted().entrySet()) {
            for (var admitted = 0; admitted < year.getValue(); admitted++) {
                entered[next.next().number()] = year.getKey();
            }
        }
        return entered;
    }

    private record Seat(int number, SampleTree.Cell cell, double turn) {}

    private void shuffle(List<Seat> seats) {
        for (var at = seats.size() - 1; at > 0; at--) {
            var other = chance.nextInt(at + 1);
            var seat = seats.get(at);
            seats.set(at, seats.get(other));
            seats.set(other, seat);
        }
    }

    private Person person(int place, SampleTree.Cell cell, int entered) {
        var isWoman = chance.nextInt(1000) < Integer.parseInt(text(cell.trade() + ".women"));
        var age = age(cell.trade(), entered);
        var born = dayOf(today.getYear() - age, 1, 365);
        var joined = joined(born, entered);
        var ethnicity = ethnicity(cell.khmer());
        while (true) {
            var name = names.draw(chance, ethnicity, isWoman, born.getYear());
            var asKnown = asKnown(born);
            if (known.add(VietnameseText.folded(name) + asKnown)) {
                return new Person(place, cell, isWoman, asKnown, born, joined, official(joined), ethnicity, name);
            }
        }
    }

    private int age(String trade, int entered) {
        var ages = lot(trade + ".ages");
        for (var attempt = 0; attempt < 50; attempt++) {
            var range = ages.draw(chance).split("-");
            var age = between(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
            var atEntry = age - (today.getYear() - entered);
            if (entered == 0
                    ? age >= YOUNGEST_TO_JOIN + today.getYear() - opening.getYear() + 2
                    : atEntry >= YOUNGEST_TO_JOIN && atEntry <= OLDEST_TO_JOIN - 6) {
                return age;
            }
        }
        return between(YOUNGEST_TO_JOIN + 6, 35);
    }

    private LocalDate joined(LocalDate born, int entered) {
        if (entered != 0) {
            var last = entered == today.getYear() ? today.getDayOfYear() - 2 : 365;
            return dayOf(entered, 2, last);
        }
        var latest = Math.min(opening.getYear() - 1, born.getYear() + OLDEST_TO_JOIN);
        var wished = born.getYear() + YOUNGEST_TO_JOIN + 1 + (int) Math.abs(gauss() * 7) + chance.nextInt(6);
        return dayOf(wished <= latest ? wished : between(born.getYear() + YOUNGEST_TO_JOIN, latest), 2, 365);
    }

    private @Nullable LocalDate official(LocalDate joined) {
        var months = joined.isBefore(LONGER_PROBATION_UNTIL)
                ? PROBATION_MONTHS + 6 * Math.max(0, chance.nextInt(9) - 6)
                : PROBATION_MONTHS;
        var official = joined.plusMonths(months);
        return official.isAfter(today) ? null : official;
    }

    private String ethnicity(int khmer) {
        var drawn = chance.nextInt(1000);
        return drawn < khmer ? "KHMER" : drawn < khmer + figures.hoa() ? "HOA" : "KINH";
    }

    /** Old people often know no more than the year, or the month and year. */
    private PartialDate asKnown(LocalDate born) {
        var drawn = chance.nextInt(100);
        var onlyYear = born.getYear() < 1955 ? 24 : born.getYear() < 1966 ? 5 : 0;
        if (drawn < onlyYear) {
            return PartialDate.ofYear(born.getYear());
        }
        return drawn < onlyYear * 4 / 3 ? PartialDate.of(YearMonth.from(born)) : PartialDate.of(born);
    }

    private void exempt(List<Person> people) {
        var room = new HashMap<String, Integer>();
        for (var person : people) {
            if (person.joined.isBefore(LocalDate.of(figures.admitted().firstKey(), 1, 1))) {
                room.merge(person.cell.code(), 1, Integer::sum);
            }
        }
        var left = figures.exempt();
        for (var person : people.stream()
                .filter(person -> person.cell.trade().equals("hamlet"))
                .map(person -> new Turn(person, person.age() + 7 * gauss()))
                .sorted(Comparator.comparingDouble(Turn::weakness).reversed())
                .map(Turn::person)
                .toList()) {
            var official = room.getOrDefault(person.cell.code(), 0);
            if (left > 0 && person.age() >= 56 && person.official != null && official > KEPT_OFFICIAL - 1) {
                room.put(person.cell.code(), official - 1);
                var from = latest(person.official.plusYears(5), person.born.plusYears(55));
                person.exemptFrom = from.plusDays(chance.nextLong(ChronoUnit.DAYS.between(from, today)));
                left--;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " too few are old enough to be exempt");
        }
    }

    private record Turn(Person person, double weakness) {}

    private SampleMember member(Person person) {
        var facts = new LinkedHashMap<String, String>();
        var card = cardIssued(person);
        put(facts, "alias", names.alias(chance, person.born.getYear()));
        put(
                facts,
                "religion",
                lot("religion." + VietnameseText.folded(person.ethnicity)).draw(chance));
        origin(facts, person.cell.place());
        schooling(facts, person);
        if (card != null) {
            put(facts, "card_place", figures.cardPlace());
            put(facts, "card_issued_on", PartialDate.of(card).toString());
            if (person.joined.getYear() < 2001 && chance.nextInt(10) < 6) {
                put(facts, "old_card_number", SampleNumbers.oldCard(person.place));
            }
        }
        if (person.born.getYear() < 1990 && chance.nextInt(10) < 7) {
            put(facts, "former_identity", SampleNumbers.formerIdentity(person.place));
        }
        if (person.joined.getYear() >= 1995 || chance.nextInt(10) < 4) {
            put(
                    facts,
                    "decided_on",
                    PartialDate.of(person.joined.minusDays(between(4, 28))).toString());
        }
        return new SampleMember(
                person.name,
                person.isWoman ? "FEMALE" : "MALE",
                person.asKnown,
                person.ethnicity,
                SampleNumbers.citizen(person.place, person.born, person.isWoman),
                card == null ? null : SampleNumbers.card(person.place),
                SampleNumbers.file(person.place, figures.fileSign()),
                person.cell.code(),
                person.joined,
                person.official,
                person.exemptFrom,
                facts);
    }

    private @Nullable LocalDate cardIssued(Person person) {
        if (person.official == null) {
            return null;
        }
        var from = latest(person.official.plusMonths(2), FIRST_CARDS);
        for (var year = from.getYear(); ; year++) {
            for (var day : CARD_DAYS) {
                var handed = LocalDate.of(year, day[0], day[1]);
                if (!handed.isBefore(from)) {
                    return handed.isAfter(today) ? null : handed;
                }
            }
        }
    }

    private void origin(Map<String, String> facts, SampleTree.Place place) {
        var district = communes.containsKey(place.district()) ? place.district() : anywhere();
        var commune = place.commune() != null ? place.commune() : any(district);
        put(facts, "residence_province", figures.province());
        put(facts, "residence_commune", commune + ", " + district);
        put(facts, "residence_detail", place.hamlet() == null ? "" : place.hamlet());
        var family = lot("native").draw(chance);
        put(facts, "native_province", family);
        if (family.equals(figures.province())) {
            var from = chance.nextInt(4) == 0 ? anywhere() : district;
            put(facts, "native_commune", any(from) + ", " + from);
        }
        var birthplace = chance.nextInt(10) == 0 ? figures.province() : family;
        put(facts, "birthplace_country", figures.country());
        put(facts, "birthplace_province", birthplace);
        if (birthplace.equals(figures.province())) {
            put(facts, "birthplace_detail", any(district) + ", " + district);
        }
    }

    private String anywhere() {
        return districts.get(chance.nextInt(districts.size()));
    }

    private String any(String district) {
        var there = Objects.requireNonNull(communes.get(district), district);
        return there.get(chance.nextInt(there.size()));
    }

    private void schooling(Map<String, String> facts, Person person) {
        var trade = person.cell.trade();
        var age = person.age();
        var occupation = lot(trade + ".occupation").draw(chance);
        var retired = trade.equals("hamlet") && age >= (person.isWoman ? 56 : 61) && chance.nextInt(10) < 5;
        put(facts, "occupation", retired ? "RETIRED" : occupation);
        put(facts, "occupation_at_entry", occupation);
        var qualification = qualification(trade, age);
        var isLearned = Set.of("COLLEGE", "UNIVERSITY", "MASTER", "DOCTOR").contains(qualification);
        var band = age < 47 ? "young" : age < 67 ? "middle" : "old";
        var school = lot("education." + band).draw(chance);
        put(facts, "general_education", isLearned ? "UPPER_SECONDARY" : school);
        put(facts, "qualification", qualification);
        put(facts, "political_theory", age < 25 ? "" : lot(trade + ".theory").draw(chance));
        if (qualification.equals("DOCTOR") && trades.containsKey(trade + ".title") && age > 40) {
            put(facts, "academic_title", lot(trade + ".title").draw(chance));
        }
    }

    private String qualification(String trade, int age) {
        var drawn = lot(trade + ".qualification").draw(chance);
        if (age < 22 || (age > 74 && chance.nextInt(3) > 0)) {
            return "";
        }
        return switch (drawn) {
            case "MASTER" -> age < 27 ? "UNIVERSITY" : drawn;
            case "DOCTOR" -> age < 33 ? "MASTER" : drawn;
            default -> drawn;
        };
    }

    private static void put(Map<String, String> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.put(key, value);
        }
    }

    private Lot lot(String name) {
        return lots.computeIfAbsent(name, _ -> Lot.of(text(name)));
    }

    private String text(String name) {
        return Objects.requireNonNull(trades.getProperty(name), name);
    }

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    private LocalDate dayOf(int year, int first, int last) {
        var day = LocalDate.ofYearDay(year, between(first, last));
        return day.getMonthValue() == 2 && day.getDayOfMonth() == 29 ? day.plusDays(1) : day;
    }

    /** Roughly normal, from the same stream of chance on every machine. */
    private double gauss() {
        var sum = -6.0;
        for (var term = 0; term < 12; term++) {
            sum += chance.nextDouble();
        }
        return sum;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Somebody on the way to a row. */
    private final class Person {
        private final int place;
        private final SampleTree.Cell cell;
        private final boolean isWoman;
        private final PartialDate asKnown;
        private final LocalDate born;
        private final LocalDate joined;
        private final @Nullable LocalDate official;
        private final String ethnicity;
        private final String name;
        private @Nullable LocalDate exemptFrom;

        private Person(
                int place,
                SampleTree.Cell cell,
                boolean isWoman,
                PartialDate asKnown,
                LocalDate born,
                LocalDate joined,
                @Nullable LocalDate official,
                String ethnicity,
                String name) {
            this.place = place;
            this.cell = cell;
            this.isWoman = isWoman;
            this.asKnown = asKnown;
            this.born = born;
            this.joined = joined;
            this.official = official;
            this.ethnicity = ethnicity;
            this.name = name;
        }

        private int age() {
            return (int) ChronoUnit.YEARS.between(born, today);
        }
    }
}
