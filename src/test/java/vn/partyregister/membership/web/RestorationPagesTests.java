package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

/** A lost file: reported, decided on, entered anew, closed; and the list of what is open. */
@RegisterTest
class RestorationPagesTests {
    private static final Map<String, String> REPORT =
            Map.of("day", "01/03/2022", "cause", "Cháy trụ sở", "verifiedBy", "Đảng ủy xã");
    private static final Map<String, String> DECISION =
            Map.of("number", "15-QĐ/HU", "decidedOn", "10/03/2022", "issuer", "Ban Thường vụ Huyện ủy");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person.named("Thạch Thị Mất Hồ Sơ"));
    }

    @Test
    void aLostFileIsReportedDecidedOnEnteredAnewAndClosed() {
        assertThat(enterAnew("Giáo viên")).hasStatus(409).bodyText().contains("Hãy ghi quyết định trước");
        assertThat(step("", REPORT)).hasStatus3xxRedirection();
        assertThat(file()).bodyText().contains("Hồ sơ báo mất ngày 01/03/2022");
        assertThat(step("/decision", DECISION)).hasStatus3xxRedirection();
        assertThat(file()).bodyText().contains("Hồ sơ khôi phục", "15-QĐ/HU");
        assertThat(step("/closing", Map.of("day", "20/04/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("Chưa phần nào");
        assertThat(enterAnew("Giáo viên")).hasStatus3xxRedirection();
        assertThat(history()).bodyText().contains("Khôi phục hồ sơ", "15-QĐ/HU", "Giáo viên");
        assertThat(step("/closing", Map.of("day", "20/04/2022"))).hasStatus3xxRedirection();
        assertThat(file()).bodyText().contains("Hồ sơ khôi phục", "15-QĐ/HU");
        assertThat(enterAnew("Hiệu trưởng")).hasStatus(409);
    }

    @Test
    void thePrintedSheetBearsTheMarkFromTheDecisionOn() {
        step("", REPORT);
        assertThat(printed()).doesNotContain("Hồ sơ khôi phục");
        step("/decision", DECISION);
        assertThat(printed()).contains("Hồ sơ khôi phục: Số 15-QĐ/HU ngày 10/03/2022 của Ban Thường vụ Huyện ủy");
    }

    private String printed() {
        return PrintedPages.of(read("/members/{id}.pdf").getResponse().getContentAsByteArray())
                .words();
    }

    @Test
    void aStepThatDoesNotFollowIsRefused() {
        assertThat(step("/decision", DECISION)).hasStatus(409).bodyText().contains("chưa được báo mất");
        step("", REPORT);
        assertThat(step("", REPORT)).hasStatus(409).bodyText().contains("đang được khôi phục");
        assertThat(step("/closing", Map.of("day", "20/04/2022"))).hasStatus(409);
        var early = new HashMap<>(DECISION);
        early.put("decidedOn", "28/02/2022");
        assertThat(step("/decision", early)).hasStatus(409).bodyText().contains("01/03/2022");
        assertThat(step("/finding", Map.of("day", "20/03/2022", "remark", "Trong kho")))
                .hasStatus3xxRedirection();
        assertThat(step("/decision", DECISION)).hasStatus(409);
        assertThat(file()).bodyText().doesNotContain("Hồ sơ báo mất");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/05/2022", "31/02/2022", "", "ngày mai"})
    void aDayThatCannotBeIsNamedAndNothingIsRecorded(String day) {
        var typed = new HashMap<>(REPORT);
        typed.put("day", day);
        var answer = step("", typed);
        assertThat(answer.getResponse().getStatus()).isIn(200, 409);
        assertThat(answer).bodyText().contains("role=\"alert\"", "Cháy trụ sở");
        assertThat(page()).bodyText().doesNotContain("Đã báo mất");
    }

    @Test
    void openRestorationsAreListedWithinTheScopeFilteredSortedAndExported() {
        step("", REPORT);
        assertThat(list(Role.CLERK, tree.east(), "?sort=reported,desc"))
                .hasStatusOk()
                .bodyText()
                .contains("Thạch Thị Mất Hồ Sơ", "Cháy trụ sở", "aria-sort=\"descending\"");
        assertThat(list(Role.CLERK, tree.west(), "")).bodyText().doesNotContain("Thạch Thị Mất Hồ Sơ");
        assertThat(list(Role.CLERK, tree.east(), "?stage=DECIDED")).bodyText().doesNotContain("Thạch Thị Mất");
        assertThat(list(Role.CLERK, tree.east(), "?q=thach thi mat")).bodyText().contains("Thạch Thị Mất");
        assertThat(list(Role.CLERK, tree.east(), "?stage=lạ&q=ai do&sort=x&page=abc"))
                .hasStatusOk()
                .bodyText()
                .contains("lạ");
        assertThat(list(Role.CLERK, tree.east(), ".csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Thạch Thị Mất Hồ Sơ");
        step("/finding", Map.of("day", "20/03/2022", "remark", "Trong kho"));
        assertThat(list(Role.CLERK, tree.east(), "")).bodyText().doesNotContain("Thạch Thị Mất");
        assertThat(list(Role.CLERK, tree.east(), "?stage=FOUND")).bodyText().contains("Thạch Thị Mất");
    }

    private MvcTestResult list(Role role, OrganisationId organisation, String rest) {
        return mvc.get()
                .uri("/restorations" + rest)
                .with(signIn.as(role, organisation))
                .exchange();
    }

    private MvcTestResult step(String step, Map<String, String> typed) {
        var request = mvc.post()
                .uri("/members/{id}/restoration" + step, member)
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()));
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult enterAnew(String work) {
        var section = mvc.get()
                .uri("/members/{id}/sections/CAREER", member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
        var mark = Pattern.compile("name=\"mark\" value=\"(\\w+)\"")
                .matcher(new String(
                        section.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(mark.find()).isTrue();
        return mvc.post()
                .uri("/members/{id}/sections/CAREER", member)
                .param("mark", Objects.requireNonNull(mark.group(1)))
                .param("since.0", "1998")
                .param("work.0", work)
                .param("ground", "RESTORATION")
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult file() {
        return read("/members/{id}");
    }

    private MvcTestResult history() {
        return read("/members/{id}/history");
    }

    private MvcTestResult page() {
        return read("/members/{id}/restoration");
    }

    private MvcTestResult read(String address) {
        return mvc.get()
                .uri(address, member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }
}
