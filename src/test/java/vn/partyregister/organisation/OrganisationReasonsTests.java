package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.partyregister.Reasons;
import vn.partyregister.platform.Scope;

/** For each reason a row of organisations is rejected or warned for, a row that is: a reason without one fails. */
@NullMarked
class OrganisationReasonsTests extends OrganisationSheets {
    private static final String[] ROOT = PROVINCE[4];
    private static final String[] ENDED = {"H2", "Đảng bộ huyện Cũ", "DB_HUYEN", "", "T", "", "2022-03-31"};

    /** Reason to the row that is not taken for it, after the rows of the province and those before it. */
    private static final Map<String, String[][]> ROWS = Map.ofEntries(
            Map.entry("code-twice", rows(row("X1", "Đảng bộ xã A", "DB_CS", "XA", "H1"), row("X1", "Đảng bộ xã B"))),
            Map.entry(
                    "twice",
                    rows(row("", "Đảng bộ xã A", "DB_CS", "XA", "H1"), row("", "Đảng bộ xã A", "DB_CS", "XA", "H1"))),
            Map.entry("parent-unknown", rows(row("", "Đảng bộ xã A", "DB_CS", "XA", "Đâu đó"))),
            Map.entry(
                    "parent-ambiguous",
                    rows(
                            row("", "Đảng bộ xã A", "DB_CS", "XA", "H1"),
                            row("", "Đảng bộ xã A", "DB_CS", "XA", "T"),
                            row("", "Chi bộ A", "CB_TT", "", "Đảng bộ xã A"))),
            Map.entry("parent-missing", rows(row("", "Đảng bộ tỉnh khác", "DB_TINH"))),
            Map.entry(
                    "parent-in-circle",
                    rows(row("X1", "Đảng bộ xã A", "DB_CS", "XA", "H1"), row("H1", "", "", "", "X1"))),
            Map.entry(
                    "parent-rejected",
                    rows(row("H3", "Đảng bộ huyện lạc", "Lạ", "", "T"), row("", "Đảng bộ xã A", "DB_CS", "XA", "H3"))),
            Map.entry("parent-ended", rows(ENDED, row("", "Đảng bộ xã A", "DB_CS", "XA", "H2"))),
            Map.entry("type-unknown", rows(row("", "Đảng bộ xã A", "Lạ", "XA", "H1"))),
            Map.entry("type-missing", rows(row("", "Đảng bộ xã A", "", "XA", "H1"))),
            Map.entry("kind-unknown", rows(row("", "Đảng bộ xã A", "DB_CS", "Lạ", "H1"))),
            Map.entry("kind-not-there", rows(row("", "Đảng bộ xã A", "DB_CS", "Đặc khu", "H1"))),
            Map.entry("name-missing", rows(row("X1", "", "DB_CS", "XA", "H1"))),
            Map.entry("in-future", rows(row("", "Đảng bộ xã A", "DB_CS", "XA", "H1", "2022-05-01"))),
            Map.entry(
                    "ended-before-start",
                    rows(row("", "Đảng bộ xã A", "DB_CS", "XA", "H1", "2022-04-02", "2022-04-01"))),
            Map.entry("pair-forbidden", rows(row("", "Chi bộ A", "CB_TT", "", "T"))),
            Map.entry("starts-with-parent", rows(row("", "Đảng bộ xã A", "DB_CS", "XA", "H1", "2018-12-30"))));

    private static String[] row(String... cells) {
        return cells;
    }

    private static String[][] rows(String[]... rows) {
        return rows;
    }

    /** Reasons that need rows in the register or a narrower scope. */
    private static final Set<String> BY_THEMSELVES =
            Set.of("out-of-scope", "has-ended", "ends-and-changes", "ended-here", "code-form");

    @Test
    void everyReasonHasARow() {
        var known = new TreeSet<>(ROWS.keySet());
        known.addAll(BY_THEMSELVES);
        assertThat(known).isEqualTo(Reasons.of("organisation", "organisation.import."));
    }

    @Test
    void eachRowIsNotTakenForItsReason() {
        load(PROVINCE);
        ROWS.forEach((reason, table) ->
                assertThat(last(table, Scope.EVERYTHING)).as(reason).contains(reason));
    }

    @Test
    void anOrganisationEndsOnNoDayToCome() {
        load(PROVINCE);
        assertThat(last(rows(row("", "Đảng bộ xã B", "DB_CS", "XA", "H1", "", "2022-05-01")), Scope.EVERYTHING))
                .containsExactly("in-future");
        assertThat(last(rows(row("", "Đảng bộ xã B", "DB_CS", "XA", "H1", "", "2022-04-30")), Scope.EVERYTHING))
                .isEmpty();
    }

    /** Since 26/07/2026 the book says how codes are written; one that stands already is not asked about again. */
    @Test
    void aCodeOfAnotherFormIsTakenWithAWarning() {
        load(PROVINCE);
        var table = rows(
                row("38.168.053.000.001", "Chi bộ ấp 8", "CB_CS", "XA", "H1"),
                row("38.168.053.00.001", "Chi bộ ấp 9", "CB_CS", "XA", "H1"),
                row("H1", "Đảng bộ huyện Càng Long"));
        var before = stage(table);
        judge(before, LocalDate.of(2026, 7, 25));
        assertThat(warnings(before)).isEmpty();
        var since = stage(table);
        judge(since, LocalDate.of(2026, 7, 26));
        assertThat(warnings(since)).singleElement().asString().contains("code-form");
        assertThat(verdicts(since)).doesNotContain("REJECTED");
    }

    @Test
    void whatHasEndedIsNamedSo() {
        load(PROVINCE);
        load(rows(row("H2", ENDED[1], "DB_HUYEN", "", "T")));
        assertThat(last(rows(row("H2", "Tên khác", "", "", "", "", "2022-04-29")), Scope.EVERYTHING))
                .containsExactly("ends-and-changes");
        load(rows(ENDED));
        assertThat(last(rows(row("H2", "Tên khác")), Scope.EVERYTHING)).containsExactly("has-ended");
        assertThat(last(rows(row("H2", ENDED[1])), Scope.EVERYTHING)).containsExactly("ended-here");
    }

    @Test
    void theRootIsOutOfTheScopeOfADistrict() {
        load(PROVINCE);
        assertThat(last(rows(ROOT), Scope.of(Set.of(UUID.randomUUID())))).contains("out-of-scope");
    }

    /** The reasons noted at the last row of a table. */
    private static java.util.List<@Nullable String> last(String[][] table, Scope scope) {
        var batch = stage(table);
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, scope, DAY));
        return bare.jdbc()
                .sql("""
                        select replace(reason, 'organisation.import.', '') from exchange.problem
                        where upload_id = :batch and row_number = :last order by 1
                        """)
                .param("batch", batch.id())
                .param("last", table.length + 1)
                .query(String.class)
                .list();
    }
}
