package vn.partyregister.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.partyregister.SampleTest;
import vn.partyregister.access.Accounts;
import vn.partyregister.exchange.Imports;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.FirstLoad;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.RegisterProperties.Sample;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Form1Page;
import vn.partyregister.statistics.Period;
import vn.partyregister.statistics.ReportedFigures;

/** The register of Trà Vinh as the import has loaded it. */
@SampleTest
class SampleRegisterTests {
    /** Who belongs on the business day, and who has left since the opening day. */
    private static final int EVERYBODY = 46_214 + 573 + 332 + 1_405 + 60;

    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Sample DAYS = new Sample(LocalDate.of(2018, 12, 31), TODAY);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SampleRegister sample;

    @Autowired
    HeldSample held;

    @Autowired
    Form1 form1;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Test
    void theTreeIsTheReportedOne() {
        assertThat(counts("select type, count(*) from organisation.organisation_version"
                        + " where valid @> date '2022-04-30' group by type"))
                .containsOnly(
                        entry("DB_TINH", 1),
                        entry("DB_HUYEN", 9),
                        entry("DB_CAPTREN_TT", 4),
                        entry("DB_CS", 197),
                        entry("CB_CS", 305),
                        entry("DB_BP", 4),
                        entry("CB_TT", 2_005));
    }

    @Test
    void committeesHaveOfficialMembersAndSomeGaps() {
        assertThat(count("select count(*) from committee.term")).isGreaterThan(2_400);
        assertThat(count("""
                        select count(*) from committee.holding h join committee.term t on t.id = h.term_id
                        where not exists (select from membership.standing s
                            join organisation.ancestry a on a.descendant_id = s.organisation_id
                                and a.ancestor_id = t.organisation_id and a.valid @> date '2022-04-30'
                            where s.member_id = h.member_id and s.status = 'OFFICIAL' and s.valid @> date '2022-04-30')
                        """)).isZero();
        assertThat(count("select count(*) from committee.term where upper(valid) <= date '2022-04-30'"))
                .isBetween(50, 200);
    }

    @Test
    void theMembersAreTheReportedOnes() {
        assertThat(count("select count(*) from member.member")).isEqualTo(EVERYBODY);
        assertThat(count("select count(*) from membership.standing where valid @> date '2022-04-30'"))
                .isEqualTo(46_214);
        assertThat(count("select count(*) from membership.exemption where valid @> date '2022-04-30'"))
                .isEqualTo(6_034);
        assertThat(counts("select extract(year from effective_on)::int, count(*) from membership.movement"
                        + " where kind = 'ADMITTED' group by 1"))
                .containsOnly(entry("2019", 1_540), entry("2020", 1_100), entry("2021", 1_135), entry("2022", 157));
        assertThat(count("select count(*) from membership.movement where kind = 'OPENING'"))
                .isEqualTo(EVERYBODY - 3_932);
        assertThat(counts("select effective_on, count(*) from membership.movement where kind = 'OPENING' group by 1"))
                .containsOnly(entry("2018-12-31", EVERYBODY - 3_932));
    }

    @Test
    void todayIsTheDayOfTheReport() {
        assertThat(businessDay.today()).isEqualTo(TODAY);
    }

    @Test
    void form1OfEachYearTellsTheAdmissionsAndWhoLeftAndCloses() {
        var opening = 46_214 - 3_932 + 573 + 332 + 1_405 + 60;
        form1(LocalDate.of(2019, 12, 31), opening, 1_540, 412, 21, 171, 98);
        form1(LocalDate.of(2020, 12, 31), opening + 838, 1_100, 398, 18, 168, 95);
        form1(LocalDate.of(2021, 12, 31), opening + 1_259, 1_135, 447, 16, 178, 104);
        form1(TODAY, opening + 1_649, 157, 148, 5, 56, 35);
    }

    private void form1(LocalDate to, long opening, long admitted, long died, long expelled, long struckOff, long left) {
        var page = page(Period.yearTo(to));
        var now = new HashMap<String, Long>();
        page.lines().forEach(line -> now.put(line.row().code(), line.now().count()));
        assertThat(now)
                .containsEntry("A", opening)
                .containsEntry("B", admitted)
                .containsEntry("B1", admitted)
                .containsEntry("C1", died)
                .containsEntry("C2", expelled)
                .containsEntry("C3", struckOff)
                .containsEntry("C4", left)
                .containsEntry("D", opening + admitted - died - expelled - struckOff - left);
        assertThat(page.failed()).isEmpty();
    }

    /** The report's own years add up to 106 more than its sum: both figures stand there, and neither becomes the other. */
    @Test
    void whatWasReportedStandsBesideWhatIsCounted() {
        var period = new Period(LocalDate.of(2019, 1, 1), TODAY);
        var page = page(period);
        assertThat(page.reported())
                .extracting(line -> line.row().code() + " " + line.now().count() + " "
                        + java.util.Objects.requireNonNull(line.reported()).figure())
                .containsExactly("B1 3932 3826", "C3 573 573", "C4 332 332");
        assertThat(page.failed()).isEmpty();
    }

    private Form1Page page(Period period) {
        var root = jdbc.sql("select id from organisation.organisation where is_root")
                .query(UUID.class)
                .single();
        return form1.page(new OrganisationId(root), period, Scope.EVERYTHING, TODAY);
    }

    @Test
    void eachDirectCommitteeHasTheMembersOfItsRowsAndTogetherTheyAreAll() {
        var folder = new SampleFolder("tra-vinh");
        var figures = SampleFigures.of(folder);
        var inRows = new HashMap<String, Integer>();
        for (var cell : SampleTree.grow(folder, figures).cells()) {
            inRows.merge(cell.code().substring(0, "84.000".length()) + ".000.000.000", cell.size(), Integer::sum);
        }

        var inRegister = counts("""
                select c.code, sum(h.change)
                from organisation.organisation_version v
                join organisation.organisation_code c using (organisation_id)
                join organisation.organisation_type t on t.code = v.type and t.tier = 'DIRECT'
                join organisation.ancestry a on a.ancestor_id = v.organisation_id and a.valid @> date '2022-04-30'
                join membership.headcount h on h.organisation_id = a.descendant_id and h.day <= date '2022-04-30'
                where v.valid @> date '2022-04-30'
                group by c.code""");

        assertThat(inRegister).isEqualTo(inRows).hasSize(13);
        assertThat(inRegister.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(46_214);
    }

    @Test
    void everyRowCameInAsItStandsAndTheChecksAloneWarnBesideThoseWhoLeft() {
        assertThat(counts(
                        "select kind, count(*) from exchange.upload u join exchange.staged_row r on r.upload_id = u.id"
                                + " where u.username = 'program' and r.verdict = 'NEW' group by kind"))
                .containsOnly(entry("organisations", 2_525), entry("members", EVERYBODY));
        assertThat(count("select count(*) from exchange.problem p join exchange.upload u on u.id = p.upload_id"
                        + " where u.username = 'program'"
                        + " and not (p.weight = 'WARNS' and p.reason like 'member.check.%')"
                        + " and p.reason <> 'membership.import.left-on-request'"))
                .isZero();
        assertThat(count("select count(*) from exchange.problem p join exchange.upload u on u.id = p.upload_id"
                        + " where u.username = 'program' and p.reason = 'membership.import.left-on-request'"))
                .isEqualTo(332);
    }

    @Test
    void sixSampleAccountsHoldTheirRoles() {
        var roles = jdbc.sql("""
                        select a.username, g.role, v.name
                        from access.account a
                        join access.grant_of_role g on g.account_id = a.id
                        left join organisation.organisation_version v on v.organisation_id = g.organisation_id
                        where a.sample and a.username in ('board', 'clerk', 'secretary', 'inspector', 'auditor', 'admin')
                        """)
                .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();

        assertThat(roles)
                .hasSize(6)
                .contains(
                        "board BOARD Đảng bộ tỉnh Trà Vinh",
                        "clerk CLERK Đảng bộ huyện Càng Long",
                        "inspector INSPECTOR Đảng bộ tỉnh Trà Vinh",
                        "auditor AUDITOR Đảng bộ tỉnh Trà Vinh",
                        "admin ADMIN null")
                .anyMatch(role -> role.startsWith("secretary CELL_SECRETARY Chi bộ ấp "));
        assertThat(count("""
                        select count(*) from organisation.organisation_version clerk
                        join organisation.ancestry a on a.ancestor_id = clerk.organisation_id
                        join access.grant_of_role g on g.organisation_id = a.descendant_id and g.role = 'CELL_SECRETARY'
                        join access.account c on c.id = g.account_id and c.username = 'secretary'
                        where clerk.name = 'Đảng bộ huyện Càng Long'
                        """)).isOne();
    }

    @Test
    void aWholeSampleIsNotLoadedAgain() {
        var before = count("select count(*) from exchange.upload");
        sample.run(new DefaultApplicationArguments());
        assertThat(count("select count(*) from exchange.upload")).isEqualTo(before);
    }

    @Test
    void aRegisterHoldingASampleIsNeitherRealNorAnother() {
        assertThatExceptionOfType(SampleRefused.class)
                .isThrownBy(() -> asked("none").run(new DefaultApplicationArguments()))
                .withMessageContaining("tra-vinh");
        assertThatExceptionOfType(SampleRefused.class)
                .isThrownBy(() -> asked("vinh-yen").run(new DefaultApplicationArguments()))
                .withMessageContaining("tra-vinh")
                .withMessageContaining("vinh-yen");
        assertThatExceptionOfType(SampleRefused.class)
                .isThrownBy(() -> asked("trà vinh").run(new DefaultApplicationArguments()))
                .withMessageContaining("trà vinh");
    }

    @Tag("soak")
    @Test
    void loadingOnceMoreChangesNothing() {
        jdbc.sql("delete from access.grant_of_role where account_id in (select id from access.account where sample)")
                .update();
        jdbc.sql("delete from access.account where sample").update();

        sample.load("tra-vinh", DAYS);

        theTreeIsTheReportedOne();
        theMembersAreTheReportedOnes();
        sixSampleAccountsHoldTheirRoles();
        assertThat(held.held())
                .hasValueSatisfying(sample -> assertThat(sample.whole()).isTrue());
    }

    /** A loader told to hold this sample, on the database as it is. */
    private SampleRegister asked(String name) {
        var properties =
                new RegisterProperties(Path.of("target"), name, null, Map.of("tra-vinh", DAYS, "vinh-yen", DAYS));
        return new SampleRegister(
                properties,
                held,
                beans.getBean(SampleWorkbooks.class),
                beans.getBean(Imports.class),
                beans.getBean(SampleCommittees.class),
                beans.getBean(SampleWork.class),
                beans.getBean(ReportedFigures.class),
                beans.getBean(Accounts.class),
                beans.getBean(FirstLoad.class),
                beans.getBean(Rulebook.class),
                beans.getBean(SampleTexts.class),
                jdbc,
                beans.getBean(TransactionOperations.class));
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
