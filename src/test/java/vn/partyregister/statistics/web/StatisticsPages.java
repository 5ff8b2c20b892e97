package vn.partyregister.statistics.web;

import java.time.LocalDate;
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
import vn.partyregister.member.MemberId;

/** Where the tests of the pages of statistics begin: a tree, and the clerks of its eastern district and base. */
@NullUnmarked
abstract class StatisticsPages {
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

    Desk desk;
    Orgs.Tree tree;
    RequestPostProcessor base;
    RequestPostProcessor district;

    @BeforeEach
    void aTreeAndItsClerks() {
        desk = new Desk(mvc);
        tree = orgs.tree();
        base = signIn.as(Role.CLERK, tree.eastBase());
        district = signIn.as(Role.CLERK, tree.east());
    }

    /**
     * Three stand in the eastern base, one of them admitted in the first quarter.
     *
     * @return one who stays
     */
    MemberId threeInTheBase() {
        var stays = people.add(tree.eastCell(), person -> person.named("Lâm Thị Ở"));
        people.add(tree.otherEastCell(), person -> person.named("Lâm Thị Lại"));
        people.add(tree.eastCell(), person -> person.named("Lâm Thị Mới").joined(LocalDate.of(2022, 2, 3), null));
        return stays;
    }
}
