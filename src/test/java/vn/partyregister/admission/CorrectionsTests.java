package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** What is told of a candidate is completed and put right until the ceremony, and what was told before stays. Today is 30/04/2022. */
@RegisterTest
@NullUnmarked
class CorrectionsTests {
    private static final LocalDate TODAY = day(30, 4, 2022);

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

    @BeforeEach
    void aCell() {
        tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
    }

    private static Candidate hardlyKnown() {
        return Cases.candidate(PartialDate.of(day(15, 3, 1990)), null, null);
    }

    private AdmissionFile read(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING);
    }

    private State state(AdmissionCaseId id, String criterion) {
        return read(id).criteria().stream()
                .filter(one -> one.key().equals(criterion))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void correct(AdmissionCaseId id, Candidate told, @Nullable String number) {
        admissions.correct(
                id,
                read(id).one().version(),
                new ToldAnew(told, number, false, null, "bổ sung bằng cấp"),
                Scope.EVERYTHING);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private static String number() {
        return "084%09d".formatted(Math.floorMod(System.nanoTime(), 1_000_000_000L));
    }

    @Test
    void whatWasNotKnownIsToldAndTheCriterionIsMet() {
        var id = cases.open(hardlyKnown(), null, tree.eastCell());
        assertThat(state(id, "education")).isEqualTo(State.UNKNOWN);
        assertThat(state(id, "citizenship")).isEqualTo(State.UNKNOWN);
        var number = number();
        correct(id, Cases.ordinary(), number);
        assertThat(state(id, "education")).isEqualTo(State.MET);
        assertThat(state(id, "citizenship")).isEqualTo(State.MET);
        assertThat(read(id).corrections())
                .extracting(Correction::field, Correction::before, Correction::after, Correction::madeOn)
                .containsExactlyInAnyOrder(
                        tuple(CandidateField.GENERAL_EDUCATION, null, "UPPER_SECONDARY", TODAY),
                        tuple(CandidateField.EDUCATION_PROOF, null, "DIPLOMA", TODAY),
                        tuple(CandidateField.CITIZEN_NUMBER, null, number.substring(9), TODAY));
        assertThat(files.citizenNumber(id, Scope.EVERYTHING)).isEqualTo(number);
        assertThat(jdbc.sql("""
                        select before ->> 'EDUCATION_PROOF' || '|' || (after ->> 'EDUCATION_PROOF') || '|' || (after ->> 'why')
                        from audit.entry where act = 'admission.corrected' and subject_id = ?
                        """).param(id.id()).query(String.class).single()).isEqualTo("|DIPLOMA|bổ sung bằng cấp");
    }

    @Test
    void whatWasMistypedAtTheVoteIsJudgedAgainAtTheDecision() {
        var id = cases.at(Stage.BASE_RESOLVED);
        correct(id, Cases.candidate(PartialDate.of(day(1, 11, 2002)), "UPPER_SECONDARY", "DIPLOMA"), null);
        refused("admission.refused.age-least", () -> cases.reach(id, Stage.DECIDED));
        correct(id, Cases.ordinary(), null);
        cases.reach(id, Stage.DECIDED);
        assertThat(read(id).corrections())
                .filteredOn(one -> one.field() == CandidateField.BORN)
                .extracting(Correction::before, Correction::after)
                .containsExactly(tuple("01/11/2002", "15/03/1990"), tuple("15/03/1990", "01/11/2002"));
    }

    @Test
    void theSameIsAskedAsOfANewCandidate() {
        var id = cases.open(hardlyKnown(), null, tree.eastCell());
        var ofACase = number();
        cases.open(Cases.ordinary(), ofACase, tree.westCell());
        refused("admission.in-another-case", () -> correct(id, Cases.ordinary(), ofACase));
        var ofAMember = number();
        people.add(tree.eastCell(), person -> person.named("Kim Đã Vào").numbered(null, null, null, ofAMember));
        refused("admission.known", () -> correct(id, Cases.ordinary(), ofAMember));
        refused("admission.citizen-number", () -> correct(id, Cases.ordinary(), "084"));
        refused(
                "admission.no-such-choice",
                () -> correct(id, Cases.candidate(PartialDate.of(day(15, 3, 1990)), "NO_SUCH", "DIPLOMA"), null));
        assertThat(read(id).corrections()).isEmpty();
        assertThat(read(id).one().candidate()).isEqualTo(hardlyKnown());
    }

    @Test
    void anotherNumberTakesThePlaceOfTheOneThatWasMistyped() {
        var wrong = number();
        var id = cases.open(Cases.ordinary(), wrong, tree.eastCell());
        refused("admission.nothing-corrected", () -> correct(id, Cases.ordinary(), wrong));
        var right = number();
        correct(id, Cases.ordinary(), right);
        assertThat(read(id).corrections()).extracting(Correction::before).containsExactly(wrong.substring(9));
        cases.open(Cases.ordinary(), wrong, tree.westCell());
    }

    @Test
    void aNumberThatWasEnteredWronglyIsTakenOutForAReasonAndItsEndIsKept() {
        var number = number();
        var id = cases.open(Cases.ordinary(), number, tree.eastCell());
        var told = new ToldAnew(Cases.ordinary(), null, true, null, "số của người khác");
        admissions.correct(id, read(id).one().version(), told, Scope.EVERYTHING);
        assertThat(read(id).one().citizenNumberEnd()).isNull();
        assertThat(state(id, "citizenship")).isEqualTo(State.UNKNOWN);
        assertThat(read(id).corrections())
                .singleElement()
                .returns(CandidateField.CITIZEN_NUMBER, Correction::field)
                .returns(number.substring(9), Correction::before)
                .returns(null, Correction::after)
                .returns("số của người khác", Correction::reason);
        assertThat(cases.open(Cases.ordinary(), number, tree.eastCell()))
                .as("whose number it is can be a candidate now")
                .isNotNull();
        refused(
                "admission.nothing-corrected",
                () -> admissions.correct(id, read(id).one().version(), told, Scope.EVERYTHING));
    }

    @Test
    void thePageTakesANumberOutWhereOneIsKnown() {
        var clerk = signIn.as(Role.CLERK, tree.east());
        var without = cases.open(Cases.ordinary(), null, tree.eastCell());
        assertThat(mvc.get().uri("/admissions/" + without + "/candidate").with(clerk))
                .bodyText()
                .doesNotContain("withoutNumber");
        var id = cases.open(Cases.ordinary(), number(), tree.eastCell());
        var address = "/admissions/" + id + "/candidate";
        assertThat(mvc.get().uri(address).with(clerk)).bodyText().contains("withoutNumber");
        assertThat(mvc.post()
                        .uri(address)
                        .param("version", String.valueOf(read(id).one().version()))
                        .param("fullName", "Thạch Thị Mai")
                        .param("sex", "FEMALE")
                        .param("born", "15/03/1990")
                        .param("ethnicity", "KHMER")
                        .param("religion", "NONE")
                        .param("category", "WORKER")
                        .param("massOrganisation", "NEITHER")
                        .param("generalEducation", "UPPER_SECONDARY")
                        .param("educationProof", "DIPLOMA")
                        .param("withoutNumber", "true")
                        .param("reason", "ghi nhầm")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(read(id).one().citizenNumberEnd()).isNull();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsLookedAtFirst() {
        var id = cases.open(hardlyKnown(), null, tree.eastCell());
        var seen = read(id).one().version();
        correct(id, Cases.ordinary(), null);
        refused(
                "refusal.changed-meanwhile",
                () -> admissions.correct(
                        id, seen, new ToldAnew(hardlyKnown(), null, false, null, "x"), Scope.EVERYTHING));
    }

    @Test
    void aMemberIsPutRightInTheMembersFileAndWhatIsOverStays() {
        var joined = cases.at(Stage.CEREMONY);
        refused("admission.correct-the-member", () -> correct(joined, hardlyKnown(), null));
        var over = cases.open();
        cases.reach(over, Stage.REMOVED, cases.entry(Stage.REMOVED, day(1, 2, 2020)));
        refused("admission.is-over", () -> correct(over, hardlyKnown(), null));
        var west = Scope.of(Set.of(tree.west().id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        admissions.correct(cases.open(), 0, new ToldAnew(hardlyKnown(), null, false, null, "x"), west));
    }

    @Test
    void thePagesShowWhatIsKnownAndWhatWasBefore() {
        var id = cases.open(hardlyKnown(), null, tree.eastCell());
        var clerk = signIn.as(Role.CLERK, tree.east());
        var address = "/admissions/" + id + "/candidate?lang=vi";
        assertThat(mvc.get().uri("/admissions/" + id).with(clerk))
                .bodyText()
                .contains("/admissions/" + id + "/candidate")
                .doesNotContain("Thông tin đã sửa");
        assertThat(mvc.get().uri(address).with(clerk)).hasStatusOk().bodyText().contains("Thạch Thị Mai", "15/03/1990");
        assertThat(post(address, Map.of("version", "0", "fullName", " ", "born", "31/02/1990")))
                .hasStatusOk()
                .bodyText()
                .contains("aria-invalid=\"true\"");
        var fields = Map.ofEntries(
                Map.entry("version", String.valueOf(read(id).one().version())),
                Map.entry("fullName", "Thạch Thị Mai"),
                Map.entry("sex", "FEMALE"),
                Map.entry("born", "16/03/1990"),
                Map.entry("ethnicity", "KHMER"),
                Map.entry("religion", "NONE"),
                Map.entry("category", "WORKER"),
                Map.entry("massOrganisation", "NEITHER"),
                Map.entry("foreignSpouse", "true"),
                Map.entry("place", "Công ty Giày Thử"),
                Map.entry("reason", "theo giấy khai sinh"));
        assertThat(post(address, fields)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/admissions/" + id + "?lang=vi").with(clerk))
                .bodyText()
                .contains(
                        "Thông tin đã sửa",
                        "Nơi chưa có đảng viên",
                        "Công ty Giày Thử",
                        "15/03/1990",
                        "16/03/1990",
                        "theo giấy khai sinh",
                        "Không",
                        "Có");
        assertThat(post(address, fields))
                .as("sent twice")
                .hasStatus(409)
                .bodyText()
                .contains("Người khác vừa sửa");
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request =
                mvc.post().uri(address).with(signIn.as(Role.CLERK, tree.east())).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
