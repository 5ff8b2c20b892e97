package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;

@RegisterTest
class ListViewPagesTests {
    private static final Pattern HEAD = Pattern.compile("<th[^>]*scope=\"col\"[^>]*>\\s*(?:<a[^>]*>)?([^<]+)<");

    private static final String[] ALL = {
        "SEX",
        "BORN",
        "AGE",
        "ETHNICITY",
        "RELIGION",
        "RESIDENCE",
        "OCCUPATION",
        "EDUCATION",
        "QUALIFICATION",
        "THEORY",
        "ORGANISATION",
        "STATUS",
        "JOINED",
        "ENTRY_PERIOD",
        "OFFICIAL",
        "CARD",
        "FILE_NUMBER",
        "EXEMPT"
    };

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
    private RequestPostProcessor clerk;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void whoHasChosenNothingSeesTheStandardColumns() {
        people.add(tree.eastCell(), person -> person);
        assertThat(heads())
                .containsExactly(
                        "STT",
                        "Họ và tên",
                        "Giới tính",
                        "Ngày sinh",
                        "Dân tộc",
                        "Tổ chức đảng",
                        "Tình trạng",
                        "Ngày vào Đảng",
                        "Số thẻ");
    }

    @Test
    void theColumnsChosenAreShownInTheOrderOfTheListAndRemembered() {
        var member = people.add(
                tree.eastCell(),
                person -> person.named("Đủ Mọi Cột")
                        .born(LocalDate.of(1992, 4, 30))
                        .of("KHMER", "BUDDHISM")
                        .educated("UPPER_SECONDARY", "UNIVERSITY", "ADVANCED")
                        .joined(LocalDate.of(2015, 5, 19), LocalDate.of(2016, 5, 19))
                        .exempt(LocalDate.of(2022, 4, 30)));
        jdbc.sql("""
                        update member.member set residence_commune = 'Xã Thử Cột', occupation = 'no-such-code',
                            file_number = :number where id = cast(:id as uuid)
                        """)
                .param("id", member.toString())
                .param("number", "SLL-" + member.toString().substring(24))
                .update();
        assertThat(choose("COMPACT", ALL)).hasRedirectedUrl("/members?sex=MALE&sort=born,desc");
        var page = body("/members");
        assertThat(heads())
                .hasSize(20)
                .endsWith(
                        "Thời kỳ vào Đảng",
                        "Ngày chính thức",
                        "Số thẻ",
                        "Số lý lịch",
                        "Miễn công tác và sinh hoạt đảng");
        assertThat(page)
                .contains(
                        "class=\"register-table dated compact\"",
                        "<td>30</td>",
                        "<td>Phật giáo</td>",
                        "Xã Thử Cột",
                        "no-such-code",
                        "<td>từ 01/5/1975</td>",
                        "19/05/2016",
                        "SLL-",
                        "<td>Được miễn</td>",
                        "<td>Đại học");
        assertThat(choose("NORMAL", "AGE", "SEX")).hasStatus3xxRedirection();
        assertThat(heads()).containsExactly("STT", "Họ và tên", "Giới tính", "Tuổi");
        assertThat(body("/members")).doesNotContain("compact\"");
    }

    @Test
    void eachAccountHasItsOwnViewAndMayGoBackToTheStandardOne() {
        people.add(tree.eastCell(), person -> person);
        choose("NORMAL");
        assertThat(heads()).containsExactly("STT", "Họ và tên");
        assertThat(heads(signIn.as(Role.INSPECTOR, tree.east()))).hasSize(9);
        assertThat(mvc.post().uri("/members/view/standard").with(clerk).with(csrf()))
                .hasRedirectedUrl("/members?sort=name,asc");
        assertThat(heads()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "citizen_number", "SEX;drop", "sex", "SEX,BORN"})
    void aColumnThatTheListDoesNotOfferIsRefused(String column) {
        assertThat(mvc.post()
                        .uri("/members/view")
                        .param("column", "BORN", column)
                        .param("density", "NORMAL")
                        .with(clerk)
                        .with(csrf()))
                .hasStatus(422);
        assertThat(choose("TIGHT", "BORN")).hasStatus(422);
        people.add(tree.eastCell(), person -> person);
        assertThat(heads()).hasSize(9);
    }

    @Test
    void aColumnThatIsNoMoreIsLeftOut() {
        people.add(tree.eastCell(), person -> person);
        choose("NORMAL", "AGE");
        jdbc.sql("update membership.list_view set columns = array_append(columns, 'GONE')")
                .update();
        assertThat(heads()).containsExactly("STT", "Họ và tên", "Tuổi");
    }

    @Test
    void everyColumnAtOnceCostsNoMoreQueries() throws Exception {
        for (var number = 1; number <= 30; number++) {
            people.add(tree.eastCell(), person -> person);
        }
        body("/members");
        var standard = Statements.of(() -> body("/members"));
        choose("NORMAL", ALL);
        assertThat(Statements.of(() -> body("/members"))).hasSameSizeAs(standard);
    }

    @Test
    void theFileKeepsAllItsColumns() {
        people.add(tree.eastCell(), person -> person);
        var before = body("/members.csv").lines().findFirst();
        choose("NORMAL");
        assertThat(body("/members.csv").lines().findFirst()).isEqualTo(before);
    }

    private MvcTestResult choose(String density, String... columns) {
        var request = mvc.post()
                .uri("/members/view")
                .param("density", density)
                .param("sex", "MALE")
                .param("sort", "born,desc")
                .with(clerk)
                .with(csrf());
        return (columns.length == 0 ? request : request.param("column", columns)).exchange();
    }

    private List<String> heads() {
        return heads(clerk);
    }

    private List<String> heads(RequestPostProcessor who) {
        return HEAD.matcher(body(who, "/members"))
                .results()
                .map(head -> head.group(1))
                .toList();
    }

    private String body(String address) {
        return body(clerk, address);
    }

    private String body(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
