package vn.partyregister.reference.web;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** Where the tests of what the board keeps for all begin: the board of the whole register, and what it sends. */
@NullUnmarked
abstract class KeptByTheBoard {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    JdbcClient jdbc;

    RequestPostProcessor board;

    /** Accounts are kept for other tests: they are made before what each test gives back. */
    @BeforeTransaction
    void theBoard() {
        board = signIn.as(Role.BOARD, orgs.root());
    }

    MvcTestResult sent(String address, Map<String, String> fields) {
        var request =
                mvc.post().uri(address + "?lang=vi").with(board).with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
