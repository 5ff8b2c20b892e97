package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Numbers that lay open before they were masked, as the migrations find them: carried out once more, and forgotten. */
@RegisterTest
@NullUnmarked
class OldNumbersTests {
    private static final String ENTRY = "db/migration/audit/V3__what_was_sought_tells_no_citizen_number.sql";
    private static final String LIST = "db/migration/membership/V30__saved_lists_keep_no_citizen_number.sql";

    @Autowired
    private FlywayConnectionDetails owner;

    @Test
    void whatWasSoughtIsMaskedInTheTrailAndTheRestStays() throws Exception {
        asOwner(jdbc -> {
            entry(jdbc, "member.exported", "list", null, "{\"q\": \"084170001234\", \"sex\": \"FEMALE\"}");
            entry(jdbc, "member.exported", "list", null, "{\"q\": \"084 170.001-234\"}");
            entry(jdbc, "member.exported", "list", null, "{\"q\": \"Nguyễn 77001234\"}");
            entry(
                    jdbc,
                    "saved-list.saved",
                    "saved-list",
                    null,
                    "{\"name\": \"a\", \"query\": \"?q=084%20170%20001%20234&sort=name,asc\"}");
            entry(
                    jdbc,
                    "saved-list.changed",
                    "saved-list",
                    "{\"name\": \"a\", \"query\": \"?sex=MALE&q=084170001234\"}",
                    "{\"name\": \"b\", \"query\": \"?sex=MALE&q=084170001234\"}");
            entry(
                    jdbc,
                    "saved-list.saved",
                    "saved-list",
                    null,
                    "{\"name\": \"c\", \"query\": \"?q=Nguy%E1%BB%85n&ageFrom=30&admitted=2020\"}");
            entry(
                    jdbc,
                    "organisation.list-exported",
                    "list",
                    null,
                    "{\"address\": \"/organisations?q=084170001234&deep=true\"}");
            carryOut(jdbc, ENTRY);
            assertThat(jdbc.sql("select concat(before, after) from audit.entry where username = 'xưa' order by id")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "{\"q\": \"•••••••••234\", \"sex\": \"FEMALE\"}",
                            "{\"q\": \"••• •••.•••-234\"}",
                            "{\"q\": \"Nguyễn 77001234\"}",
                            "{\"name\": \"a\", \"query\": \"?q=***&sort=name,asc\"}",
                            "{\"name\": \"a\", \"query\": \"?sex=MALE&q=***\"}{\"name\": \"b\", \"query\": \"?sex=MALE&q=***\"}",
                            "{\"name\": \"c\", \"query\": \"?q=Nguy%E1%BB%85n&ageFrom=30&admitted=2020\"}",
                            "{\"address\": \"/organisations?q=***&deep=true\"}");
        });
    }

    @Test
    void aSavedListLosesTheNumberAndNothingElse() throws Exception {
        asOwner(jdbc -> {
            jdbc.sql(
                            "alter table membership.saved_list drop constraint a_list_keeps_no_number_that_may_identify_somebody")
                    .update();
            jdbc.sql("""
                            with mine as (
                                insert into access.account (id, version, username, name, password_hash)
                                values (gen_random_uuid(), 0, 'so-cu', 'Số Cũ', 'x') returning id)
                            insert into membership.saved_list (id, account_id, name, query)
                            select gen_random_uuid(), mine.id, old.name, old.query
                            from mine, (values ('1', '?q=084170001234&sort=name,asc'), ('2', '?sex=MALE&q=084.170%20001234'),
                                ('3', '?q=77001234&ageFrom=30'), ('4', '?organisation=01234567-1234-7123-8123-123456789012'))
                                as old (name, query)
                            """).update();
            carryOut(jdbc, LIST);
            assertThat(jdbc.sql("""
                            select l.query from membership.saved_list l join access.account a on a.id = l.account_id
                            where a.username = 'so-cu' order by l.name
                            """).query(String.class).list())
                    .containsExactly(
                            "?q=***&sort=name,asc",
                            "?sex=MALE&q=***",
                            "?q=77001234&ageFrom=30",
                            "?organisation=01234567-1234-7123-8123-123456789012");
        });
    }

    private static void entry(JdbcClient jdbc, String act, String subject, String before, String after) {
        jdbc.sql("""
                        insert into audit.entry (username, act, subject, before, after)
                        values ('xưa', :act, :subject, cast(:before as jsonb), cast(:after as jsonb))
                        """)
                .param("act", act)
                .param("subject", subject)
                .param("before", before)
                .param("after", after)
                .update();
    }

    private static void carryOut(JdbcClient jdbc, String migration) throws Exception {
        var sql = new ClassPathResource(migration).getContentAsString(StandardCharsets.UTF_8);
        Arrays.stream(sql.split(";\\s*(?:\\n|$)"))
                .filter(statement -> !statement.isBlank())
                .forEach(statement -> jdbc.sql(statement).update());
    }

    private void asOwner(Work work) throws Exception {
        try (var source =
                new SingleConnectionDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword(), true)) {
            source.setAutoCommit(false);
            try {
                work.run(JdbcClient.create(source));
            } finally {
                source.getConnection().rollback();
            }
        }
    }

    private interface Work {
        void run(JdbcClient jdbc) throws Exception;
    }
}
