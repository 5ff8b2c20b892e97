package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.admission.Candidate;
import vn.partyregister.admission.Stage;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.Rules;

/**
 * Who stands behind the cases of a loaded sample: the members it tells the admission of, as the register has them, and
 * people who are no members yet.
 */
final class SampleCandidates {
    private static final int YOUNGEST = 19;
    private static final int OLDEST = 46;
    private static final int YOUTH_UNION_TO = 30;
    /** Of so many cells, the readiest admits this often. */
    private static final int READIEST = 190;
    /** Candidates come in the list behind every member. */
    private static final int FIRST_PLACE = 100_000;

    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("FARMER", "FARMER"),
            Map.entry("COMMUNE_OFFICIAL", "OFFICIAL"),
            Map.entry("STATE_OFFICIAL", "OFFICIAL"),
            Map.entry("PARTY_OFFICIAL", "OFFICIAL"),
            Map.entry("PUBLIC_UNIT", "OFFICIAL"),
            Map.entry("ENTERPRISE_WORKER", "WORKER"),
            Map.entry("ENTERPRISE_STAFF", "WORKER"),
            Map.entry("ENTERPRISE_MANAGER", "WORKER"),
            Map.entry("NON_PUBLIC_UNIT", "PRIVATE_SECTOR"),
            Map.entry("ARMED_FORCES", "ARMED_FORCES"),
            Map.entry("UNIVERSITY_STUDENT", "UNIVERSITY_STUDENT"));

    private final Properties work;
    private final SampleCells cells;
    private final SampleTrades trades;
    private final SampleNames names;
    private final LocalDate today;
    private final Rules rules;
    private final SplittableRandom chance;
    private final SampleWay way;
    private final int late;

    SampleCandidates(
            SampleFolder folder,
            SampleCells cells,
            RegisterProperties.Sample days,
            Rules rules,
            SplittableRandom chance) {
        this.work = folder.properties("work");
        this.cells = cells;
        this.trades = new SampleTrades(folder.properties("trades"));
        this.names = new SampleNames(folder.properties("names"));
        this.today = days.businessDay();
        this.rules = rules;
        this.chance = chance;
        this.way = new SampleWay(chance);
        this.late = number("cases.late");
    }

    /** The admitted, then as many candidates that cases under way are as many as the figures have, then who left the way. */
    List<SampleCandidate> raise(JdbcClient jdbc, Seal seal) {
        var all = new ArrayList<SampleCandidate>();
        for (var one : admitted(jdbc)) {
            all.add(candidate(one, seal));
        }
        var onProbation =
                (int) all.stream().filter(one -> one.officialOn() == null).count();
        var stages = Lot.of(text("cases.stages"));
        var appraised = number("cases.appraised");
        for (var one = onProbation; one < number("cases.live") - appraised; one++) {
            all.add(live(Stage.valueOf(stages.draw(chance)), draw(), FIRST_PLACE + all.size()));
        }
        var below = cells.all().stream().filter(SampleCells.Known::partial).toList();
        for (var one = 0; one < appraised; one++) {
            var cell = below.get(chance.nextInt(below.size()));
            all.add(live(Stage.PARTIAL_APPRAISED, cell, FIRST_PLACE + all.size()));
        }
        var left = Lot.of(text("cases.left"));
        for (var one = 0; one < number("cases.ended"); one++) {
            all.add(ended(Stage.valueOf(left.draw(chance)), FIRST_PLACE + all.size()));
        }
        return all;
    }

    private static List<Admitted> admitted(JdbcClient jdbc) {
        return jdbc.sql("""
                        select m.id, m.full_name, m.sex, m.born_earliest, m.born_precision, m.ethnicity, m.religion,
                            coalesce(m.occupation_at_entry, '') as occupation, m.general_education, m.citizen_number_sealed as sealed,
                            e.to_organisation_id as cell, coalesce(m.decided_on, e.effective_on) as decided_on,
                            e.effective_on as joined_on, r.effective_on as official_on
                        from membership.told e
                        join member.member m on m.id = e.member_id
                        left join membership.told r on r.member_id = e.member_id and r.kind = 'RECOGNISED'
                        where e.kind = 'ADMITTED' order by e.effective_on, m.file_number
                        """).query(new RecordRows<>(Admitted.class)).list();
    }

    private SampleCandidate candidate(Admitted one, Seal seal) {
        var cell = cells.of(one.cell());
        var days = way.back(Stage.DECIDED, one.decidedOn(), cell);
        days.put(Stage.CEREMONY, one.joinedOn());
        probation(days, one);
        return new SampleCandidate(
                file(
                        one.fullName(),
                        one.sex(),
                        new PartialDate(one.bornEarliest(), one.bornPrecision()),
                        one.ethnicity(),
                        one.religion(),
                        one.occupation(),
                        one.generalEducation(),
                        cell,
                        one.decidedOn()),
                seal.openText(one.sealed()),
                cell,
                days,
                null,
                new MemberId(one.id()),
                one.officialOn());
    }

    /** From the ceremony on. A few declare their biography late, and a few cells have not met when they should have. */
    private void probation(Map<Stage, LocalDate> days, Admitted one) {
        var joined = one.joinedOn();
        var over = joined.plus(rules.probation().value());
        var declared = joined.plusDays(between(5, 25));
        var waits = between(1, late * 3) == 1 && joined.isAfter(today.minusDays(150));
        if (declared.isAfter(today) || waits) {
            return;
        }
        days.put(Stage.PROBATION, declared);
        var reviewed = over.plusDays(between(0, 8));
        var proposed = reviewed.plusDays(between(5, 18));
        var decided = proposed.plusDays(between(10, 30));
        if (one.officialOn() != null) {
            days.put(Stage.SELF_REVIEW, earliest(reviewed, today));
            days.put(Stage.CELL_VOTED_OFFICIAL, earliest(proposed, today));
            days.put(Stage.OFFICIAL, earliest(decided, today));
            return;
        }
        if (!reviewed.isAfter(today)) {
            days.put(Stage.SELF_REVIEW, reviewed);
        }
        if (!proposed.isAfter(today) && over.isAfter(today.minusDays(60))) {
            days.put(Stage.CELL_VOTED_OFFICIAL, proposed);
        }
    }

    private SampleCandidate live(Stage stage, SampleCells.Known cell, int place) {
        var since = way.since(stage, today);
        if (between(1, late) == 1 && stage.compareTo(Stage.CELL_VOTED) >= 0) {
            since = today.minusDays(between(125, 170));
        }
        var reached = stage == Stage.BASE_RESOLVED && !cell.base() ? Stage.CELL_VOTED : stage;
        var days = way.back(reached, since, cell);
        if (between(1, late * 3) == 1 && reached == Stage.HELPER_SET) {
            var valid = rules.period("awareness-certificate-validity").value();
            way.course(days, today.minus(valid).minusDays(between(5, 60)));
        }
        return person(place, cell, days, null);
    }

    private SampleCandidate ended(Stage stage, int place) {
        var cell = draw();
        var on = today.minusDays(between(10, 900));
        var side = stage.compareTo(Stage.APPLIED) < 0
                ? Stage.REMOVED
                : chance.nextInt(3) == 0 ? Stage.WITHDRAWN : Stage.REFUSED;
        return person(
                place, cell, way.back(stage, on.minusDays(between(5, 120)), cell), new SampleCandidate.Left(side, on));
    }

    private SampleCandidate person(
            int place, SampleCells.Known cell, Map<Stage, LocalDate> days, SampleCandidate.@Nullable Left left) {
        var trade = cell.grown().trade();
        var isWoman = chance.nextInt(1000) < Integer.parseInt(trades.text(trade + ".women")) + 60;
        var began = Objects.requireNonNull(days.get(Stage.SOURCE));
        var born = LocalDate.ofYearDay(began.getYear() - age(trade), between(1, 365));
        var ethnicity = chance.nextInt(1000) < cell.grown().khmer() ? "KHMER" : "KINH";
        var religion =
                trades.lot("religion." + VietnameseText.folded(ethnicity)).draw(chance);
        return new SampleCandidate(
                file(
                        names.draw(chance, ethnicity, isWoman, born.getYear()),
                        isWoman ? "FEMALE" : "MALE",
                        PartialDate.of(born),
                        ethnicity,
                        religion,
                        trades.lot(trade + ".occupation").draw(chance),
                        trades.lot("education.young").draw(chance),
                        cell,
                        began),
                SampleNumbers.citizen(place, born, isWoman),
                cell,
                days,
                left,
                null,
                null);
    }

    private Candidate file(
            String name,
            String sex,
            PartialDate born,
            String ethnicity,
            String religion,
            String occupation,
            @Nullable String education,
            SampleCells.Known cell,
            LocalDate day) {
        var category = CATEGORIES.getOrDefault(occupation, "OTHER");
        var isYoung = day.getYear() - born.earliest().getYear() <= YOUTH_UNION_TO;
        var inUnion = category.equals("OFFICIAL") || category.equals("WORKER");
        var place = cell.grown().place();
        var residence = new ArrayList<String>();
        for (var part : new @Nullable String[] {place.hamlet(), place.commune(), place.district()}) {
            if (part != null) {
                residence.add(part);
            }
        }
        var isLow = "PRIMARY".equals(education) || "LITERATE".equals(education);
        return Candidate.named(
                name,
                sex,
                born,
                ethnicity,
                religion,
                category,
                isYoung ? "YOUTH_UNION" : inUnion && chance.nextInt(10) < 7 ? "TRADE_UNION" : "NEITHER",
                education,
                "DIPLOMA",
                isLow ? "HARDSHIP_AREA" : null,
                String.join(", ", residence),
                chance.nextInt(400) == 0);
    }

    private int age(String trade) {
        var range = trades.lot(trade + ".ages").draw(chance).split("-");
        var age = between(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
        return age < YOUNGEST || age > OLDEST ? between(YOUNGEST + 2, 36) : age;
    }

    private SampleCells.Known draw() {
        while (true) {
            var cell = cells.all().get(chance.nextInt(cells.all().size()));
            if (chance.nextInt(READIEST)
                    < Integer.parseInt(trades.text(cell.grown().trade() + ".new"))) {
                return cell;
            }
        }
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    private String text(String name) {
        return Objects.requireNonNull(work.getProperty(name), name);
    }

    /** A member whose admission the journal tells. */
    record Admitted(
            UUID id,
            String fullName,
            String sex,
            LocalDate bornEarliest,
            PartialDate.Precision bornPrecision,
            String ethnicity,
            String religion,
            String occupation,
            @Nullable String generalEducation,
            byte[] sealed,
            UUID cell,
            LocalDate decidedOn,
            LocalDate joinedOn,
            @Nullable LocalDate officialOn) {}
}
