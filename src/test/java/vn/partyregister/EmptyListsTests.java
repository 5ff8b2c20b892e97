package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.access.Role;

/** An empty list says why it is: nothing is there yet, nothing fits the filter, or the reader has no right to it. */
@RegisterTest
@NullUnmarked
class EmptyListsTests {
    private static final String NO_MATCH = "Không có dòng nào khớp với các điều kiện đang lọc";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aDistrictWhereNothingHasHappened() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/members                | q=khongcoai           | Chưa có đảng viên nào | Không có đảng viên nào khớp",
                "/movements              | kind=DIED             | Chưa ghi biến động nào |",
                "/temporary-members      | q=khongcoai           | Ngày này không có ai sinh hoạt tạm thời đến |",
                "/residence-links        | q=khongcoai           | Chưa ghi ai giữ mối liên hệ |",
                "/restorations           | q=khongcoai           | Không có hồ sơ nào mất |",
                "/transfers/guests       | q=khongcoai           | Chưa có ai. Bấm |",
                "/transfers              | q=khongcoai           | Chưa có lượt chuyển |",
                "/admissions             | q=khongcoai           | Chưa có hồ sơ kết nạp nào |",
                "/classes                | q=khongcolop          | Chưa có lớp nào |",
                "/classes/people         | q=khongcoai           | Danh sách này chưa có ai |",
                "/plans                  | q=khongco             | Chưa có kế hoạch nào |",
                "/plans/places           | q=khongco             | Chưa ghi nơi nào |",
                "/plans/places/posts     | q=khongco             | Chưa ghi chức danh nào |",
                "/reorganisations        | q=khongco             | Chưa có phương án sắp xếp nào |",
                "/recognition/cards      | kind=LOST             | Chưa ghi việc phát, đổi, thu hồi thẻ nào |",
                "/recognition            | years=90              | Không có ai |",
                "/members/differences    | q=khongcoai           | Giữa hai ngày này không có đảng viên |",
                "/paper-files            | borrower=khongcoai           | Không có hồ sơ nào |",
            })
    void nothingThereIsOneThingAndNothingThatFitsIsAnother(String address, String filter, String none, String noMatch) {
        assertThat(empty(address)).startsWith(none);
        assertThat(empty(address + "?" + filter)).startsWith(noMatch == null ? NO_MATCH : noMatch);
        assertThat(empty(address + "?organisation=" + tree.eastCell())).doesNotStartWith(NO_MATCH);
    }

    /** A register always has rules, directives and codes: what it has none of yet is a day before them. */
    @ParameterizedTest
    @CsvSource({"/rulebook", "/rulebook/directives", "/rulebook/codes"})
    void inTheRulebookNothingFitsAWordThatNobodyWrote(String address) {
        assertThat(empty(address + "?q=khongcochuynay")).startsWith(NO_MATCH);
    }

    @Test
    void whereNothingIsNarrowedNothingIsSaidOfAFilter() {
        assertThat(empty("/rulebook?asAt=01/01/1900")).startsWith("Sổ chưa có quy định nào cho ngày này");
        assertThat(empty("/organisations/differences")).startsWith("Giữa hai ngày này không có tổ chức nào như vậy");
        assertThat(empty("/supplements")).startsWith("Chưa có đợt bổ sung hồ sơ nào");
        assertThat(empty("/inbox/delegations")).doesNotStartWith(NO_MATCH);
    }

    @Test
    void aCellHasNothingBelowItAndASearchFindsNothing() {
        assertThat(empty("/organisations?organisation=" + tree.eastCell())).startsWith("Không có tổ chức trực thuộc");
        assertThat(empty("/organisations?q=khongco")).startsWith(NO_MATCH);
        assertThat(empty("/committees?gap=POST&organisation=" + tree.eastCell()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/members", "/organisations", "/movements", "/audit", "/accounts"})
    void whoHasNoRightIsToldSoAndSeesNoEmptyList(String address) {
        var answer = mvc.get().uri(address).with(signIn.asNobody()).exchange();
        assertThat(answer).hasStatus(403);
        assertThat(HtmlUtils.htmlUnescape(
                        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)))
                .contains("không có quyền dùng chức năng", "đề nghị người quản trị")
                .doesNotContain("class=\"empty\"");
    }

    private String empty(String address) {
        var answer = mvc.get().uri(URI.create(address)).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        var page = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var from = page.indexOf("<p class=\"empty\">");
        assertThat(from).as(address).isPositive();
        return HtmlUtils.htmlUnescape(
                page.substring(from + "<p class=\"empty\">".length(), page.indexOf("</p>", from)));
    }
}
