package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;

/** What made comparable systems slow at the size of a province, each on the pages of one. */
@SampleTest
@NullUnmarked
class TrapsTests {
    private static final int MOST_OPTIONS = 350;
    private static final int MOST_LINKS_OF_A_PAGER = 5;
    private static final int MOST_ROWS = 50;
    private static final int GENERIC_AFTER = 5;

    private static final Pattern OPTION = Pattern.compile("<option\\b");
    private static final Pattern PAGER = Pattern.compile("(?s)<ul class=\"pagination.*?</ul>");
    private static final Pattern LINK = Pattern.compile("<a\\b");
    private static final Pattern BODY = Pattern.compile("(?s)<tbody>.*?</tbody>");
    private static final Pattern ROW = Pattern.compile("<tr\\b");

    /** A table of members read from end to end. */
    private static final Pattern READ_WHOLE = Pattern.compile("Seq Scan on (member|standing|movement)\\b.*");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    private RequestPostProcessor board;
    private RequestPostProcessor clerk;

    @BeforeEach
    void whoSeesAllAndWhoSeesADistrict() {
        board = signIn.as(Role.BOARD, place("board"));
        clerk = signIn.as(Role.CLERK, place("clerk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/members", "/organisations", "/movements", "/audit", "/inbox", "/quality", "/recognition"})
    void noPagePrintsEverything(String address) {
        var reader = address.equals("/audit") ? signIn.as(Role.AUDITOR, place("board")) : board;
        var page = body(address, reader);
        assertThat(count(OPTION, page)).as("options of %s", address).isLessThanOrEqualTo(MOST_OPTIONS);
        assertThat(PAGER.matcher(page).results())
                .allSatisfy(pager -> assertThat(count(LINK, pager.group())).isLessThanOrEqualTo(MOST_LINKS_OF_A_PAGER));
        assertThat(BODY.matcher(page).results())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(count(ROW, table.group())).isLessThanOrEqualTo(MOST_ROWS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/members?sort=name%2Casc",
                "/members?q=thach+sa+vuon",
                "/members?q=77001234",
                "/organisations?q=chi+bo+truong+mam+non",
            })
    void aListAndASearchHaveAnIndexBehindThem(String address) throws Exception {
        readsNoTableWhole(address, board);
    }

    @Test
    void theListOfADistrictReadsItsOwnMembersAlone() throws Exception {
        readsNoTableWhole("/members", clerk);
    }

    /** As the page asks when nothing of it is remembered any more, and as it asks again. */
    private void readsNoTableWhole(String address, RequestPostProcessor reader) throws Exception {
        var sent = reading(Statements.withValues(() -> {
            body(address, reader);
            body(address, reader);
        }));
        assertThat(sent).isNotEmpty();
        for (var statement : sent) {
            assertThat(plan(statement))
                    .as(statement.sql())
                    .isNotEmpty()
                    .noneMatch(line -> READ_WHOLE.matcher(line).find());
        }
    }

    /** A plan for anybody's question takes a hundred times longer than one for this question. */
    @Test
    void noSearchIsAnsweredByAPlanMadeForAnyQuestion() throws Exception {
        assertThat(jdbc.sql("show plan_cache_mode").query(String.class).single())
                .isEqualTo("force_custom_plan");
        var search = reading(Statements.withValues(() -> body("/members?q=nguyen+van", board)));
        assertThat(search).isNotEmpty();
        try (var connection = pool.getConnection()) {
            for (var again = 0; again < 2 * GENERIC_AFTER + 1; again++) {
                for (var statement : search) {
                    statement.sendAgain(connection);
                }
            }
            assertThat(prepared(connection))
                    .isNotEmpty()
                    .allSatisfy(plans -> assertThat(plans).startsWith("0 generic"));
        }
    }

    /** What a browser has once it does not ask for again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/register.css",
                "/app/register.js",
                "/app/charts.js",
                "/webjars/bootstrap/css/bootstrap.min.css",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/chart.js/dist/chart.umd.js",
            })
    void whatAPageIsDressedInIsKeptForAYear(String address) {
        var page = body("/", board);
        var linked = Pattern.compile("\"(" + address.replaceAll("\\.(\\w+)$", "[^\"]*\\.$1") + ")\"")
                .matcher(page);
        var asked = linked.find() ? linked.group(1) : address;
        assertThat(mvc.get().uri(asked).with(board))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public");
    }

    private OrganisationId place(String username) {
        return new OrganisationId(jdbc.sql("""
                        select g.organisation_id from access.grant_of_role g
                        join access.account a on a.id = g.account_id where a.username = :username
                        """)
                .param("username", username)
                .query(java.util.UUID.class)
                .single());
    }

    /** Statements about members and organisations: not those of sessions, grants and audit. */
    private static List<Statements.Sent> reading(List<Statements.Sent> all) {
        return all.stream()
                .filter(sent -> sent.sql().strip().matches("(?s)(select|with)\\b.*"))
                .filter(sent -> sent.sql().matches("(?s).*\\b(member|membership|organisation)\\..*"))
                .filter(sent -> !sent.sql().contains("access."))
                .toList();
    }

    private List<String> plan(Statements.Sent statement) throws Exception {
        try (var connection = pool.getConnection();
                var explaining = connection.prepareStatement("explain " + statement.sql())) {
            for (var value : statement.values()) {
                value.setter().invoke(explaining, value.arguments());
            }
            var lines = new ArrayList<String>();
            var rows = explaining.executeQuery();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static List<String> prepared(Connection connection) throws SQLException {
        try (var asking = connection.createStatement();
                var rows = asking.executeQuery("""
                        select generic_plans || ' generic, ' || custom_plans || ' custom: ' || statement
                        from pg_prepared_statements where statement ~ '^\\s*(select|with)' and statement like '%names_folded%'
                        """)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static long count(Pattern what, String page) {
        return what.matcher(page).results().count();
    }

    private String body(String address, RequestPostProcessor reader) {
        var answer = mvc.get().uri(URI.create(address)).with(reader).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
