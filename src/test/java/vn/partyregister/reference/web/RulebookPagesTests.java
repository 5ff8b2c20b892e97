package vn.partyregister.reference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.ValidHtml;
import vn.partyregister.access.Role;

@RegisterTest
@NullUnmarked
class RulebookPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Test
    void theBookShowsEachRuleOfTheDayWithItsDirectiveClauseAndCertainty() {
        assertThat(page("/rulebook?lang=vi"))
                .contains(
                        "Quy định có hiệu lực ngày 30/04/2022", "Thời gian dự bị", "12 tháng", "Điều lệ Đảng", "Điều 5")
                .contains("60 ngày làm việc", "Quy định 24-QĐ/TW", "điểm 4.3.1", "Trung học cơ sở")
                .contains("Đã kiểm chứng: đã đọc trang dẫn đúng văn bản")
                .doesNotContain("29-QĐ/TW", "Điều lệ Điều lệ");
    }

    @Test
    void aNullCharacterInAParameterIsLeftOut() {
        assertThat(page("/rulebook?lang=vi&asAt=%00&q=%00")).contains("Quy định có hiệu lực ngày 30/04/2022");
    }

    @Test
    void theBookOfAnotherDayIsAnotherBook() {
        assertThat(page("/rulebook?lang=vi&asAt=2021-07-29"))
                .contains("29-QĐ/TW")
                .doesNotContain("Quy định 24-QĐ/TW");
        assertThat(page("/rulebook?lang=vi&asAt=2021-07-30"))
                .contains("24-QĐ/TW")
                .doesNotContain("Quy định 29-QĐ/TW");
    }

    @Test
    void anUnreadableDayShowsAMessageAndTheBusinessDay() {
        assertThat(page("/rulebook?lang=vi&asAt=31/02/2022")).contains("không đọc được", "ngày 30/04/2022");
    }

    @Test
    void theBookIsSearchedWithoutAccents() {
        assertThat(page("/rulebook?lang=vi&q=thoi gian du bi"))
                .contains("Thời gian dự bị")
                .doesNotContain("Dạng số thẻ");
        assertThat(page("/rulebook?lang=vi&q=%25")).contains("Không có dòng nào khớp");
    }

    @Test
    void aRuleOpensWithAllItHasEverSaid() {
        assertThat(page("/rulebook/minimum-age-to-join?lang=vi"))
                .contains("Tuổi thấp nhất để xét kết nạp", "29-QĐ/TW", "208-QĐ/TW", "25/07/2016")
                .contains("(đang áp dụng)", "Chưa ai sửa", "biến động đảng viên");
    }

    /** The day of issue of 38-HD/BTCTW is not known, and its first day is that of the directive it follows. */
    @Test
    void whereTheDayOfADirectiveIsAssumedItsPagesSaySo() {
        var remark = "ngày hiệu lực 08/08/2025 là giả định theo Chỉ thị 51-CT/TW";
        assertThat(page("/rulebook/card-number?lang=vi")).contains("từ 08/08/2025", remark);
        assertThat(page("/rulebook/member-sheet-column?lang=vi"))
                .contains("CITIZEN_NUMBER", "bắt buộc ghi", "Số định danh cá nhân", "không bắt buộc", remark);
        assertThat(page("/rulebook/directives?lang=vi&q=38-HD")).contains(remark);
        assertThat(page("/rulebook/directives?lang=en&q=38-HD")).contains("is assumed from 51-CT/TW");
        assertThat(page("/rulebook/directives?lang=vi&q=12-HD")).doesNotContain("giả định");
    }

    @Test
    void codesAndHolidaysCanBeRead() {
        assertThat(page("/rulebook/codes?lang=vi&list=ethnicity"))
                .contains("Khơ-me", "KHMER", "Khmer", "1–50 trong 56");
        assertThat(page("/rulebook/codes?lang=vi&list=ethnicity&page=2")).contains("Rơ-măm");
        assertThat(page("/rulebook/codes?lang=vi&list=province&q=tra vinh"))
                .contains("Nay thuộc Vĩnh Long.", "đến hết 30/06/2025");
        assertThat(page("/rulebook/codes?lang=vi&list=nonsense&page=x")).contains("không đọc được", "Kinh");
        assertThat(page("/rulebook/holidays?lang=vi")).contains("năm 2022", "01/02/2022", "Tết Nguyên đán", "Thứ ba");
        assertThat(page("/rulebook/holidays?lang=vi&year=1900")).contains("không đọc được");
        assertThat(page("/rulebook/directives?lang=vi&q=12-hd/btctw"))
                .contains("Hướng dẫn 12-HD/BTCTW", "17/05/2012", "18/01/2022");
    }

    @Test
    void theRulesOfTheDayLeaveAsAFile() {
        assertThat(page("/rulebook.csv?lang=vi&asAt=2022-04-30")).contains("Thời gian dự bị", "12 tháng", "Điều 5");
        assertThat(mvc.get()
                        .uri("/rulebook.xlsx")
                        .with(signIn.as(Role.CLERK, orgs.tree().east())))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rulebook?lang=vi",
                "/rulebook?lang=en&rule=card-number&asAt=x&q=a",
                "/rulebook/directives?lang=en",
                "/rulebook/codes?lang=vi&list=commune",
                "/rulebook/holidays?lang=en&year=2026"
            })
    void itsPagesAreValidHtml(String address) {
        ValidHtml.check(address, page(address));
    }

    private String page(String address) {
        var answer = mvc.get()
                .uri(URI.create(address.replace(" ", "%20")))
                .with(signIn.as(Role.CLERK, orgs.tree().east()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
