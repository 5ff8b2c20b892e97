package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.SampleTest;
import vn.partyregister.exchange.SheetTable;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Period;

/**
 * The reform of 01/07/2025 on the whole sample, from its spreadsheet: carried out and taken back again, in a transaction
 * that is rolled back, so that the sample stays as it is.
 */
@SampleTest
class ReformOf2025Tests {
    private static final LocalDate DAY = ReformOnSample.DAY;
    private static final LocalDate EVE = DAY.minusDays(1);
    private static final Path FILE = Path.of("docs/kich-ban/sap-xep-01-07-2025.xlsx");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrganisationTree tree;

    @Autowired
    Ancestry ancestry;

    @Autowired
    Form1 form1;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** What was rolled back lies dead in the tables, and the planner still counts with it. */
    @AfterEach
    void clearAway() {
        jdbc.sql("vacuum (analyze)").update();
    }

    @Test
    void theFileSaysWhatTheGeneratorSays() throws IOException {
        var rows = ReformOf2025.rows(TreeBefore.read(jdbc, DAY));
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, ReformOf2025.workbook(rows));
        }
        var read = SheetTable.read(Files.readAllBytes(FILE), FILE.toString(), StepSheet.columns(), 10_000);
        assertThat(read.stream().map(SheetTable.Row::values))
                .hasSameSizeAs(rows)
                .containsExactlyElementsOf(rows);
    }

    @Test
    void nineDistrictsEndAHundredCommunesBeginAndEveryFigureCloses() {
        transaction.executeWithoutResult(state -> {
            state.setRollbackOnly();
            var before = fingerprint();
            var types = types();
            var reform = new ReformOnSample(context);
            var id = reform.draft();
            assertThat(reform.preview(id))
                    .returns(true, Preview::isReady)
                    .returns(46_214, Preview::membersBefore)
                    .returns(46_214, Preview::membersAfter);
            reform.carryOut(id);
            assertTree(types);
            assertFigures();
            assertForms();
            reform.takeBack(id);
            assertThat(fingerprint()).containsExactlyInAnyOrderElementsOf(before);
        });
    }

    private void assertTree(Map<String, Integer> before) {
        assertThat(before).containsEntry("DB_HUYEN", 9);
        assertThat(types())
                .doesNotContainKey("DB_HUYEN")
                .containsEntry("DB_XA", 100)
                .containsEntry("DB_CAPTREN_TT", 5)
                .containsEntry("DB_TINH", 1);
        assertThat(count("select count(*) from organisation.reorganisation_step"))
                .isGreaterThan(500);
        assertThat(count("select count(*) from membership.movement where kind = 'REASSIGNED'"))
                .isGreaterThan(1_000);
        var kept = closure();
        ancestry.rebuild();
        assertThat(closure()).isEqualTo(kept);
    }

    /** Nobody is lost, nobody is counted twice, the children sum to the parent, and the journal tells the same. */
    private void assertFigures() {
        assertThat(count("select count(*) from membership.standing where valid @> date '2025-07-01'"))
                .isEqualTo(count("select count(*) from membership.standing where valid @> date '2025-06-30'"));
        assertThat(count("""
                        select count(*) from membership.standing s
                        where s.valid @> date '2025-07-01' and not exists (
                            select from organisation.organisation_version v join organisation.organisation_type t on t.code = v.type
                            where v.organisation_id = s.organisation_id and v.valid @> date '2025-07-01'
                            and (t.tier = 'CELL' or t.code = 'CB_CS'))
                        """)).isZero();
        assertThat(count("select count(*) from membership.standing_out_of_step"))
                .isZero();
        assertThat(count("select count(*) from membership.headcount_out_of_step"))
                .isZero();
        var root = tree.root().orElseThrow();
        var children = tree.children(root, Scope.EVERYTHING, DAY).stream()
                .map(OrganisationTree.Named::id)
                .toList();
        assertThat(tree.counts(children, DAY).values().stream()
                        .mapToInt(MemberCounts.Count::members)
                        .sum())
                .isEqualTo(46_214);
    }

    /** Form 1 of the province, of each new commune and of each district that ended. */
    private void assertForms() {
        var root = tree.root().orElseThrow();
        var july = july();
        var page = form1.page(root, july, Scope.EVERYTHING, july.to());
        assertThat(page.failed()).isEmpty();
        var communes = tree.children(root, Scope.EVERYTHING, DAY);
        assertThat(communes).hasSizeGreaterThan(100);
        communes.forEach(child -> assertCloses(child, july));
        var districts = tree.children(root, Scope.EVERYTHING, EVE);
        assertThat(districts).hasSizeGreaterThanOrEqualTo(9);
        districts.forEach(child -> assertCloses(child, new Period(LocalDate.of(2025, 1, 1), EVE)));
    }

    private void assertCloses(OrganisationTree.Named one, Period period) {
        assertThat(form1.page(one.id(), period, Scope.EVERYTHING, july().to()).failed())
                .as(one.name())
                .isEmpty();
    }

    private static Period july() {
        return new Period(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 31));
    }

    private Map<String, Integer> types() {
        return jdbc.sql("""
                        select type, count(*) as count from organisation.organisation_version
                        where valid @> case when exists (select from organisation.organisation_version
                            where reorganisation_id is not null) then date '2025-07-01' else date '2025-06-30' end
                        group by type
                        """).query((row, _) -> Map.entry(row.getString("type"), row.getInt("count"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> closure() {
        return jdbc.sql("""
                        select ancestor_id || ' ' || descendant_id || ' ' || valid || ' ' || depth
                        from organisation.ancestry order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    /** All rows that say who was what and where, and when. */
    private List<String> fingerprint() {
        return jdbc.sql("""
                        select 'versions ' || md5(string_agg(organisation_id || valid::text || name || type || coalesce(kind, '')
                            || coalesce(parent_id::text, '') || act, ',' order by organisation_id, valid))
                        from organisation.organisation_version
                        union all
                        select 'codes ' || md5(string_agg(organisation_id || valid::text || code, ',' order by organisation_id, valid))
                        from organisation.organisation_code
                        union all
                        select 'lines ' || md5(string_agg(ancestor_id || descendant_id::text || valid || depth, ','
                            order by ancestor_id, descendant_id, valid)) from organisation.ancestry
                        union all
                        select 'closings ' || count(*) from organisation.closing
                        union all
                        select 'standings ' || md5(string_agg(member_id || organisation_id::text || status || valid, ','
                            order by member_id, valid)) from membership.standing
                        union all
                        select 'heads ' || md5(string_agg(organisation_id || status || day || change, ','
                            order by organisation_id, status, day)) from membership.headcount where change <> 0
                        union all
                        select 'terms ' || md5(string_agg(id || valid::text, ',' order by id)) from committee.term
                        union all
                        select 'posts ' || md5(string_agg(id || valid::text, ',' order by id)) from committee.holding
                        """).query((row, _) -> row.getString(1)).list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
