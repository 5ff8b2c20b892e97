package vn.partyregister.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.SampleTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.Stage;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.AdmittedForm;
import vn.partyregister.statistics.AdmittedForms;
import vn.partyregister.statistics.Period;

/** The cases of admission, classes, plans and places of the register of Trà Vinh, and forms 2 and 2B of it. */
@SampleTest
@NullUnmarked
class SampleWorkTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    /** What somebody else's test opened beside the sample is left out. */
    private static final String CASES = "admission.admission_case c where c.recorded_by = 'program'";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AdmittedForms forms;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Test
    void fifteenHundredCasesAreUnderWayAtEveryStage() {
        var stages = counts("select c.stage, count(*) from " + CASES + " and c.ended_on is null group by 1");

        assertThat(stages.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_500);
        assertThat(stages)
                .as("every stage of the way at which a case can stand")
                .containsOnlyKeys(Stream.of(Stage.values())
                        .filter(stage -> !stage.isOver() && stage != Stage.NOT_WORTHY)
                        .map(Stage::name)
                        .toList())
                .allSatisfy((_, cases) -> assertThat(cases).isGreaterThan(10));
    }

    @Test
    void fewAreLateAndSomeAre() {
        assertThat(count(
                        "select count(*) from admission.due w where w.due_on < date '2022-04-30' and w.id in (select c.id from "
                                + CASES + ")"))
                .isBetween(10, 30);
    }

    @Test
    void everyMemberOnProbationHasOneCaseUnderWayAndNoOtherMemberHas() {
        assertThat(count("""
                        select count(*) from membership.standing s where s.status = 'PROBATIONARY'
                            and s.valid @> date '2022-04-30' and 1 <> (select count(*) from admission.admission_case c
                                where c.member_id = s.member_id and c.ended_on is null and c.organisation_id = s.organisation_id
                                and c.joined_on = lower(s.valid))
                        """)).isZero();
        assertThat(count("select count(*) from " + CASES + " and c.ended_on is null and c.member_id is not null"))
                .isEqualTo(count("select count(*) from membership.standing s where s.status = 'PROBATIONARY'"
                        + " and s.valid @> date '2022-04-30'"));
    }

    @Test
    void everyAdmissionOfTheJournalIsTheEndOfACaseWithItsDays() {
        assertThat(count("""
                        select count(*) from membership.told e
                        join member.member m on m.id = e.member_id
                        left join membership.told r on r.member_id = e.member_id and r.kind = 'RECOGNISED'
                        where e.kind = 'ADMITTED' and 1 <> (select count(*) from admission.admission_case c
                            where c.member_id = e.member_id and c.joined_on = e.effective_on and c.decided_on = m.decided_on
                            and c.organisation_id = e.to_organisation_id and c.official_on is not distinct from r.effective_on
                            and (c.stage = 'OFFICIAL') = (r.effective_on is not null) and c.full_name = m.full_name
                            and c.citizen_number_hash = m.citizen_number_hash)
                        """)).isZero();
        assertThat(counts("select extract(year from c.joined_on)::int, count(*) from " + CASES
                        + " and c.joined_on is not null group by 1"))
                .containsOnly(entry("2019", 1_540), entry("2020", 1_100), entry("2021", 1_135), entry("2022", 157));
    }

    /** As the program would have asked for it, had it been entered step by step. */
    @Test
    void cellsVotedAsTheRegisterKnowsThemAndTwoThirdsAgreed() {
        assertThat(count("select count(*) from admission.step s where s.recorded_by = 'program'"
                        + " and s.vote_in_favour * 3 < s.vote_entitled * 2"))
                .isZero();
        assertThat(count("""
                        select count(*) from admission.step s
                        cross join lateral (select count(*) as officials, count(*) filter (where exists (
                                select from membership.exemption x where x.member_id = m.member_id and x.valid @> s.day)) as exempt
                            from membership.standing m where m.organisation_id = s.organisation_id and m.status = 'OFFICIAL'
                                and m.valid @> s.day) known
                        where s.recorded_by = 'program' and s.stage in ('CELL_VOTED', 'CELL_VOTED_OFFICIAL')
                            and s.day >= date '2018-12-31'
                            and s.vote_entitled not between known.officials - known.exempt and known.officials
                        """)).isZero();
    }

    @Test
    void helpersAndIntroducersAreOfficialMembersThen() {
        assertThat(count("""
                        select count(*) from admission.step s
                        cross join lateral (values (s.first_member_id), (s.second_member_id)) named (member_id)
                        where s.recorded_by = 'program' and named.member_id is not null and not exists (
                            select from membership.standing m where m.member_id = named.member_id and m.status = 'OFFICIAL'
                            and m.valid @> greatest(s.day, date '2018-12-31'))
                        """)).isZero();
    }

    @Test
    void nobodyIsOnTwoLiveCasesOrYoungerThanTheRuleAsks() {
        assertThat(count("select count(*) from (select 1 from " + CASES
                        + " and c.ended_on is null group by c.citizen_number_hash having count(*) > 1) twice"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from " + CASES
                                        + " and date_trunc('month', c.voted_on) < date_trunc('month', c.born_earliest) + interval '18 years'"))
                .isZero();
    }

    @Test
    void twentyTwoClassesHadTheirPeopleAndTheCasesNameTheirCertificates() {
        assertThat(
                        counts(
                                "select k.kind || ' ' || count(distinct k.id), count(a.id) from training.class k"
                                        + " join training.attendance a on a.class_id = k.id where k.recorded_by = 'program' group by k.kind"))
                .containsOnly(entry("AWARENESS 22", 1_063), entry("NEW_MEMBER 14", 700));
        assertThat(count("""
                        select count(*) from training.participant p
                        join training.certificate g on g.participant_id = p.id and g.kind = 'AWARENESS'
                        join admission.admission_case c on c.citizen_number_hash = p.citizen_number_hash
                        where c.certificate_on <> g.issued_on or not exists (select from admission.step s
                            where s.case_id = c.id and s.stage = 'COURSE_DONE'
                            and s.document_number = g.number || '/' || g.year)
                        """)).isZero();
        assertThat(count("""
                        select count(*) from training.participant p
                        join admission.admission_case c on c.citizen_number_hash = p.citizen_number_hash and c.member_id is null
                        """)).isGreaterThan(150);
    }

    @Test
    void plansAreHandedDownAndPlacesAreLookedAfter() {
        assertThat(counts("select p.name, count(distinct t.organisation_id) from planning.plan p"
                        + " join planning.target_now t on t.plan_id = p.id where p.recorded_by = 'program' group by 1"))
                .hasSize(4)
                .allSatisfy((_, organisations) -> assertThat(organisations).isGreaterThanOrEqualTo(14));
        assertThat(count("select count(*) from planning.place where kind = 'HAMLET' and recorded_by = 'program'"))
                .isGreaterThan(600);
        assertThat(count("select count(*) from planning.place_state where not has_members and recorded_by = 'program'"))
                .isBetween(10, 60);
    }

    @ParameterizedTest
    @CsvSource({"2019, 1540", "2020, 1100", "2021, 1135", "2022, 157"})
    void form2TellsTheAdmissionsOfEachYear(int year, long admitted) {
        var last = year == 2022 ? TODAY : LocalDate.of(year, 12, 31);
        var period = new Period(LocalDate.of(year, 1, 1), last);
        var form2 = page(AdmittedForm.Kind.FORM_2, period);
        var form2b = page(AdmittedForm.Kind.FORM_2B, period);

        assertThat(form2.failed()).isEmpty();
        assertThat(form2b.failed()).isEmpty();
        var naive =
                "select count(*) from member.member m join membership.told e on e.member_id = m.id and e.kind = 'ADMITTED'"
                        + " where extract(year from e.effective_on) = " + year + " and ";
        assertThat(rows(form2))
                .containsEntry("I", admitted)
                .containsEntry("Ia", (long) count(naive + "m.sex = 'FEMALE'"))
                .containsEntry("Ib", (long) count(naive + "m.religion <> 'NONE'"))
                .containsEntry("Ic", (long) count(naive + "m.id in (select c.member_id from admission.admission_case c"
                        + " where c.mass_organisation = 'YOUTH_UNION')"))
                .containsEntry("II1_FARMER", (long) count(naive + "m.occupation_at_entry = 'FARMER'"))
                .containsEntry("II3_UPPER_SECONDARY", (long) count(naive + "m.general_education = 'UPPER_SECONDARY'"))
                .containsEntry("III", 502L)
                .containsEntry("III1", 197L)
                .containsEntry("III2", 305L);
        assertThat(rows(form2b)).containsEntry("I", admitted).containsEntry("I_KHMER", (long)
                count(naive + "m.ethnicity = 'KHMER'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admissions",
                "/admissions?shown=OVERDUE",
                "/admissions/board",
                "/inbox",
                "/classes",
                "/plans",
                "/plans/places",
                "/statistics/2",
                "/statistics/2B"
            })
    void thePagesOfTheProvinceAnswer(String address) {
        var root = jdbc.sql("select id from organisation.organisation where is_root")
                .query(UUID.class)
                .single();
        var answer = mvc.get()
                .uri(address)
                .with(signIn.as(Role.BOARD, new OrganisationId(root)))
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        assertThat(new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain("??");
    }

    private AdmittedForm page(AdmittedForm.Kind kind, Period period) {
        var root = jdbc.sql("select id from organisation.organisation where is_root")
                .query(UUID.class)
                .single();
        return forms.page(kind, root, period, Scope.EVERYTHING, TODAY);
    }

    private static Map<String, Long> rows(AdmittedForm page) {
        var rows = new HashMap<String, Long>();
        page.lines().forEach(line -> rows.put(line.row().code(), line.now().count()));
        return rows;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private Map<String, Integer> counts(String sql) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }
}
