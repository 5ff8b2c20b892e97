package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself keeps the program from doing. */
@RegisterTest
@NullUnmarked
class DatabaseRoleTests {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set username = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update membership.movement set reason = 'x'",
                "delete from membership.movement",
                "truncate membership.movement",
                "update statistics.closing set closed_by = 'x'",
                "delete from statistics.closing",
                "update statistics.closed_figure set figure = 0",
                "delete from statistics.closed_line",
                "delete from statistics.closed_stock",
                "update statistics.reconciliation_signature set own = 0",
                "delete from membership.late_entry",
                "update organisation.act set decision_id = null",
                "delete from organisation.act",
                "truncate organisation.act",
                "update organisation.permitted_pair set needs_approval = false",
                "delete from organisation.organisation_type",
                "update organisation.organisation_kind set certainty = 'VERIFIED'",
                "create table audit.other (id int)",
                "drop table audit.entry",
                "alter table audit.entry add column other text"
            })
    void neitherTheTrailNorTheJournalIsEverChanged(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theProgramIsNoSuperuserAndMakesNoRolesAndNoDatabases() {
        assertThat(jdbc.sql("""
                        select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                        from pg_roles where rolname = current_user
                        """).query(Boolean.class).single()).isFalse();
    }
}
