package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** Who comes to a badge, who is proposed early or after death, and what is awarded once and no more. */
@RegisterTest
class BadgesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate MAY = LocalDate.of(2022, 5, 19);
    private static final Scope ALL = Scope.EVERYTHING;
    private static final int[] LEVELS = {30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90};

    @Autowired
    private Candidates candidates;

    @Autowired
    private BadgeBatches batches;

    @Autowired
    private BadgeBatchList list;

    @Autowired
    private Awards awards;

    @Autowired
    private Stock stock;

    @Autowired
    private AwardDays days;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
    }

    private MemberId since(LocalDate joined) {
        return people.add(
                tree.eastCell(), person -> person.born(LocalDate.of(1920, 1, 1)).joined(joined, joined.plusYears(1)));
    }

    private void holds(MemberId member, int years) {
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content)
                        values (:member, 'BADGE', cast(:content as jsonb))
                        """)
                .param("member", member.id())
                .param("content", "[{\"level\":\"YEARS_%d\",\"given_on\":\"2010\"}]".formatted(years))
                .update();
    }

    private List<Candidate> on(LocalDate day) {
        var filter = new CandidateFilter(tree.east().id(), day, null, null);
        try (var rows = candidates.rows(filter, ALL, TODAY, Candidates.STANDARD_ORDER)) {
            return rows.toList();
        }
    }

    private @Nullable Candidate candidate(MemberId member) {
        return on(MAY).stream()
                .filter(one -> one.id().equals(member.id()))
                .findFirst()
                .orElse(null);
    }

    private BatchId batch() {
        return batches.drawUp(tree.east(), MAY, null, ALL);
    }

    private static Decision decision() {
        return new Decision("Ban Thường vụ Tỉnh ủy", "%d-QĐ/TU".formatted(System.nanoTime()), TODAY, null);
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    @Test
    void theDaysOfAwardFollowOnOneAnother() {
        assertThat(days.from(TODAY)).isEqualTo(MAY);
        assertThat(days.from(MAY)).isEqualTo(MAY);
        assertThat(days.before(MAY)).isEqualTo("2022-02-03");
        assertThat(days.after(MAY)).isEqualTo("2022-09-02");
        assertThat(days.upcoming(TODAY))
                .startsWith(MAY)
                .contains(LocalDate.of(2024, 2, 3))
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "1992-05-19, DUE",
        "1992-05-20, NOT_YET",
        "1992-02-04, DUE",
        "1992-02-03, EARLIER",
        "1992-09-02, NOT_YET"
    })
    void whoIsFullOnTheDayItselfIsDueAndADayLaterIsNot(LocalDate joined, Reason reason) {
        assertThat(candidate(since(joined)))
                .isNotNull()
                .returns(reason, Candidate::reason)
                .returns(joined.plusYears(30), Candidate::fullOn);
    }

    @Test
    void whoIsNotFullByTheNextDayOfAwardIsNoCandidate() {
        assertThat(candidate(since(LocalDate.of(1992, 9, 3)))).isNull();
    }

    @Test
    void thereIsNoBadgeOfThirtyFiveYears() {
        assertThat(candidate(since(LocalDate.of(1987, 5, 19))))
                .isNotNull()
                .returns(30, Candidate::years)
                .returns(Reason.EARLIER, Candidate::reason);
    }

    /** The highest levels, with whoever lacks a day to them. */
    @ParameterizedTest
    @CsvSource({
        "1942-05-19, 80, DUE",
        "1937-05-20, 80, EARLIER",
        "1937-05-19, 85, DUE",
        "1932-05-20, 85, EARLIER",
        "1932-05-19, 90, DUE"
    })
    void thereAreBadgesOfEightyFiveAndNinetyYears(LocalDate joined, int years, Reason reason) {
        assertThat(candidate(since(joined)))
                .isNotNull()
                .returns(years, Candidate::years)
                .returns(reason, Candidate::reason);
    }

    @Test
    void theYearHasFourDaysOfAward() {
        assertThat(days.upcoming(LocalDate.of(2023, 1, 1)).subList(0, 5))
                .extracting(LocalDate::toString)
                .containsExactly("2023-02-03", "2023-05-19", "2023-09-02", "2023-11-07", "2024-02-03");
        assertThat(days.from(LocalDate.of(2022, 11, 7))).isEqualTo("2022-11-07");
        assertThat(days.before(LocalDate.of(2022, 11, 8))).isEqualTo("2022-11-07");
        assertThat(days.after(LocalDate.of(2022, 11, 7))).isEqualTo("2023-02-03");
        var seventh = LocalDate.of(2022, 11, 7);
        batches.drawUp(tree.west(), seventh, null, ALL);
        refuses("recognition.not-an-award-day", () -> batches.drawUp(tree.west(), seventh.plusDays(1), null, ALL));
    }

    @Test
    void whoHoldsTheBadgeIsNoCandidateForItButForTheNext() {
        var thirty = since(LocalDate.of(1992, 5, 19));
        holds(thirty, 30);
        assertThat(candidate(thirty)).isNull();
        var forty = since(LocalDate.of(1982, 5, 19));
        holds(forty, 30);
        assertThat(candidate(forty)).isNotNull().returns(40, Candidate::years).returns(30, Candidate::held);
    }

    @Test
    void aProbationerIsNoCandidate() {
        var member = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(1992, 5, 19), null));
        assertThat(candidate(member)).isNull();
    }

    @Test
    void timeLeftOutPutsTheDayOff() {
        var member = since(LocalDate.of(1992, 5, 9));
        interruption(member, "[2000-01-01,2000-01-11)");
        assertThat(candidate(member))
                .isNotNull()
                .returns(MAY, Candidate::fullOn)
                .returns(10, Candidate::leftOut);
        var later = since(LocalDate.of(1992, 5, 10));
        interruption(later, "[2000-01-01,2000-01-11)");
        assertThat(candidate(later)).isNotNull().returns(Reason.NOT_YET, Candidate::reason);
    }

    private void interruption(MemberId member, String valid) {
        jdbc.sql("""
                        insert into membership.interruption (id, member_id, valid, ground, paper, recorded_by)
                        values (:id, :member, cast(:valid as daterange), 'STRUCK_OFF', 'QĐ', 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("valid", valid)
                .update();
    }

    @Test
    void whoIsSuspendedIsShownAndNotProposedWhoIsDisciplinedIsProposedAndShown() {
        var suspended = since(LocalDate.of(1992, 5, 19));
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, recorded_by)
                        values (:id, :member, 'SUSPENDED', '[2022-04-01,)', 'test')
                        """).param("id", Uuids.next()).param("member", suspended.id()).update();
        var disciplined = since(LocalDate.of(1992, 5, 19));
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content)
                        values (:member, 'DISCIPLINE', '[{"side":"PARTY","form":"Khiển trách","given_on":"2021"}]')
                        """).param("member", disciplined.id()).update();
        assertThat(candidate(suspended))
                .isNotNull()
                .returns("SUSPENDED", Candidate::obstacle)
                .returns(true, Candidate::barred);
        assertThat(candidate(disciplined))
                .isNotNull()
                .returns("DISCIPLINE", Candidate::obstacle)
                .returns(false, Candidate::barred);
        var batch = batch();
        assertThat(batches.proposeAll(batch, false, ALL)).isEqualTo(1);
    }

    @Test
    void theListIsThatOfANaiveReckoning() {
        var random = new Random(20220519);
        var expected = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            var joined = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(54 * 365));
            var member = since(joined);
            var held = random.nextBoolean() ? LEVELS[random.nextInt(LEVELS.length)] : 0;
            if (held > 0) {
                holds(member, held);
            }
            var best = 0;
            var next = 0;
            for (var level : LEVELS) {
                if (level > held && !joined.plusYears(level).isAfter(MAY)) {
                    best = level;
                } else if (level > held && next == 0 && !joined.plusYears(level).isAfter(LocalDate.of(2022, 9, 2))) {
                    next = level;
                }
            }
            if (best > 0 || next > 0) {
                expected.add(member + " " + (best > 0 ? best : next));
            }
        }
        assertThat(on(MAY))
                .extracting(one -> one.id() + " " + one.years())
                .containsExactlyInAnyOrderElementsOf(expected);
        var figures = candidates.figures(new CandidateFilter(tree.east().id(), MAY, null, null), ALL, TODAY);
        assertThat(figures.of(null, null)).isEqualTo(expected.size());
    }

    @Test
    void aBatchIsProposedSubmittedDecidedAndStandsInTheFilesOfAll() {
        var due = since(LocalDate.of(1992, 5, 19));
        var earlier = since(LocalDate.of(1990, 5, 19));
        var batch = batch();
        assertThat(batches.proposeAll(batch, false, ALL)).isEqualTo(1);
        assertThat(batches.proposeAll(batch, true, ALL)).isEqualTo(1);
        refuses("recognition.not-submitted", () -> awards.decide(batch, decision(), false, ALL));
        batches.submit(batch, "12-TTr/HU", TODAY, ALL);
        refuses("recognition.batch-not-open", () -> batches.proposeAll(batch, false, ALL));
        awards.decide(batch, decision(), false, ALL);
        for (var member : List.of(due, earlier)) {
            assertThat(list.badges(member))
                    .singleElement()
                    .returns(30, BadgeBatchList.Held::years)
                    .returns("19/05/2022", BadgeBatchList.Held::givenOn)
                    .returns(Basis.FULL, BadgeBatchList.Held::basis);
            assertThat(candidate(member)).isNull();
        }
        refuses("recognition.decided-already", () -> awards.decide(batch, decision(), false, ALL));
        assertThat(jdbc.sql("select count(*) from member.amendment where member_id = :id and section = 'BADGE'")
                        .param("id", due.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void noLevelIsGivenTwice() {
        var member = since(LocalDate.of(1992, 5, 19));
        holds(member, 30);
        var batch = batch();
        refuses("recognition.level-held", () -> batches.propose(batch, member, "YEARS_30", Basis.FULL, null, ALL));
    }

    @Test
    void whoHasComeToHoldTheBadgeSinceTheProposalStopsTheDecisionByName() {
        var member = since(LocalDate.of(1992, 5, 19));
        var batch = batch();
        batches.proposeAll(batch, false, ALL);
        batches.submit(batch, "12-TTr/HU", TODAY, ALL);
        holds(member, 30);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> awards.decide(batch, decision(), false, ALL))
                .returns("recognition.awarded-already", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.arguments()).contains("Nguyễn Văn An"));
        assertThat(list.get(batch, ALL).isDecided()).isFalse();
    }

    @Test
    void whoHasLeftSinceTheProposalStopsTheDecision() {
        var member = since(LocalDate.of(1992, 5, 19));
        var batch = batch();
        batches.proposeAll(batch, false, ALL);
        batches.submit(batch, "12-TTr/HU", TODAY, ALL);
        people.died(member, tree.eastCell(), TODAY);
        refuses("recognition.left-since", () -> awards.decide(batch, decision(), false, ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "YEARS_30, 1993-05-19, true",
        "YEARS_30, 1993-05-20, false",
        "YEARS_65, 1958-05-19, true",
        "YEARS_65, 1958-05-20, false",
        "YEARS_70, 1954-05-19, true",
        "YEARS_70, 1954-05-20, false"
    })
    void theGravelyIllAreProposedEarlyByAsMuchAsTheRuleGivesAndNoMore(String level, LocalDate joined, boolean taken) {
        var member = since(joined);
        var batch = batch();
        refuses("recognition.not-full", () -> batches.propose(batch, member, level, Basis.FULL, null, ALL));
        if (taken) {
            batches.propose(batch, member, level, Basis.EARLY, "Bệnh án số 5", ALL);
            assertThat(list.get(batch, ALL).proposed()).isEqualTo(1);
        } else {
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> batches.propose(batch, member, level, Basis.EARLY, "Bệnh án số 5", ALL))
                    .returns("recognition.too-early", RuleBroken::key)
                    .satisfies(refused -> assertThat(refused.source()).isNotNull());
        }
    }

    @ParameterizedTest
    @CsvSource({"1993-04-01, true", "1993-04-02, false"})
    void whoDiedIsProposedWhenTheyLackedTwelveMonthsAtMost(LocalDate joined, boolean taken) {
        var member = since(joined);
        var batch = batch();
        refuses(
                "recognition.not-dead",
                () -> batches.propose(batch, member, "YEARS_30", Basis.POSTHUMOUS, "Tờ khai 6-HHĐ", ALL));
        people.died(member, tree.eastCell(), LocalDate.of(2022, 4, 1));
        if (taken) {
            batches.propose(batch, member, "YEARS_30", Basis.POSTHUMOUS, "Tờ khai 6-HHĐ", ALL);
            batches.submit(batch, "12-TTr/HU", TODAY, ALL);
            awards.decide(batch, decision(), false, ALL);
            assertThat(list.badges(member)).singleElement().returns(Basis.POSTHUMOUS, BadgeBatchList.Held::basis);
        } else {
            refuses(
                    "recognition.died-too-early",
                    () -> batches.propose(batch, member, "YEARS_30", Basis.POSTHUMOUS, "Tờ khai 6-HHĐ", ALL));
        }
    }

    @Test
    void whoIsTakenOffStaysOffUntilProposedAgain() {
        var member = since(LocalDate.of(1992, 5, 19));
        var batch = batch();
        batches.proposeAll(batch, false, ALL);
        batches.remove(batch, member, "Gia đình xin hoãn", ALL);
        assertThat(batches.proposeAll(batch, false, ALL)).isZero();
        assertThat(list.removed(list.get(batch, ALL)))
                .singleElement()
                .returns("Gia đình xin hoãn", Proposal::removedWhy);
        refuses("recognition.nobody-proposed", () -> batches.submit(batch, "1", TODAY, ALL));
        batches.propose(batch, member, "YEARS_30", Basis.FULL, null, ALL);
        assertThat(list.get(batch, ALL).proposed()).isEqualTo(1);
    }

    @Test
    void aBatchIsForARegularDayOrSaysItsOccasionAndThereIsOneForADay() {
        refuses("recognition.not-an-award-day", () -> batches.drawUp(tree.east(), LocalDate.of(2022, 5, 1), null, ALL));
        batches.drawUp(tree.east(), LocalDate.of(2022, 5, 1), "Ngày thành lập tỉnh", ALL);
        batch();
        refuses("recognition.batch-already", this::batch);
    }

    @Test
    void whoBelongsElsewhereIsNotOfTheBatchAndNobodyStandsOnTwo() {
        var batch = batch();
        var west = people.add(
                tree.westCell(), person -> person.joined(LocalDate.of(1992, 5, 19), LocalDate.of(1993, 5, 19)));
        refuses("recognition.not-of-the-batch", () -> batches.propose(batch, west, "YEARS_30", Basis.FULL, null, ALL));
        var member = since(LocalDate.of(1992, 5, 19));
        batches.proposeAll(batch, false, ALL);
        var other = batches.drawUp(tree.eastBase(), MAY, null, ALL);
        assertThat(batches.proposeAll(other, false, ALL)).isZero();
        refuses(
                "recognition.proposed-elsewhere",
                () -> batches.propose(other, member, "YEARS_30", Basis.FULL, null, ALL));
    }

    @Test
    void badgesAreTakenFromTheStockByTheirSerialsAndAShortStockStopsTheDecision() {
        since(LocalDate.of(1992, 5, 19));
        since(LocalDate.of(1992, 5, 18));
        var batch = batch();
        batches.proposeAll(batch, false, ALL);
        batches.submit(batch, "12-TTr/HU", TODAY, ALL);
        var series = "H" + batch.toString().substring(30);
        stock.receive(tree.east(), "YEARS_30", new Serials(series, 7, 7, 4), TODAY, "PNK 1", ALL);
        refuses("recognition.stock-falls-short", () -> awards.decide(batch, decision(), true, ALL));
        stock.receive(tree.east(), "YEARS_30", new Serials(series, 8, 20, 4), TODAY, "PNK 2", ALL);
        awards.decide(batch, decision(), true, ALL);
        try (var rows = list.rows(list.get(batch, ALL), BadgeBatchList.Part.STANDING, null, "name,asc")) {
            assertThat(rows.map(Proposal::number).toList()).containsExactlyInAnyOrder(series + "0007", series + "0008");
        }
    }

    @Test
    void aLostBadgeIsReportedByItsHolderAndItsNumberGoesToNobodyElse() {
        var member = since(LocalDate.of(1992, 5, 19));
        refuses("recognition.badge-not-held", () -> awards.lost(member, 30, TODAY, "Tường trình", null, ALL));
        holds(member, 30);
        var series = "M" + Long.toString(System.nanoTime() % 100_000_000, 36) + "-";
        var number = series + "01";
        refuses("recognition.serial-not-in-stock", () -> awards.lost(member, 30, TODAY, "Tường trình", number, ALL));
        stock.receive(tree.east(), "YEARS_40", new Serials(series, 1, 1, 2), TODAY, "PNK 40", ALL);
        refuses("recognition.serial-not-in-stock", () -> awards.lost(member, 30, TODAY, "Tường trình", number, ALL));
        stock.receive(tree.east(), "YEARS_30", new Serials(series, 1, 2, 2), TODAY, "PNK 30", ALL);
        var west = Scope.of(Set.of(tree.west().id()));
        var elsewhere = westMember();
        refuses("recognition.serial-not-in-stock", () -> awards.lost(elsewhere, 30, TODAY, "x", number, west));
        awards.lost(member, 30, TODAY, "Tường trình", number, ALL);
        refuses("recognition.loss-told", () -> awards.lost(member, 30, TODAY, "Tường trình", null, ALL));
        var other = since(LocalDate.of(1992, 5, 19));
        holds(other, 30);
        refuses("recognition.badge-number-taken", () -> awards.lost(other, 30, TODAY, "Tường trình", number, ALL));
        assertThat(list.badges(member)).singleElement().returns(number, BadgeBatchList.Held::newNumber);
        assertThat(jdbc.sql("""
                        select e.what || ' ' || e.paper from recognition.stock_entry e
                        where e.member_id = :member and e.kind = 'YEARS_30'
                        """)
                        .param("member", member.id())
                        .query(String.class)
                        .list())
                .containsExactly("ISSUED Tường trình");
    }

    private MemberId westMember() {
        var joined = LocalDate.of(1992, 5, 19);
        var member = people.add(tree.westCell(), person -> person.joined(joined, joined.plusYears(1)));
        holds(member, 30);
        return member;
    }
}
