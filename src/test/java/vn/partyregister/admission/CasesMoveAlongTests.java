package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
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

    private Orgs.Tree tree;
    private AdmissionCaseId id;

    @BeforeEach
    void aCase() {
        tree = orgs.tree();
        id = new Cases(admissions, orgs, tree, List.of()).open();
    }

    private Reorganised event(Map<OrganisationId, OrganisationId> mergers, Set<OrganisationId> closed) {
        var decision = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, 'x', :number, :day)")
                .param("id", decision)
                .param("number", decision + "-QĐ/TU")
                .param("day", DAY)
                .update();
        return new Reorganised(
                new ReorganisationId(Uuids.next()),
                DAY,
                mergers,
                closed,
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                decision);
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
