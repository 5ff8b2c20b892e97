package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;

/** The lives of people of a sample register: origin, schooling, work and cards, as they fit who they are. */
final class SampleLife {
    private static final LocalDate FIRST_CARDS = LocalDate.of(2004, 9, 2);
    private static final int[][] CARD_DAYS = {{2, 3}, {5, 19}, {9, 2}, {11, 7}};

    private final SampleFigures figures;
    private final SampleTrades trades;
    private final SampleNames names;
    private final LocalDate today;
    private final SplittableRandom chance;
    private final Map<String, List<String>> communes = new HashMap<>();
    private final List<String> districts;

    SampleLife(
            SampleFigures figures,
            SampleTree tree,
            SampleTrades trades,
            SampleNames names,
            LocalDate today,
            SplittableRandom chance) {
        this.figures = figures;
        this.trades = trades;
        this.names = names;
        this.today = today;
        this.chance = chance;
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

    /** Somebody as a row of the spreadsheet. */
    SampleMember row(SamplePerson person) {
        var facts = new LinkedHashMap<String, String>();
        var card = cardIssued(person);
        put(facts, "alias", names.alias(chance, person.born.getYear()));
        put(
                facts,
                "religion",
                trades.lot("religion." + VietnameseText.folded(person.ethnicity))
                        .draw(chance));
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
                person.left,
                facts);
    }

    private @Nullable LocalDate cardIssued(SamplePerson person) {
        if (person.official == null) {
            return null;
        }
        var last = person.left == null ? today : person.left.on();
        var from = SamplePerson.latest(person.official.plusMonths(2), FIRST_CARDS);
        for (var year = from.getYear(); ; year++) {
            for (var day : CARD_DAYS) {
                var handed = LocalDate.of(year, day[0], day[1]);
                if (!handed.isBefore(from)) {
                    return handed.isAfter(last) ? null : handed;
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
        var family = trades.lot("native").draw(chance);
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

    private void schooling(Map<String, String> facts, SamplePerson person) {
        var trade = person.cell.trade();
        var age = person.age(today);
        var occupation = trades.lot(trade + ".occupation").draw(chance);
        var retired = trade.equals("hamlet") && age >= (person.isWoman ? 56 : 61) && chance.nextInt(10) < 5;
        put(facts, "occupation", retired ? "RETIRED" : occupation);
        put(facts, "occupation_at_entry", occupation);
        var qualification = qualification(trade, age);
        var isLearned = Set.of("COLLEGE", "UNIVERSITY", "MASTER", "DOCTOR").contains(qualification);
        var band = age < 47 ? "young" : age < 67 ? "middle" : "old";
        var school = trades.lot("education." + band).draw(chance);
        put(facts, "general_education", isLearned ? "UPPER_SECONDARY" : school);
        put(facts, "qualification", qualification);
        put(
                facts,
                "political_theory",
                age < 25 ? "" : trades.lot(trade + ".theory").draw(chance));
        if (qualification.equals("DOCTOR") && trades.tell(trade + ".title") && age > 40) {
            put(facts, "academic_title", trades.lot(trade + ".title").draw(chance));
        }
    }

    private String qualification(String trade, int age) {
        var drawn = trades.lot(trade + ".qualification").draw(chance);
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

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }
}
