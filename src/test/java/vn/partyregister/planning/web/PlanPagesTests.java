package vn.partyregister.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** A clerk draws up a plan, sets its targets, hands them down, and opens what was admitted. */
@RegisterTest
class PlanPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aClerkOfTheEast() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void aPlanGoesFromItsPaperToItsPeople() {
        people.add(
                tree.eastCell(),
                person -> person.named("Lê Thị Lan")
                        .joined(LocalDate.of(2022, 2, 3), null)
                        .woman());
        var plan = drawUp();
        var east = tree.east();
        assertThat(text("/plans")).contains("Kế hoạch thử");
        assertThat(post(plan + "/targets/" + east, Map.of("figure-EVERYBODY", "mười")))
                .hasStatus(409)
                .bodyText()
                .contains("không phải chỉ tiêu", "mười");
        assertThat(post(
                        plan + "/targets/" + east,
                        Map.of("figure-EVERYBODY", "10", "figure-SHARE_OF_POPULATION", "4,25")))
                .hasStatus3xxRedirection();
        assertThat(text(plan)).contains("4,25 %", "Phụ nữ");
        assertThat(text(plan + "/split/" + east + "?group=EVERYBODY"))
                .contains(orgs.name(tree.eastBase()), "Chỉ tiêu để giao: 10");
        assertThat(post(plan + "/split/" + east, Map.of("group", "EVERYBODY", "figure-" + tree.eastBase(), "12")))
                .hasStatus3xxRedirection();
        assertThat(text(plan))
                .contains("giao thừa 2", "trực thuộc vào ngày 30/04/2022")
                .doesNotContain("chưa có chỉ tiêu");
        orgs.add("Đảng bộ xã mới tách", "DB_CS", "XA", east);
        assertThat(text(plan)).contains("1 tổ chức trực thuộc ngày 30/04/2022 chưa có chỉ tiêu", "Đảng bộ xã mới tách");
        assertThat(post(plan + "/split/" + east, Map.of("group", "EVERYBODY", "figure-" + tree.eastBase(), "10")))
                .hasStatus(409)
                .bodyText()
                .contains("Chỉ tiêu này đã giao");
        assertThat(post(
                        plan + "/split/" + east,
                        Map.of(
                                "group",
                                "EVERYBODY",
                                "figure-" + tree.eastBase(),
                                "10",
                                "number",
                                "9-KH/HU",
                                "decidedOn",
                                "01/04/2022",
                                "issuer",
                                "Huyện ủy",
                                "reason",
                                "Điều chỉnh")))
                .hasStatus3xxRedirection();
        assertThat(text(plan)).contains("khớp");
        assertThat(text(plan + "/history?organisation=" + tree.eastBase())).contains("9-KH/HU", "Điều chỉnh");
        assertThat(text(plan + "/people?group=WOMEN")).contains("Lê Thị Lan", "03/02/2022");
        assertThat(text(plan + "/people.csv?group=WOMEN")).contains("Lê Thị Lan");
        assertThat(text(plan + "/people?group=WORKERS")).contains("Không có ai.");
        assertThat(text("/plans.csv")).contains("Kế hoạch thử");
        assertThat(text(plan + "/progress.csv")).contains("Phụ nữ", "4.25");
        assertThat(mvc.get().uri(plan + "/progress.pdf").with(clerk).exchange())
                .hasStatusOk()
                .hasContentType("application/pdf");
    }

    @Test
    void aWrongPlanIsShownAgainWithWhatIsWrong() {
        assertThat(post("/plans", Map.of("organisation", "không có", "fromOn", "31/02/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi tên kế hoạch.", "aria-invalid=\"true\"");
        drawUp();
        assertThat(post("/plans", fields())).hasStatus(409).bodyText().contains("đã có kế hoạch");
    }

    @Test
    void aFigureThatArrivesByHandIsKeptWithItsSource() {
        var figure = Map.of(
                "organisation",
                orgs.name(tree.east()),
                "subject",
                "POPULATION",
                "day",
                "31/12/2021",
                "figure",
                "100000",
                "source",
                "Niên giám 2021");
        assertThat(post("/plans/figures", figure)).hasStatus3xxRedirection();
        assertThat(text("/plans/figures?subject=POPULATION"))
                .contains("100.000", "Niên giám 2021")
                .doesNotContain("đã thay bằng");
        assertThat(post("/plans/figures", Map.of("organisation", orgs.name(tree.east()), "figure", "-1")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi nguồn số liệu.", "số nguyên, không âm");
        assertThat(text("/plans/figures?subject=YOUTH_UNION")).contains("Chưa có số liệu nào.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans?sort=zz", "/plans/figures?organisation=abc&subject=X"})
    void whatCannotBeReadIsNamedAndLeftOut(String address) {
        assertThat(text(address)).contains("alert-warning");
    }

    private String drawUp() {
        var drawn = post("/plans", fields());
        assertThat(drawn).hasStatus3xxRedirection();
        return Objects.requireNonNull(drawn.getResponse().getRedirectedUrl());
    }

    private Map<String, String> fields() {
        return Map.of(
                "organisation",
                orgs.name(tree.east()),
                "kind",
                "YEAR",
                "name",
                "Kế hoạch thử",
                "fromOn",
                "01/01/2022",
                "toOn",
                "31/12/2022",
                "number",
                "1-KH/HU",
                "decidedOn",
                "05/01/2022",
                "issuer",
                "Huyện ủy");
    }

    private String text(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
