package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.access.Today;
import vn.partyregister.platform.Uuids;

/** While somebody is away another one of the committee sees what is due to them; the committee above sees what is long overdue. */
@RegisterTest
class StandInTests {
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

    @Autowired
    private Today today;

    private Orgs.Tree tree;
    private SignIn.Account away;
    private SignIn.Account colleague;

    /** A clerk of the eastern cell and of the western one, and a secretary of the eastern cell alone. */
    @BeforeEach
    void aCommittee() {
        tree = orgs.tree();
        away = signIn.account(Role.CLERK, tree.eastCell());
        signIn.grant(away, Role.CLERK, tree.westCell());
        colleague = signIn.account(Role.CELL_SECRETARY, tree.eastCell());
        people.add(
                tree.westCell(),
                person -> person.named("Lâm Phía Tây")
                        .joined(LocalDate.of(2022, 4, 1), null)
                        .withoutBiography());
        people.add(
                tree.eastCell(),
                person -> person.named("Lâm Phía Đông")
                        .joined(LocalDate.of(2022, 4, 1), null)
                        .withoutBiography());
    }

    private String inbox(SignIn.Account reader, String query) {
        return body(
                mvc.get().uri("/inbox?lang=vi" + query).with(signIn.as(reader)).exchange());
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private MvcTestResult post(SignIn.Account by, String address, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/inbox/delegations" + address + "?lang=vi")
                .with(signIn.as(by))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult name(UUID whom, LocalDate from, LocalDate to) {
        return post(
                away,
                "",
                Map.of(
                        "colleague",
                        whom.toString(),
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "reason",
                        "Nghỉ phép"));
    }

    private void delegated(LocalDate from, LocalDate last) {
        jdbc.sql("""
                        insert into inbox.delegation (id, of_account_id, to_account_id, valid, reason, recorded_by)
                        values (:id, :of, :to, daterange(:from, :last, '[]'), 'Nghỉ phép', 'test')
                        """)
                .param("id", Uuids.next())
                .param("of", away.id())
                .param("to", colleague.id())
                .param("from", from)
                .param("last", last)
                .update();
    }

    @Test
    void aStandInSeesFromTheFirstDayToTheLast() {
        assertThat(inbox(colleague, "")).contains("Lâm Phía Đông").doesNotContain("Lâm Phía Tây");
        assertThat(name(colleague.id(), today.day(), today.day())).hasStatus3xxRedirection();
        assertThat(inbox(colleague, "")).contains("Lâm Phía Đông", "Lâm Phía Tây", "Đang xem thay");
        assertThat(inbox(colleague, "&standIn=" + away.id())).contains("Lâm Phía Tây");
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'inbox.delegated' and account_id = :account")
                        .param("account", away.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDayBeforeTheFirstAndTheDayAfterTheLastNothingIsSeen() {
        delegated(today.day().minusDays(3), today.day().minusDays(1));
        delegated(today.day().plusDays(1), today.day().plusDays(3));
        assertThat(inbox(colleague, "")).doesNotContain("Lâm Phía Tây", "Đang xem thay");
        assertThat(inbox(colleague, "&standIn=" + away.id())).doesNotContain("Lâm Phía Tây", "Lâm Phía Đông");
        delegated(today.day(), today.day());
        assertThat(inbox(colleague, "")).contains("Lâm Phía Tây");
    }

    @Test
    void aStandInSeesNoFurtherThanTheOtherDoesNow() {
        delegated(today.day(), today.day());
        jdbc.sql(
                        "update access.grant_of_role set valid = daterange(lower(valid), :today) where account_id = :account and organisation_id = :west")
                .param("today", today.day())
                .param("account", away.id())
                .param("west", tree.westCell().id())
                .update();
        assertThat(inbox(colleague, "")).doesNotContain("Lâm Phía Tây");
    }

    @Test
    void aStandInMayDoNothingMore() {
        delegated(today.day(), today.day());
        var member = people.add(tree.westCell(), person -> person.named("Lâm Kín"));
        assertThat(mvc.get().uri("/members/" + member.id()).with(signIn.as(colleague)))
                .hasStatus(404);
    }

    @Test
    void eachRefusalSaysWhy() {
        var now = today.day();
        assertThat(body(name(colleague.id(), now.minusDays(1), now))).contains("Không ủy quyền cho ngày đã qua");
        assertThat(body(name(colleague.id(), now.plusDays(2), now.plusDays(1)))).contains("Ngày cuối phải từ ngày");
        assertThat(body(name(signIn.account(Role.CLERK, tree.west()).id(), now, now)))
                .contains("Chỉ ủy quyền cho người cùng cấp ủy");
        assertThat(body(name(away.id(), now, now))).contains("Chỉ ủy quyền cho người cùng cấp ủy");
        assertThat(body(post(
                        away,
                        "",
                        Map.of("colleague", colleague.id().toString(), "from", "31/02/2026", "to", "", "reason", ""))))
                .contains("Có chỗ cần sửa", "Thiếu lý do", "Thiếu ngày cuối");
        assertThat(name(colleague.id(), now, now.plusDays(2))).hasStatus3xxRedirection();
        assertThat(name(colleague.id(), now.plusDays(2), now.plusDays(4))).hasStatus(409);
        assertThat(name(colleague.id(), now.plusDays(3), now.plusDays(4))).hasStatus3xxRedirection();
    }

    @Test
    void whoIsBackSoonerEndsItAndNobodyElseCan() {
        delegated(today.day(), today.day().plusDays(5));
        var id = jdbc.sql("select id from inbox.delegation where of_account_id = :account")
                .param("account", away.id())
                .query(UUID.class)
                .single();
        assertThat(post(colleague, "/withdrawal", Map.of("delegation", id.toString())))
                .hasStatus(404);
        assertThat(post(away, "/withdrawal", Map.of("delegation", "x"))).hasStatus(404);
        assertThat(post(away, "/withdrawal", Map.of("delegation", id.toString())))
                .hasStatus3xxRedirection();
        assertThat(inbox(colleague, "")).doesNotContain("Lâm Phía Tây");
        assertThat(post(away, "/withdrawal", Map.of("delegation", id.toString())))
                .hasStatus(404);
    }

    /** Overdue by ten working days on 29/04/2022: due on Friday 15/04 (11/04 was a holiday). A day later due is not long enough. */
    @Test
    void whatIsLongOverdueIsShownToTheCommitteeRightAboveAlone() {
        card("Kiểm tra lâu", "2022-04-15");
        card("Kiểm tra mới", "2022-04-18");
        var base = signIn.account(Role.CLERK, tree.eastBase());
        assertThat(inbox(base, "&urgency=ESCALATED")).contains("Kiểm tra lâu").doesNotContain("Kiểm tra mới");
        assertThat(inbox(signIn.account(Role.CLERK, tree.east()), "&urgency=ESCALATED"))
                .doesNotContain("Kiểm tra lâu");
        assertThat(inbox(signIn.account(Role.CLERK, tree.eastCell()), "&urgency=ESCALATED"))
                .doesNotContain("Kiểm tra lâu");
    }

    /** A check of cards that is due on a day. */
    private void card(String name, String due) {
        jdbc.sql("""
                        insert into recognition.card_check (id, organisation_id, name, begun_on, opened_by)
                        select :id, :cell, :name, max(day), 'test' from reference.working_day
                        where reference.last_day(day, 60, 'WORKING_DAYS') = cast(:due as date)
                        """)
                .param("id", Uuids.next())
                .param("cell", tree.eastCell().id())
                .param("name", name)
                .param("due", due)
                .update();
    }

    /** Of what fell due in 2022 in the east: the parts sum to the whole, and each figure is the length of its list. */
    @Test
    void figuresOfPunctualityBalanceAndOpen() {
        card("Kiểm tra lâu", "2022-04-15");
        var clerk = signIn.account(Role.CLERK, tree.east());
        var page = body(mvc.get()
                .uri("/inbox/punctuality?lang=vi&year=2022")
                .with(signIn.as(clerk))
                .exchange());
        assertThat(page).contains(orgs.name(tree.eastBase()), "Hoàn thành kiểm tra kỹ thuật thẻ", "Khai lý lịch");
        assertThat(body(mvc.get()
                        .uri("/inbox?lang=vi&year=2022&state=OVERDUE&organisation=" + tree.eastBase())
                        .with(signIn.as(clerk))
                        .exchange()))
                .contains("Kiểm tra lâu");
        assertThat(body(mvc.get()
                        .uri("/inbox/punctuality?lang=vi&year=1&kind=X")
                        .with(signIn.as(clerk))
                        .exchange()))
                .contains("Không đọc được");
        assertThat(mvc.get()
                        .uri("/inbox/punctuality?organisation=" + tree.west())
                        .with(signIn.as(clerk)))
                .hasStatus(404);
    }

    @Test
    void theInboxIsPrinted() {
        assertThat(mvc.get().uri("/inbox.pdf").with(signIn.as(signIn.account(Role.CLERK, tree.east()))))
                .hasStatusOk()
                .hasContentType("application/pdf");
    }
}
