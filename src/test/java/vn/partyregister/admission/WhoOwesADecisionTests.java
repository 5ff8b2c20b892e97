package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.partyregister.admission.Cases.day;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;

/** Whoever the inbox asks for a decision is a committee whose decision is not refused on that day. */
@RegisterTest
@NullUnmarked
class WhoOwesADecisionTests {
    @Autowired
    private AdmissionObligations obligations;

    @Autowired
    private Competence competence;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final Map<OrganisationId, Cases> known = new HashMap<>();
    private Orgs.Tree tree;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
    }

    @ParameterizedTest
    @CsvSource({
        "30/04/2022, DISTRICT",
        "01/09/2025, DISTRICT",
        "25/07/2026, DISTRICT",
        "26/07/2026, BASE",
        "01/08/2026, BASE"
    })
    void belowADistrictItIsTheDistrictUntilTheBaseDecides(String day, String level) {
        var asAt = Dates.read(day).orElseThrow();
        var owed = owed(tree.eastCell(), Stage.BASE_RESOLVED, "ADMISSION_DECISION", asAt);
        assertThat(owed).isEqualTo(level.equals("BASE") ? tree.eastBase() : tree.east());
    }

    /** Since July 2025 communes lie right below the province: between a cell and the province there is no other committee. */
    @ParameterizedTest
    @CsvSource({
        "01/09/2025, PROVINCE",
        "25/07/2026, PROVINCE",
        "26/07/2026, COMMUNE",
    })
    void inACommuneBelowTheProvinceItIsTheProvinceUntilTheCommuneDecides(String day, String level) {
        var commune = orgs.add("Đảng bộ xã Mới " + tree.east(), "DB_XA", "XA", tree.root());
        var hamlet = orgs.add("Chi bộ ấp Mới " + tree.east(), "CB_TT", null, commune);
        var asAt = Dates.read(day).orElseThrow();
        var expected = level.equals("COMMUNE") ? commune : tree.root();
        assertThat(owed(hamlet, Stage.BASE_RESOLVED, "ADMISSION_DECISION", asAt))
                .isEqualTo(expected);
        assertThat(owed(hamlet, Stage.CELL_VOTED_OFFICIAL, "ADMISSION_RECOGNITION", asAt))
                .isEqualTo(expected);
    }

    @Test
    void aBaseOrganisationBelowACommuneIsDecidedOnByTheCommuneThenByItself() {
        var commune = orgs.add("Đảng bộ xã Có Công ty " + tree.east(), "DB_XA", "XA", tree.root());
        var company = orgs.add("Đảng bộ Công ty " + tree.east(), "DB_CS", "DN_TNHH", commune);
        var part = orgs.add("Đảng bộ bộ phận Công ty " + tree.east(), "DB_BP", null, company);
        var workshop = orgs.add("Chi bộ Phân xưởng " + tree.east(), "CB_TT", null, part);
        assertThat(owed(workshop, Stage.CELL_VOTED, "ADMISSION_DECISION", day(25, 7, 2026)))
                .isEqualTo(commune);
        assertThat(owed(workshop, Stage.CELL_VOTED, "ADMISSION_DECISION", day(26, 7, 2026)))
                .isEqualTo(company);
    }

    @Test
    void aCellThatIsTheBaseOrganisationIsDecidedOnFromAboveEver() {
        var cell = orgs.add("Chi bộ Kho bạc " + tree.east(), "CB_CS", "NHA_NUOC", tree.east());
        for (var asAt : List.of(day(30, 4, 2022), day(26, 7, 2026))) {
            assertThat(owed(cell, Stage.CELL_VOTED, "ADMISSION_DECISION", asAt)).isEqualTo(tree.east());
        }
    }

    @Test
    void aBaseCommitteeThatWasDelegatedOwesItFromThatDayOn() {
        var delegated = day(1, 3, 2022);
        admissions.add(
                at(tree.otherEastCell(), Stage.CELL_VOTED),
                new Paper(Paper.DELEGATION, "4-QĐ/HU", delegated, "Huyện ủy", "clerk"),
                Scope.EVERYTHING);
        assertThat(owed(tree.eastCell(), Stage.BASE_RESOLVED, "ADMISSION_DECISION", delegated.minusDays(1)))
                .isEqualTo(tree.east());
        assertThat(owed(tree.eastCell(), Stage.BASE_RESOLVED, "ADMISSION_DECISION", delegated))
                .isEqualTo(tree.eastBase());
    }

    @Test
    void whatIsDoneWasOwedByWhoMightDecideOnThatDay() {
        var done = owed(tree.eastCell(), Stage.DECIDED, "ADMISSION_DECISION", day(26, 7, 2026));
        assertThat(done).as("decided on 04/01/2021").isEqualTo(tree.east());
    }

    /** Who owes it; where nothing was decided yet, the guard of the step would accept a decision of the same committee. */
    private OrganisationId owed(OrganisationId cell, Stage stage, String kind, LocalDate asAt) {
        var id = at(cell, stage);
        var owner = new OrganisationId(jdbc.sql("select owner_id from (" + obligations.select()
                        + ") o where o.address = :address and kind = :kind")
                .param("asAt", asAt, Types.DATE)
                .param("address", "/admissions/" + id)
                .param("kind", kind)
                .query(UUID.class)
                .single());
        if (stage != Stage.DECIDED) {
            var one = files.open(id, Scope.EVERYTHING).one();
            assertThatCode(() -> competence.require(one, new Document("1-QĐ", asAt, orgs.name(owner))))
                    .doesNotThrowAnyException();
        }
        return owner;
    }

    private AdmissionCaseId at(OrganisationId cell, Stage stage) {
        var cases = cases(cell);
        var id = cases.open(Cases.ordinary(), null, cell);
        for (var next = next(id); next.compareTo(stage) <= 0; next = next(id)) {
            cases.reach(id, next);
        }
        return id;
    }

    private Stage next(AdmissionCaseId id) {
        return Objects.requireNonNull(files.open(id, Scope.EVERYTHING).next()).stage();
    }

    private Cases cases(OrganisationId cell) {
        return known.computeIfAbsent(
                cell,
                _ -> new Cases(
                        admissions,
                        orgs,
                        tree,
                        List.of(
                                people.add(cell, person -> person.named("Trần Văn Một")),
                                people.add(cell, person -> person.named("Trần Văn Hai"))),
                        directlyAbove(cell)));
    }

    /** The district where there is one, the province otherwise. */
    private OrganisationId directlyAbove(OrganisationId cell) {
        return jdbc.sql("select exists (select from organisation.ancestry where descendant_id = ? and ancestor_id = ?)")
                        .params(cell.id(), tree.east().id())
                        .query((row, _) -> row.getBoolean(1))
                        .single()
                ? tree.east()
                : tree.root();
    }
}
