package vn.partyregister.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

@RegisterTest
@NullUnmarked
class ScopeOfARequestTests {
    @Autowired
    private Orgs orgs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Grants grants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessDay businessDay;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;

    @BeforeEach
    void tree() {
        tree = orgs.tree();
    }

    @Test
    void aGrantOnTheRootReachesEverythingWithoutACondition() {
        var visitor = visitor(signIn.account(Role.BOARD, tree.root()));
        assertThat(visitor.scope(Permission.READ_MEMBERS)).isEqualTo(Scope.EVERYTHING);
    }

    @Test
    void aGrantReachesTheWholeSubtreeAndNothingBesideIt() {
        var scope = visitor(signIn.account(Role.CLERK, tree.east())).scope(Permission.READ_MEMBERS);
        assertThat(reached(scope, tree))
                .containsExactlyInAnyOrder(
                        tree.east().id(),
                        tree.eastBase().id(),
                        tree.eastCell().id(),
                        tree.otherEastCell().id());
    }

    @Test
    void severalGrantsAddUpEachForItsOwnPermissions() {
        var account = signIn.account(Role.CLERK, tree.eastCell());
        signIn.grant(account, Role.INSPECTOR, tree.westCell());
        var visitor = visitor(account);
        assertThat(reached(visitor.scope(Permission.READ_MEMBERS), tree))
                .containsExactlyInAnyOrder(tree.eastCell().id(), tree.westCell().id());
        assertThat(reached(visitor.scope(Permission.KEEP_MEMBERS), tree))
                .containsExactly(tree.eastCell().id());
    }

    @Test
    void anAdministratorSeesNoMembers() {
        assertThat(visitor(signIn.account(Role.ADMIN, null)).may(Permission.READ_MEMBERS))
                .isFalse();
        assertThat(mvc.get().uri("/").with(signIn.asAdministrator())).hasRedirectedUrl("/accounts");
    }

    @Test
    void whoHoldsARoleSeesTheHome() {
        assertThat(mvc.get().uri("/").with(signIn.as(Role.CLERK, tree.east()))).hasStatusOk();
    }

    private Visitor visitor(SignIn.Account account) {
        return grants.admitted(new SignedIn(account.id(), account.username(), "", ""))
                .visitor();
    }

    private java.util.List<java.util.UUID> reached(Scope scope, Orgs.Tree tree) {
        return jdbc.sql("select id from organisation.organisation o where %s".formatted(scope.condition("o.id")))
                .params(scope.params(businessDay.today()))
                .query(java.util.UUID.class)
                .list();
    }
}
