package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Seal;

/**
 * Walks every endpoint there is, as every role, to what is inside its scope and to what is outside, and as nobody. A new
 * endpoint is walked from its first day on; one without a rule fails the build.
 */
@OtherRegisterTest
@NullUnmarked
class EveryEndpointTests {
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
    void noPageTellsWhatIsOutsideTheScopeEvenWhenAskedForIt() throws Exception {
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
                        all.assertThat(answer.getContentAsString())
                                .as("%s, %s, %s", endpoint, role, asked)
                                .doesNotContain(sides.secret());
                    }
                }
            }
        }
        all.assertAll();
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
