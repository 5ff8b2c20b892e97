package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Who may decide on an admission, on the last day of a rule and the first of the next; in one case and in many. */
@RegisterTest
class CompetenceTests {
    @Autowired
    private Competence competence;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private ManyCases many;

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
    private Scope east;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aCellBelowABaseCommittee() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        clerk = signIn.as(Role.CLERK, tree.east());
        cases = Cases.ofThree(admissions, orgs, people, tree);
    }

    @ParameterizedTest
    @CsvSource({
        "24/07/2016, CELL, ",
        "25/07/2016, CELL, admission.not-competent",
        "25/07/2016, BASE, admission.not-delegated",
        "25/07/2016, DISTRICT, ",
        "25/07/2016, PROVINCE, ",
        "25/07/2016, OTHER_DISTRICT, admission.not-competent",
        "25/07/2026, BASE, admission.not-delegated",
        "25/07/2026, DISTRICT, ",
        "26/07/2026, CELL, admission.not-competent",
        "26/07/2026, BASE, ",
        "26/07/2026, DISTRICT, admission.not-competent",
        "26/07/2026, PROVINCE, admission.not-competent"
    })
    void whoDecidesFollowsFromTheDayOfTheDecision(String day, String level, @Nullable String refused) {
        var decided = Dates.read(day).orElseThrow();
        assertThat(why(tree.eastCell(), issuer(level), decided)).isEqualTo(refused);
    }

    @Test
    void aCellThatIsTheBaseOrganisationHasNoCommitteeToDelegateTo() {
        var cell = orgs.add("Chi bộ Kho bạc " + tree.east(), "CB_CS", "NHA_NUOC", tree.east());
        for (var decided : List.of(day(30, 4, 2022), day(1, 8, 2026))) {
            assertThat(why(cell, cell, decided)).isEqualTo("admission.not-competent");
            assertThat(why(cell, tree.east(), decided)).isNull();
        }
    }

    @Test
    void aPartialCommitteeNeverDecidesAndACommuneDoesForTheBasesBelowIt() {
        var partial = orgs.add("Đảng bộ bộ phận " + tree.east(), "DB_BP", null, tree.eastBase());
        var cell = orgs.add("Chi bộ ấp Giữa " + tree.east(), "CB_TT", null, partial);
        assertThat(why(cell, partial, day(30, 4, 2022))).isEqualTo("admission.not-competent");
        assertThat(why(cell, tree.east(), day(30, 4, 2022))).isNull();
        var commune = orgs.add("Đảng bộ xã Thí Điểm " + tree.east(), "DB_XA", "XA", orgs.root());
        var company = orgs.add("Đảng bộ Công ty " + tree.east(), "DB_CS", "DN_TNHH", commune);
        var workshop = orgs.add("Chi bộ Phân xưởng " + tree.east(), "CB_TT", null, company);
        assertThat(why(workshop, commune, day(1, 9, 2025))).isNull();
        assertThat(why(workshop, company, day(1, 9, 2025))).isEqualTo("admission.not-delegated");
    }

    @Test
    void aDelegationHoldsForAllCasesOfTheCommitteeFromItsDayOn() {
        var id = cases.at(Stage.BASE_RESOLVED);
        admissions.add(id, new Paper("DELEGATION", "4-QĐ/HU", Cases.DECIDED, "Huyện ủy", "clerk"), Scope.EVERYTHING);
        assertThat(why(tree.otherEastCell(), tree.eastBase(), Cases.DECIDED)).isNull();
        assertThat(why(tree.otherEastCell(), tree.eastBase(), Cases.DECIDED.minusDays(1)))
                .isEqualTo("admission.not-delegated");
        assertThat(why(tree.westCell(), tree.westBase(), Cases.DECIDED)).isEqualTo("admission.not-delegated");
    }

    @Test
    void inManyCasesWhoIsDecidedOnByTheWrongCommitteeIsNamed() {
        var chosen = List.of(cases.at(Stage.BASE_RESOLVED), cases.at(Stage.BASE_RESOLVED));
        assertThat(many.enter(chosen, Stage.DECIDED, entry(orgs.name(tree.eastCell())), east))
                .satisfies(outcome -> assertThat(outcome.entered()).isZero())
                .satisfies(outcome -> assertThat(outcome.refused())
                        .extracting(one -> one.why().key())
                        .containsOnly("admission.not-competent"));
        assertThat(many.enter(chosen, Stage.DECIDED, entry("Quân ủy Trung ương"), east))
                .returns(2, ManyCases.Outcome::entered)
                .returns(true, ManyCases.Outcome::unjudged);
        assertThat(files.open(chosen.getFirst(), east).unjudged())
                .extracting(source -> Objects.requireNonNull(source).directive())
                .isEqualTo("29-QĐ/TW");
        assertThat(mvc.get().uri("/admissions/" + chosen.getFirst()).with(clerk))
                .bodyText()
                .contains("chưa kiểm tra được thẩm quyền", "29-QĐ/TW, điểm 4.3.2");
        var known = cases.at(Stage.DECIDED);
        assertThat(files.open(known, east).unjudged()).isNull();
    }

    @Test
    void thePagesSayWhoDecidesAndByWhichRule() {
        var id = cases.at(Stage.BASE_RESOLVED);
        assertThat(record("/admissions/" + id + "/steps/DECIDED", id))
                .hasStatus(409)
                .bodyText()
                .contains("chỉ quyết định kết nạp khi được ủy quyền", orgs.name(tree.east()), "29-QĐ/TW");
        assertThat(record("/admissions/many/DECIDED", id))
                .hasStatus(409)
                .bodyText()
                .contains("khi được ủy quyền", "29-QĐ/TW, điểm 4.3.2");
    }

    private MvcTestResult record(String address, AdmissionCaseId id) {
        return mvc.post()
                .uri(address)
                .param("chosen", id.toString())
                .param("day", "04/01/2021")
                .param("number", "6-QĐ/ĐU")
                .param("documentDay", "04/01/2021")
                .param("issuer", orgs.name(tree.eastBase()))
                .with(clerk)
                .with(csrf())
                .exchange();
    }

    private StepEntry entry(String issuer) {
        return cases.entry(
                Stage.DECIDED,
                Cases.DECIDED,
                usual -> new StepEntry(
                        usual.day(),
                        new Document(Objects.requireNonNull(usual.document()).number(), usual.day(), issuer),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }

    private OrganisationId issuer(String level) {
        return switch (level) {
            case "CELL" -> tree.eastCell();
            case "BASE" -> tree.eastBase();
            case "DISTRICT" -> tree.east();
            case "OTHER_DISTRICT" -> tree.west();
            default -> tree.root();
        };
    }

    /** Why a decision of a committee on somebody of a cell is refused; null where it is not. */
    private @Nullable String why(OrganisationId cell, OrganisationId issuer, LocalDate decided) {
        var one = AdmissionCase.open(new NewCase(Cases.ordinary(), null, cell, decided.minusYears(1), null), "test");
        try {
            competence.require(one, new Document("1-QĐ", decided, orgs.name(issuer)));
            return null;
        } catch (RuleBroken refused) {
            assertThat(refused.source()).as(refused.key()).isNotNull();
            return refused.key();
        }
    }
}
