package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.partyregister.Endpoints.Endpoint;
import vn.partyregister.Sides.Side;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Seal;

/**
 * Walks every endpoint there is, as every role, to what is inside its scope and to what is outside, and as nobody. A new
 * endpoint is walked from its first day on; one without a rule fails the build.
 */
@OtherRegisterTest
@NullUnmarked
class EveryEndpointTests {
    private static final String UNREADABLE = "31/02/2022";

    /** The rulebook and an empty workbook to fill in tell nothing of anybody. */
    private static final Set<String> TELL_OF_NOBODY = Set.of(
            "GET /rulebook.{format:xlsx|csv}",
            "GET /rulebook/permitted-pairs.{format:xlsx|csv}",
            "GET /imports/template/{kind}.xlsx");

    /**
     * A picture on the page of a file, whose opening is written down; a form of a case that is not so far, and the letter
     * of somebody who is not introduced, whose entries FormsOfACaseTests and MemberFilePagesTests look for.
     */
    private static final Set<String> NOT_TO_BE_HAD_HERE = Set.of(
            "GET /members/{id}/photo.jpg",
            "GET /admissions/{id}/forms/{form}.{format:pdf|docx}",
            "GET /members/{id}/residence/letter.pdf");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    @Autowired
    private PlatformTransactionManager transactions;

    private Sides sides;
    private List<Endpoint> endpoints;
    private SoftAssertions all;

    @BeforeEach
    void two() {
        sides = new Sides(orgs, signIn, jdbc, seal);
        endpoints = Endpoints.of(mapping);
        all = new SoftAssertions();
    }

    @Test
    void everyEndpointHasARule() {
        for (var endpoint : endpoints) {
            all.assertThat(endpoint.permission() != null || endpoint.isOpen())
                    .as("%s says who may call it (@Permitted or @OpenToAll)", endpoint)
                    .isTrue();
        }
        all.assertAll();
        assertThat(endpoints).hasSizeGreaterThan(10);
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn() {
        for (var endpoint : endpoints) {
            var answer = call(endpoint, sides.inside, null, Map.of());
            if (endpoint.isOpen()) {
                all.assertThat(answer.getStatus())
                        .as("%s, nobody", endpoint)
                        .isLessThan(500)
                        .isNotIn(401, 403);
            } else {
                all.assertThat(answer.getRedirectedUrl())
                        .as("%s, nobody", endpoint)
                        .isEqualTo("/sign-in");
            }
        }
        all.assertAll();
    }

    @Test
    void whoHasNoRoleMayDoNothingButChangeTheOwnPassword() {
        for (var endpoint : endpoints) {
            if (!endpoint.isOpen() && endpoint.permission() != Permission.OWN_ACCOUNT) {
                all.assertThat(call(endpoint, sides.inside, signIn.asNobody(), Map.of())
                                .getStatus())
                        .as("%s, without a role", endpoint)
                        .isEqualTo(403);
            }
        }
        all.assertAll();
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedAndOneWithItIsNot() {
        visitors().forEach((role, visitor) -> {
            for (var endpoint : endpoints) {
                if (endpoint.isOpen()) {
                    continue;
                }
                var answer = rolledBack(endpoint, sides.inside, visitor, asked(endpoint));
                if (mayCall(role, endpoint)) {
                    all.assertThat(answer.getStatus())
                            .as("%s, %s, inside", endpoint, role)
                            .isLessThan(500)
                            .isNotIn(endpoint.reads() ? List.of(400, 403, 404) : List.of(403));
                } else if (role == Role.ADMIN && endpoint.pattern().equals("/")) {
                    all.assertThat(answer.getRedirectedUrl()).isEqualTo("/accounts");
                } else {
                    all.assertThat(answer.getStatus())
                            .as("%s, %s, without the permission", endpoint, role)
                            .isEqualTo(403);
                }
            }
        });
        all.assertAll();
    }

    /** What the register holds is summed up once for each role: for each call it would take minutes. */
    @Test
    void whatIsOutsideTheScopeIsNotThereAndStaysAsItIs() {
        var visitors = visitors();
        var before = everything();
        visitors.forEach((role, visitor) -> {
            for (var endpoint : endpoints) {
                if (!endpoint.isOpen() && mayCall(role, endpoint) && Sides.isSomebodys(endpoint)) {
                    var everywhere = role == Role.ADMIN || role == Role.BOARD;
                    var answer = call(endpoint, everywhere ? Side.nowhere() : sides.outside, visitor, Map.of());
                    all.assertThat(answer.getStatus())
                            .as("%s, %s, outside", endpoint, role)
                            .isEqualTo(404);
                }
            }
            all.assertThat(everything()).as("after %s, outside", role).isEqualTo(before);
        });
        all.assertAll();
    }

    @Test
    void noPageAndNoFileTellsWhatIsOutsideTheScopeEvenWhenAskedForIt() {
        var filesThatTell = new TreeSet<String>();
        for (var role : new Role[] {Role.CLERK, Role.CELL_SECRETARY, Role.INSPECTOR, Role.AUDITOR}) {
            var visitor = visitors().get(role);
            for (var endpoint : endpoints) {
                if (endpoint.reads() && !endpoint.isOpen() && mayCall(role, endpoint)) {
                    for (var asked : List.of(
                            Map.<String, String>of(),
                            Map.of("organisation", sides.outside.organisation().toString()),
                            Map.of("organisation", sides.tree.root().toString()),
                            Map.of("q", sides.outside.mark()))) {
                        var answer = rolledBack(endpoint, sides.inside, visitor, asked);
                        all.assertThat(answer.getStatus())
                                .as("%s, %s, %s", endpoint, role, asked)
                                .isIn(200, 204, 302, 404, 409);
                        var told = AnswerText.of(answer);
                        // What was typed stands in the box again: then it is the whole name that betrays.
                        var secret = asked.containsKey("q") ? sides.secret() : sides.outside.mark();
                        all.assertThat(told.contains(AnswerText.together(secret)))
                                .as("%s, %s, %s tells %s", endpoint, role, asked, secret)
                                .isFalse();
                        if (asked.isEmpty() && endpoint.sendsFile() && told.contains(sides.inside.mark())) {
                            filesThatTell.add(endpoint.toString());
                        }
                    }
                }
            }
        }
        all.assertAll();
        assertThat(filesThatTell).as("files that tell what is inside").hasSizeGreaterThan(30);
    }

    /** Whether a page leaves as a file does not lie with who asks: the first who may, and for a file the first who gets it. */
    @Test
    void everyFileThatLeavesIsWrittenDown() {
        var left = new TreeSet<String>();
        var visitors = visitors();
        for (var endpoint : endpoints) {
            if (endpoint.reads() && !endpoint.isOpen() && !TELL_OF_NOBODY.contains(endpoint.toString())) {
                visitors.entrySet().stream()
                        .filter(visitor -> mayCall(visitor.getKey(), endpoint))
                        .limit(endpoint.sendsFile() ? visitors.size() : 1)
                        .filter(visitor -> leavesAndIsWrittenDown(endpoint, visitor.getValue()))
                        .findFirst()
                        .ifPresent(_ -> left.add(endpoint.toString()));
            }
        }
        for (var endpoint : endpoints) {
            var named = endpoint.toString();
            if (endpoint.sendsFile() && !TELL_OF_NOBODY.contains(named) && !NOT_TO_BE_HAD_HERE.contains(named)) {
                all.assertThat(left).as("files that left").contains(named);
            }
        }
        all.assertAll();
    }

    private boolean leavesAndIsWrittenDown(Endpoint endpoint, RequestPostProcessor visitor) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            var before = lastEntry();
            var answer = call(endpoint, sides.inside, visitor, asked(endpoint));
            var leaves = answer.getStatus() == 200 && answer.getHeader("Content-Disposition") != null;
            if (leaves) {
                all.assertThat(lastEntry())
                        .as("entries of the trail after %s", endpoint)
                        .isGreaterThan(before);
            }
            return leaves;
        }));
    }

    /** Whatever a page leaves out because it cannot be read, and says so, its file is not made without. */
    @Test
    void noFileIsMadeByAnAddressThatCannotBeRead() throws Exception {
        var names = parametersReadAnywhere();
        var judged = new TreeSet<String>();
        var visitors = visitors();
        for (var endpoint : endpoints) {
            if (endpoint.sendsFile() && endpoint.readsWhateverComes()) {
                var visitor = visitors.get(mayCall(Role.CLERK, endpoint) ? Role.CLERK : Role.AUDITOR);
                for (var name : leftOut(pageOf(endpoint), names, visitor)) {
                    judged.add(endpoint + " " + name);
                    all.assertThat(rolledBack(endpoint, sides.inside, visitor, Map.of(name, UNREADABLE))
                                    .getStatus())
                            .as("%s?%s=%s", endpoint, name, UNREADABLE)
                            .isEqualTo(422);
                }
            }
        }
        for (var address : List.of(
                "/audit.csv?from=" + UNREADABLE,
                "/organisations.csv?organisation=zz",
                "/organisations.xlsx?asAt=" + UNREADABLE,
                "/organisations.csv?type=x!",
                "/organisations.csv?sort=none",
                "/rulebook.csv?asAt=" + UNREADABLE,
                "/imports/" + sides.inside.upload() + "/rows.csv?filter=x",
                "/imports/" + sides.inside.upload() + "/rows.csv?late=x")) {
            var role = address.startsWith("/audit") ? Role.AUDITOR : Role.CLERK;
            all.assertThat(mvc.get()
                            .uri(address)
                            .with(visitors.get(role))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(address)
                    .isEqualTo(422);
        }
        all.assertAll();
        assertThat(judged).hasSizeGreaterThan(200);
    }

    /** The page that shows what a file holds: at its address without the ending, or the next one above it. */
    private Endpoint pageOf(Endpoint file) {
        for (var path = file.page(); path.length() > 1; path = path.substring(0, path.lastIndexOf('/'))) {
            for (var endpoint : endpoints) {
                if (endpoint.reads()
                        && !endpoint.sendsFile()
                        && endpoint.template().equals(path)) {
                    return endpoint;
                }
            }
        }
        throw new AssertionError("no page shows what %s holds".formatted(file));
    }

    /** What of an address in which nothing can be read the page leaves out. */
    private List<String> leftOut(Endpoint page, Set<String> names, RequestPostProcessor visitor) {
        return new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            var request = mvc.get()
                    .uri(page.template(), Sides.fill(page, sides.inside))
                    .with(visitor);
            names.forEach(name -> request.param(name, UNREADABLE));
            var shown = request.exchange().getMvcResult().getModelAndView();
            assertThat(shown).as("%s shows a page", page).isNotNull();
            return shown.getModel().get("unreadable") instanceof List<?> unreadable
                    ? unreadable.stream()
                            .filter(Parameters.Unreadable.class::isInstance)
                            .map(one -> ((Parameters.Unreadable) one).name())
                            .distinct()
                            .toList()
                    : List.<String>of();
        });
    }

    /** The names of all parameters that any list reads, as its source calls them; a page number means nothing to a file. */
    private static Set<String> parametersReadAnywhere() throws IOException {
        var named = Pattern.compile("\\.(?:day|id|number|oneOf|yesNo)\\(\\s*\"(\\w+)\"");
        var names = new TreeSet<>(Set.of("sort"));
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                named.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        names.remove("page");
        return names;
    }

    private long lastEntry() {
        return jdbc.sql("select coalesce(max(id), 0) from audit.entry")
                .query(Long.class)
                .single();
    }

    @Test
    void nothingIsPostedWithoutItsToken() {
        for (var endpoint : endpoints) {
            if (!endpoint.reads()) {
                var answer = mvc.method(HttpMethod.valueOf(endpoint.method().name()))
                        .uri(endpoint.template(), Sides.fill(endpoint, sides.inside))
                        .with(signIn.as(Role.BOARD, sides.tree.root()))
                        .exchange()
                        .getResponse();
                all.assertThat(answer.getStatus())
                        .as("%s without a token", endpoint)
                        .isEqualTo(403);
            }
        }
        all.assertAll();
    }

    private Map<Role, RequestPostProcessor> visitors() {
        var visitors = new EnumMap<Role, RequestPostProcessor>(Role.class);
        for (var role : Role.values()) {
            visitors.put(role, role == Role.ADMIN ? signIn.asAdministrator() : signIn.as(role, place(role)));
        }
        return visitors;
    }

    private OrganisationId place(Role role) {
        return switch (role) {
            case CELL_SECRETARY -> sides.tree.eastCell();
            case BOARD -> sides.tree.root();
            case CLERK, INSPECTOR, AUDITOR, ADMIN -> sides.tree.east();
        };
    }

    private static boolean mayCall(Role role, Endpoint endpoint) {
        var permission = endpoint.permission();
        return permission == Permission.OWN_ACCOUNT || role.permissions().contains(permission);
    }

    /** Files are asked of one organisation: at the root each would hold all that other tests left. */
    private Map<String, String> asked(Endpoint endpoint) {
        return endpoint.sendsFile()
                ? Map.of("organisation", sides.inside.organisation().toString())
                : Map.of();
    }

    /** In a transaction that leaves nothing behind. */
    private MockHttpServletResponse rolledBack(
            Endpoint endpoint, Side side, RequestPostProcessor visitor, Map<String, String> parameters) {
        return new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return call(endpoint, side, visitor, parameters);
        });
    }

    private MockHttpServletResponse call(
            Endpoint endpoint, Side side, RequestPostProcessor visitor, Map<String, String> parameters) {
        var request = mvc.method(HttpMethod.valueOf(endpoint.method().name()))
                .uri(endpoint.template(), Sides.fill(endpoint, side))
                .with(csrf());
        parameters.forEach(request::param);
        if (visitor != null) {
            request.with(visitor);
        }
        var answer = request.exchange();
        if (answer.getUnresolvedException() != null) {
            all.fail("%s: %s".formatted(endpoint, answer.getUnresolvedException()), answer.getUnresolvedException());
            var failed = new MockHttpServletResponse();
            failed.setStatus(500);
            return failed;
        }
        return answer.getResponse();
    }

    /** One number for all that the modules keep; the audit trail, the sessions and the figures of each night may grow. */
    private Map<String, Long> everything() {
        var rows = new java.util.TreeMap<String, Long>();
        for (var table : jdbc.sql("""
                        select table_schema || '.' || table_name as name from information_schema.tables
                        where table_schema not in
                            ('audit', 'platform', 'public', 'quality', 'sample', 'pg_catalog', 'information_schema')
                            and table_type = 'BASE TABLE' and table_name <> 'attempt'
                        """).query((row, _) -> row.getString("name")).list()) {
            rows.put(
                    table,
                    jdbc.sql("select coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t")
                            .query((row, _) -> row.getBigDecimal(1).longValue())
                            .single());
        }
        return rows;
    }
}
