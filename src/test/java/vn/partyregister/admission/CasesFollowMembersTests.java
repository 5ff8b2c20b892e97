package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Movements;
import vn.partyregister.membership.Reversals;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;

/** What the journal is told of a probationer past the case holds for the case as well. */
@RegisterTest
@NullUnmarked
class CasesFollowMembersTests {
    private static final LocalDate MARCH = day(15, 3, 2022);
    private static final AtomicInteger NUMBERS = new AtomicInteger(7000);

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Movements movements;

    @Autowired
    private Reversals reversals;

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

    private AdmissionCase read(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).one();
    }

    private void tell(
            AdmissionCaseId id, MovementKind kind, LocalDate on, @Nullable OrganisationId to, @Nullable String ground) {
        var decision = kind == MovementKind.DIED
                ? null
                : new Decision("Huyện ủy Đông", NUMBERS.incrementAndGet() + "-QĐ/HU", MARCH, null);
        var elsewhere = kind == MovementKind.TRANSFERRED_OUT ? "Đảng bộ tỉnh khác" : null;
        movements.record(
                read(id).member(), new Act(kind, on, to, null, ground, elsewhere, decision, null), Scope.EVERYTHING);
    }

    private void takeBackTheLast(AdmissionCaseId id) {
        var member = read(id).member();
        var last = jdbc.sql("""
                        select id from membership.told where member_id = ? order by effective_on desc, recorded desc limit 1
                        """).param(member.id()).query(UUID.class).single();
        reversals.reverse(member, new MovementId(last), "vào nhầm người", Scope.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "STRUCK_OFF, UNWORTHY_PROBATIONER, STRUCK",
        "ADMISSION_CANCELLED, STANDARDS, CANCELLED",
        "DIED, , LEFT",
        "RESIGNED, , LEFT",
        "TRANSFERRED_OUT, , LEFT"
    })
    void aCaseEndsWithWhatEndsTheProbationAndIsUnderWayAgainWhenThatIsTakenBack(
            MovementKind kind, @Nullable String ground, Stage end) {
        var id = cases.at(Stage.PROBATION);
        tell(id, kind, MARCH, null, ground == null ? anyGround(kind) : ground);
        var ended = read(id);
        assertThat(ended.stage()).isEqualTo(end);
        assertThat(ended.since()).isEqualTo(MARCH);
        assertThat(ended.steps().getLast().reason()).isNotBlank();
        takeBackTheLast(id);
        var again = read(id);
        assertThat(again.stage()).isEqualTo(Stage.PROBATION);
        assertThat(again.steps().getLast()).returns(Step.Kind.BACK, Step::kind).returns("vào nhầm người", Step::reason);
        assertThat(again.milestones().joinedOn()).isEqualTo(Cases.CEREMONY);
    }

    private String anyGround(MovementKind kind) {
        return jdbc.sql("select code from reference.code where list = ? order by code limit 1")
                .param(kind.grounds())
                .query(String.class)
                .single();
    }

    @Test
    void whoIsRecognisedAmongManyHasTheirCaseEnded() {
        var id = cases.at(Stage.CELL_VOTED_OFFICIAL);
        var due = Cases.CEREMONY.plusMonths(12);
        tell(id, MovementKind.RECOGNISED, due, null, null);
        var ended = read(id);
        assertThat(ended.stage()).isEqualTo(Stage.OFFICIAL);
        assertThat(ended.steps().getLast().document().day()).isEqualTo(MARCH);
        assertThat(officialOn(id)).isEqualTo(due);
        takeBackTheLast(id);
        assertThat(read(id).stage()).isEqualTo(Stage.CELL_VOTED_OFFICIAL);
        assertThat(officialOn(id)).isNull();
    }

    private LocalDate officialOn(AdmissionCaseId id) {
        return jdbc.sql("select official_on from admission.admission_case where id = ?")
                .param(id.id())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    @Test
    void aCaseGoesAlongWithItsProbationerAndBack() {
        var id = cases.at(Stage.PROBATION);
        tell(id, MovementKind.TRANSFERRED, MARCH, tree.westCell(), anyGround(MovementKind.TRANSFERRED));
        assertThat(read(id))
                .returns(tree.westCell(), AdmissionCase::organisation)
                .returns(Stage.PROBATION, AdmissionCase::stage);
        assertThat(read(id).steps().getLast())
                .returns(Step.Kind.MOVED, Step::kind)
                .returns(MARCH, Step::day);
        takeBackTheLast(id);
        assertThat(read(id).organisation()).isEqualTo(tree.eastCell());
    }

    @Test
    void anAdmissionThatIsTakenBackLeavesTheDecision() {
        var id = cases.at(Stage.CEREMONY);
        var member = read(id).member();
        takeBackTheLast(id);
        assertThat(read(id))
                .returns(Stage.DECIDED, AdmissionCase::stage)
                .returns(null, one -> one.milestones().joinedOn());
        cases.reach(id, Stage.CEREMONY);
        assertThat(read(id).member()).as("the same person again").isEqualTo(member);
    }

    @Test
    void aCaseThatEndedStaysSoWhenTheMemberMovesLater() {
        var id = cases.at(Stage.OFFICIAL);
        var steps = read(id).steps().size();
        tell(id, MovementKind.TRANSFERRED, MARCH, tree.westCell(), anyGround(MovementKind.TRANSFERRED));
        assertThat(read(id).steps()).hasSize(steps);
    }
}
