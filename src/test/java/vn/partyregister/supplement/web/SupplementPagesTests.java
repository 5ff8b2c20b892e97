package vn.partyregister.supplement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;

/** A clerk asks for the supplements of a year, takes them, and sees who has not handed in. */
@RegisterTest
class SupplementPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Sheets sheets;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;
    private MemberId hoa;
    private MemberId lan;

    @BeforeEach
    void twoMembers() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        hoa = people.add(tree.eastCell(), person -> person.named("Trần Thị Hòa"));
        lan = people.add(tree.otherEastCell(), person -> person.named("Lê Thị Lan"));
    }

    @Test
    void aCampaignIsOpenedListedAndClosedByWhom() {
        var campaign = open();
        assertThat(text("/supplements")).contains("12-CV/HU", "đang mở");
        assertThat(text(campaign)).contains(orgs.name(tree.eastBase()), "Kết thúc đợt");
        assertThat(post(campaign + "/closing", Map.of())).hasStatus3xxRedirection();
        assertThat(text(campaign)).contains("30/04/2022").doesNotContain("đang mở", "Thêm người mới đến");
        assertThat(jdbc.sql("select act from audit.entry where subject_id = cast(:id as uuid) order by id")
                        .param("id", campaign.substring(campaign.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("supplement.opened", "supplement.closed");
    }

    @Test
    void aWrongCampaignIsShownAgainWithWhatIsWrong() {
        assertThat(post("/supplements", Map.of("year", "hai nghìn", "opensOn", "31/02/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi số công văn hướng dẫn.", "aria-invalid=\"true\"");
        assertThat(post("/supplements", campaign("01/05/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("còn ở tương lai");
    }

    @Test
    void whoHandedInMovesFromTheOneListToTheOther() {
        var campaign = open();
        assertThat(text(campaign + "/members?state=NOT_YET")).contains("Trần Thị Hòa", "Lê Thị Lan");
        assertThat(post(campaign + "/members/" + hoa, Map.of("day", "20/04/2022", "changed", "false")))
                .hasStatus3xxRedirection();
        assertThat(text(campaign + "/members?state=NOT_YET"))
                .contains("Lê Thị Lan")
                .doesNotContain("Trần Thị Hòa");
        assertThat(text(campaign + "/members?state=UNCHANGED")).contains("Trần Thị Hòa", "20/04/2022");
        assertThat(text(campaign + "/members?q=lan")).contains("Lê Thị Lan").doesNotContain("Trần Thị Hòa");
        assertThat(text(campaign + "/members?state=LATE"))
                .contains("Không có dòng nào khớp với các điều kiện đang lọc.");
        assertThat(text(campaign + "/members.csv?state=NOT_YET"))
                .contains("Lê Thị Lan", "Chưa nộp")
                .doesNotContain("Trần Thị Hòa");
        assertThat(post(campaign + "/members/" + hoa, Map.of("day", "20/04/2022", "changed", "false")))
                .hasStatus(409)
                .bodyText()
                .contains("đã được ghi");
    }

    @Test
    void aChangeIsEnteredOnTheGroundOfTheSupplementAndPrintedWithItsPapers() {
        assertThat(section(hoa)).doesNotContain("Phiếu bổ sung hằng năm");
        assertThat(amend("Ấp 1", "Sổ hộ khẩu")).hasStatus(409).bodyText().contains("Không có đợt bổ sung hồ sơ nào");
        var campaign = open();
        assertThat(section(hoa)).contains("Phiếu bổ sung hằng năm");
        assertThat(amend("Ấp 1", "")).hasStatusOk().bodyText().contains("Căn cứ chưa đủ");
        assertThat(amend("Ấp 1", "Sổ hộ khẩu")).hasStatus3xxRedirection();
        assertThat(text(campaign + "/members/" + hoa)).contains("Ấp 1", "Sổ hộ khẩu");
        assertThat(post(campaign + "/members/" + hoa, Map.of("day", "30/04/2022", "changed", "true")))
                .hasStatus3xxRedirection();
        assertThat(section(hoa)).doesNotContain("Phiếu bổ sung hằng năm");
        assertThat(text(campaign + "/sheets?state=CHANGED"))
                .contains("Mẫu 3-HSĐV", "PHIẾU BỔ SUNG HỒ SƠ ĐẢNG VIÊN", "Trần Thị Hòa", "Ấp 1", "Sổ hộ khẩu")
                .doesNotContain("Lê Thị Lan");
        assertThat(text("/members/" + hoa + "/supplements")).contains("30/04/2022");
        assertThat(text("/members/" + hoa)).contains("/members/" + hoa + "/supplements");
    }

    @Test
    void aSecretarySeesTheOwnCellOfACampaignAloneAndKeepsNothing() {
        var campaign = open();
        clerk = signIn.as(Role.CELL_SECRETARY, tree.eastCell());
        assertThat(text(campaign)).doesNotContain("Kết thúc đợt");
        assertThat(text(campaign + "/members")).contains("Trần Thị Hòa").doesNotContain("Lê Thị Lan");
        assertThat(text(campaign + "/sheets")).contains("Trần Thị Hòa").doesNotContain("Lê Thị Lan");
        assertThat(mvc.get().uri(campaign + "/members/" + lan).with(clerk)).hasStatus(404);
        assertThat(post(campaign + "/closing", Map.of())).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"/members?state=LOST", "/members?page=x", "/sheets?page=0", "?organisation=x"})
    void whatCannotBeReadIsNamed(String address) {
        assertThat(text(open() + address)).contains("alert-warning");
    }

    @Test
    void aFileOfWhatCannotBeReadIsNotSent() {
        assertThat(mvc.get().uri(open() + "/members.csv?state=LOST").with(clerk))
                .hasStatus(422);
    }

    private Map<String, String> campaign(String opensOn) {
        return Map.of(
                "organisation",
                tree.east().toString(),
                "year",
                "2022",
                "opensOn",
                opensOn,
                "dueOn",
                "30/06/2022",
                "guidance",
                "12-CV/HU");
    }

    /** Opens a campaign of the district; its address. */
    private String open() {
        var answer = post("/supplements", campaign("01/04/2022"));
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String section(MemberId member) {
        return text("/members/%s/sections/ORIGIN".formatted(member));
    }

    private MvcTestResult amend(String hamlet, String papers) {
        return post(
                "/members/%s/sections/ORIGIN".formatted(hoa),
                Map.of(
                        "native_detail",
                        hamlet,
                        "ground",
                        "SUPPLEMENT",
                        "reason",
                        papers,
                        "mark",
                        sheets.get(hoa, Section.ORIGIN).mark()));
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String text(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
