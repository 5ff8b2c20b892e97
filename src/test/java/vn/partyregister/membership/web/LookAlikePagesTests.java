package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** Who resembles somebody that is being recorded, told while the clerk types. */
@RegisterTest
class LookAlikePagesTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(7000);
    private static final LocalDate BORN = LocalDate.of(1977, 7, 7);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
    }

    @Test
    void whoLooksAlikeIsNamedWithTheReasonAndBeyondTheScopeWithoutAName() {
        var number = "0840%08d".formatted(NUMBERS.incrementAndGet());
        var card = "84%06d".formatted(NUMBERS.incrementAndGet());
        var other = people.add(
                tree.westCell(),
                person -> person.named("Thạch Bí Mật").numbered("85" + number, "86" + number, "87" + number, number));
        people.add(
                tree.eastCell(),
                person -> person.named("Kim Thị Thẻ").numbered(card, "86" + card, "87" + card, "0850" + card));
        assertThat(ask(Map.of("citizenNumber", number, "cardNumber", card, "fullName", "An", "born", "31/02/1999")))
                .hasStatusOk()
                .bodyText()
                .contains("Kim Thị Thẻ", "cùng số thẻ", "ở tổ chức đảng khác", "cùng số định danh")
                .doesNotContain("Bí Mật", other.toString(), "<html");
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where subject_id = :id and act = 'member.found-elsewhere'")
                        .param("id", other.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNameAloneSaysNothingAndWithTheBirthDateItDoesHoweverAccented() {
        people.add(tree.eastCell(), person -> person.named("Sơn Thị Hoà Thuận").born(BORN));
        assertThat(ask(Map.of("fullName", "son thi hòa thuan")))
                .hasStatusOk()
                .bodyText()
                .isBlank();
        assertThat(ask(Map.of("fullName", "son thi hòa thuan", "born", "7/7/1977")))
                .bodyText()
                .contains("Sơn Thị Hoà Thuận", "cùng họ tên và ngày sinh");
        assertThat(ask(Map.of("fullName", "son thi hòa thuan", "born", "8/7/1977")))
                .bodyText()
                .isBlank();
    }

    @Test
    void aBirthNameOrAnotherNameIsANameToo() {
        people.add(
                tree.eastCell(),
                person -> person.named("Sơn Thị Bông")
                        .alsoKnownAs("Năm Bông", "Sơn Thị Búp")
                        .born(BORN));
        assertThat(ask(Map.of("fullName", "Sơn Thị Búp", "born", "07/07/1977")))
                .bodyText()
                .contains("Sơn Thị Bông", "tên khai sinh");
        assertThat(ask(Map.of("fullName", "Ai Khác", "alias", "năm bông", "born", "07/07/1977")))
                .bodyText()
                .contains("Sơn Thị Bông");
    }

    private MvcTestResult ask(Map<String, String> typed) {
        var request = mvc.post().uri("/members/alike").with(csrf()).with(signIn.as(Role.CLERK, tree.east()));
        typed.forEach(request::param);
        return request.exchange();
    }
}
