package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.HeldForm.State;
import vn.partyregister.dossier.Scans;
import vn.partyregister.platform.Scope;

/** Scanned papers hang on a case, and are in the file of the member that its candidate becomes. Today is 30/04/2022. */
@RegisterTest
class ScansOfACaseTests {
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

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Cases cases;
    private RequestPostProcessor east;
    private RequestPostProcessor west;

    @BeforeEach
    void aCellOfThree() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
        east = signIn.as(Role.CLERK, tree.east());
        west = signIn.as(Role.CLERK, tree.west());
    }

    private MvcTestResult attach(RequestPostProcessor who, AdmissionCaseId id, String form, byte[] sent) {
        return mvc.post()
                .multipart()
                .uri("/admissions/" + id + "/forms/" + form + "/scan")
                .file(new MockMultipartFile("file", "don.pdf", "application/pdf", sent))
                .with(who)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult ask(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private HeldForm held(AdmissionCaseId id, String slug) {
        return files.open(id, Scope.EVERYTHING).form(slug);
    }

    private UUID scan(AdmissionCaseId id, String slug) {
        return held(id, slug).scans().getFirst().id();
    }

    @Test
    void aScanShowsThatTheDossierHoldsAForm() {
        var id = cases.at(Stage.OPINIONS);
        assertThat(held(id, "5b-knd").state()).isEqualTo(State.MISSING);
        assertThat(attach(east, id, "5b-knd", Scans.pdf(2))).hasRedirectedUrl("/admissions/" + id);
        assertThat(held(id, "5b-knd").state()).isEqualTo(State.HELD);
        assertThat(held(id, "5c-knd").state()).as("a paper of the same kind").isEqualTo(State.MISSING);
        assertThat(ask(east, "/admissions/" + id)).bodyText().contains("Xem bản quét mẫu 5B-KNĐ", "2 trang");
    }

    @Test
    void whoLooksAtAScanOrSavesItIsNoted() {
        var id = cases.at(Stage.APPLIED);
        attach(east, id, "1-knd", Scans.pdf(1));
        var address = "/admissions/" + id + "/scans/" + scan(id, "1-knd");
        assertThat(ask(east, address)).hasStatusOk().hasContentType("application/pdf");
        assertThat(ask(east, address + "/file")).hasStatusOk();
        assertThat(jdbc.sql("select act from audit.entry where subject_id = ? and act like 'dossier.%' order by id")
                        .param(id.id())
                        .query(String.class)
                        .list())
                .containsExactly("dossier.stored", "dossier.viewed", "dossier.downloaded");
    }

    @Test
    void whatIsNoScanIsRefusedAndNothingIsKept() {
        var id = cases.at(Stage.APPLIED);
        assertThat(attach(east, id, "1-knd", Scans.program()))
                .hasStatus(422)
                .bodyText()
                .contains("không phải PDF");
        assertThat(attach(east, id, "1-knd", new byte[0])).hasStatus(422);
        assertThat(held(id, "1-knd").scans()).isEmpty();
    }

    @Test
    void aFormTakesNoScanBeforeItsStage() {
        var id = cases.at(Stage.APPLIED);
        assertThat(attach(east, id, "2-knd", Scans.pdf(1)))
                .hasStatus(409)
                .bodyText()
                .contains("Hãy ghi bước ấy trước");
        assertThat(attach(east, id, "99-knd", Scans.pdf(1))).hasStatus(404);
    }

    @Test
    void aScanIsThereForWhoAnswersForTheCellAlone() {
        var id = cases.at(Stage.APPLIED);
        assertThat(attach(west, id, "1-knd", Scans.pdf(1))).hasStatus(404);
        attach(east, id, "1-knd", Scans.pdf(1));
        var address = "/admissions/" + id + "/scans/" + scan(id, "1-knd");
        assertThat(ask(west, address)).hasStatus(404);
        assertThat(ask(west, address + "/file")).hasStatus(404);
        var another = cases.at(Stage.APPLIED);
        assertThat(ask(east, "/admissions/" + another + "/scans/" + scan(id, "1-knd")))
                .hasStatus(404);
    }

    @Test
    void aScanThatWasTakenBackNoLongerCounts() {
        var id = cases.at(Stage.OPINIONS);
        attach(east, id, "5c-knd", Scans.pdf(1));
        var back = "/admissions/" + id + "/scans/" + scan(id, "5c-knd") + "/taking-back";
        assertThat(ask(east, back)).hasStatusOk();
        assertThat(mvc.post().uri(back).param("reason", " ").with(east).with(csrf()))
                .hasStatusOk();
        assertThat(mvc.post().uri(back).param("reason", "nhầm người").with(east).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(held(id, "5c-knd").state()).isEqualTo(State.MISSING);
        assertThat(mvc.post().uri(back).param("reason", "lần nữa").with(east).with(csrf()))
                .hasStatus(404);
    }

    @Test
    void withTheMemberTheScansAreInTheMembersFile() {
        var id = cases.at(Stage.DECIDED);
        attach(east, id, "1-knd", Scans.pdf(3));
        cases.reach(id, Stage.CEREMONY);
        var member = files.open(id, Scope.EVERYTHING).one().member();
        assertThat(ask(east, "/members/" + member + "/papers"))
                .bodyText()
                .contains("/members/%s/papers/%s".formatted(member, scan(id, "1-knd")));
        assertThat(ask(east, "/members/" + member + "/papers/" + scan(id, "1-knd")))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(jdbc.sql("select kind from dossier.held where member_id = cast(? as uuid)")
                        .param(String.valueOf(member))
                        .query(String.class)
                        .list())
                .containsExactly("APPLICATION");
    }
}
