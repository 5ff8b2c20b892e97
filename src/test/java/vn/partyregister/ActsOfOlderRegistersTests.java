package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A register that was kept before acts were: when it is migrated, all that its versions still tell is told as acts. */
@NullMarked
class ActsOfOlderRegistersTests {
    private static final String ROOT = "00000000-0000-7000-8000-000000000001";
    private static final String BASE = "00000000-0000-7000-8000-000000000002";
    private static final String GONE = "00000000-0000-7000-8000-000000000003";
    private static final String PLAN = "00000000-0000-7000-8000-000000000004";

    @Test
    void versionsEndsAndWhatWasTakenBackBecomeActs() throws SQLException {
        var database = PostgresForTests.Database.create();
        try (var connection = DriverManager.getConnection(database.url(), "register_owner", "register_owner")) {
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            asBefore(owner);
            MigratedDatabase.migrate(database.url());
            assertThat(owner.sql("""
                                    select a.kind || ' ' || a.day || ' ' || coalesce(d.number, '-') || ': '
                                        || coalesce(a.before_name || ' ' || coalesce(a.before_code, ''), '-') || ' > '
                                        || coalesce(a.after_name || ' ' || coalesce(a.after_code, ''), '-')
                                        || case when a.reorganisation_id is null then '' else ' by plan' end
                                    from organisation.act a left join organisation.decision d on d.id = a.decision_id
                                    where a.organisation_id <> cast(:root as uuid) order by a.number
                                    """).param("root", ROOT).query(String.class).list())
                    .containsExactly(
                            "FOUNDED 2020-01-01 1-QĐ/TU: - > Đảng bộ xã Một 01",
                            "RENAMED 2021-01-01 2-QĐ/TU: Đảng bộ xã Một 01 > Đảng bộ xã Hai 02",
                            "FOUNDED 2021-06-01 3-QĐ/TU: - > Đảng bộ xã Nhầm  by plan",
                            "CLOSED 2021-12-31 -: Đảng bộ xã Hai 02 > -");
            assertThat(owner.sql("select kind from organisation.act where organisation_id = cast(:root as uuid)")
                            .param("root", ROOT)
                            .query(String.class)
                            .list())
                    .containsExactly("OPENED");
        }
    }

    private static void asBefore(JdbcClient owner) {
        for (var statement : """
                drop table organisation.act, organisation.bare_committee;
                delete from flyway_schema_history_organisation where version in ('9', '10');
                insert into organisation.organisation (id, version, is_root) values ('$root', 0, true), ('$base', 0, false), ('$gone', 0, false);
                insert into organisation.decision (id, issuer_name, number, issued_on) values
                    ('00000000-0000-7000-8000-000000000011', 'Tỉnh ủy', '1-QĐ/TU', '2019-12-20'),
                    ('00000000-0000-7000-8000-000000000012', 'Tỉnh ủy', '2-QĐ/TU', '2020-12-20'),
                    ('00000000-0000-7000-8000-000000000013', 'Tỉnh ủy', '3-QĐ/TU', '2021-05-20');
                insert into organisation.organisation_version (organisation_id, valid, name, type, parent_id, act, decision_id) values
                    ('$root', '[2018-12-31,)', 'Đảng bộ tỉnh', 'DB_TINH', null, 'OPENED', null),
                    ('$base', '[2020-01-01,2021-01-01)', 'Đảng bộ xã Một', 'DB_CS', '$root', 'FOUNDED', '00000000-0000-7000-8000-000000000011'),
                    ('$base', '[2021-01-01,2022-01-01)', 'Đảng bộ xã Hai', 'DB_CS', '$root', 'RENAMED', '00000000-0000-7000-8000-000000000012');
                insert into organisation.organisation_code (organisation_id, valid, code) values
                    ('$base', '[2020-01-01,2021-01-01)', '01'), ('$base', '[2021-01-01,2022-01-01)', '02');
                insert into organisation.closing (organisation_id, last_day) values ('$base', '2021-12-31');
                insert into organisation.reorganisation (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by,
                    decision_id, applied_at, applied_by, reversed_at, reversed_by, reversed_why)
                values ('$plan', 1, '$root', 'Nhầm', '2021-06-01', 'REVERSED', 'thử', 'thử', '00000000-0000-7000-8000-000000000013',
                    now(), 'thử', now(), 'thử', 'Nhầm');
                insert into organisation.reorganised (reorganisation_id, organisation_id, members_before, after_name, after_type,
                    after_parent_id, members_after)
                values ('$plan', '$gone', 0, 'Đảng bộ xã Nhầm', 'DB_CS', '$root', 0)
                """.replace("$root", ROOT)
                .replace("$base", BASE)
                .replace("$gone", GONE)
                .replace("$plan", PLAN)
                .split(";")) {
            owner.sql(statement).update();
        }
    }
}
