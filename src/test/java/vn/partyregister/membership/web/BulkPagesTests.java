package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

@RegisterTest
class BulkPagesTests {
    private static final Map<String, String> EXEMPTION = Map.of(
            "ground", "OLD_AND_WEAK",
            "from", "01/04/2022",
            "number", "12-QĐ/ĐU",
            "decidedOn", "28/03/2022",
            "issuer", "Đảng ủy xã Đông");

    private Map<String, String> struckOff = Map.of();

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
        struckOff = Map.of(
                "kind", "STRUCK_OFF",
                "day", "15/04/2022",
                "ground", "NO_DUES",
                "number", "15-QĐ/HU",
                "decidedOn", "10/04/2022",
                "issuer", orgs.name(tree.east()));
    }

    // Exemption

    @Test
    void manyAreExemptedByOneDecisionAndWhoCannotIsToldWhy() {
        var one = person("Thạch Thị Một");
        var two = person("Thạch Thị Hai");
        var exempt = people.add(
                tree.eastCell(), person -> person.named("Thạch Được Miễn").exempt(LocalDate.of(2022, 4, 30)));
        var recent = people.add(
                tree.eastCell(), person -> person.named("Thạch Mới Vào").joined(LocalDate.of(2022, 4, 2), null));
        var work = chosen("exemption", List.of(one, two, exempt, recent));
        assertThat(get(work + "/exemption")).contains("Đã chọn 4 người", "Tuổi cao, sức yếu");

        post(work + "/exemption", EXEMPTION);
        assertThat(get(work))
                .contains(
                        "Sẽ ghi cho 2 người; 2 người bị bỏ lại.",
                        "Ghi cho 2 người, không có 2 người bị bỏ lại",
                        "Chỉ miễn được từ ngày …",
                        "Chỉ miễn được từ ngày 02/04/2022",
                        "Trong thời gian này người này đã được miễn",
                        "Thạch Mới Vào",
                        "12-QĐ/ĐU");
        assertThat(get(work + "?lang=en")).contains("2 are left out", "Exemption is possible from 02/04/2022");
        assertThat(exemptions(one)).isZero();

        written(work);
        assertThat(get(work)).contains("Đã ghi cho 2 người; 2 người bị bỏ lại.", "Hoàn tác việc này");
        assertThat(get(work + "?verdict=LEFT_OUT&reason=membership.exempt-already"))
                .contains("Thạch Được Miễn")
                .doesNotContain("Thạch Mới Vào", "Thạch Thị Một");
        assertThat(List.of(exemptions(one), exemptions(two), exemptions(exempt), exemptions(recent)))
                .containsExactly(1, 1, 1, 0);
        assertThat(acts(one)).contains("member.exempted");
        assertThat(get("/members/" + one)).contains("12-QĐ/ĐU");
        assertThat(get(work + "/people.csv"))
                .contains("Thạch Thị Một", "Đã ghi", "Thạch Được Miễn", "Bị bỏ lại", "đã được miễn");
        assertThat(get("/members/bulk"))
                .contains(work, work + "/people.xlsx", "Miễn công tác và sinh hoạt đảng cho nhiều người", "Đã xong");
    }

    @Test
    void anExemptionOfManyIsTakenBackExceptWhereSomethingElseWasRecordedSince() {
        var one = person("Sơn Thị Một");
        var two = person("Sơn Thị Hai");
        var work = chosen("exemption", List.of(one, two));
        post(work + "/exemption", EXEMPTION);
        written(work);
        jdbc.sql("update membership.exemption set valid = daterange('2022-04-01', '2022-05-01') where member_id = :id")
                .param("id", two.id())
                .update();

        var undoing = redirected(post(work + "/undoing", Map.of()));
        assertThat(get(undoing))
                .contains("Hoàn tác: Miễn", "Sẽ hoàn tác cho 1 người; 1 người bị bỏ lại.", "Đã có thay đổi khác");
        written(undoing);
        assertThat(List.of(exemptions(one), exemptions(two))).containsExactly(0, 1);
        assertThat(acts(one)).contains("member.exemption-withdrawn");
        assertThat(jdbc.sql("select ground from membership.withdrawn_exemption where member_id = :id")
                        .param("id", one.id())
                        .query(String.class)
                        .list())
                .containsExactly("OLD_AND_WEAK");
        assertThat(get(work)).contains("Việc này đã có việc hoàn tác").doesNotContain("/undoing");
        assertThat(answer(work + "/undoing", Map.of())).hasStatus(409);
        assertThat(answer(undoing + "/undoing", Map.of())).hasStatus(409);
    }

    @Test
    void whatIsMissingInTheFormIsSaidAndNothingIsJudged() {
        var work = chosen("exemption", List.of(person("Ai Đó")));
        assertThat(answer(work + "/exemption", Map.of("ground", "NO_SUCH", "from", "31/02/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Có chỗ cần sửa");
        assertThat(answer(work + "/writing", Map.of())).hasStatus(409);
        assertThat(mvc.get().uri(work).with(clerk)).hasRedirectedUrl(work + "/exemption");
    }

    // One decision about many

    @Test
    void manyAreStruckOffByOneDecisionAndTheImpossibleOnesAreNamedWithTheirReasons() {
        var one = person("Lâm Thị Một");
        var two = person("Lâm Thị Hai");
        var dead = person("Lâm Đã Mất");
        people.died(dead, tree.eastCell(), LocalDate.of(2022, 4, 29));
        var late = people.add(
                tree.otherEastCell(), person -> person.named("Lâm Vào Sau").joined(LocalDate.of(2022, 4, 20), null));
        var moved = person("Lâm Chuyển Rồi");
        people.moved(moved, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 4, 25));
        var work = chosen("movement", List.of(one, two, dead, late, moved));
        assertThat(get(work + "/movement"))
                .contains("Đã chọn 5 người", "Xóa tên")
                .doesNotContain("Số quyết định");
        assertThat(get(work + "/movement?kind=STRUCK_OFF"))
                .contains("Ngày xóa tên", "Số quyết định", orgs.name(tree.east()), "Không đóng đảng phí");
        assertThat(answer(work + "/movement", Map.of("kind", "STRUCK_OFF", "day", "31/02/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Có chỗ cần sửa");
        assertThat(answer(work + "/movement", Map.of("kind", "STRUCK_OFF"))).hasStatusOk();

        post(work + "/movement", struckOff);
        assertThat(get(work))
                .contains(
                        "Sẽ ghi cho 2 người; 3 người bị bỏ lại.",
                        "Lâm Đã Mất",
                        "Lâm Vào Sau",
                        "Lâm Chuyển Rồi",
                        "Chuyển sinh hoạt chính thức",
                        "15-QĐ/HU")
                .doesNotContain("word:");
        assertThat(get(work + "?lang=en")).contains("Transferred on 25/04/2022").doesNotContain("word:");
        assertThat(movements(one)).containsExactly("OPENING");
        written(work);
        assertThat(movements(one)).containsExactly("OPENING", "STRUCK_OFF");
        assertThat(acts(one)).contains("member.moved");
        assertThat(get("/members/" + one)).contains("15-QĐ/HU");
        assertThat(get(work + "/people.csv")).contains("Lâm Thị Một", "Đã ghi", "Lâm Vào Sau", "Bị bỏ lại");

        var undoing = redirected(post(work + "/undoing", Map.of()));
        people.died(person("Ai Khác"), tree.eastCell(), LocalDate.of(2022, 4, 29));
        assertThat(get(undoing)).contains("Sẽ hoàn tác cho 2 người");
        written(undoing);
        assertThat(movements(one)).containsExactly("OPENING", "STRUCK_OFF", "STRUCK_OFF");
        assertThat(get("/members/" + one)).contains("Hoàn tác việc hàng loạt");
    }

    /** Whoever was impossible is put right in their file, the same work is judged again, and they are written with the rest. */
    @Test
    void whoWasPutRightIsJudgedAgainInTheSameWorkAndWritten() {
        var one = person("Trầm Thị Một");
        var wrong = person("Trầm Ghi Nhầm");
        people.moved(wrong, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 4, 25));
        var work = chosen("movement", List.of(one, wrong));
        post(work + "/movement", struckOff);
        assertThat(get(work)).contains("Sẽ ghi cho 1 người; 1 người bị bỏ lại.", "Trầm Ghi Nhầm");
        var entry = jdbc.sql("select id from membership.told where member_id = ? and kind = 'TRANSFERRED'")
                .param(wrong.id())
                .query(UUID.class)
                .single();
        post("/members/%s/entries/%s/reversal".formatted(wrong, entry), Map.of("reason", "Nhầm người"));
        assertThat(get(work)).as("nobody is judged anew unasked").contains("1 người bị bỏ lại");
        post(work + "/movement", struckOff);
        assertThat(get(work)).contains("Sẽ ghi cho 2 người").doesNotContain("1 người bị bỏ lại");
        written(work);
        assertThat(movements(one)).containsExactly("OPENING", "STRUCK_OFF");
        assertThat(movements(wrong)).endsWith("STRUCK_OFF");
        assertThat(get(work)).contains("Đã ghi cho 2 người");
    }

    @Test
    void aDecisionNumberThatIsTakenIsRefusedBeforeThePreviewWithTheRule() {
        var first = chosen("movement", List.of(person("Người Trước")));
        post(first + "/movement", struckOff);
        written(first);
        var second = chosen("exemption", List.of(person("Người Sau")));
        var exemption = new HashMap<>(EXEMPTION);
        exemption.putAll(Map.of("number", "15-QĐ/HU", "issuer", orgs.name(tree.east())));
        assertThat(answer(second + "/exemption", exemption))
                .hasStatus(409)
                .bodyText()
                .contains("15-QĐ/HU", "Số quyết định", "Theo");
        var third = chosen("movement", List.of(person("Người Sau Nữa")));
        var reused = new HashMap<>(struckOff);
        reused.put("decidedOn", "11/04/2022");
        assertThat(answer(third + "/movement", reused))
                .hasStatus(409)
                .bodyText()
                .contains("15-QĐ/HU");
    }

    @Test
    void aMovementThatIsNotForManyOrIsNoneIsRefused() {
        var work = chosen("movement", List.of(person("Ai Đó")));
        assertThat(answer(work + "/movement", Map.of("kind", "OPENING", "day", "01/04/2022")))
                .hasStatus(422);
        assertThat(mvc.get().uri(work + "/movement?kind=REASSIGNED").with(clerk))
                .hasStatus(422);
        assertThat(get(work + "/movement?kind=NO_SUCH")).contains("Chọn biến động này");
        var future = new HashMap<>(struckOff);
        future.put("day", "01/05/2022");
        assertThat(answer(work + "/movement", future)).hasStatus(409);
    }

    // One item

    @Test
    void oneItemIsRecordedForManyWithItsHistoryAndTakenBack() {
        var one = people.add(
                tree.eastCell(), person -> person.named("Kim Thị Một").educated(null, "UNIVERSITY", null));
        var two = person("Kim Thị Hai");
        var has = people.add(
                tree.eastCell(), person -> person.named("Kim Thị Đã Có").educated(null, "MASTER", null));
        var work = chosen("item", List.of(one, two, has));
        assertThat(get(work + "/item"))
                .contains("Nghề nghiệp hiện nay", "xã, phường")
                .doesNotContain("Số lý lịch");
        assertThat(get(work + "/item?item=qualification")).contains("Giá trị mới của “Chuyên môn, nghiệp vụ”");
        assertThat(answer(work + "/item", Map.of("item", "qualification", "qualification", "")))
                .hasStatusOk()
                .bodyText()
                .contains("aria-invalid");
        post(work + "/item", Map.of("item", "qualification", "qualification", "MASTER"));
        assertThat(get(work))
                .contains(
                        "Sẽ ghi cho 2 người; 1 người bị bỏ lại.",
                        "Đã có đúng giá trị này.",
                        "Giá trị trước đó",
                        "Đại học");
        written(work);
        assertThat(List.of(qualification(one), qualification(two))).containsOnly("MASTER");
        assertThat(get("/members/" + one + "/history")).contains("Chuyên môn, nghiệp vụ", "Đại học", "Thạc sĩ");

        jdbc.sql("update member.member set qualification = 'DOCTOR' where id = :id")
                .param("id", two.id())
                .update();
        var undoing = redirected(post(work + "/undoing", Map.of()));
        written(undoing);
        assertThat(List.of(qualification(one), qualification(two))).containsExactly("UNIVERSITY", "DOCTOR");
        assertThat(get("/members/" + one + "/history")).contains("Hoàn tác việc hàng loạt");
    }

    @Test
    void itemsThatNeedADecisionOrAreSensitiveAreNotForMany() {
        var work = chosen("item", List.of(person("Ai Đó")));
        for (var item : List.of("full_name", "card_number", "joined_on", "health", "no_such", "' or true")) {
            assertThat(answer(work + "/item", Map.of("item", item, item, "X"))).hasStatus(422);
        }
    }

    // Choosing

    @Test
    void allThatTheFilterFindsAreChosen() {
        person("Danh Nam");
        people.add(tree.eastCell(), person -> person.named("Danh Nữ Một").woman());
        people.add(tree.otherEastCell(), person -> person.named("Danh Nữ Hai").woman());
        people.add(tree.westCell(), person -> person.named("Danh Nữ Tây").woman());
        assertThat(get("/members?sex=FEMALE")).contains("Cho tất cả 2 người trong danh sách", "name=\"member\"");
        var work = redirected(post("/members/bulk", Map.of("act", "exemption", "all", "true", "sex", "FEMALE")))
                .replace("/exemption", "");
        post(work + "/exemption", EXEMPTION);
        assertThat(get(work)).contains("Danh Nữ Một", "Danh Nữ Hai").doesNotContain("Danh Nam", "Danh Nữ Tây");
    }

    @Test
    void aFilterThatCannotBeReadChoosesNobody() {
        person("Ai Đó");
        var answer = answer("/members/bulk", Map.of("act", "exemption", "all", "true", "ageFrom", "abc"));
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(answer).flash().containsKey("refused");
        assertThat(get("/members/bulk")).contains("Bạn chưa làm việc hàng loạt nào");
    }

    @Test
    void nobodyTickedOrNoSuchActLeadsBackToTheListWithTheReason() {
        for (var sent : List.of(
                Map.<String, String>of(),
                Map.of("act", "exemption"),
                Map.of("act", "exemption", "member", "no id"),
                Map.of("act", "nothing", "member", person("Ai Đó").toString()))) {
            var answer = answer("/members/bulk", sent);
            assertThat(answer).hasStatus3xxRedirection();
            assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/members?");
            assertThat(answer).flash().containsKey("refused");
        }
    }

    @Test
    void anotherDistrictsPeopleAreNeitherChosenNorNamedNorWritten() {
        var own = person("Của Mình");
        var other = people.add(tree.westCell(), person -> person.named("Tây Bí Mật Lắm"));
        var work = chosen("exemption", List.of(own, other));
        assertThat(get(work + "/exemption")).contains("Đã chọn 1 người");
        post(work + "/exemption", EXEMPTION);
        assertThat(get(work)).contains("Của Mình").doesNotContain("Tây Bí Mật");
        written(work);
        assertThat(exemptions(other)).isZero();
        var alone = answer("/members/bulk", Map.of("act", "exemption", "member", other.toString()));
        assertThat(alone).flash().containsKey("refused");
    }

    // Meanwhile

    @Test
    void whoeverChangedAfterThePreviewIsJudgedAgainAndLeftOut() {
        var one = person("Vẫn Còn");
        var left = person("Đã Mất");
        var moved = person("Chuyển Sang Tây");
        var work = chosen("exemption", List.of(one, left, moved));
        post(work + "/exemption", EXEMPTION);
        assertThat(get(work)).contains("Sẽ ghi cho 3 người; 0 người bị bỏ lại.", "Chuyển Sang Tây");
        people.died(left, tree.eastCell(), LocalDate.of(2022, 4, 20));
        people.moved(moved, tree.eastCell(), tree.westCell(), LocalDate.of(2022, 4, 20));
        written(work);
        assertThat(get(work))
                .contains(
                        "Đã ghi cho 1 người; 2 người bị bỏ lại.",
                        "Người này không còn là đảng viên",
                        "Không còn thuộc phạm vi được ghi của bạn.",
                        "Không còn trong phạm vi của bạn")
                .doesNotContain("Chuyển Sang Tây");
        assertThat(List.of(exemptions(one), exemptions(left), exemptions(moved)))
                .containsExactly(1, 0, 0);
        assertThat(get(work + "/people.csv")).doesNotContain("Chuyển Sang Tây");
    }

    @Test
    void aWorkIsLetGoOfAndItsPeopleAreForgotten() {
        var work = chosen("exemption", List.of(person("Ai Đó")));
        post(work + "/abandonment", Map.of());
        assertThat(get(work)).contains("Đã bỏ").doesNotContain("Ai Đó");
        assertThat(answer(work + "/writing", Map.of())).hasStatus(409);
        assertThat(answer(work + "/exemption", EXEMPTION)).hasStatus(409);
        assertThat(get("/members/bulk")).doesNotContain(work);
    }

    @Test
    void whatWasChosenYesterdayAndLeftLyingIsForgottenWithTheNextChoice() {
        var lying = chosen("exemption", List.of(person("Bỏ Quên")));
        assertThat(get("/members/bulk")).contains(lying, "Đã chọn người");
        jdbc.sql("update membership.bulk_work set chosen_at = now() - interval '25 hours' where id = cast(:id as uuid)")
                .param("id", lying.replace("/members/bulk/", ""))
                .update();
        var next = chosen("exemption", List.of(person("Ai Đó")));
        assertThat(get("/members/bulk")).contains(next).doesNotContain(lying);
        assertThat(get(lying)).contains("Đã bỏ").doesNotContain("Bỏ Quên");
    }

    @Test
    void whoseRightReachesAsFarSeesTheWorkAndLeavesItAlone() {
        var work = chosen("exemption", List.of(person("Ai Đó")));
        post(work + "/exemption", EXEMPTION);
        var board = signIn.as(Role.BOARD, tree.root());
        assertThat(mvc.get().uri(work).with(board)).hasStatusOk().bodyText().doesNotContain("/writing");
        assertThat(mvc.post().uri(work + "/writing").with(board).with(csrf())).hasStatus(409);
        assertThat(mvc.get().uri(work).with(signIn.as(Role.CLERK, tree.west()))).hasStatus(404);
    }

    @Test
    void whatCannotBeReadInTheAddressIsNamed() {
        var work = chosen("exemption", List.of(person("Ai Đó")));
        post(work + "/exemption", EXEMPTION);
        assertThat(get(work + "?verdict=x&sort=drop&page=abc")).contains("Ai Đó", "drop");
        assertThat(get("/members/bulk?sort=drop&page=abc")).contains("drop", work);
        assertThat(mvc.get().uri("/members/bulk/no-id").with(clerk)).hasStatus(404);
        assertThat(mvc.get().uri(work + "/people.csv?verdict=x").with(clerk)).hasStatus(422);
    }

    private MemberId person(String name) {
        return people.add(tree.eastCell(), person -> person.named(name));
    }

    /** The address of a work that was begun for them. */
    private String chosen(String act, List<MemberId> members) {
        var request = mvc.post().uri("/members/bulk").with(clerk).with(csrf()).param("act", act);
        members.forEach(member -> request.param("member", member.toString()));
        return redirected(request.exchange()).replace("/" + act, "");
    }

    /** Has it written, and waits until the job is through. */
    private void written(String work) {
        post(work + "/writing", Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(work).contains(">Kết quả</h2>"));
    }

    private static String redirected(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var answer = answer(address, fields);
        assertThat(answer).hasStatus3xxRedirection();
        return answer;
    }

    private MvcTestResult answer(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String get(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private int exemptions(MemberId member) {
        return jdbc.sql("select count(*) from membership.exemption where member_id = :id")
                .param("id", member.id())
                .query(Integer.class)
                .single();
    }

    private String qualification(MemberId member) {
        return jdbc.sql("select qualification from member.member where id = :id")
                .param("id", member.id())
                .query(String.class)
                .single();
    }

    private List<String> movements(MemberId member) {
        return jdbc.sql("select kind from membership.movement where member_id = :id order by recorded")
                .param("id", member.id())
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private List<String> acts(MemberId member) {
        return jdbc.sql("select act from audit.entry where subject_id = :id")
                .param("id", member.id())
                .query((row, _) -> row.getString("act"))
                .list();
    }
}
