package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

@NullMarked
class OrganisationRowsTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate OPENING = LocalDate.of(2018, 12, 31);

    private static final BareTree bare = BareTree.create();
    private static OrganisationRows rows = rows(Set.of());

    private static OrganisationRows rows(Set<OrganisationId> occupied) {
        return rows((_, _) -> occupied);
    }

    private static OrganisationRows rows(WhoStandsHere who) {
        var register = new RegisterProperties(
                Path.of("none"), "one", null, Map.of("one", new RegisterProperties.Sample(OPENING, DAY)));
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("who", who);
        var ancestry = new Ancestry(bare.jdbc());
        var codes = new OrganisationCodes(bare.jdbc());
        return new OrganisationRows(
                bare.jdbc(),
                new RowJudgement(bare.jdbc(), register, beans.getBeanProvider(WhoStandsHere.class)),
                new RowCommit(
                        bare.jdbc(),
                        new OrganisationStore(bare.jdbc(), codes, ancestry),
                        codes,
                        ancestry,
                        mock(AuditTrail.class)));
    }

    @BeforeEach
    void empty() {
        bare.jdbc().sql("delete from exchange.upload").update();
        bare.jdbc().sql("delete from organisation.ancestry").update();
        bare.jdbc().sql("delete from organisation.closing").update();
        bare.jdbc().sql("delete from organisation.organisation_code").update();
        bare.transaction().executeWithoutResult(_ -> {
            bare.jdbc().sql("set constraints all deferred").update();
            bare.jdbc().sql("delete from organisation.organisation_version").update();
            bare.jdbc().sql("delete from organisation.organisation").update();
        });
    }

    private static final String[][] PROVINCE = {
        {"", "Chi bộ ấp 1", "Chi bộ", "", "Đảng bộ xã An Trường"},
        {"H1", "Đảng bộ huyện Càng Long", "Đảng bộ huyện", "", "T"},
        {"", "Đảng bộ xã An Trường", "DB_CS", "Xã", "đảng bộ huyện cang long"},
        {"", "Chi bộ Trường Mầm non", "chi bộ", "Đơn vị sự nghiệp công lập", "H1"},
        {"T", "Đảng bộ tỉnh Trà Vinh", "Đảng bộ tỉnh", "", ""},
        {"", "Chi bộ ấp 2", "Chi bộ trực thuộc", "", "Đảng bộ huyện Càng Long / Đảng bộ xã An Trường"},
    };

    @Test
    void aProvinceLoadsInAnyOrderAndTheRowWithoutAParentIsItsRoot() {
        load(PROVINCE);
        assertThat(tree())
                .containsExactly(
                        "Chi bộ Trường Mầm non CB_CS < Đảng bộ huyện Càng Long",
                        "Chi bộ ấp 1 CB_TT < Đảng bộ xã An Trường",
                        "Chi bộ ấp 2 CB_TT < Đảng bộ xã An Trường",
                        "Đảng bộ huyện Càng Long DB_HUYEN < Đảng bộ tỉnh Trà Vinh",
                        "Đảng bộ tỉnh Trà Vinh DB_TINH < -",
                        "Đảng bộ xã An Trường DB_CS < Đảng bộ huyện Càng Long");
        assertThat(one("select count(*) from organisation.organisation where is_root"))
                .isEqualTo(1);
        assertThat(one("select count(*) from organisation.ancestry")).isEqualTo(1 + 2 + 3 + 3 + 4 + 4);
        assertThat(one("select count(distinct lower(valid)) from organisation.organisation_version"))
                .isEqualTo(1);
    }

    @Test
    void theTreeIsWholeAfterEveryRangeOfAnySize() {
        var batch = stage(PROVINCE);
        judge(batch);
        for (var row = 2; row <= 7; row++) {
            commit(batch, row, row);
            commit(batch, row, row);
        }
        assertThat(tree()).hasSize(6);
        assertThat(one("select count(*) from exchange.staged_row where committed"))
                .isEqualTo(6);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        load(PROVINCE);
        var again = stage(PROVINCE);
        judge(again);
        assertThat(verdicts(again)).containsOnly("UNCHANGED");
        commit(again, 1, 100);
        assertThat(one("select count(*) from organisation.organisation_version"))
                .isEqualTo(6);
    }

    @Test
    void aChangedNameBecomesANewVersionFromTheBusinessDay() {
        load(PROVINCE);
        load(new String[][] {{"H1", "Đảng bộ huyện Càng Long mới", "", "", ""}});
        assertThat(
                        one(
                                "select count(*) from organisation.organisation_version where name like '%mới' and lower(valid) = '2022-04-30' and act = 'RENAMED'"))
                .isEqualTo(1);
        assertThat(
                        one(
                                "select count(*) from organisation.organisation_version where name = 'Đảng bộ huyện Càng Long' and upper(valid) = '2022-04-30'"))
                .isEqualTo(1);
    }

    @Test
    void aMoveInAFileCarriesItsSubtree() {
        load(PROVINCE);
        load(new String[][] {
            {"H2", "Đảng bộ huyện Cầu Kè", "DB_HUYEN", "", "T"},
            {"X1", "Đảng bộ xã Hòa Tân", "DB_CS", "Xã", "H2"}
        });
        load(new String[][] {{"X1", "Đảng bộ xã Hòa Tân", "", "", "H1"}});
        assertThat(tree()).contains("Đảng bộ xã Hòa Tân DB_CS < Đảng bộ huyện Càng Long");
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aForbiddenPairIsRejectedWithItsRule() {
        assertThat(problems(new String[][] {PROVINCE[4], {"", "Chi bộ lạc", "CB_TT", "", "T"}}))
                .containsExactly(
                        "3 type organisation.import.pair-forbidden "
                                + "[Chi bộ trực thuộc, Đảng bộ tỉnh, thành phố trực thuộc Trung ương, 31/12/2018, Điều lệ Đảng (khóa XI)]");
    }

    @Test
    void whatStandsBelowARejectedRowIsRejectedWithIt() {
        assertThat(problems(new String[][] {
                    PROVINCE[4],
                    {"", "Đảng bộ huyện lạc", "DB_HUYEN", "Lạ", "T"},
                    {"", "Đảng bộ xã dưới", "DB_XA", "", "Đảng bộ huyện lạc"}
                }))
                .contains("4 parent organisation.import.parent-rejected []");
    }

    @Test
    void duplicatesUnknownParentsAndSecondRootsAreRejected() {
        assertThat(problems(new String[][] {
                    PROVINCE[4],
                    {"H1", "Đảng bộ huyện A", "DB_HUYEN", "", "T"},
                    {"H1", "Đảng bộ huyện B", "DB_HUYEN", "", "T"},
                    {"", "Đảng bộ huyện C", "DB_HUYEN", "", "T"},
                    {"", "Đảng bộ huyện C", "DB_HUYEN", "", "T"},
                    {"", "Đảng bộ huyện D", "DB_HUYEN", "", "Đâu đó"},
                    {"", "Đảng bộ tỉnh khác", "DB_TINH", "", ""},
                    {"", "Đảng bộ huyện E", "Loại lạ", "", "T"},
                    {"", "Đảng bộ huyện F", "DB_HUYEN", "Lạ", "T"}
                }))
                .containsExactly(
                        "4 code organisation.import.code-twice [3]",
                        "6 name organisation.import.twice [5]",
                        "7 parent organisation.import.parent-unknown []",
                        "8 parent organisation.import.parent-missing []",
                        "9 type organisation.import.type-unknown []",
                        "10 kind organisation.import.kind-unknown []");
    }

    @Test
    void rowsInACircleAreRejected() {
        load(PROVINCE);
        load(new String[][] {{"X1", "Đảng bộ xã An Trường", "", "", "H1"}});
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "X1"}}))
                .anyMatch(problem -> problem.contains("parent-in-circle"));
    }

    @Test
    void anOrganisationWithChildrenOrMembersIsNotEndedByAFile() {
        load(PROVINCE);
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-03-31"}}))
                .containsExactly("2 ended_on organisation.closing-with-children [Đảng bộ huyện Càng Long]");
        var school = new OrganisationId(bare.jdbc()
                .sql(
                        "select organisation_id from organisation.organisation_version where name = 'Chi bộ Trường Mầm non'")
                .query(UUID.class)
                .single());
        rows = rows(Set.of(school));
        assertThat(problems(new String[][] {{"", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-03-31"}}))
                .containsExactly("2 ended_on organisation.closing-with-members [Chi bộ Trường Mầm non]");
        rows = rows(Set.of());
        load(new String[][] {{"", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-03-31"}});
        assertThat(one("select count(*) from organisation.closing where last_day = '2022-03-31'"))
                .isEqualTo(1);
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aParentAndItsChildrenEndTogetherWhateverTheRanges() {
        load(PROVINCE);
        var batch = stage(new String[][] {
            {"", "Đảng bộ xã An Trường", "", "", "H1", "", "2022-03-31"},
            {"", "Chi bộ ấp 1", "", "", "Đảng bộ xã An Trường", "", "2022-03-31"},
            {"", "Chi bộ ấp 2", "", "", "Đảng bộ xã An Trường", "", "2022-03-31"}
        });
        judge(batch);
        assertThat(verdicts(batch)).containsOnly("CHANGED");
        commit(batch, 2, 2);
        commit(batch, 3, 4);
        assertThat(one("select count(*) from organisation.closing")).isEqualTo(3);
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aFoundingDayIsTheFirstDayAndTheDayAfterTodayIsRefused() {
        load(new String[][] {PROVINCE[4], {"", "Đảng bộ huyện A", "DB_HUYEN", "", "T", "2022-04-30"}});
        assertThat(one("select count(*) from organisation.organisation_version where lower(valid) = '2022-04-30'"))
                .isEqualTo(1);
        assertThat(problems(new String[][] {{"", "Đảng bộ huyện B", "DB_HUYEN", "", "T", "2022-05-01"}}))
                .containsExactly("2 founded_on organisation.import.in-future [01/05/2022]");
    }

    private static final String[][] ENDED = {
        {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1", "", "2022-03-31"},
        {"A1", "Chi bộ ấp 1", "CB_TT", "", "X1", "", "2022-02-28"},
        {"", "Chi bộ ấp 2", "CB_TT", "", "Đảng bộ huyện Càng Long / Đảng bộ xã An Trường", "", "2022-03-31"}
    };

    /** The commune of the province with its two cells, coded, and then ended. */
    private void loadEnded() {
        var coded = PROVINCE.clone();
        coded[0] = new String[] {"A1", "Chi bộ ấp 1", "Chi bộ", "", "X1"};
        coded[2] = new String[] {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"};
        load(coded);
        load(ENDED);
        assertThat(one("select count(*) from organisation.closing")).isEqualTo(3);
    }

    @Test
    void anEndedOrganisationUnderAnEndedParentComesAgainUnchanged() {
        loadEnded();
        assertThat(judged(ENDED)).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
        assertThat(judged(new String[][] {ENDED[2], ENDED[1]})).containsExactly("UNCHANGED", "UNCHANGED");
        load(ENDED);
        assertThat(one("select count(*) from organisation.organisation")).isEqualTo(6);
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aFileFromBeforeTheEndDoesNotFoundAnEndedOrganisationAgain() {
        loadEnded();
        var batch = stage(new String[][] {
            {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"},
            {"", "Chi bộ ấp 2", "CB_TT", "", "X1"},
            {"", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"}
        });
        judge(batch);
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "UNCHANGED", "REJECTED");
        assertThat(warnings(batch))
                .contains(
                        "2 name organisation.import.ended-here [31/03/2022]",
                        "3 name organisation.import.ended-here [31/03/2022]");
    }

    @Test
    void anEndedOrganisationIsNotChangedByAFile() {
        loadEnded();
        assertThat(problems(new String[][] {
                    {"X1", "Đảng bộ xã Mới", "", "", "H1", "", "2022-03-31"},
                    {"A1", "Chi bộ ấp 1", "", "", "X1", "", "2022-02-27"}
                }))
                .containsExactly(
                        "2 name organisation.import.has-ended [31/03/2022]",
                        "3 ended_on organisation.import.has-ended [28/02/2022]");
    }

    @Test
    void aCodeNamesTheOrganisationThatHeldItOnTheDayTheRowIsAbout() {
        loadEnded();
        var later = new String[] {"X1", "Đảng bộ xã An Trường Mới", "DB_CS", "Xã", "H1", "2022-04-01"};
        load(new String[][] {later});
        assertThat(one("select count(distinct organisation_id) from organisation.organisation_code where code = 'X1'"))
                .isEqualTo(2);
        assertThat(judged(new String[][] {later})).containsExactly("UNCHANGED");
        assertThat(judged(new String[][] {ENDED[0]})).containsExactly("UNCHANGED");
    }

    @Test
    void aCodeIsFreeFromTheDayAfterItsHolderEndedAndNotADayEarlier() {
        loadEnded();
        assertThat(problems(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-03-31"}}))
                .containsExactly("2 name organisation.import.has-ended [31/03/2022]");
        assertThat(judged(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-04-01"}}))
                .containsExactly("NEW");
        load(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-04-02"}});
        assertThat(problems(
                        new String[][] {{"X1", "Đảng bộ xã Thứ ba", "DB_CS", "Xã", "H1", "2022-04-01", "2022-04-01"}}))
                .isEmpty();
        assertThat(problems(
                        new String[][] {{"X1", "Đảng bộ xã Thứ ba", "DB_CS", "Xã", "H1", "2022-04-01", "2022-04-02"}}))
                .contains("2 name organisation.import.ends-and-changes [02/04/2022]");
    }

    @Test
    void nothingNewStandsUnderAnEndedParentADayLongerThanIt() {
        loadEnded();
        assertThat(problems(new String[][] {
                    {"", "Chi bộ ấp 9", "CB_TT", "", "X1"}, {"", "Chi bộ ấp 10", "CB_TT", "", "X1", "", "2022-04-01"}
                }))
                .containsExactly(
                        "2 ended_on organisation.import.parent-ended []",
                        "3 ended_on organisation.import.parent-ended []");
        load(new String[][] {{"", "Chi bộ ấp 11", "CB_TT", "", "X1", "", "2022-03-31"}});
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aRowThatEndsInThePastChangesNothingElse() {
        load(PROVINCE);
        load(new String[][] {{"S1", "Chi bộ Trường Mầm non", "", "", "H1"}});
        assertThat(problems(new String[][] {{"S1", "Chi bộ Trường Mới", "", "", "H1", "", "2022-04-29"}}))
                .contains("2 name organisation.import.ends-and-changes [29/04/2022]");
        load(new String[][] {{"S1", "Chi bộ Trường Mới", "", "", "H1", "", "2022-04-30"}});
        assertThat(one("select count(*) from organisation.closing where last_day = '2022-04-30'"))
                .isEqualTo(1);
    }

    @Test
    void aCodeWrittenDownAfterTheEndIsTheCodeOfTheLastDay() {
        load(PROVINCE);
        var ended = new String[] {"S1", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-03-31"};
        load(new String[][] {{"S1", "Chi bộ Trường Mầm non", "", "", "H1"}});
        load(new String[][] {ended});
        assertThat(
                        one(
                                "select count(*) from organisation.organisation_code where code = 'S1' and valid = '[2022-03-31,2022-04-01)'"))
                .isEqualTo(1);
        assertThat(judged(new String[][] {ended})).containsExactly("UNCHANGED");
    }

    @Test
    void aParentDoesNotEndBeforeAChildThatHasEndedOrMovesOnlyToday() {
        loadEnded();
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-03-30"}}))
                .contains("2 ended_on organisation.closing-with-children [Đảng bộ huyện Càng Long]");
        load(new String[][] {{"H2", "Đảng bộ huyện Cầu Kè", "DB_HUYEN", "", "T"}});
        var move = new String[] {"", "Chi bộ Trường Mầm non", "CB_CS", "", "H2"};
        var school = new String[] {"S1", "Chi bộ Trường Mầm non", "", "", "H1"};
        load(new String[][] {school});
        move[0] = "S1";
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-04-28"}, move}))
                .contains("2 ended_on organisation.closing-with-children [Đảng bộ huyện Càng Long]");
        load(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-04-29"}, move});
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void eachEndIsHeldAgainstThePeopleOfItsOwnDay() {
        loadEnded();
        var asked = new java.util.ArrayList<LocalDate>();
        rows = rows((_, from) -> {
            asked.add(from);
            return Set.of();
        });
        judge(stage(new String[][] {ENDED[0], {"", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-04-15"}}));
        rows = rows(Set.of());
        assertThat(asked).containsExactly(LocalDate.of(2022, 4, 16));
    }

    @Test
    void aClerkSendsAnEndedOrganisationOfTheOwnCommitteeAgain() {
        loadEnded();
        var own = bare.jdbc()
                .sql("select organisation_id from organisation.organisation_code where code = 'H1'")
                .query(UUID.class)
                .single();
        var batch = stage(ENDED);
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.of(Set.of(own)), DAY));
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
    }

    @Test
    void theDistrictLevelMayNoLongerBeginOnTheFirstOfJuly2025() {
        load(PROVINCE);
        var late = LocalDate.of(2025, 7, 1);
        var batch = stage(new String[][] {{"", "Đảng bộ huyện Mới", "DB_HUYEN", "", "T", "2025-06-30"}});
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.EVERYTHING, late));
        assertThat(verdicts(batch)).containsExactly("NEW");
        var next = stage(new String[][] {
            {"", "Đảng bộ huyện Mới", "DB_HUYEN", "", "T", "2025-07-01"},
            {"", "Đảng bộ xã Mới", "DB_XA", "", "T", "2025-07-01"}
        });
        bare.transaction().executeWithoutResult(_ -> rows.judge(next, Scope.EVERYTHING, late));
        assertThat(verdicts(next)).containsExactly("REJECTED", "NEW");
    }

    @Test
    void aClerkImportsOnlyBelowTheOwnCommittee() {
        load(PROVINCE);
        load(new String[][] {{"H2", "Đảng bộ huyện Cầu Kè", "DB_HUYEN", "", "T"}});
        var own = bare.jdbc()
                .sql("select organisation_id from organisation.organisation_code where code = 'H2'")
                .query(UUID.class)
                .single();
        var batch = stage(new String[][] {
            {"H2", "Đảng bộ huyện Cầu Kè", "DB_HUYEN", "", "T"},
            {"", "Đảng bộ xã Hòa Ân", "DB_CS", "XA", "H2"},
            {"", "Đảng bộ xã Lạ", "DB_CS", "XA", "H1"},
            {"H1", "Tên mới", "", "", ""},
            {"", "Đảng bộ huyện Lạ", "DB_HUYEN", "", "T"}
        });
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.of(Set.of(own)), DAY));
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "NEW", "REJECTED", "REJECTED", "REJECTED");
    }

    @Test
    void whatIsInNoRowIsAbsent() {
        load(PROVINCE);
        var batch = stage(new String[][] {PROVINCE[4], PROVINCE[1]});
        judge(batch);
        bare.transaction().executeWithoutResult(_ -> rows.findAbsent(batch, Scope.EVERYTHING, DAY));
        assertThat(one("select count(*) from exchange.absent")).isEqualTo(4);
    }

    private void load(String[][] table) {
        var batch = stage(table);
        judge(batch);
        assertThat(verdicts(batch)).doesNotContain("REJECTED");
        commit(batch, 1, 1000);
    }

    private static List<@Nullable String> problems(String[][] table) {
        var batch = stage(table);
        judge(batch);
        return bare.jdbc()
                .sql("""
                        select row_number || ' ' || column_key || ' ' || reason || ' [' || array_to_string(arguments, ', ') || ']'
                        from exchange.problem where upload_id = :batch and weight = 'REJECTS' order by row_number, reason""")
                .param("batch", batch.id())
                .query(String.class)
                .list();
    }

    private static List<@Nullable String> judged(String[][] table) {
        var batch = stage(table);
        judge(batch);
        return verdicts(batch);
    }

    private static List<@Nullable String> warnings(ImportId batch) {
        return bare.jdbc()
                .sql("""
                        select row_number || ' ' || column_key || ' ' || reason || ' [' || array_to_string(arguments, ', ') || ']'
                        from exchange.problem where upload_id = :batch and weight = 'WARNS' order by row_number, reason""")
                .param("batch", batch.id())
                .query(String.class)
                .list();
    }

    private static ImportId stage(String[][] table) {
        var batch = new ImportId(Uuids.next());
        bare.jdbc().sql("""
                        insert into exchange.upload (id, kind, purpose, file_name, file_sealed, state, username, everything)
                        values (:id, 'organisations', 'LOAD', 'thử.xlsx', '', 'STAGING', 'test', true)
                        """).param("id", batch.id()).update();
        var keys = List.of("code", "name", "type", "kind", "parent", "founded_on", "ended_on");
        var number = 2;
        for (var row : table) {
            var value = new LinkedHashMap<String, String>();
            for (var i = 0; i < row.length; i++) {
                if (!row[i].isEmpty()) {
                    value.put(keys.get(i), row[i]);
                }
            }
            bare.jdbc()
                    .sql(
                            "insert into exchange.staged_row (upload_id, row_number, given, value) values (:id, :n, '{}', cast(:value as jsonb))")
                    .param("id", batch.id())
                    .param("n", number++)
                    .param("value", JsonMapper.shared().writeValueAsString(value))
                    .update();
        }
        return batch;
    }

    private static void judge(ImportId batch) {
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.EVERYTHING, DAY));
    }

    private static void commit(ImportId batch, int first, int last) {
        bare.transaction().executeWithoutResult(_ -> rows.commit(batch, first, last));
    }

    private static List<@Nullable String> verdicts(ImportId batch) {
        return bare.jdbc()
                .sql("select verdict from exchange.staged_row where upload_id = :batch order by row_number")
                .param("batch", batch.id())
                .query(String.class)
                .list();
    }

    private static List<@Nullable String> tree() {
        return bare.jdbc().sql("""
                        select v.name || ' ' || v.type || ' < ' || coalesce(p.name, '-')
                        from organisation.organisation_version v
                        left join organisation.organisation_version p
                            on p.organisation_id = v.parent_id and p.valid @> date '2022-04-30'
                        where v.valid @> date '2022-04-30' order by v.name collate "C"
                        """).query(String.class).list();
    }

    private static List<@Nullable String> closure() {
        return bare.jdbc()
                .sql("select cast(a as text) from organisation.ancestry a order by 1")
                .query(String.class)
                .list();
    }

    private static List<@Nullable String> rebuilt() {
        bare.transaction().executeWithoutResult(_ -> new Ancestry(bare.jdbc()).rebuild());
        return closure();
    }

    private static long one(String sql) {
        return bare.jdbc().sql(sql).query(Long.class).single();
    }
}
