package vn.partyregister.dossier.web;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** Where the tests of the pages of papers begin: a tree, and the clerk of its eastern district. */
@NullUnmarked
abstract class DossierPages {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Orgs.Tree tree;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
    }

    RequestPostProcessor clerk() {
        return signIn.as(Role.CLERK, tree.east());
    }
}
