package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

@NullMarked
class OrganisationRowsTests extends OrganisationSheets {
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
                                + "[Chi bộ trực thuộc, Đảng bộ tỉnh, thành phố trực thuộc Trung ương, 31/12/2018, Điều lệ Đảng, Điều 10, 21 và 24]");
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
        assertThat(bare.jdbc()
                        .sql("select arguments[4] from exchange.problem where upload_id = :batch")
                        .param("batch", next.id())
                        .query(String.class)
                        .list())
                .containsExactly("294-QĐ/TW, kết thúc hoạt động cấp huyện");
    }

    @Test
    void aKindIsTakenFromItsFirstDayOn() {
        load(PROVINCE);
        var late = LocalDate.of(2025, 7, 1);
        var batch = stage(new String[][] {
            {"", "Đảng bộ đặc khu sớm", "DB_XA", "Đặc khu", "H1", "2025-06-30"},
            {"", "Đảng bộ đặc khu", "DB_XA", "Đặc khu", "T", "2025-07-01"},
            {"", "Đảng bộ thị trấn", "DB_XA", "Thị trấn", "H1", "2025-06-30"},
            {"", "Đảng bộ thị trấn muộn", "DB_XA", "Thị trấn", "T", "2025-07-01"}
        });
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.EVERYTHING, late));
        assertThat(verdicts(batch)).containsExactly("REJECTED", "NEW", "NEW", "REJECTED");
    }

    /** Two lists of one day: the version is what the later one says, and what the earlier one said is still told. */
    @Test
    void whatListsDoIsKeptActByAct() {
        load(PROVINCE);
        load(new String[][] {{"H1", "Đảng bộ huyện Một", "", "", ""}});
        load(new String[][] {{"H1", "Đảng bộ huyện Hai", "", "", ""}});
        load(new String[][] {{"X1", "Đảng bộ xã An Trường", "", "", "H1"}});
        load(new String[][] {{"", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-03-31"}});
        assertThat(acts("Đảng bộ huyện%"))
                .containsExactly(
                        "OPENED 2018-12-31: - > Đảng bộ huyện Càng Long (H1)",
                        "RENAMED 2022-04-30: Đảng bộ huyện Càng Long > Đảng bộ huyện Một (H1)",
                        "RENAMED 2022-04-30: Đảng bộ huyện Một > Đảng bộ huyện Hai (H1)");
        assertThat(acts("Đảng bộ xã%"))
                .containsExactly(
                        "OPENED 2018-12-31: - > Đảng bộ xã An Trường (-)",
                        "CODE_CHANGED 2022-04-30: Đảng bộ xã An Trường > Đảng bộ xã An Trường (X1)");
        assertThat(acts("Chi bộ Trường%"))
                .containsExactly(
                        "OPENED 2018-12-31: - > Chi bộ Trường Mầm non (-)",
                        "CLOSED 2022-03-31: Chi bộ Trường Mầm non > - (-)");
    }

    private static List<@Nullable String> acts(String name) {
        return bare.jdbc().sql("""
                        select kind || ' ' || day || ': ' || coalesce(before_name, '-') || ' > ' || coalesce(after_name, '-')
                            || ' (' || coalesce(after_code, '-') || ')'
                        from organisation.act where coalesce(after_name, before_name) like :name order by number
                        """).param("name", name).query(String.class).list();
    }

    @Test
    void theTrailTellsOfEachOrganisationWhatItWasAndIs() {
        load(PROVINCE);
        clearInvocations(trail);
        load(new String[][] {{"H1", "Đảng bộ huyện Một", "", "", ""}, {"H2", "Đảng bộ huyện Mới", "DB_HUYEN", "", "T"}
        });
        ArgumentCaptor<Collection<Changed>> told = ArgumentCaptor.captor();
        verify(trail).changedAll(eq("organisation.changed-by-import"), eq("organisation"), told.capture());
        assertThat(told.getValue())
                .extracting(one -> one.before() + " > " + one.after())
                .satisfiesExactly(
                        renamed -> assertThat(renamed)
                                .contains("name=Đảng bộ huyện Càng Long", "> ", "name=Đảng bộ huyện Một", "code=H1"),
                        fresh -> assertThat(fresh).startsWith("null > ").contains("name=Đảng bộ huyện Mới"));
        assertThat(told.getValue())
                .allSatisfy(one -> assertThat(one.organisation()).isEqualTo(one.id()));
    }

    /** What was carried out and then changed by a list of the same day rests on the list: it is not taken back unseen. */
    @Test
    void aVersionOfAReorganisationThatAListChangesOnItsDayIsNoLongerThatOfTheReorganisation() {
        load(PROVINCE);
        load(new String[][] {{"H1", "Đảng bộ huyện Một", "", "", ""}});
        var decision = bare.decision("Tỉnh ủy", DAY);
        var id = Uuids.next();
        bare.jdbc()
                .sql("""
                        insert into organisation.reorganisation (id, version, organisation_id, name, effective_on, state, drafted_by,
                            changed_by, decision_id, applied_at, applied_by)
                        select :id, 0, organisation_id, 'Thử', :day, 'APPLIED', 'thử', 'thử', :decision, now(), 'thử'
                        from organisation.organisation_code where code = 'T'
                        """)
                .param("id", id)
                .param("day", DAY)
                .param("decision", decision)
                .update();
        bare.jdbc().sql("""
                        update organisation.organisation_version set reorganisation_id = :id, decision_id = :decision
                        where name = 'Đảng bộ huyện Một'
                        """).param("id", id).param("decision", decision).update();
        load(new String[][] {{"H1", "Đảng bộ huyện Hai", "", "", ""}});
        assertThat(one("""
                        select count(*) from organisation.organisation_version
                        where name = 'Đảng bộ huyện Hai' and reorganisation_id is null and decision_id is null
                        """)).isEqualTo(1);
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
    void aComparisonAsksWhatIsMeantAndWhereItDiffersAndNothingElse() {
        load(PROVINCE);
        var batch = stage(new String[][] {
            PROVINCE[4],
            {"H1", "Đảng bộ huyện Càng Long", "DB_HUYEN", "", "Không có ở đâu"},
            {"", "Đảng bộ xã An Trường", "CB_CS", "Xã", "H1"},
            {"", "Đảng bộ xã Chưa Có", "DB_CS", "XA", "H1", "2022-05-01"},
            {"", "Chi bộ Trường Mầm non", "Lạ", "", "H1"}
        });
        bare.jdbc()
                .sql("update exchange.upload set purpose = 'COMPARE' where id = :id")
                .param("id", batch.id())
                .update();
        bare.jdbc().sql("""
                        insert into exchange.problem (upload_id, row_number, column_key, weight, reason, while_reading)
                        values (:id, 6, 'ended_on', 'REJECTS', 'exchange.cell.no-such-day', true)
                        """).param("id", batch.id()).update();
        judge(batch);
        assertThat(bare.jdbc()
                        .sql("""
                                select row_number || ' ' || column_key || ': ' || here || ' → ' || there from exchange.difference
                                where upload_id = :id order by 1
                                """)
                        .param("id", batch.id())
                        .query(String.class)
                        .list())
                .containsExactly("3 parent: Đảng bộ tỉnh Trà Vinh → Không có ở đâu", "4 type: DB_CS → CB_CS");
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "REJECTED", "CHANGED", "NEW", "REJECTED");
        bare.transaction().executeWithoutResult(_ -> rows.findAbsent(batch, Scope.EVERYTHING, DAY));
        assertThat(bare.jdbc()
                        .sql("select label from exchange.absent where upload_id = :id order by 1")
                        .param("id", batch.id())
                        .query(String.class)
                        .list())
                .containsExactly("Chi bộ ấp 1", "Chi bộ ấp 2");
    }

    @Test
    void whatIsInNoRowIsAbsent() {
        load(PROVINCE);
        var batch = stage(new String[][] {PROVINCE[4], PROVINCE[1]});
        judge(batch);
        bare.transaction().executeWithoutResult(_ -> rows.findAbsent(batch, Scope.EVERYTHING, DAY));
        assertThat(one("select count(*) from exchange.absent")).isEqualTo(4);
    }
}
