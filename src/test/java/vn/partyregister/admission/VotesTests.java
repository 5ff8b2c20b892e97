package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
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
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Votes at exactly two thirds, and who is left out of them on the day before, on their first day and on their last. */
@RegisterTest
@NullUnmarked
class VotesTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Cases cases;

    @BeforeEach
    void aCellOfThree() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
    }

    private StepEntry vote(Stage stage, int entitled, int inFavour) {
        return cases.entry(
                stage,
                Cases.dayOf(stage),
                usual -> new StepEntry(
                        usual.day(),
                        usual.document(),
                        null,
                        new Vote(entitled, entitled, inFavour, entitled - inFavour),
                        List.of(),
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource({"9, 6, ''", "9, 5, admission.base-against", "3, 2, ''", "10, 7, ''", "10, 6, admission.base-against"})
    void theBaseProposesWithTwoThirdsOfItsCommittee(int entitled, int inFavour, String refused) {
        var id = cases.at(Stage.CELL_VOTED);
        var entry = vote(Stage.BASE_RESOLVED, entitled, inFavour);
        if (refused.isEmpty()) {
            assertThat(cases.reach(id, Stage.BASE_RESOLVED, entry)).isEqualTo(Stage.BASE_RESOLVED);
        } else {
            refusedBy("base-vote", refused, () -> cases.reach(id, Stage.BASE_RESOLVED, entry));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, CELL_VOTED_OFFICIAL", "2, CELL_VOTED_OFFICIAL", "1, NOT_WORTHY", "0, NOT_WORTHY"})
    void aProbationerIsProposedWithTwoThirdsOfTheCell(int inFavour, Stage reached) {
        var id = cases.at(Stage.SELF_REVIEW);
        assertThat(cases.reach(id, Stage.CELL_VOTED_OFFICIAL, vote(Stage.CELL_VOTED_OFFICIAL, 3, inFavour)))
                .isEqualTo(reached);
    }

    /** Four official members, one of whom is exempt from a day on: from that day three are all that must be counted. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void whoIsExemptIsLeftOutFromThatDayOn(int days, boolean leftOut) {
        people.add(tree.eastCell(), person -> person.named("Trần Văn Già").exempt(Cases.VOTED.plusDays(days)));
        countsThreeOrFour(leftOut);
    }

    @ParameterizedTest
    @CsvSource({
        // from, until (excluded), as days from the vote
        "-10, , true",
        "0, , true",
        "1, , false",
        "-10, 1, true",
        "-10, 0, false"
    })
    void whoIsElsewhereForATimeIsLeftOutOnThoseDays(int from, @Nullable Integer until, boolean leftOut) {
        var away = people.add(tree.eastCell(), person -> person.named("Trần Văn Xa"));
        away(away, Cases.VOTED.plusDays(from), until == null ? null : Cases.VOTED.plusDays(until), false);
        countsThreeOrFour(leftOut);
    }

    @Test
    void aStayElsewhereThatWasWithdrawnLeavesNobodyOut() {
        var away = people.add(tree.eastCell(), person -> person.named("Trần Văn Xa"));
        away(away, Cases.VOTED.minusDays(10), null, true);
        countsThreeOrFour(false);
    }

    private void countsThreeOrFour(boolean leftOut) {
        var id = cases.at(Stage.OPINIONS);
        if (leftOut) {
            refusedBy(
                    "cell-vote",
                    "admission.entitled-not-as-registered",
                    () -> cases.reach(id, Stage.CELL_VOTED, vote(Stage.CELL_VOTED, 2, 2)));
            assertThat(cases.reach(id, Stage.CELL_VOTED, vote(Stage.CELL_VOTED, 3, 2)))
                    .as("left out while absent")
                    .isEqualTo(Stage.CELL_VOTED);
        } else {
            refusedBy(
                    "cell-vote",
                    "admission.entitled-not-as-registered",
                    () -> cases.reach(id, Stage.CELL_VOTED, vote(Stage.CELL_VOTED, 3, 3)));
        }
        var attended = cases.at(Stage.OPINIONS);
        assertThat(cases.reach(attended, Stage.CELL_VOTED, vote(Stage.CELL_VOTED, 4, 3)))
                .isEqualTo(Stage.CELL_VOTED);
    }

    private void away(MemberId member, LocalDate from, @Nullable LocalDate until, boolean withdrawn) {
        jdbc.sql("""
                        insert into membership.dated_fact (id, member_id, kind, valid, place, recorded_by, withdrawn_at,
                            withdrawn_by, withdrawn_why)
                        values (:id, :member, 'TEMPORARY_OUT', daterange(:from, :until), 'Chi bộ nơi học', 'test',
                            case when :withdrawn then now() end, case when :withdrawn then 'test' end,
                            case when :withdrawn then 'nhầm' end)
                        """)
                .param("id", UUID.randomUUID())
                .param("member", member.id())
                .param("from", from)
                .param("until", until, java.sql.Types.DATE)
                .param("withdrawn", withdrawn)
                .update();
    }

    private static void refusedBy(String rule, String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act)
                .returns(key, RuleBroken::key)
                .satisfies(broken -> assertThat(broken.source().ruleKey()).isEqualTo(rule));
    }

    @Test
    void whatACandidateAsksForEndsTheWayOnItsFirstAndItsLastStage() {
        for (var way : List.of(
                "SOURCE WITHDRAWN",
                "DECIDED WITHDRAWN",
                "APPLIED REFUSED",
                "BASE_RESOLVED REFUSED",
                "HELPER_SET REMOVED")) {
            var stages = way.split(" ");
            var id = cases.at(Stage.valueOf(stages[0]));
            var side = Stage.valueOf(stages[1]);
            assertThat(cases.reach(id, side, cases.entry(side, Cases.dayOf(Stage.CEREMONY))))
                    .isEqualTo(side);
            assertThat(files.open(id, Scope.EVERYTHING).one().stage().isOver()).isTrue();
        }
        for (var way : List.of("CEREMONY NOT_WORTHY", "SELF_REVIEW NOT_WORTHY")) {
            var id = cases.at(Stage.valueOf(way.split(" ")[0]));
            assertThat(cases.reach(id, Stage.NOT_WORTHY, cases.entry(Stage.NOT_WORTHY, Cases.dayOf(Stage.OFFICIAL))))
                    .isEqualTo(Stage.NOT_WORTHY);
            cases.reach(id, Stage.STRUCK, cases.entry(Stage.STRUCK, Cases.dayOf(Stage.OFFICIAL)));
            assertThat(files.open(id, Scope.EVERYTHING).one().stage()).isEqualTo(Stage.STRUCK);
        }
    }
}
