package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Scope;

/** A step that makes somebody a member on a day whose figures are closed says so first. */
@RegisterTest
@NullUnmarked
class CeremonyInAClosedPeriodTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;
    private Cases cases;
    private RequestPostProcessor clerk;

    /** January 2021 is closed, the month of the decision. */
    @BeforeEach
    void aClosedMonth() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
        clerk = signIn.as(Role.CLERK, tree.east());
        assertThat(post("/periods", "organisation", tree.east().toString(), "kind", "MONTH", "to", "31/01/2021"))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private Stage stage(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).one().stage();
    }

    @Test
    void aCeremonyIsRecordedOnceThatIsKnown() {
        var id = cases.at(Stage.DECIDED);
        var ceremony = "/admissions/" + id + "/steps/CEREMONY";
        assertThat(post(ceremony, "day", "31/01/2021"))
                .bodyText()
                .contains("kỳ đã khóa sổ", orgs.name(tree.east()), "knownLate");
        assertThat(stage(id)).isEqualTo(Stage.DECIDED);
        assertThat(post(ceremony, "day", "31/01/2021", "knownLate", "true")).hasStatus3xxRedirection();
        assertThat(stage(id)).isEqualTo(Stage.CEREMONY);
    }

    @Test
    void theDayAfterItIsRecordedWithoutAWord() {
        var id = cases.at(Stage.DECIDED);
        assertThat(post("/admissions/" + id + "/steps/CEREMONY", "day", "01/02/2021"))
                .hasStatus3xxRedirection();
    }

    @Test
    void aStepThatTheJournalDoesNotHearOfIsRecordedWithoutAWord() {
        var id = cases.at(Stage.OPINIONS);
        assertThat(post(
                        "/admissions/" + id + "/steps/CELL_VOTED",
                        "day",
                        "20/01/2021",
                        "number",
                        "7-NQ/CB",
                        "documentDay",
                        "20/01/2021",
                        "entitled",
                        "3",
                        "present",
                        "3",
                        "inFavour",
                        "3",
                        "against",
                        "0"))
                .hasStatus3xxRedirection();
    }
}
