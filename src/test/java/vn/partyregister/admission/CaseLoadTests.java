package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.CaseLoad.KnownCase;
import vn.partyregister.admission.CaseLoad.KnownStep;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** Cases that are taken over in one go, beside the same ones entered step by step. */
@RegisterTest
@NullUnmarked
class CaseLoadTests {
    @Autowired
    private CaseLoad load;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Seal seal;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Cases cases;

    @BeforeEach
    void aCellOfThree() {
        var tree = orgs.tree();
        cases = Cases.ofThree(admissions, orgs, people, tree);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SOURCE", "COURSE_DONE", "BIO_VERIFIED", "DECIDED", "CEREMONY", "CELL_VOTED_OFFICIAL", "OFFICIAL"})
    void whatIsTakenOverIsWrittenAsIfItHadBeenEnteredStepByStep(Stage stage) {
        var entered = read(stage == Stage.SOURCE ? cases.open() : cases.at(stage));

        var taken = take(known(entered, null));

        assertThat(caseRow(taken)).isEqualTo(caseRow(entered.id()));
        for (var table : List.of("step", "relative", "paper")) {
            assertThat(rows(table, taken)).isEqualTo(rows(table, entered.id()));
        }
        assertThat(read(taken).milestones()).isEqualTo(entered.milestones());
    }

    @Test
    void aCaseThatLeftTheWayIsTakenOverWithItsReason() {
        var id = cases.at(Stage.HELPER_SET);
        cases.reach(id, Stage.REMOVED, StepEntry.because(day(1, 6, 2020), "Đi làm ăn xa"));

        var taken = take(known(read(id), null));

        assertThat(caseRow(taken)).isEqualTo(caseRow(id)).contains("\"ended_on\": \"2020-06-01\"");
        assertThat(rows("step", taken)).isEqualTo(rows("step", id)).contains("Đi làm ăn xa");
    }

    @Test
    void theCitizenNumberIsSealedAndFoundAsInAnyCase() {
        var taken = read(take(known(read(cases.open()), "084090001234")));

        assertThat(taken.citizenNumberEnd()).isEqualTo("234");
        assertThat(taken.citizenNumber().hash()).isEqualTo(seal.hash("084090001234"));
        assertThat(seal.openText(taken.citizenNumber().sealed())).isEqualTo("084090001234");
    }

    @Test
    void whatIsTakenOverGoesOnAsAnyCase() {
        var taken = take(known(read(cases.at(Stage.APPLIED)), null));

        assertThat(cases.reach(taken, Stage.BIO_DECLARED)).isEqualTo(Stage.BIO_DECLARED);
    }

    @Test
    void aCaseThatSkipsAStageIsNotTakenOverNorAnythingWithIt() {
        var whole = known(read(cases.at(Stage.APPLIED)), null);
        var steps = new ArrayList<>(whole.steps());
        steps.removeFirst();
        var broken = new KnownCase(whole.told(), whole.relatives(), steps, null, null);
        var before = count();

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> load.load(List.of(whole, broken).iterator()))
                .returns("admission.not-next", RuleBroken::key);
        assertThat(count()).isEqualTo(before);
    }

    private KnownCase known(AdmissionCase one, @Nullable String number) {
        return new KnownCase(
                new NewCase(one.candidate(), number, one.organisation(), one.ruleDay(), one.again()),
                one.relatives(),
                one.steps().stream()
                        .skip(1)
                        .map(step -> new KnownStep(
                                step.stage(),
                                new StepEntry(
                                        step.day(),
                                        step.document(),
                                        step.receivedOn(),
                                        step.vote(),
                                        step.members(),
                                        step.massOrganisation(),
                                        null,
                                        step.reason())))
                        .toList(),
                one.member(),
                jdbc.sql("select official_on from admission.admission_case where id = :id")
                        .param("id", one.id().id())
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .list()
                        .getFirst());
    }

    private AdmissionCaseId take(KnownCase known) {
        var before = ids();
        load.load(List.of(known).iterator());
        var after = new ArrayList<>(ids());
        after.removeAll(before);
        assertThat(after).hasSize(1);
        return AdmissionCaseId.of(after.getFirst());
    }

    private List<String> ids() {
        return jdbc.sql("select cast(id as text) from admission.admission_case")
                .query(String.class)
                .list();
    }

    private int count() {
        return ids().size();
    }

    /** All but its identity, when it was written, and how often it was written since. */
    private String caseRow(AdmissionCaseId id) {
        return jdbc.sql("""
                        select cast(to_jsonb(c) - 'id' - 'version' - 'recorded_at' as text)
                        from admission.admission_case c where id = :id
                        """).param("id", id.id()).query(String.class).single();
    }

    private String rows(String table, AdmissionCaseId id) {
        return jdbc.sql("""
                        select coalesce(cast(jsonb_agg(to_jsonb(t) - 'case_id' - 'recorded_at' order by position) as text), '')
                        from admission.%s t where case_id = :id
                        """.formatted(table))
                .param("id", id.id())
                .query(String.class)
                .single();
    }

    private AdmissionCase read(AdmissionCaseId id) {
        return files.open(id, Scope.EVERYTHING).one();
    }
}
