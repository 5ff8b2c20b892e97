package vn.partyregister.paperfile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
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
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/** A clerk keeps the paper files: their places, loans, hand-overs and counts. */
@RegisterTest
@NullUnmarked
class PaperFilePagesTests {
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
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person.named("Trần Thị Hồ Sơ"));
    }

    @Test
    void aFileIsPlacedLentAndFoundInTheListsOfItsState() {
        place(member);
        assertThat(post(
                        "/members/%s/paper-file/loan".formatted(member),
                        Map.of(
                                "borrower", "Lê Thị Bình",
                                "reason", "Bổ sung lý lịch",
                                "day", "01/04/2022",
                                "dueOn", "29/04/2022")))
                .hasStatus3xxRedirection();
        assertThat(get("/members/%s/paper-file".formatted(member)))
                .hasStatusOk()
                .bodyText()
                .contains("Cho mượn", "Lê Thị Bình", "29/04/2022", "Quá hạn", "paper-file/return")
                .doesNotContain("paper-file/loan\"");
        assertThat(get("/paper-files?state=OVERDUE&borrower=le thi"))
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "Mượn quá hạn");
        assertThat(get("/paper-files?state=MISSING")).bodyText().doesNotContain("Trần Thị Hồ Sơ");
        assertThat(get("/paper-files.csv?state=LENT"))
                .hasStatusOk()
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "Lê Thị Bình", orgs.name(tree.eastBase()));
    }

    @Test
    void eachFigureIsTheLengthOfItsList() {
        people.add(tree.eastCell(), person -> person);
        place(member);
        assertThat(get("/paper-files"))
                .bodyText()
                .containsPattern("state=IN_PLACE\"[^>]*>\\s*<strong>1</strong>")
                .containsPattern("state=NOT_RECORDED\"[^>]*>\\s*<strong>1</strong>");
        assertThat(get("/paper-files?state=NOT_RECORDED")).bodyText().contains("1–1 trong 1");
    }

    @Test
    void aFileThatDidNotFollowItsMemberIsListedOnBothSidesHandedOverAndReceived() {
        place(member);
        people.add(tree.westCell(), person -> person.named("Tây Chưa Ghi Chỗ"));
        var behind = "/paper-files?state=LEFT_BEHIND";
        var west = signIn.as(Role.CLERK, tree.west());
        assertThat(get(behind)).bodyText().doesNotContain("Trần Thị Hồ Sơ");
        people.moved(member, tree.eastCell(), tree.westCell(), LocalDate.of(2022, 4, 1));
        assertThat(get("/paper-files")).bodyText().doesNotContain("Trần Thị Hồ Sơ");
        assertThat(get(behind))
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "1–1 trong 1", orgs.name(tree.westCell()))
                .containsPattern("state=LEFT_BEHIND\"[^>]*>\\s*<strong>1</strong>")
                .doesNotContain("/members/%s/paper-file".formatted(member));
        assertThat(mvc.get().uri(behind).with(west))
                .bodyText()
                .contains(orgs.name(tree.eastBase()), "/members/%s/paper-file".formatted(member), "1–1 trong 1")
                .doesNotContain("Tây Chưa Ghi Chỗ");
        assertThat(handOver("06-BB/ĐU", orgs.name(tree.westBase()))).hasStatus3xxRedirection();
        assertThat(get(behind)).bodyText().doesNotContain("Trần Thị Hồ Sơ");
        assertThat(mvc.post()
                        .uri("/members/{id}/paper-file/receipt", member)
                        .param("organisation", orgs.name(tree.westBase()))
                        .param("place", "Kệ 9")
                        .param("day", "06/04/2022")
                        .with(csrf())
                        .with(west))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/paper-files?state=IN_PLACE").with(west))
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "Kệ 9");
        assertThat(mvc.get().uri(behind).with(west)).bodyText().doesNotContain("Trần Thị Hồ Sơ");
        assertThat(handOver("07-BB/ĐU", orgs.name(tree.eastBase())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Trần Thị Hồ Sơ");
    }

    @Test
    void theFileOfWhoDiedStaysInTheListOfWhoKeepsItUntilItGoesToTheArchive() {
        place(member);
        people.died(member, tree.eastCell(), LocalDate.of(2022, 4, 1));
        assertThat(get("/paper-files?state=LEFT_BEHIND")).bodyText().contains("Trần Thị Hồ Sơ", "1–1 trong 1");
        assertThat(mvc.get().uri("/paper-files?state=LEFT_BEHIND").with(signIn.as(Role.CLERK, tree.west())))
                .bodyText()
                .doesNotContain("Trần Thị Hồ Sơ");
        assertThat(handOver("08-BB/ĐU", "Kho lưu trữ Huyện ủy")).hasStatus3xxRedirection();
        assertThat(get("/paper-files?state=LEFT_BEHIND")).bodyText().doesNotContain("Trần Thị Hồ Sơ");
    }

    private MvcTestResult handOver(String number, String receiver) {
        return post(
                "/paper-files/hand-overs",
                Map.of(
                        "member",
                        member.toString(),
                        "organisation",
                        orgs.name(tree.eastBase()),
                        "receiver",
                        receiver,
                        "number",
                        number,
                        "day",
                        "05/04/2022"));
    }

    @Test
    void theMembersFileLeadsToItsPaper() {
        assertThat(get("/members/" + member)).bodyText().contains("/members/%s/paper-file\"".formatted(member));
    }

    @Test
    void aLoanOfWhatIsNotInItsPlaceIsRefusedAndWhatWasTypedStays() {
        assertThat(post(
                        "/members/%s/paper-file/loan".formatted(member),
                        Map.of("borrower", "Lê Thị Bình", "reason", "xem", "day", "01/04/2022", "dueOn", "29/04/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("Hãy ghi chỗ để trước", "value=\"xem\"");
        assertThat(post("/members/%s/paper-file/loan".formatted(member), Map.of("day", "31/02/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi mục này.", "Không đọc được ngày");
    }

    @Test
    void anInspectorReadsAndKeepsNothing() {
        var inspector = signIn.as(Role.INSPECTOR, tree.east());
        assertThat(mvc.get().uri("/members/{id}/paper-file", member).with(inspector))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("paper-file/placing");
        assertThat(mvc.get().uri("/members/{id}/paper-file/placing", member).with(inspector))
                .hasStatus(403);
    }

    @Test
    void chosenFilesAreHandedOverInOneRecordAndWhoCannotGoIsNamed() {
        place(member);
        var unplaced = people.add(tree.eastCell(), person -> person.named("Trần Văn Chưa Ghi"));
        assertThat(get("/paper-files/hand-over?member=%s&member=%s".formatted(member, unplaced)))
                .hasStatusOk()
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "Trần Văn Chưa Ghi", "Chưa ghi hồ sơ này để ở đâu");
        var made = mvc.post()
                .uri("/paper-files/hand-overs")
                .param("member", member.toString(), unplaced.toString())
                .param("organisation", orgs.name(tree.eastBase()))
                .param("receiver", "Đảng bộ xã Ở Tỉnh Khác")
                .param("number", "05-BB/ĐU")
                .param("day", "05/04/2022")
                .with(csrf())
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
        assertThat(made).hasStatus3xxRedirection();
        assertThat(get(Objects.requireNonNull(made.getResponse().getRedirectedUrl())))
                .hasStatusOk()
                .bodyText()
                .contains("BIÊN BẢN", "Số 05-BB/ĐU", "ngày 05 tháng 04 năm 2022", "Đảng bộ xã Ở Tỉnh Khác")
                .contains("Trần Thị Hồ Sơ")
                .doesNotContain("Trần Văn Chưa Ghi");
        assertThat(get("/members/%s/paper-file".formatted(member))).bodyText().contains("Đã bàn giao, chưa nhận");
    }

    @Test
    void aCountIsOpenedAnsweredAndClosedOnceNothingIsLeftToLookFor() {
        var other = people.add(tree.otherEastCell(), person -> person.named("Trần Văn Thiếu"));
        var gone = people.add(tree.eastCell(), person -> person.named("Trần Văn Đã Mất"));
        people.died(gone, tree.eastCell(), LocalDate.of(2022, 3, 31));
        var opened =
                post("/paper-files/counts", Map.of("organisation", orgs.name(tree.eastBase()), "day", "31/03/2022"));
        assertThat(opened).hasStatus3xxRedirection();
        var count = Objects.requireNonNull(opened.getResponse().getRedirectedUrl());
        assertThat(get(count))
                .bodyText()
                .contains("Trần Thị Hồ Sơ", "Trần Văn Thiếu")
                .doesNotContain("Trần Văn Đã Mất");
        assertThat(post(count + "/answers", Map.of("answer." + other, "MISSING")))
                .hasStatus3xxRedirection();
        assertThat(post(count + "/closing", Map.of())).hasStatus(409).bodyText().contains("Còn 1 hồ sơ chưa xem");
        assertThat(post(count + "/remainder", Map.of())).hasStatus3xxRedirection();
        assertThat(post(count + "/surplus", Map.of("cover", "Phạm Văn Thừa"))).hasStatus3xxRedirection();
        assertThat(post(count + "/closing", Map.of())).hasStatus3xxRedirection();
        assertThat(get(count + "?answer=MISSING"))
                .bodyText()
                .contains("Không khớp với danh sách", "Trần Văn Thiếu", "Phạm Văn Thừa")
                .doesNotContain("Trần Thị Hồ Sơ");
        assertThat(post(count + "/answers", Map.of("answer." + other, "FOUND")))
                .hasStatus(409)
                .bodyText()
                .contains("đã chốt");
    }

    @Test
    void thePageSaysByTheRuleWhenTheNextCountIsDue() {
        var clerk = signIn.as(Role.CLERK, tree.eastBase());
        assertThat(mvc.get().uri("/paper-files/counts").with(clerk))
                .bodyText()
                .contains("chưa kiểm kê lần nào", "12-HD/BTCTW");
        closedCount("2021-10-30");
        assertThat(mvc.get().uri("/paper-files/counts").with(clerk))
                .bodyText()
                .contains("lần sau chậm nhất 30/04/2022")
                .doesNotContain("Quá hạn");
    }

    @Test
    void aCountDueYesterdayIsLate() {
        closedCount("2021-10-29");
        assertThat(mvc.get().uri("/paper-files/counts").with(signIn.as(Role.CLERK, tree.eastBase())))
                .bodyText()
                .contains("lần sau chậm nhất 29/04/2022", "Quá hạn");
    }

    @Test
    void everyActIsInTheTrail() {
        place(member);
        assertThat(jdbc.sql("select act from audit.entry where subject_id = :id and act like 'paper-file.%'")
                        .param("id", member.id())
                        .query(String.class)
                        .list())
                .containsExactly("paper-file.placed");
    }

    private void closedCount(String day) {
        jdbc.sql("""
                        insert into paperfile.count (id, organisation_id, counted_on, opened_by, closed_at, closed_by)
                        values (uuidv7(), :organisation, cast(:day as date), 'test', now(), 'test')
                        """)
                .param("organisation", tree.eastBase().id())
                .param("day", day)
                .update();
    }

    @Test
    void theListCostsAsManyQueriesHoweverManyFilesThereAre() throws Exception {
        get("/paper-files");
        var few = Statements.of(() -> get("/paper-files"));
        for (var number = 1; number <= 60; number++) {
            place(people.add(tree.eastCell(), person -> person));
        }
        assertThat(Statements.of(() -> get("/paper-files"))).hasSameSizeAs(few);
    }

    private void place(MemberId whose) {
        assertThat(post(
                        "/members/%s/paper-file/placing".formatted(whose),
                        Map.of("organisation", orgs.name(tree.eastBase()), "place", "Tủ 1", "day", "01/03/2022")))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signIn.as(Role.CLERK, tree.east())).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(signIn.as(Role.CLERK, tree.east()));
        fields.forEach(request::param);
        return request.exchange();
    }
}
