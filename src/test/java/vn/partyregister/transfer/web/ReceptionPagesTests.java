package vn.partyregister.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
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

/** One clerk receives many letters on one page: all of them are taken in, or nobody is. Today is 30/04/2022. */
@RegisterTest
class ReceptionPagesTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(7000);

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
    private RequestPostProcessor east;
    private RequestPostProcessor west;

    @BeforeEach
    void twoClerks() {
        tree = orgs.tree();
        east = signIn.as(Role.CLERK, tree.east());
        west = signIn.as(Role.CLERK, tree.west());
    }

    private MvcTestResult post(RequestPostProcessor who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String id(MvcTestResult begun) {
        assertThat(begun).hasStatus3xxRedirection();
        return Objects.requireNonNull(begun.getResponse().getRedirectedUrl()).substring("/transfers/".length());
    }

    private MemberId member(String name) {
        return people.add(tree.eastCell(), person -> person.named(name));
    }

    /** The letter is out on 05/03/2022: cell, base and district of the east have signed. */
    private String underWay(MemberId member) {
        var transfer = id(post(
                east,
                "/members/" + member + "/transfers/new",
                Map.of(
                        "kind", "OFFICIAL",
                        "to", orgs.name(tree.westCell()),
                        "ground", "WORK",
                        "decidedOn", "01/03/2022",
                        "requestedOn", "02/03/2022")));
        var signed = Map.of("upTo", "2", "day", "05/03/2022", "number", NUMBERS.incrementAndGet() + "-GGT/HU");
        assertThat(post(east, "/transfers/" + transfer + "/confirmation", signed))
                .hasStatus3xxRedirection();
        return transfer;
    }

    private String brought(String name) {
        return id(post(
                west,
                "/transfers/arrival",
                Map.ofEntries(
                        Map.entry("kind", "OFFICIAL"),
                        Map.entry("fullName", name),
                        Map.entry("born", "01/02/1970"),
                        Map.entry("cardNumber", "RX" + NUMBERS.incrementAndGet()),
                        Map.entry("joinedOn", "03/02/1995"),
                        Map.entry("officialOn", "03/02/1996"),
                        Map.entry("from", "Đảng bộ phường Bến Nghé"),
                        Map.entry("to", orgs.name(tree.westCell())),
                        Map.entry("ground", "WORK"),
                        Map.entry("number", NUMBERS.incrementAndGet() + "-GGT/QU"),
                        Map.entry("issuedOn", "05/03/2022"),
                        Map.entry("issuer", "Quận ủy Quận 1"),
                        Map.entry("receivedOn", "10/03/2022"))));
    }

    private static Map<String, String> fields(String day, String... taken) {
        var fields = new HashMap<>(Map.of("day", day));
        for (var at = 0; at < taken.length; at++) {
            fields.put("letters[%d].transfer".formatted(at), taken[at]);
            fields.put("letters[%d].taken".formatted(at), "true");
        }
        return fields;
    }

    private MvcTestResult receive(Map<String, String> fields) {
        return post(west, "/transfers/reception?lang=vi", fields);
    }

    private List<String> kinds() {
        return jdbc.sql("""
                        select kind from membership.told where to_organisation_id = :cell and effective_on = :day order by kind
                        """)
                .param("cell", tree.westCell().id())
                .param("day", LocalDate.of(2022, 3, 15))
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private void boxesAreFilled(String transfer) {
        assertThat(jdbc.sql("select stage from transfer.transfer where id = ?::uuid")
                        .param(transfer)
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
        assertThat(jdbc.sql("select count(*) from transfer.box where transfer_id = ?::uuid and filled_on is null")
                        .param(transfer)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMovesInsideAndWhoComesFromOutsideAreTakenInTogether() {
        var one = underWay(member("Sơn Nhận Một"));
        var two = underWay(member("Sơn Nhận Hai"));
        var newcomer = brought("Trần Nhận Ba");
        assertThat(mvc.get().uri("/transfers/reception?lang=vi").with(west))
                .bodyText()
                .contains("3 giấy giới thiệu đang chờ", "Sơn Nhận Một", "Sơn Nhận Hai", "Trần Nhận Ba");
        assertThat(mvc.get().uri("/transfers/reception?lang=vi").with(east))
                .bodyText()
                .contains("Không có giấy giới thiệu nào")
                .doesNotContain("Sơn Nhận Một");
        var fields = fields("15/03/2022", one, two, newcomer);
        assertThat(receive(fields)).hasStatusOk().bodyText().contains("Hãy chọn giới tính.");
        assertThat(kinds()).isEmpty();
        fields.putAll(Map.of(
                "letters[2].sex", "MALE",
                "letters[2].ethnicity", "KINH",
                "letters[2].religion", "NONE",
                "letters[2].decidedOn", "20/01/1995"));
        assertThat(receive(fields)).hasStatus3xxRedirection();
        assertThat(kinds()).containsExactly("TRANSFERRED", "TRANSFERRED", "TRANSFERRED_IN");
        List.of(one, two, newcomer).forEach(this::boxesAreFilled);
    }

    /** The day is before the sender's for one, another has moved otherwise meanwhile: the journal is told of nobody. */
    @Test
    void whoCannotBeTakenInIsNamedAndNobodyIsUntilTheyAreLeftOut() {
        var one = underWay(member("Sơn Giấy Được"));
        var moved = member("Sơn Đã Đi Nơi Khác");
        var gone = underWay(moved);
        people.moved(moved, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 3, 8));
        assertThat(receive(fields("15/03/2022", one, gone)))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "1 người chưa tiếp nhận được, nên chưa tiếp nhận ai",
                        "Sơn Đã Đi Nơi Khác",
                        "không còn sinh hoạt")
                .containsPattern("id=\"letter-0\" checked=\"checked\"")
                .doesNotContainPattern("id=\"letter-1\" checked");
        assertThat(kinds()).isEmpty();
        assertThat(receive(fields("15/03/2022", one))).hasStatus3xxRedirection();
        assertThat(kinds()).containsExactly("TRANSFERRED");
    }

    @Test
    void aLatePresentationIsExplainedOnceForAll() {
        var one = underWay(member("Sơn Nộp Trễ"));
        var fields = fields("29/04/2022", one);
        assertThat(receive(fields)).hasStatus(409).bodyText().contains("Thời hạn nộp giấy", "24-QĐ/TW");
        fields.put("lateWhy", "ốm, nằm viện");
        assertThat(receive(fields)).hasStatus3xxRedirection();
        boxesAreFilled(one);
    }

    @Test
    void whoAnswersForNoBoxOfALetterReceivesNothing() {
        var one = underWay(member("Sơn Của Người Khác"));
        assertThat(post(east, "/transfers/reception", fields("15/03/2022", one)))
                .hasStatus3xxRedirection();
        assertThat(kinds()).isEmpty();
        assertThat(receive(Map.of("day", "15/03/2022")))
                .hasStatus(409)
                .bodyText()
                .contains("Hãy chọn ít nhất một");
    }
}
