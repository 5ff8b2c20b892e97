package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.StagedRows;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** Lists of organisations as the engine stages them, judged and written on a tree that is empty before each test. */
@NullMarked
@ResourceLock("the register of the sheets")
abstract class OrganisationSheets {
    static final LocalDate DAY = LocalDate.of(2022, 4, 30);
    static final LocalDate OPENING = LocalDate.of(2018, 12, 31);

    static final BareTree bare = BareTree.create();
    static final AuditTrail trail = mock(AuditTrail.class);
    static OrganisationRows rows = rows(Set.of());

    static OrganisationRows rows(Set<OrganisationId> occupied) {
        return rows((_, _) -> occupied);
    }

    static OrganisationRows rows(WhoStandsHere who) {
        var register = new RegisterProperties(
                Path.of("none"), "one", null, Map.of("one", new RegisterProperties.Sample(OPENING, DAY)));
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("who", who);
        var ancestry = new Ancestry(bare.jdbc());
        var codes = new OrganisationCodes(bare.jdbc());
        return new OrganisationRows(
                bare.jdbc(),
                new StagedRows(bare.jdbc()),
                new RowJudgement(bare.jdbc(), register, beans.getBeanProvider(WhoStandsHere.class)),
                new RowCommit(
                        bare.jdbc(),
                        new OrganisationStore(
                                bare.jdbc(), new TreeLock(bare.jdbc()), codes, ancestry, new ActJournal(bare.jdbc())),
                        codes,
                        ancestry,
                        trail));
    }

    @BeforeEach
    void empty() {
        rows = rows(Set.of());
        bare.forgetActs();
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

    static final String[][] PROVINCE = {
        {"", "Chi bộ ấp 1", "Chi bộ", "", "Đảng bộ xã An Trường"},
        {"H1", "Đảng bộ huyện Càng Long", "Đảng bộ huyện", "", "T"},
        {"", "Đảng bộ xã An Trường", "DB_CS", "Xã", "đảng bộ huyện cang long"},
        {"", "Chi bộ Trường Mầm non", "chi bộ", "Đơn vị sự nghiệp công lập", "H1"},
        {"T", "Đảng bộ tỉnh Trà Vinh", "Đảng bộ tỉnh", "", ""},
        {"", "Chi bộ ấp 2", "Chi bộ trực thuộc", "", "Đảng bộ huyện Càng Long / Đảng bộ xã An Trường"},
    };

    void load(String[][] table) {
        var batch = stage(table);
        judge(batch);
        assertThat(verdicts(batch)).doesNotContain("REJECTED");
        commit(batch, 1, 1000);
    }

    static List<@Nullable String> problems(String[][] table) {
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

    static List<@Nullable String> judged(String[][] table) {
        var batch = stage(table);
        judge(batch);
        return verdicts(batch);
    }

    static List<@Nullable String> warnings(ImportId batch) {
        return bare.jdbc()
                .sql("""
                        select row_number || ' ' || column_key || ' ' || reason || ' [' || array_to_string(arguments, ', ') || ']'
                        from exchange.problem where upload_id = :batch and weight = 'WARNS' order by row_number, reason""")
                .param("batch", batch.id())
                .query(String.class)
                .list();
    }

    static ImportId stage(String[][] table) {
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

    static void judge(ImportId batch) {
        judge(batch, DAY);
    }

    static void judge(ImportId batch, LocalDate day) {
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.EVERYTHING, day));
    }

    static void commit(ImportId batch, int first, int last) {
        bare.transaction().executeWithoutResult(_ -> rows.commit(batch, first, last));
    }

    static List<@Nullable String> verdicts(ImportId batch) {
        return bare.jdbc()
                .sql("select verdict from exchange.staged_row where upload_id = :batch order by row_number")
                .param("batch", batch.id())
                .query(String.class)
                .list();
    }

    static List<@Nullable String> tree() {
        return bare.jdbc().sql("""
                        select v.name || ' ' || v.type || ' < ' || coalesce(p.name, '-')
                        from organisation.organisation_version v
                        left join organisation.organisation_version p
                            on p.organisation_id = v.parent_id and p.valid @> date '2022-04-30'
                        where v.valid @> date '2022-04-30' order by v.name collate "C"
                        """).query(String.class).list();
    }

    static List<@Nullable String> closure() {
        return bare.jdbc()
                .sql("select cast(a as text) from organisation.ancestry a order by 1")
                .query(String.class)
                .list();
    }

    static List<@Nullable String> rebuilt() {
        bare.transaction().executeWithoutResult(_ -> new Ancestry(bare.jdbc()).rebuild());
        return closure();
    }

    static long one(String sql) {
        return bare.jdbc().sql(sql).query(Long.class).single();
    }
}
