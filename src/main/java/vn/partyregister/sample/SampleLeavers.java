package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.VietnameseText;

/**
 * Those who belonged when the journal of a sample register opens and have left since: as many of each way and year as the
 * figures have. They draw from a chance of their own, so that the members stay who they are.
 */
final class SampleLeavers {
    private static final int YOUNGEST_TO_JOIN = 19;
    /** Of a hundred who are struck off in the first year, so many were still on probation. */
    private static final int ON_PROBATION = 25;

    private final SampleFigures figures;
    private final SampleTree tree;
    private final LocalDate opening;
    private final LocalDate today;
    private final SplittableRandom chance;
    private final SampleNames names;
    private final SampleTrades trades;
    private final SampleLife life;
    private final SampleProbation probation;
    private final Set<String> known;

    SampleLeavers(
            SampleFolder folder,
            SampleFigures figures,
            SampleTree tree,
            RegisterProperties.Sample days,
            SampleProbation probation,
            Set<String> known) {
        this.figures = figures;
        this.tree = tree;
        this.opening = days.openingDay();
        this.today = days.businessDay();
        this.chance = new SplittableRandom(figures.seed() + 2);
        this.names = new SampleNames(folder.properties("names"));
        this.trades = new SampleTrades(folder.properties("trades"));
        this.life = new SampleLife(figures, tree, trades, names, today, chance);
        this.probation = probation;
        this.known = known;
    }

    /** @param place the first one in the list that nobody has */
    List<SampleMember> raise(int place) {
        var rows = new ArrayList<SampleMember>();
        figures.left()
                .forEach((how, years) -> years.forEach((year, many) -> {
                    for (var one = 0; one < many; one++) {
                        rows.add(life.row(person(place + rows.size(), how, day(year))));
                    }
                }));
        return List.copyOf(rows);
    }

    private LocalDate day(int year) {
        var last = year == today.getYear() ? today.getDayOfYear() - 1 : 365;
        return LocalDate.ofYearDay(year, between(2, last));
    }

    private SamplePerson person(int place, String how, LocalDate left) {
        var cell = cell(how);
        var onProbation = how.equals("STRUCK_OFF")
                && left.getYear() == opening.getYear() + 1
                && chance.nextInt(100) < ON_PROBATION;
        var born = LocalDate.ofYearDay(left.getYear() - age(how, onProbation), between(1, 365));
        var joined = joined(born, left, onProbation);
        var isWoman = chance.nextInt(1000) < Integer.parseInt(trades.text(cell.trade() + ".women"));
        var ethnicity = chance.nextInt(1000) < cell.khmer() ? "KHMER" : "KINH";
        while (true) {
            var name = names.draw(chance, ethnicity, isWoman, born.getYear());
            var asKnown = PartialDate.of(born);
            if (known.add(VietnameseText.folded(name) + asKnown)) {
                var person = new SamplePerson(
                        place,
                        cell,
                        isWoman,
                        asKnown,
                        born,
                        joined,
                        onProbation ? null : joined.plus(probation.of(joined)),
                        ethnicity,
                        name);
                person.left = new SampleMember.Leaving(how, left);
                return person;
            }
        }
    }

    /** The dead are mostly old people of the hamlets. */
    private SampleTree.Cell cell(String how) {
        while (true) {
            var cell = tree.cells().get(chance.nextInt(tree.cells().size()));
            if (!how.equals("DIED") || cell.trade().equals("hamlet") || chance.nextInt(8) == 0) {
                return cell;
            }
        }
    }

    private int age(String how, boolean onProbation) {
        if (onProbation) {
            return between(YOUNGEST_TO_JOIN + 2, 34);
        }
        return how.equals("DIED") ? between(58, 93) - (chance.nextInt(10) == 0 ? 14 : 0) : between(25, 54);
    }

    /** Everybody here belonged on the opening day; who was on probation then left before it was over. */
    private LocalDate joined(LocalDate born, LocalDate left, boolean onProbation) {
        if (onProbation) {
            var first = SamplePerson.latest(
                    left.minus(probation.of(left)).plusDays(1), LocalDate.of(opening.getYear(), 1, 2));
            return first.plusDays(chance.nextLong(Math.max(1, opening.toEpochDay() - first.toEpochDay())));
        }
        var latest = opening.getYear() - 2;
        var year = born.getYear() + YOUNGEST_TO_JOIN + 1 + (int) Math.abs(chance.nextInt(24) - chance.nextInt(12));
        return LocalDate.ofYearDay(Math.min(latest, year), between(2, 365));
    }

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }
}
