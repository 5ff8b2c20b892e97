package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** What becomes of cases under way when their cell ends. */
@RegisterTest
class CasesMoveAlongTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 20);

    @Autowired
    private CasesMoveAlong cases;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;
    private AdmissionCaseId id;

    @BeforeEach
    void aCase() {
        tree = orgs.tree();
        id = new Cases(admissions, orgs, tree, List.of()).open();
    }

    private Reorganised event(Map<OrganisationId, OrganisationId> mergers, Set<OrganisationId> closed) {
        return event(new ReorganisationId(Uuids.next()), mergers, closed, Map.of());
    }

    private Reorganised event(
            ReorganisationId id,
            Map<OrganisationId, OrganisationId> mergers,
            Set<OrganisationId> closed,
            Map<OrganisationId, OrganisationId> splits) {
        var decision = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, 'x', :number, :day)")
                .param("id", decision)
                .param("number", decision + "-QĐ/TU")
                .param("day", DAY)
                .update();
        return new Reorganised(id, DAY, mergers, closed, splits, splits.keySet(), Map.of(), Map.of(), decision);
    }

    private OrganisationId place() {
        return files.open(id, Scope.EVERYTHING).one().organisation();
    }

    @Test
    void aCellThatOnlyEndsKeepsItsCasesInTheWay() {
        assertThat(cases.foresee(event(Map.of(), Set.of(tree.eastCell()))))
                .singleElement()
                .matches(Consequence::bars);
        assertThat(cases.foresee(event(Map.of(), Set.of(tree.otherEastCell())))).isEmpty();
    }

    @Test
    void aCaseGoesAlongIntoTheCellItsOwnIsMergedWithAndComesBack() {
        var event = event(Map.of(tree.eastCell(), tree.otherEastCell()), Set.of());
        assertThat(cases.foresee(event)).singleElement().matches(one -> !one.bars());
        cases.follow(event);
        assertThat(place()).isEqualTo(tree.otherEastCell());
        assertThat(files.open(id, Scope.EVERYTHING).one().steps().getLast())
                .returns(Step.Kind.MOVED, Step::kind)
                .returns(DAY, Step::day);
        cases.takeBack(event, "nhầm");
        assertThat(place()).isEqualTo(tree.eastCell());
        assertThat(jdbc.sql("select count(*) from admission.step where case_id = ?")
                        .param(id.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    /** Split off, with the candidate chosen or not; the cell itself goes on, ends, or goes into another. */
    private Reorganised split(boolean chosen, Map<OrganisationId, OrganisationId> mergers, Set<OrganisationId> closed) {
        var draft = new ReorganisationId(Uuids.next());
        draft(draft.id(), orgs.root());
        if (chosen) {
            jdbc.sql(
                            "insert into admission.split_choice (reorganisation_id, case_id, organisation_id) values (?, ?, ?)")
                    .param(draft.id())
                    .param(id.id())
                    .param(tree.otherEastCell().id())
                    .update();
        }
        return event(draft, mergers, closed, Map.of(tree.otherEastCell(), tree.eastCell()));
    }

    private void draft(UUID draft, OrganisationId area) {
        jdbc.sql("""
                        insert into organisation.reorganisation
                            (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by)
                        values (:id, 0, :area, 'Chia tách', :day, 'DRAFT', 'test', 'test')
                        """)
                .param("id", draft)
                .param("area", area.id())
                .param("day", DAY)
                .update();
    }

    @Test
    void aCandidateStaysAtASplitUnlessChosenAndComesBack() {
        var unchosen = split(false, Map.of(), Set.of());
        assertThat(cases.foresee(unchosen))
                .extracting(Consequence::key)
                .containsExactly("admission.reorganisation.stay");
        cases.follow(unchosen);
        assertThat(place()).isEqualTo(tree.eastCell());
        var event = split(true, Map.of(), Set.of());
        assertThat(cases.foresee(event)).extracting(Consequence::key).containsExactly("admission.reorganisation.move");
        cases.follow(event);
        assertThat(place()).isEqualTo(tree.otherEastCell());
        assertThat(cases.restingOn(event)).isEmpty();
        cases.takeBack(event, "nhầm");
        assertThat(place()).isEqualTo(tree.eastCell());
    }

    @Test
    void whoIsChosenForASplitDoesNotGoWithTheRestOfACellThatEnds() {
        assertThat(cases.foresee(split(false, Map.of(), Set.of(tree.eastCell()))))
                .singleElement()
                .matches(Consequence::bars);
        assertThat(cases.foresee(split(true, Map.of(), Set.of(tree.eastCell()))))
                .noneMatch(Consequence::bars);
        var event = split(true, Map.of(tree.eastCell(), tree.westCell()), Set.of());
        cases.follow(event);
        assertThat(place()).isEqualTo(tree.otherEastCell());
        cases.takeBack(event, "nhầm");
        assertThat(place()).isEqualTo(tree.eastCell());
        cases.follow(split(false, Map.of(tree.eastCell(), tree.westCell()), Set.of()));
        assertThat(place()).isEqualTo(tree.westCell());
    }

    @Test
    void thePageChoosesWhoGoesAndAnotherDistrictSeesNothingOfIt() {
        var begun = Uuids.next();
        var draft = Uuids.next();
        jdbc.sql("insert into organisation.organisation (id, version) values (?, 0)")
                .param(begun)
                .update();
        draft(draft, tree.east());
        jdbc.sql("""
                        insert into organisation.reorganisation_step
                            (reorganisation_id, number, act, organisation_id, source_id, target_id, name, type)
                        values (:id, 1, 'SPLIT', :begun, :cell, :base, 'Chi bộ ấp tách', 'CB_TT')
                        """)
                .param("id", draft)
                .param("begun", begun)
                .param("cell", tree.eastCell().id())
                .param("base", tree.eastBase().id())
                .update();
        var address = "/reorganisations/" + draft + "/splits/" + begun + "/candidates";
        var clerk = signIn.as(Role.CLERK, tree.east());
        assertThat(mvc.get().uri("/reorganisations/" + draft).with(clerk))
                .bodyText()
                .contains(address);
        assertThat(mvc.get().uri(address).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("Thạch Thị Mai", "Chi bộ ấp tách");
        assertThat(choose(address, clerk, "không phải số", id.toString(), "")).hasStatus3xxRedirection();
        assertThat(chosen(draft)).containsExactly(begun);
        assertThat(mvc.get().uri("/reorganisations/" + draft + "/preview").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("1 hồ sơ kết nạp đang làm chuyển theo");
        assertThat(choose(address, clerk)).as("an old page").hasStatus(409);
        var elsewhere = signIn.as(Role.CLERK, tree.west());
        assertThat(mvc.get().uri(address).with(elsewhere)).hasStatus(404);
        assertThat(choose(address, elsewhere)).hasStatus(404);
        assertThat(chosen(draft)).hasSize(1);
    }

    private MvcTestResult choose(String address, RequestPostProcessor visitor, String... candidates) {
        return mvc.post()
                .uri(address)
                .param("revision", "0")
                .param("candidate", candidates)
                .with(visitor)
                .with(csrf())
                .exchange();
    }

    private List<UUID> chosen(UUID draft) {
        return jdbc.sql("select organisation_id from admission.split_choice where reorganisation_id = ?")
                .param(draft)
                .query((row, _) -> row.getObject("organisation_id", UUID.class))
                .list();
    }

    @Test
    void aCaseThatIsOverStaysWhereItEnded() {
        admissions.reach(
                id,
                Stage.REMOVED,
                new StepEntry(Cases.OPENED, null, null, null, List.of(), null, null, "không phấn đấu"),
                Scope.EVERYTHING);
        cases.follow(event(Map.of(tree.eastCell(), tree.otherEastCell()), Set.of()));
        UUID there = jdbc.sql("select organisation_id from admission.admission_case where id = ?")
                .param(id.id())
                .query(UUID.class)
                .single();
        assertThat(there).isEqualTo(tree.eastCell().id());
    }
}
