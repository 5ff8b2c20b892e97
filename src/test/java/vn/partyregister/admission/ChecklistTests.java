package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.HeldForm.State;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.PrintFormat;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** What the dossier of a case holds of the forms of its guidance, at the edges of its stages. Today is 30/04/2022. */
@RegisterTest
class ChecklistTests {
    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private FormWriter writer;

    @Autowired
    private JdbcClient jdbc;

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

    /** Recognition asks for the certificate of the new-member class: what the classes issued since the ceremony need not be typed again. */
    @Test
    void aCertificateOfTheNewMemberClassIsHeldAsSoonAsItIsIssued() {
        var id = cases.at(Stage.PROBATION);
        var member =
                Objects.requireNonNull(files.open(id, Scope.EVERYTHING).one().member());
        assertThat(state(id, "CN-ĐVM")).isEqualTo(State.NOT_DUE);
        certify(member, Cases.CEREMONY.minusDays(1));
        assertThat(state(id, "CN-ĐVM")).as("of an earlier membership").isEqualTo(State.NOT_DUE);
        certify(member, Cases.CEREMONY.plusDays(18));
        assertThat(held(id, "CN-ĐVM"))
                .returns(State.HELD, HeldForm::state)
                .returns("21/2021", HeldForm::number)
                .returns(PrintedCases.DISTRICT, HeldForm::issuer)
                .returns(Cases.CEREMONY.plusDays(18), HeldForm::day);
        admissions.reach(
                id,
                Stage.SELF_REVIEW,
                cases.entry(Stage.SELF_REVIEW, Cases.dayOf(Stage.SELF_REVIEW), PrintedCases.DISTRICT),
                Scope.EVERYTHING);
        assertThat(writer.write(id, "13-knd", PrintFormat.PDF, Scope.EVERYTHING).toString())
                .as("the resolution of the cell names it")
                .contains("21/2021");
        cases.paper(id, "NEW_MEMBER_CLASS", "5-CN", "Trung tâm Chính trị", Cases.dayOf(Stage.SELF_REVIEW));
        assertThat(held(id, "CN-ĐVM").number())
                .as("the paper somebody holds in hand")
                .isEqualTo("5-CN");
    }

    /** As the classes keep it. */
    private void certify(MemberId member, LocalDate day) {
        jdbc.sql("""
                        with held as (
                            insert into training.class (id, version, organisation_id, kind, name, audience, place, from_on, to_on,
                                expected, recorded_by)
                            values (:id, 0, :organiser, 'NEW_MEMBER', 'Lớp đảng viên mới', 'NEW_MEMBERS', 'Cầu Kè', :day, :day, 1, 'test')
                            returning id),
                        attends as (
                            insert into training.participant (id, class_id, organisation_id, seen_on, member_id, full_name,
                                family_name, middle_name, given_name, born_earliest, born_precision, registered_by)
                            select :id, :id, :cell, :day, m.id, m.full_name, m.family_name, m.middle_name, m.given_name,
                                m.born_earliest, m.born_precision, 'test' from member.member m where m.id = :member returning id)
                        insert into training.certificate (id, participant_id, organisation_id, kind, year, number, issued_on,
                            form_code, issued_by)
                        select :id, attends.id, :organiser, 'NEW_MEMBER', extract(year from cast(:day as date)), :number, :day, 'CN-ĐVM', 'test'
                        from attends
                        """)
                .param("id", Uuids.next())
                .param("organiser", cases.district.id())
                .param("cell", cases.cell.id())
                .param("member", member.id())
                .param("number", day.getDayOfMonth())
                .param("day", day)
                .update();
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
