package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.HeldForm.State;
import vn.partyregister.platform.Scope;

/** What the dossier of a case holds of the forms of its guidance, at the edges of its stages. Today is 30/04/2022. */
@RegisterTest
class ChecklistTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private PrintedCases cases;

    @BeforeEach
    void aCellOfThreeBelowAPartialCommittee() {
        cases = new PrintedCases(admissions, orgs, people);
    }

    private State state(AdmissionCaseId id, String code) {
        return held(id, code).state();
    }

    private HeldForm held(AdmissionCaseId id, String code) {
        return files.open(id, Scope.EVERYTHING).forms().stream()
                .filter(one -> one.form().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormIsDueWithItsStageAndHeldWithWhatShowsIt() {
        var id = cases.open(cases.cell, "NEITHER");
        assertThat(state(id, "CN-NTVĐ")).isEqualTo(State.NOT_DUE);
        cases.bring(id, Stage.BIO_VERIFIED, PrintedCases.DISTRICT, true);
        assertThat(state(id, "1-KNĐ")).isEqualTo(State.HELD);
        assertThat(state(id, "5-KNĐ")).isEqualTo(State.NOT_DUE);
        assertThat(held(id, "5-KNĐ").printable()).as("it is what comes next").isTrue();
        assertThat(held(id, "6-KNĐ").printable()).isFalse();
        admissions.reach(
                id,
                Stage.OPINIONS,
                cases.entry(Stage.OPINIONS, Cases.dayOf(Stage.OPINIONS), PrintedCases.DISTRICT),
                Scope.EVERYTHING);
        assertThat(state(id, "5B-KNĐ")).isEqualTo(State.MISSING);
        assertThat(files.open(id, Scope.EVERYTHING).missing()).isEqualTo(2);
        cases.paper(id, "OPINIONS_RESIDENCE", "7-NX/CU", "Chi ủy ấp Ô Tưng", Cases.dayOf(Stage.OPINIONS));
        assertThat(state(id, "5B-KNĐ")).isEqualTo(State.HELD);
        assertThat(held(id, "5B-KNĐ").number()).isEqualTo("7-NX/CU");
        assertThat(state(id, "6-KNĐ")).isEqualTo(State.NOT_DUE);
        cases.reach(id, Stage.CELL_VOTED, PrintedCases.DISTRICT);
        assertThat(state(id, "6-KNĐ")).isEqualTo(State.HELD);
    }

    @Test
    void aStepBackLeavesItsFormNotDueAgain() {
        var id = cases.at(Stage.CELL_VOTED);
        admissions.stepBack(id, Stage.OPINIONS, LocalDate.of(2020, 10, 2), "nhầm", Scope.EVERYTHING);
        assertThat(state(id, "6-KNĐ")).isEqualTo(State.NOT_DUE);
    }

    @ParameterizedTest
    @CsvSource({
        "NEITHER, NOT_NEEDED, HELD, NOT_NEEDED, NOT_NEEDED",
        "YOUTH_UNION, HELD, NOT_NEEDED, HELD, NOT_NEEDED",
        "TRADE_UNION, HELD, NOT_NEEDED, NOT_NEEDED, HELD"
    })
    void whoIntroducesFollowsFromTheUnion(String union, State one, State two, State youth, State trade) {
        var id = cases.bring(cases.open(cases.cell, union), Stage.BIO_VERIFIED, PrintedCases.DISTRICT, true);
        var entry = union.equals("NEITHER")
                ? cases.entry(Stage.OPINIONS, Cases.dayOf(Stage.OPINIONS), PrintedCases.DISTRICT)
                : new StepEntry(
                        Cases.dayOf(Stage.OPINIONS),
                        null,
                        null,
                        null,
                        cases.officials().subList(1, 2),
                        "Ban chấp hành cơ sở",
                        null,
                        null);
        admissions.reach(id, Stage.OPINIONS, entry, Scope.EVERYTHING);
        assertThat(List.of(state(id, "3-KNĐ"), state(id, "3A-KNĐ"), state(id, "4-KNĐ"), state(id, "4A-KNĐ")))
                .containsExactly(one, two, youth, trade);
    }
}
