package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ResidenceLinks;

/** Members keep in touch where they live: introduced by a letter, commented on each year, followed in a list. */
@RegisterTest
class ResidencePagesTests {
    private static final String CHANGING = "clerk-[0-9a-f]+|[0-9]{2}:[0-9]{2} [0-9/]{10}";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private ResidenceLinks links;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;
    private RequestPostProcessor clerk;

    @BeforeEach
    void somebodyWhoWorks() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person.named("Nguyễn Thị Giữ Liên Hệ"));
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void aMemberIsIntroducedByALetterToTheBodyWhereTheyLive() {
        assertThat(body("/members/" + member)).contains("/members/" + member + "/residence");
        assertThat(body("/residence")).contains("Chưa được giới thiệu về nơi cư trú.");
        assertThat(post("/introduction", Map.of("mode", "FULL", "from", "01/03/2021")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi tổ chức đảng nơi cư trú.", "Hãy ghi số quyết định.");
        assertThat(post("/introduction", introduced(Map.of("organisation", "không có"))))
                .hasStatusOk()
                .bodyText()
                .contains("Không tìm thấy đúng một chi bộ");
        assertThat(post("/introduction", introduced(Map.of()))).hasStatus3xxRedirection();
        assertThat(body("/residence"))
                .contains(orgs.name(tree.westCell()), "Trần Văn Phụ Trách", "5-GGT/ĐU", "In giấy giới thiệu");
        assertThat(post("/introduction", introduced(Map.of("number", "6-GGT/ĐU"))))
                .hasStatus(409)
                .bodyText()
                .contains("từ ngày 01/03/2021");
        assertThat(acts()).contains("member.introduced-at-residence");
    }

    @Test
    void theNumberOfALetterIsTakenOnce() {
        assertThat(post("/introduction", introduced(Map.of()))).hasStatus3xxRedirection();
        member = people.add(tree.eastCell(), person -> person.named("Người Thứ Hai"));
        assertThat(post("/introduction", introduced(Map.of("decidedOn", "01/02/2021"))))
                .hasStatus(409)
                .bodyText()
                .contains("5-GGT/ĐU");
    }

    @Test
    void whoIsExcusedFromIntroductionHasNoLetter() {
        assertThat(post("/introduction", Map.of("mode", "NOT_INTRODUCED", "from", "01/03/2021", "place", "Nơi nào đó")))
                .hasStatus3xxRedirection();
        assertThat(body("/residence")).contains("Miễn giới thiệu").doesNotContain("Nơi nào đó", "letter.pdf");
        assertThat(get("/letter.pdf")).hasStatus(409);
        assertThat(body("/residence-links?year=2021&comment=MISSING")).doesNotContain("Giữ Liên Hệ");
    }

    /** The rule says by which day: a link of that very day is asked for a comment, one of the day after is not. */
    @Test
    void theCommentOfAYearIsMissingFromTheDayItIsDue() {
        var due = links.due(2021).orElseThrow().on();
        assertThat(due).isEqualTo(LocalDate.of(2021, 11, 30));
        assertThat(links.lastYearDue(due)).isEqualTo(2021);
        assertThat(links.lastYearDue(due.minusDays(1))).isEqualTo(2020);
        post("/introduction", introduced(Map.of("from", "30/11/2021")));
        var next = people.add(tree.eastCell(), person -> person.named("Giới Thiệu Hôm Sau"));
        var first = member;
        member = next;
        post("/introduction", introduced(Map.of("from", "01/12/2021", "number", "7-GGT/ĐU")));
        assertThat(body("/residence-links?comment=MISSING"))
                .contains("Giữ Liên Hệ")
                .doesNotContain("Hôm Sau");
        assertThat(body("/residence-links")).contains("Giữ Liên Hệ", "Hôm Sau", "Chưa có nhận xét", "30/11/2021");
        assertThat(body("/residence-links?year=2022&comment=MISSING")).doesNotContain("Giữ Liên Hệ", "Hôm Sau");

        member = first;
        var comment =
                Map.of("year", "2021", "text", "Gương mẫu.", "commentedOn", "15/12/2021", "signedBy", "Bí thư chi bộ");
        assertThat(post("/comment", Map.of("year", "2021")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi nội dung nhận xét.");
        assertThat(post("/comment", change(comment, "commentedOn", "29/11/2021")))
                .hasStatus(409);
        assertThat(post("/comment", change(comment, "year", "2020"))).hasStatus(409);
        assertThat(post("/comment", comment)).hasStatus3xxRedirection();
        assertThat(post("/comment", comment)).hasStatus(409).bodyText().contains("đã có nhận xét");
        assertThat(body("/residence")).contains("Gương mẫu.", "15/12/2021", "Bí thư chi bộ");
        assertThat(body("/residence-links?comment=MISSING")).doesNotContain("Giữ Liên Hệ");
        assertThat(body("/residence-links?comment=THERE")).contains("Giữ Liên Hệ", "15/12/2021");

        assertThat(post("/comment-withdrawal", Map.of("year", "2021", "reason", "ghi nhầm người")))
                .hasStatus3xxRedirection();
        assertThat(post("/comment-withdrawal", Map.of("year", "2021", "reason", "lần nữa")))
                .hasStatus(409);
        assertThat(body("/residence")).contains("Gương mẫu.", "Đã hủy: ghi nhầm người");
        assertThat(body("/residence-links?comment=MISSING")).contains("Giữ Liên Hệ");
        assertThat(post("/comment", comment)).hasStatus3xxRedirection();
    }

    @Test
    void aLinkEndsAndAnotherMayFollow() {
        post("/introduction", introduced(Map.of()));
        assertThat(post("/end", Map.of("to", "28/02/2021"))).hasStatus(409);
        assertThat(post("/end", Map.of("to", "01/05/2022"))).hasStatus(409);
        assertThat(post("/end", Map.of("to", "31/12/2021"))).hasStatus3xxRedirection();
        assertThat(post("/end", Map.of("to", "31/12/2021"))).hasStatus(409);
        assertThat(post("/introduction", introduced(Map.of("from", "31/12/2021", "number", "8-GGT/ĐU"))))
                .hasStatus(409);
        assertThat(post("/introduction", introduced(Map.of("from", "01/01/2022", "number", "8-GGT/ĐU"))))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoKeepsInTouchWithABodyThatHasEndedIsStillListedForWhoeverIsAboveIt() {
        post("/introduction", introduced(Map.of()));
        orgs.end(tree.westCell(), LocalDate.of(2022, 4, 30));
        assertThat(mvc.get().uri("/residence-links?side=RESIDENCE").with(signIn.as(Role.CLERK, tree.west())))
                .bodyText()
                .contains("Giữ Liên Hệ", orgs.name(tree.westCell()));
        assertThat(mvc.get().uri("/residence-links?side=RESIDENCE").with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .doesNotContain("Giữ Liên Hệ");
    }

    @Test
    void eachSideSeesItsOwnAndNobodyElses() {
        post("/introduction", introduced(Map.of()));
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(mvc.get().uri("/residence-links").with(west)).bodyText().doesNotContain("Giữ Liên Hệ");
        assertThat(mvc.get().uri("/residence-links?side=RESIDENCE").with(west))
                .bodyText()
                .contains("Giữ Liên Hệ", "Trần Văn Phụ Trách")
                .doesNotContain("/members/" + member);
        assertThat(mvc.get().uri("/members/%s/residence".formatted(member)).with(west))
                .hasStatus(404);
        assertThat(body("/residence-links?side=RESIDENCE")).doesNotContain("Giữ Liên Hệ");
        assertThat(body("/residence-links?organisation=" + tree.otherEastCell().id()))
                .doesNotContain("Giữ Liên Hệ");
        assertThat(body("/residence-links?q=phu trach")).contains("Giữ Liên Hệ");
    }

    @Test
    void theListIsOrderedFiledAndPrintedAndSaysWhatItCannotRead() {
        post("/introduction", introduced(Map.of()));
        for (var order : new String[] {"name", "home", "body", "responsible", "letter", "comment"}) {
            assertThat(body("/residence-links?sort=" + order + ",desc")).contains("Giữ Liên Hệ");
        }
        assertThat(body("/residence-links?side=x&mode=y&comment=z&year=abc&sort=w"))
                .contains("abc", "Giữ Liên Hệ");
        assertThat(body("/residence-links.csv")).contains("Giữ Liên Hệ", "5-GGT/ĐU", "Chưa có nhận xét");
        assertThat(mvc.get().uri("/residence-links.xlsx").with(clerk)).hasStatusOk();
        assertThat(mvc.get().uri("/residence-links.csv?year=abc").with(clerk)).hasStatus(422);
        assertThat(PrintedPages.of(mvc.get()
                                .uri("/residence-links.pdf")
                                .with(clerk)
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray())
                        .words())
                .contains("Giữ Liên Hệ", "Trần Văn Phụ Trách");
    }

    @Test
    void theLetterIsPrintedInTheLayoutOfPartyDocuments() throws IOException {
        var base = orgs.add("Đảng ủy xã Bình Phú", "DB_CS", "XA", tree.east());
        var home = orgs.add("Chi bộ Trường THCS Bình Phú", "CB_TT", null, base);
        orgs.add("Chi bộ ấp Phú Phong 1, xã Bình Phú", "CB_TT", null, base);
        member = people.add(home, person -> person.named("Lê Văn Giới Thiệu").born(LocalDate.of(1980, 2, 5)));
        jdbc.sql("""
                        update member.member set residence_province = 'Trà Vinh', residence_commune = 'Xã Bình Phú',
                            residence_detail = 'Ấp Phú Phong 1' where id = :id
                        """).param("id", member.id()).update();
        post(
                "/introduction",
                introduced(
                        Map.of("organisation", "Chi bộ ấp Phú Phong 1, xã Bình Phú", "issuer", "Đảng ủy xã Bình Phú")));
        var letter = get("/letter.pdf");
        assertThat(letter).hasStatusOk().hasContentType("application/pdf");
        var pages = PrintedPages.of(letter.getResponse().getContentAsByteArray());
        assertThat(pages.words())
                .contains(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "Số 5-GGT/ĐU",
                        "ngày 25 tháng 02 năm 2021",
                        "GIẤY GIỚI THIỆU",
                        "213-QĐ/TW",
                        "Lê Văn Giới Thiệu",
                        "Sinh ngày: 05/02/1980",
                        "Ấp Phú Phong 1, Xã Bình Phú, Trà Vinh");
        pages.areThoseOf("residence-letter", CHANGING);
    }

    private Map<String, String> introduced(Map<String, String> different) {
        var typed = new HashMap<>(Map.of(
                "mode", "FULL",
                "from", "01/03/2021",
                "organisation", orgs.name(tree.westCell()),
                "responsible", "Trần Văn Phụ Trách",
                "number", "5-GGT/ĐU",
                "decidedOn", "25/02/2021",
                "issuer", orgs.name(tree.eastBase())));
        typed.putAll(different);
        return typed;
    }

    private static Map<String, String> change(Map<String, String> typed, String field, String value) {
        var changed = new HashMap<>(typed);
        changed.put(field, value);
        return changed;
    }

    private String body(String address) {
        var answer = mvc.get()
                .uri(address.equals("/residence") ? "/members/" + member + address : address)
                .with(clerk)
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String rest) {
        return mvc.get()
                .uri("/members/" + member + "/residence" + rest)
                .with(clerk)
                .exchange();
    }

    private MvcTestResult post(String rest, Map<String, String> typed) {
        var request = mvc.post()
                .uri("/members/" + member + "/residence" + rest)
                .with(clerk)
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private java.util.List<String> acts() {
        return jdbc.sql("select act from audit.entry where subject_id = :id")
                .param("id", member.id())
                .query((row, _) -> row.getString("act"))
                .list();
    }
}
