package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Movements;
import vn.partyregister.membership.PartyAges;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Who was struck off is admitted again (kết nạp lại) by the whole procedure, with the consent of the province. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class AdmittedAgainTests {
    private static final LocalDate FIRST_DECISION = day(4, 1, 2010);
    private static final LocalDate LEFT = day(10, 1, 2019);
    private static final LocalDate OPENED = LEFT.plusMonths(36);

    @Autowired
    private Admissions admissions;

    @Autowired
    private Movements movements;

    @Autowired
    private PartyAges ages;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Cases cases;
    private MemberId former;

    @BeforeEach
    void whoWasStruckOff() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
        former = people.add(
                tree.eastCell(), person -> person.named("Lý Trở Lại").joined(day(1, 2, 2010), day(1, 2, 2011)));
        jdbc.sql("update member.member set decided_on = :day where id = :id")
                .param("day", FIRST_DECISION)
                .param("id", former.id())
                .update();
        var decision = new Decision(orgs.name(tree.east()), System.nanoTime() + "-QĐ/HU", LEFT, null);
        movements.record(
                former,
                new Act(MovementKind.STRUCK_OFF, LEFT, null, null, "NO_DUES", null, decision, null),
                Scope.EVERYTHING);
    }

    /** A stage three days after the one before it, from the day the case was opened. */
    private static LocalDate dayOf(Stage stage) {
        return OPENED.plusDays(3L * stage.ordinal());
    }

    private AdmissionCaseId atTheBase() {
        var id =
                admissions.open(new NewCase(Cases.ordinary(), null, tree.eastCell(), OPENED, former), Scope.EVERYTHING);
        for (var stage : Stage.values()) {
            if (stage != Stage.SOURCE
                    && stage != Stage.PARTIAL_APPRAISED
                    && stage.compareTo(Stage.BASE_RESOLVED) <= 0) {
                cases.reach(id, stage, cases.entry(stage, dayOf(stage)));
            }
        }
        return id;
    }

    private void decide(AdmissionCaseId id) {
        cases.reach(id, Stage.DECIDED, cases.entry(Stage.DECIDED, dayOf(Stage.DECIDED)));
    }

    private void consent(AdmissionCaseId id, LocalDate day) {
        admissions.add(id, new Paper(Paper.AGAIN, "5-CV/TU", day, "Ban Thường vụ Tỉnh ủy", "test"), Scope.EVERYTHING);
    }

    @Test
    void nobodyIsDecidedOnAgainWithoutTheConsentOfTheProvinceNorBeforeIt() {
        var id = atTheBase();
        withoutConsent(id);
        consent(id, dayOf(Stage.DECIDED).plusDays(1));
        withoutConsent(id);
        consent(id, dayOf(Stage.DECIDED));
        decide(id);
    }

    private void withoutConsent(AdmissionCaseId id) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> decide(id))
                .returns("admission.refused.again-consent", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.source().ruleKey()).isEqualTo("again-consent"));
    }

    @Test
    void theCeremonyMakesThemAMemberAgainAndTheTimeOutsideIsNoPartyAge() {
        var id = atTheBase();
        consent(id, dayOf(Stage.BASE_RESOLVED));
        decide(id);
        cases.reach(id, Stage.CEREMONY, StepEntry.on(dayOf(Stage.CEREMONY)));
        assertThat(jdbc.sql("""
                        select kind || ' ' || effective_on || ' ' || coalesce(again, false) from membership.movement
                        where member_id = :member order by effective_on
                        """)
                        .param("member", former.id())
                        .query(String.class)
                        .list())
                .endsWith("STRUCK_OFF 2019-01-10 false", "ADMITTED " + dayOf(Stage.CEREMONY) + " true");
        assertThat(jdbc.sql("""
                        select s.status || ' ' || lower(s.valid) from membership.standing s
                        where s.member_id = :member and upper_inf(s.valid)
                        """)
                        .param("member", former.id())
                        .query(String.class)
                        .single())
                .as("probation again")
                .isEqualTo("PROBATIONARY " + dayOf(Stage.CEREMONY));
        var outside = ChronoUnit.DAYS.between(LEFT, dayOf(Stage.DECIDED));
        assertThat(ages.of(former, Scope.EVERYTHING).begins()).isEqualTo(FIRST_DECISION);
        assertThat(ages.of(former, Scope.EVERYTHING).countedFrom()).isEqualTo(FIRST_DECISION.plusDays(outside));
    }
}
