package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import vn.partyregister.membership.MovementKind;

/** What happens to a member is entered from the file, read in its journal, and taken back when it was wrong. */
@RegisterTest
class MovementPagesTests {
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
        member = people.add(tree.eastCell(), person -> person);
    }

    private Map<String, String> typed(String ground, String day) {
        return Map.of(
                "day",
                day,
                "ground",
                ground,
                "number",
                "15-QĐ/HU",
                "decidedOn",
                "01/03/2022",
                "issuer",
                orgs.name(tree.east()));
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

    private MvcTestResult enter(MovementKind kind, Map<String, String> typed) {
        return post("/members/{id}/movements/{kind}", typed, member, kind);
    }

    private UUID lastEntry() {
        return jdbc.sql(
                        "select id from membership.told where member_id = :id order by effective_on desc, recorded desc limit 1")
                .param("id", member.id())
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "TRANSFERRED",
                "TRANSFERRED_OUT",
                "DIED",
                "STRUCK_OFF",
                "RESIGNED",
                "EXPELLED",
                "ADMISSION_CANCELLED"
            })
    void theFileLeadsToEveryActAndItsPageProposesWhoDecides(MovementKind kind) {
        assertThat(get("/members/{id}", member)).bodyText().contains("/movements/" + kind);
        var page = get("/members/{id}/movements/{kind}", member, kind);
        assertThat(page).hasStatusOk();
        if (kind.asks(MovementKind.Asked.DECISION)) {
            assertThat(page).bodyText().contains("value=\"" + orgs.name(tree.east()) + "\"");
        }
    }

    @Test
    void theGroundsOfAnActNameTheDirectiveTheyAreTakenFrom() {
        assertThat(get("/members/{id}/movements/STRUCK_OFF", member))
                .bodyText()
                .contains("24-QĐ/TW, xóa tên đảng viên (8.1)", "Không đóng đảng phí");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsRecorded() {
        assertThat(enter(MovementKind.STRUCK_OFF, Map.of()))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi ngày.");
        assertThat(enter(MovementKind.STRUCK_OFF, Map.of("day", "01/04/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy chọn lý do.", "Hãy ghi số quyết định.", "Hãy ghi cơ quan ban hành.");
        assertThat(enter(MovementKind.TRANSFERRED, typed("WORK", "01/04/2022")))
                .bodyText()
                .contains("Hãy ghi chi bộ.");
        assertThat(get("/members/{id}", member)).bodyText().contains("Chính thức</strong>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/05/2022", "31/02/2022", "ngày mai", "01/01/0001"})
    void aDayThatCannotBeIsNamedAndWhatWasTypedStays(String day) {
        var answer = enter(MovementKind.STRUCK_OFF, typed("NO_DUES", day));
        assertThat(answer.getResponse().getStatus()).isIn(200, 409);
        assertThat(answer).bodyText().contains("role=\"alert\"", "15-QĐ/HU");
    }

    @Test
    void aTransferIsRecordedAndReadInTheJournalWithItsDecision() {
        var typed = new HashMap<>(typed("WORK", "01/04/2022"));
        typed.put("organisation", orgs.name(tree.otherEastCell()));
        assertThat(enter(MovementKind.TRANSFERRED, typed)).hasStatus3xxRedirection();
        assertThat(get("/members/{id}", member))
                .bodyText()
                .contains("Chuyển sinh hoạt chính thức", "→", "Chuyển công tác, đổi việc làm", "15-QĐ/HU");
        assertThat(enter(MovementKind.TRANSFERRED, typed))
                .hasStatus(409)
                .bodyText()
                .contains("chính chi bộ ấy");
    }

    @Test
    void aNumberThatAnotherDecisionHoldsIsRefusedWithThatDecision() {
        assertThat(enter(MovementKind.STRUCK_OFF, typed("NO_DUES", "01/04/2022")))
                .hasStatus3xxRedirection();
        member = people.add(tree.eastCell(), person -> person);
        var again = new HashMap<>(typed("NO_DUES", "02/04/2022"));
        again.put("decidedOn", "02/03/2022");
        assertThat(enter(MovementKind.STRUCK_OFF, again))
                .hasStatus(409)
                .bodyText()
                .contains("15-QĐ/HU ngày 01/03/2022", "36-HD/VPTW");
        again.put("decidedOn", "01/03/2022");
        assertThat(enter(MovementKind.STRUCK_OFF, again)).hasStatus3xxRedirection();
    }

    @Test
    void aWrongEntryIsTakenBackWithAReasonAndTheRightOneFollows() {
        enter(MovementKind.STRUCK_OFF, typed("NO_DUES", "01/04/2022"));
        var wrong = lastEntry();
        assertThat(get("/members/{id}", member)).bodyText().contains("/entries/" + wrong + "/reversal", "Khôi phục");
        assertThat(get("/members/{id}/entries/{movement}/reversal", member, wrong))
                .hasStatusOk()
                .bodyText()
                .contains("Xóa tên", "01/04/2022");
        assertThat(post("/members/{id}/entries/{movement}/reversal", Map.of("reason", " "), member, wrong))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do hủy.");
        assertThat(post(
                        "/members/{id}/entries/{movement}/reversal",
                        Map.of("reason", "Nhầm ngày", "again", "true"),
                        member,
                        wrong))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/members/%s/movements/STRUCK_OFF?corrects=%s".formatted(member, wrong));
        assertThat(get("/members/{id}/movements/STRUCK_OFF?corrects=" + wrong, member))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"01/04/2022\"", "15-QĐ/HU", "name=\"corrects\"");
        var right = new HashMap<>(typed("NO_DUES", "02/04/2022"));
        right.put("corrects", wrong.toString());
        assertThat(enter(MovementKind.STRUCK_OFF, right)).hasStatus3xxRedirection();
        assertThat(get("/members/{id}", member))
                .bodyText()
                .contains(
                        "class=\"reversed\"",
                        "Nhầm ngày",
                        "Đã ghi lại: ngày 02/04/2022",
                        "ghi lại cho bản ghi ngày 01/04/2022");
    }

    @Test
    void anEntryOfSomebodyElseCanBeNeitherReadNorTakenBack() {
        var other = people.add(tree.eastCell(), person -> person);
        var entry = lastEntry();
        assertThat(get("/members/{id}/entries/{movement}/reversal", other, entry))
                .hasStatus(404);
        assertThat(post("/members/{id}/entries/{movement}/reversal", Map.of("reason", "x"), other, entry))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENING", "ADMITTED", "REASSIGNED"})
    void whatIsNotEnteredFromTheFileHasNoPageThere(String kind) {
        assertThat(get("/members/{id}/movements/{kind}", member, kind)).hasStatus(404);
        assertThat(post("/members/{id}/movements/{kind}", Map.of("day", "01/04/2022"), member, kind))
                .hasStatus(404);
    }

    @Test
    void whoComesFromOutsideIsEnteredWithWhereTheyComeFrom() {
        var typed = new HashMap<>(Map.of(
                "organisation", orgs.name(tree.eastCell()),
                "fullName", "Sơn Văn Phương Xa",
                "sex", "MALE",
                "born", "12/03/1980",
                "ethnicity", "KHMER",
                "religion", "NONE",
                "joinedOn", "19/05/2005"));
        typed.putAll(Map.of(
                "arrivedOn", "01/04/2022",
                "officialOn", "19/05/2006",
                "number", "12-GGT/TU",
                "decidedOn", "20/03/2022",
                "issuer", "Ban Tổ chức Tỉnh ủy tỉnh bạn"));
        assertThat(get("/members/arrival")).hasStatusOk().bodyText().contains("ngoài đảng bộ này");
        assertThat(post("/members/arrival", typed)).hasStatusOk().bodyText().contains("Hãy ghi tổ chức đảng ngoài");
        typed.put("elsewhere", "Đảng bộ phường bạn");
        var recorded = post("/members/arrival", typed);
        assertThat(recorded).hasStatus3xxRedirection();
        assertThat(get(Objects.requireNonNull(recorded.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("Chính thức</strong>", "từ Đảng bộ phường bạn", "12-GGT/TU");
    }

    /** From the file of who was struck off: the link, the form that knows them, the day before the term is over and the day. */
    @Test
    void whoLeftIsAdmittedAgainFromTheirFile() {
        assertThat(get("/members/{id}", member)).bodyText().doesNotContain("again=" + member);
        var left = new HashMap<>(typed("NO_DUES", "01/04/2019"));
        left.put("decidedOn", "01/03/2019");
        assertThat(enter(MovementKind.STRUCK_OFF, left)).hasStatus3xxRedirection();
        assertThat(get("/members/{id}", member)).bodyText().contains("/members/admission?again=" + member);
        var name = jdbc.sql("select full_name from member.member where id = ?")
                .param(member.id())
                .query(String.class)
                .single();
        assertThat(get("/members/admission?again=" + member))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + name + "\"", "name=\"again\"");
        var typed = new HashMap<>(Map.of(
                "again", member.toString(),
                "organisation", orgs.name(tree.otherEastCell()),
                "fullName", name,
                "sex", "MALE",
                "born", "01/02/1970",
                "ethnicity", "KINH",
                "religion", "NONE"));
        typed.putAll(Map.of(
                "joinedOn", "31/03/2022",
                "number", "16-QĐ/HU",
                "decidedOn", "20/03/2022",
                "issuer", orgs.name(tree.east())));
        assertThat(post("/members/admission", typed)).hasStatus(409).bodyText().contains("01/04/2022", "24-QĐ/TW");
        typed.put("joinedOn", "01/04/2022");
        assertThat(post("/members/admission", typed)).hasStatus3xxRedirection().hasRedirectedUrl("/members/" + member);
        assertThat(get("/members/{id}", member))
                .bodyText()
                .contains("Dự bị</strong>", "16-QĐ/HU", orgs.name(tree.otherEastCell()))
                .doesNotContain("/members/admission?again=");
        assertThat(jdbc.sql(
                                "select kind || ' ' || again from membership.told where member_id = ? order by effective_on desc limit 1")
                        .param(member.id())
                        .query(String.class)
                        .single())
                .isEqualTo("ADMITTED true");
    }

    @Test
    void whoWasPutOutIsRestoredFromTheirFile() {
        assertThat(get("/members/{id}", member)).bodyText().doesNotContain("/movements/RESTORED");
        assertThat(enter(MovementKind.STRUCK_OFF, typed("NO_DUES", "01/04/2022")))
                .hasStatus3xxRedirection();
        assertThat(get("/members/{id}", member)).bodyText().contains("/members/" + member + "/movements/RESTORED");
        assertThat(get("/members/{id}/movements/RESTORED", member))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + orgs.name(tree.eastCell()) + "\"", "Khiếu nại được giải quyết");
        var typed = new HashMap<>(typed("COMPLAINT", "20/04/2022"));
        typed.put("number", "17-QĐ/HU");
        typed.put("decidedOn", "19/04/2022");
        assertThat(enter(MovementKind.RESTORED, typed)).bodyText().contains("Hãy ghi chi bộ.");
        typed.put("organisation", orgs.name(tree.eastCell()));
        typed.put("status", "OFFICIAL");
        assertThat(enter(MovementKind.RESTORED, typed)).hasStatus3xxRedirection();
        assertThat(get("/members/{id}", member))
                .bodyText()
                .contains("Chính thức</strong>", "17-QĐ/HU", "Khiếu nại được giải quyết")
                .doesNotContain("/movements/RESTORED");
        assertThat(enter(MovementKind.RESTORED, typed)).hasStatus(409);
    }

    /** Where the register does not know who decided, whoever enters it is told that nothing guards the number. */
    @Test
    void anIssuerTheRegisterDoesNotKnowIsSaidToBeUnguarded() {
        assertThat(get("/members/{id}/movements/STRUCK_OFF", member)).bodyText().contains("id=\"issuer-hint\"");
        var known = new HashMap<>(typed("NO_DUES", "01/04/2022"));
        known.put("issuer", "Ban Thường vụ Huyện ủy " + orgs.name(tree.east()).replace("Đảng bộ huyện ", ""));
        assertThat(notice(enter(MovementKind.STRUCK_OFF, known))).isEqualTo("membership.recorded");
        member = people.add(tree.eastCell(), person -> person);
        var again = new HashMap<>(known);
        again.putAll(Map.of("day", "02/04/2022", "decidedOn", "02/03/2022"));
        assertThat(enter(MovementKind.STRUCK_OFF, again))
                .hasStatus(409)
                .bodyText()
                .contains("15-QĐ/HU");
        again.put("issuer", "Ban Thường vụ Huyện ủy Nơi Khác");
        var recorded = enter(MovementKind.STRUCK_OFF, again);
        assertThat(notice(recorded)).isEqualTo("membership.recorded");
        assertThat(recorded.getMvcResult().getFlashMap().get("asides"))
                .asString()
                .contains("organisation.number-unguarded", "15-QĐ/HU");
    }

    private static @Nullable Object notice(MvcTestResult recorded) {
        return recorded.getMvcResult().getFlashMap().get("notice");
    }

    /** A form offers the grounds that are for the member; what was posted past it is refused by the rule, as below. */
    @Test
    void aFormOffersTheGroundsThatAreForTheMember() {
        assertThat(get("/members/{id}/movements/STRUCK_OFF", member))
                .bodyText()
                .contains("value=\"NO_DUES\"")
                .doesNotContain("UNWORTHY_PROBATIONER");
        assertThat(get("/members/{id}/movements/EXPELLED", member)).bodyText().contains("value=\"DISCIPLINE\"");
        member = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2022, 2, 3), null));
        assertThat(get("/members/{id}/movements/STRUCK_OFF", member))
                .bodyText()
                .contains("value=\"NO_DUES\"", "value=\"UNWORTHY_PROBATIONER\"");
        assertThat(get("/members/{id}/movements/EXPELLED", member))
                .hasStatusOk()
                .bodyText()
                .contains("Không có lý do nào của biến động này dành cho đảng viên Dự bị")
                .doesNotContain("value=\"DISCIPLINE\"");
    }

    /** The rule of whom a ground is for stands in the refusal of the form. */
    @Test
    void aProbationerIsNotExpelledAndTheRuleIsNamed() {
        member = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2022, 2, 3), null));
        assertThat(enter(MovementKind.EXPELLED, typed("DISCIPLINE", "01/04/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("Chính thức", "không khai trừ", "102-QĐ/TW");
        assertThat(enter(MovementKind.STRUCK_OFF, typed("UNWORTHY_PROBATIONER", "01/04/2022")))
                .hasStatus3xxRedirection();
    }

    @Test
    void aLongJournalIsReadByAsManyQuestionsAsAShortOne() throws Exception {
        get("/members/{id}", member);
        var few = Statements.of(() -> get("/members/{id}", member));
        for (var day = 1; day < 10; day++) {
            var typed = new HashMap<>(typed("WORK", "0%d/04/2022".formatted(day)));
            typed.put("organisation", orgs.name(day % 2 == 0 ? tree.eastCell() : tree.otherEastCell()));
            assertThat(enter(MovementKind.TRANSFERRED, typed)).hasStatus3xxRedirection();
        }
        assertThat(Statements.of(() -> get("/members/{id}", member))).hasSameSizeAs(few);
    }
}
