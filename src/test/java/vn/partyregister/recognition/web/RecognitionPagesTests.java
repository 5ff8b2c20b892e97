package vn.partyregister.recognition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/** The pages of cards and badges: what is typed wrong is named, what is recorded is shown, what is printed is as committed. */
@RegisterTest
class RecognitionPagesTests {
    /** When it was printed, and what differs from one run to another. */
    private static final String CHANGING =
            "\\d+(?= \\d+ Đảng bộ huyện)|clerk-\\w+|\\d\\d:\\d\\d|\\d\\d/\\d\\d/\\d{4}(?=,)|(?<=ĐÔNG |ĐÔNG \\d \\()\\d+|(?<=Đông |Đông \\d \\()\\d+";

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
    void somebodyOfThirtyYears() {
        tree = orgs.tree();
        member = people.add(
                tree.eastCell(),
                person -> person.named("Thạch Thị Sa Vươn")
                        .woman()
                        .joined(LocalDate.of(1992, 5, 19), LocalDate.of(1993, 5, 19)));
    }

    private MvcTestResult get(String address, Object... variables) {
        return mvc.get()
                .uri(address, variables)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult post(String address, Map<String, String> typed, Object... variables) {
        var request = mvc.post().uri(address, variables).with(csrf()).with(signIn.as(Role.CLERK, tree.east()));
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String leadsTo(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private Map<String, String> decided(String number) {
        return new HashMap<>(Map.of("number", number, "decidedOn", "20/04/2022", "issuer", orgs.name(tree.east())));
    }

    private String batch() {
        var batch = leadsTo(
                post("/recognition/batches", Map.of("organisation", orgs.name(tree.east()), "day", "19/05/2022")));
        leadsTo(post(batch + "/candidates", Map.of()));
        return batch;
    }

    @Test
    void theCandidatesAreToldWithTheReasonOfEach() {
        people.add(
                tree.eastCell(),
                person -> person.named("Kim Chưa Đủ").joined(LocalDate.of(1992, 5, 20), LocalDate.of(1993, 5, 20)));
        assertThat(get("/recognition"))
                .hasStatusOk()
                .bodyText()
                .contains("đợt ngày 19/05/2022", "Thạch Thị Sa Vươn", "Tròn 30 năm ngày 19/05/2022: đủ trong đợt này")
                .contains("Kim Chưa Đủ", "Đến ngày 20/05/2022 mới tròn 30 năm: đợt sau");
        assertThat(get("/recognition?reason=DUE")).bodyText().doesNotContain("Kim Chưa Đủ");
        assertThat(get("/recognition.csv?reason=NOT_YET"))
                .bodyText()
                .contains("Kim Chưa Đủ")
                .doesNotContain("Sa Vươn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/recognition?day=31/02/2022",
                "/recognition?day=01/01/0001",
                "/recognition?reason=x",
                "/recognition/cards?from=mai",
                "/recognition/stock?kind=x",
                "/recognition/stock/entries?what=x",
                "/recognition/stock/entries?from=31/02/2022"
            })
    void whatCannotBeReadIsNamedAndTheListIsThereAllTheSame(String address) {
        assertThat(get(address)).hasStatusOk().bodyText().contains("alert-warning");
    }

    @Test
    void aBatchGoesFromTheCandidatesToTheFileOfTheMember() {
        assertThat(post("/recognition/batches", Map.of("day", "19/05/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy chọn tổ chức đảng.");
        assertThat(post("/recognition/batches", Map.of("organisation", orgs.name(tree.east()), "day", "01/05/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("không phải đợt trao thường lệ", "12-HD/BTCTW");
        var batch = batch();
        assertThat(get(batch)).bodyText().contains("Thạch Thị Sa Vươn", "Trình danh sách");
        assertThat(post(batch + "/submission", Map.of("day", "29/04/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi số tờ trình.");
        leadsTo(post(batch + "/submission", Map.of("number", "12-TTr/HU", "day", "29/04/2022")));
        assertThat(get(batch + "/decision"))
                .hasStatusOk()
                .bodyText()
                .contains("Một quyết định cho 1 người", "value=\"" + orgs.name(tree.east()) + "\"");
        leadsTo(post(batch + "/decision", decided("31-QĐ/HU")));
        assertThat(get(batch)).bodyText().contains("Đã có quyết định", "31-QĐ/HU");
        assertThat(get("/members/{id}/recognition", member))
                .bodyText()
                .contains("30 năm", "19/05/2022", "31-QĐ/HU", "Đủ năm");
        assertThat(get("/members/{id}", member)).bodyText().contains("30 năm tuổi Đảng");
    }

    @Test
    void aBadgeIsTakenBackForAReasonAndBothStayReadable() {
        var batch = batch();
        leadsTo(post(batch + "/submission", Map.of("number", "12-TTr/HU", "day", "29/04/2022")));
        leadsTo(post(batch + "/decision", decided("33-QĐ/HU")));
        var form = "/members/{id}/recognition/withdrawal";
        assertThat(get(form + "?years=30", member)).hasStatusOk().bodyText().contains("Thạch Thị Sa Vươn", "Ghi nhầm");
        assertThat(post(form, Map.of("years", "30", "why", "\u200b"), member))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy chọn lý do thu hồi.", "Hãy ghi lý do.");
        var typed = new HashMap<>(
                Map.of("years", "30", "ground", "REVOKED", "day", "30/04/2022", "why", "Thiếu tuổi Đảng"));
        assertThat(post(form, typed, member)).hasStatusOk().bodyText().contains("Hãy ghi số quyết định.");
        typed.put("ground", "PUT_OUT");
        assertThat(post(form, typed, member)).hasStatus(409).bodyText().contains("khai trừ, xóa tên", "01-HD/TW");
        typed.put("ground", "ENTERED_WRONGLY");
        leadsTo(post(form, typed, member));
        assertThat(get("/members/{id}/recognition", member))
                .bodyText()
                .contains("Huy hiệu đã thu hồi", "33-QĐ/HU", "Ghi nhầm: Thiếu tuổi Đảng");
        assertThat(get(batch)).bodyText().contains("đã thu hồi").doesNotContain("Sa Vươn");
        assertThat(get(batch + "?part=WITHDRAWN"))
                .bodyText()
                .contains("Sa Vươn", "thu hồi ngày 30/04/2022 – Ghi nhầm: Thiếu tuổi Đảng");
        assertThat(get(batch + "/proposals.csv?part=WITHDRAWN")).bodyText().contains("Sa Vươn", "Thiếu tuổi Đảng");
        assertThat(PrintedPages.of(get(batch + "/proposals.pdf?part=WITHDRAWN")
                                .getResponse()
                                .getContentAsByteArray())
                        .words())
                .contains("DANH SÁCH THU HỒI HUY HIỆU ĐẢNG", "Ghi nhầm");
        assertThat(post(form, typed, member)).hasStatus(409).bodyText().contains("không thu hồi hai lần");
    }

    @Test
    void whoIsTakenOffIsSoForAReason() {
        var batch = batch();
        var removal = batch + "/members/" + member + "/removal";
        assertThat(get(removal)).hasStatusOk().bodyText().contains("Thạch Thị Sa Vươn");
        assertThat(post(removal, Map.of("why", " "))).hasStatusOk().bodyText().contains("Hãy ghi lý do.");
        assertThat(post(removal, Map.of("why", "\u200b\ufeff")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do.");
        leadsTo(post(removal, Map.of("why", "Gia đình xin hoãn")));
        assertThat(get(batch)).bodyText().contains("Gia đình xin hoãn", "Danh sách chưa có ai.");
    }

    @Test
    void earlyAndPosthumousProposalsNeedTheirPapers() {
        var batch = batch();
        var typed = new HashMap<>(Map.of("batch", batch.replaceAll(".*/", ""), "level", "YEARS_40", "basis", "EARLY"));
        assertThat(post("/members/{id}/recognition/proposal", typed, member))
                .hasStatusOk()
                .bodyText()
                .contains("Tặng sớm hoặc truy tặng phải ghi lý do");
        typed.put("ground", "Bệnh án số 5");
        assertThat(post("/members/{id}/recognition/proposal", typed, member))
                .hasStatus(409)
                .bodyText()
                .contains("tối đa 12 tháng", "01-HD/TW");
    }

    @Test
    void theListOfABatchIsPrintedAsCommittedBeforeAndAfterTheDecision() throws IOException {
        var batch = batch();
        print(batch).areThoseOf("badge-proposals", CHANGING);
        leadsTo(post(batch + "/submission", Map.of("number", "12-TTr/HU", "day", "29/04/2022")));
        leadsTo(post(batch + "/decision", decided("31-QĐ/HU")));
        assertThat(print(batch).words()).contains("DANH SÁCH TẶNG HUY HIỆU ĐẢNG", "31-QĐ/HU");
    }

    private PrintedPages print(String batch) {
        return PrintedPages.of(get(batch + "/proposals.pdf").getResponse().getContentAsByteArray());
    }

    @Test
    void aCardIsGivenWithItsDecisionAndShown() {
        var form = "/members/{id}/recognition/cards/new";
        assertThat(get(form, member)).hasStatusOk().bodyText().contains("Cấp lại do mất");
        assertThat(post(form, Map.of("act", "LOST"), member))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi số thẻ.", "Hãy ghi nơi cấp thẻ.", "Hãy ghi số quyết định.");
        var typed = decided("32-QĐ/HU");
        typed.putAll(Map.of("act", "LOST", "cardNumber", "12", "place", "Tỉnh ủy", "day", "20/04/2022"));
        assertThat(post(form, typed, member)).hasStatus(409).bodyText().contains("không đúng dạng", "29-CT/TW");
        var number = "4%07d".formatted(System.nanoTime() % 10_000_000);
        typed.put("cardNumber", number);
        leadsTo(post(form, typed, member));
        assertThat(get("/members/{id}/recognition", member)).bodyText().contains(number, "Cấp lại do mất", "32-QĐ/HU");
        assertThat(get("/members/{id}", member)).bodyText().contains(number);
        assertThat(get("/recognition/cards")).bodyText().contains(number);
        assertThat(get("/recognition/cards.csv?kind=LOST")).bodyText().contains(number);
        assertThat(get("/recognition/cards.pdf")).hasStatusOk();
        var wrong = "/members/{id}/recognition/cards/correction";
        var page = get(wrong, member);
        assertThat(page).hasStatusOk().bodyText().contains(number, "32-QĐ/HU", "Sai ở đâu");
        var event = Pattern.compile("name=\"event\" value=\"([^\"]+)\"")
                .matcher(new String(page.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(event.find()).isTrue();
        assertThat(post(wrong, Map.of("event", event.group(1), "why", " "), member))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do.");
        assertThat(post(wrong, Map.of("event", member.toString(), "why", "nhầm"), member))
                .hasStatus(409);
        assertThat(post(wrong, Map.of("event", "x", "why", "nhầm"), member)).hasStatusOk();
        leadsTo(post(wrong, Map.of("event", event.group(1), "why", "Ghi nhầm người"), member));
        assertThat(get("/members/{id}/recognition", member))
                .bodyText()
                .contains("hoàn tác ngày 30/04/2022: Ghi nhầm người")
                .doesNotContain("/cards/correction");
        assertThat(get(wrong, member)).hasStatusOk();
    }

    @Test
    void aCheckIsMarkedAnOrganisationAtATimeAndItsMissingLeaveAsAFile() {
        people.add(tree.otherEastCell(), person -> person.named("Lê Văn Vắng"));
        var check = leadsTo(post(
                "/recognition/checks",
                Map.of("organisation", orgs.name(tree.east()), "name", "Kiểm tra lần thứ 4", "day", "30/04/2022")));
        assertThat(get(check)).bodyText().contains("Kiểm tra lần thứ 4", "Lê Văn Vắng", "Còn lại đều đạt");
        leadsTo(post(
                check + "/organisation-results",
                Map.of("organisation", tree.eastCell().id().toString())));
        assertThat(get(check)).bodyText().contains("(50,00 %)");
        assertThat(get(check + "?state=MISSING"))
                .bodyText()
                .contains("Lê Văn Vắng")
                .doesNotContain("Sa Vươn");
        assertThat(get(check + "/cards.csv?state=MISSING"))
                .bodyText()
                .contains("Lê Văn Vắng")
                .doesNotContain("Sa Vươn");
        assertThat(get(check + "/cards.pdf")).hasStatusOk();
        leadsTo(post(check + "/closing", Map.of()));
        assertThat(get(check)).bodyText().contains("Đã kết thúc").doesNotContain("Còn lại đều đạt");
    }

    @Test
    void stockComesInAndGoesOutByItsSerials() {
        var series = "W" + Long.toString(System.nanoTime() % 1_000_000, 36) + "-";
        var typed = new HashMap<>(Map.of(
                "organisation",
                orgs.name(tree.east()),
                "kind",
                "CARD",
                "first",
                series + "001",
                "last",
                series + "10",
                "day",
                "20/04/2022",
                "paper",
                "PNK 5"));
        assertThat(post("/recognition/stock", typed)).hasStatusOk().bodyText().contains("cùng số chữ số");
        typed.put("last", series + "010");
        leadsTo(post("/recognition/stock", typed));
        assertThat(post("/recognition/stock", typed)).hasStatus(409).bodyText().contains("không nhập hai lần");
        var page = get("/recognition/stock?kind=CARD");
        assertThat(page).hasStatusOk().bodyText().contains(series + "001", "Phôi thẻ đảng viên");
        var receipt = bodyOf(page).replaceAll("(?s).*?href=\"(/recognition/stock/[0-9a-f-]{36})\".*", "$1");
        var out = Map.of(
                "going",
                "SPOILT",
                "first",
                series + "003",
                "last",
                series + "004",
                "day",
                "30/04/2022",
                "paper",
                "BB 1",
                "why",
                "In hỏng");
        leadsTo(post(receipt + "/outgoings", out));
        assertThat(get(receipt))
                .bodyText()
                .contains(
                        "Nhập 10 = đã cấp 0 + hỏng, mất 2 + giao cấp dưới, bàn giao 0 + trả lại 0 + đính chính 0 + tồn 8");
        assertThat(post(receipt + "/outgoings", out)).hasStatus(409).bodyText().contains("không xuất hai lần");
        assertThat(get("/recognition/stock.csv")).bodyText().contains(series + "010");
        assertThat(get("/recognition/stock")).bodyText().contains("khớp").doesNotContain("lệch");
        assertThat(get("/recognition/stock/entries?what=WRITTEN_OFF&kind=CARD"))
                .bodyText()
                .contains(series + "003", "In hỏng", "-2");
        assertThat(get("/recognition/stock/entries.csv")).bodyText().contains(series + "004", "In hỏng");
        assertThat(PrintedPages.of(get("/recognition/stock/entries.pdf?to=2022-04-30")
                                .getResponse()
                                .getContentAsByteArray())
                        .words())
                .contains("CÁC DÒNG CỦA SỔ KHO", "cộng 8");
        var down = new HashMap<>(out);
        down.putAll(Map.of("going", "HANDED_DOWN", "first", series + "005", "last", series + "006"));
        assertThat(post(receipt + "/outgoings", down)).hasStatus(409).bodyText().contains("Hãy chọn tổ chức nhận.");
        down.put("organisation", orgs.name(tree.eastBase()));
        leadsTo(post(receipt + "/outgoings", down));
        assertThat(get(receipt)).bodyText().contains("giao cấp dưới, bàn giao 2", orgs.name(tree.eastBase()));
        assertThat(get("/recognition/stock")).bodyText().contains("Cấp trên giao: " + orgs.name(tree.east()));
        assertThat(get("/recognition/stock.pdf")).hasStatusOk();
    }

    private static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
