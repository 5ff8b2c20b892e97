package vn.partyregister.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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
    /** Days from the end of probation to the decision on it; of one in so many the cell has not met in time. */
    private static final int SHORTEST_WAIT = 12;

    private static final int WAIT_DIFFERS = 36;
    private static final int HELD_UP = 41;
    private static final int LONGEST_WAIT = 100;
    private static final LocalDate LONGER_PROBATION_UNTIL = LocalDate.of(1976, 12, 20);

    private final SampleFigures figures;
    private final SampleTree tree;
    private final LocalDate opening;
    private final LocalDate today;
    private final SplittableRandom chance;
    private final SampleNames names;
    private final SampleTrades trades;
    private final SampleLife life;
    private final SampleProbation probation;
    private final Set<String> known = new HashSet<>();

    private SamplePeople(
            SampleFolder folder,
            SampleFigures figures,
            SampleTree tree,
            RegisterProperties.Sample days,
            SampleProbation probation) {
        this.figures = figures;
        this.tree = tree;
        this.opening = days.openingDay();
        this.today = days.businessDay();
        this.chance = new SplittableRandom(figures.seed() + 1);
        this.names = new SampleNames(folder.properties("names"));
        this.trades = new SampleTrades(folder.properties("trades"));
        this.life = new SampleLife(figures, tree, trades, names, today, chance);
        this.probation = probation;
    }

    /**
     * Everybody the register tells of.
     *
     * @param members who belong on the business day
     * @param left who belonged on the opening day and have left since
     */
    record Everybody(List<SampleMember> members, List<SampleMember> left) {
        List<SampleMember> rows() {
            return Stream.concat(members.stream(), left.stream()).toList();
        }
    }

    static Everybody raise(
            SampleFolder folder,
            SampleFigures figures,
            SampleTree tree,
            RegisterProperties.Sample days,
            SampleProbation probation) {
        var people = new SamplePeople(folder, figures, tree, days, probation);
        var members = people.raise();
        return new Everybody(
                members, new SampleLeavers(folder, figures, tree, days, probation, people.known).raise(members.size()));
    }

    private List<SampleMember> raise() {
        var entered = entryYears();
        var people = new ArrayList<SamplePerson>();
        for (var cell : tree.cells()) {
            for (var seat = 0; seat < cell.size(); seat++) {
                people.add(person(people.size(), cell, entered[people.size()]));
            }
        }
        exempt(people);
        return people.stream().map(life::row).toList();
    }

    /** For every seat the year its holder joined, nought for whoever joined before the years told of. */
    private int[] entryYears() {
        var seats = new ArrayList<Seat>();
        for (var cell : tree.cells()) {
            var readiness = Integer.parseInt(trades.text(cell.trade() + ".new"));
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

    private SamplePerson person(int place, SampleTree.Cell cell, int entered) {
        var isWoman = chance.nextInt(1000) < Integer.parseInt(trades.text(cell.trade() + ".women"));
        var age = age(cell.trade(), entered);
        var born = dayOf(today.getYear() - age, 1, 365);
        var joined = joined(born, entered);
        var ethnicity = ethnicity(cell.khmer());
        while (true) {
            var name = names.draw(chance, ethnicity, isWoman, born.getYear());
            var asKnown = asKnown(born);
            if (known.add(VietnameseText.folded(name) + asKnown)) {
                return new SamplePerson(
                        place, cell, isWoman, asKnown, born, joined, official(place, joined), ethnicity, name);
            }
        }
    }

    private int age(String trade, int entered) {
        var ages = trades.lot(trade + ".ages");
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

    /** Official from the day the months ended; the committee decided that some weeks later, and of a few has not yet. */
    private @Nullable LocalDate official(int place, LocalDate joined) {
        var longer = joined.isBefore(LONGER_PROBATION_UNTIL) ? 6 * Math.max(0, chance.nextInt(9) - 6) : 0;
        var official = joined.plus(probation.of(joined).plusMonths(longer));
        var waits = place % HELD_UP == 0 ? LONGEST_WAIT : SHORTEST_WAIT + place % WAIT_DIFFERS;
        return official.plusDays(waits).isAfter(today) ? null : official;
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

    private void exempt(List<SamplePerson> people) {
        var room = new HashMap<String, Integer>();
        for (var person : people) {
            if (person.joined.isBefore(LocalDate.of(figures.admitted().firstKey(), 1, 1))) {
                room.merge(person.cell.code(), 1, Integer::sum);
            }
        }
        var left = figures.exempt();
        for (var person : people.stream()
                .filter(person -> person.cell.trade().equals("hamlet"))
                .map(person -> new Turn(person, person.age(today) + 7 * gauss()))
                .sorted(Comparator.comparingDouble(Turn::weakness).reversed())
                .map(Turn::person)
                .toList()) {
            var official = room.getOrDefault(person.cell.code(), 0);
            if (left > 0 && person.age(today) >= 56 && person.official != null && official > KEPT_OFFICIAL - 1) {
                room.put(person.cell.code(), official - 1);
                var from = SamplePerson.latest(person.official.plusYears(5), person.born.plusYears(55));
                person.exemptFrom = from.plusDays(chance.nextLong(ChronoUnit.DAYS.between(from, today)));
                left--;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " too few are old enough to be exempt");
        }
    }

    private record Turn(SamplePerson person, double weakness) {}

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
}
