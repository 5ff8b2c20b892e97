package vn.partyregister.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.TransferFilter;
import vn.partyregister.transfer.TransferList;
import vn.partyregister.transfer.TransferRow;
import vn.partyregister.transfer.TransferView;

/** A member goes from the east to the west, from one base to another, out of the register and into it. Today is 30/04/2022. */
@RegisterTest
class TransferPagesTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private TransferList list;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;
    private RequestPostProcessor east;
    private RequestPostProcessor west;

    @BeforeEach
    void twoClerks() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person.named("Thạch Sơn Đi"));
        east = signIn.as(Role.CLERK, tree.east());
        west = signIn.as(Role.CLERK, tree.west());
    }

    private Map<String, String> asked(String kind, OrganisationId to) {
        return new HashMap<>(Map.of(
                "kind", kind,
                "to", orgs.name(to),
                "ground", "WORK",
                "decidedOn", "01/03/2022",
                "requestedOn", "02/03/2022"));
    }

    private MvcTestResult post(RequestPostProcessor who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult request(Map<String, String> fields) {
        return post(east, "/members/" + member + "/transfers/new", fields);
    }

    private String begin(Map<String, String> fields) {
        return at(request(fields));
    }

    private static String at(MvcTestResult begun) {
        assertThat(begun).hasStatus3xxRedirection();
        return Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
    }

    private MvcTestResult confirm(RequestPostProcessor who, String transfer, int upTo, String day) {
        return post(
                who,
                transfer + "/confirmation",
                Map.of("upTo", Integer.toString(upTo), "day", day, "number", NUMBERS.incrementAndGet() + "-GGT/HU"));
    }

    private void confirmed(RequestPostProcessor who, String transfer, int upTo, String day) {
        assertThat(confirm(who, transfer, upTo, day)).hasStatus3xxRedirection();
    }

    /** The letter is out on this day: cell, base and district of the east have signed. */
    private String underWay(String day) {
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        confirmed(east, transfer, 2, day);
        return transfer;
    }

    private String read(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String standsIn() {
        return jdbc.sql(
                        "select organisation_id::text from membership.standing where member_id = ? and valid @> '2022-04-30'::date")
                .param(member.id())
                .query(String.class)
                .optional()
                .orElse("nowhere");
    }

    private String lastKind() {
        return jdbc.sql(
                        "select kind from membership.told where member_id = ? order by effective_on desc, recorded desc limit 1")
                .param(member.id())
                .query(String.class)
                .single();
    }

    @Test
    void aLetterGoesUpThroughTheSenderAndDownThroughTheReceiver() {
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(boxes(transfer))
                .containsExactly("FROM CELL", "FROM BASE", "FROM DIRECT", "TO DIRECT", "TO BASE", "TO CELL");
    }

    private List<String> boxes(String transfer) {
        return jdbc.sql("select side || ' ' || level from transfer.box where transfer_id = ?::uuid order by position")
                .param(transfer.substring("/transfers/".length()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** A partial committee signs between the cell and the base; within it the letter goes no higher. */
    @Test
    void aPartialCommitteeHasABoxOfItsOwn() {
        var partial = orgs.add("Đảng bộ bộ phận " + tree.eastBase(), "DB_BP", null, tree.eastBase());
        var cell = orgs.add("Chi bộ bộ phận một " + partial, "CB_TT", null, partial);
        var other = orgs.add("Chi bộ bộ phận hai " + partial, "CB_TT", null, partial);
        member = people.add(cell, person -> person);
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(boxes(transfer))
                .containsExactly(
                        "FROM CELL", "FROM PARTIAL", "FROM BASE", "FROM DIRECT", "TO DIRECT", "TO BASE", "TO CELL");
        confirmed(east, transfer, 3, "05/03/2022");
        confirmed(west, transfer, 6, "06/03/2022");
        assertThat(standsIn()).isEqualTo(tree.westCell().toString());
        member = people.add(tree.westCell(), person -> person);
        var back = at(post(west, "/members/" + member + "/transfers/new", asked("OFFICIAL", cell)));
        assertThat(boxes(back))
                .containsExactly(
                        "FROM CELL", "FROM BASE", "FROM DIRECT", "TO DIRECT", "TO BASE", "TO PARTIAL", "TO CELL");
        member = people.add(cell, person -> person);
        assertThat(boxes(begin(asked("INTERNAL", other)))).containsExactly("FROM CELL", "FROM PARTIAL", "TO CELL");
        member = people.add(cell, person -> person);
        assertThat(boxes(begin(asked("INTERNAL", tree.eastCell()))))
                .containsExactly("FROM CELL", "FROM PARTIAL", "FROM BASE", "TO CELL");
        member = people.add(cell, person -> person);
        assertThat(text(request(asked("OFFICIAL", tree.eastCell())))).contains("Hãy chọn chuyển nội bộ");
    }

    /** Where no committee stands between the base and the province, the province signs in its place. */
    @Test
    void aBaseDirectlyBelowTheProvinceHasTheProvinceSign() {
        var base = orgs.add("Đảng bộ sở " + tree.east(), "DB_CS", "NHA_NUOC", tree.root());
        var cell = orgs.add("Chi bộ phòng một " + base, "CB_TT", null, base);
        var otherBase = orgs.add("Đảng bộ ban " + tree.east(), "DB_CS", "NHA_NUOC", tree.root());
        var otherCell = orgs.add("Chi bộ phòng hai " + otherBase, "CB_TT", null, otherBase);
        var board = signIn.as(Role.BOARD, tree.root());
        member = people.add(cell, person -> person);
        var transfer = at(post(board, "/members/" + member + "/transfers/new", asked("OFFICIAL", tree.westCell())));
        assertThat(boxes(transfer))
                .containsExactly("FROM CELL", "FROM BASE", "FROM PROVINCE", "TO DIRECT", "TO BASE", "TO CELL");
        confirmed(board, transfer, 2, "05/03/2022");
        confirmed(west, transfer, 5, "06/03/2022");
        assertThat(standsIn()).isEqualTo(tree.westCell().toString());
        member = people.add(tree.eastCell(), person -> person);
        assertThat(boxes(begin(asked("OFFICIAL", cell))))
                .containsExactly("FROM CELL", "FROM BASE", "FROM DIRECT", "TO PROVINCE", "TO BASE", "TO CELL");
        member = people.add(cell, person -> person);
        assertThat(boxes(at(post(board, "/members/" + member + "/transfers/new", asked("OFFICIAL", otherCell)))))
                .as("both sides share the province, which signs once")
                .containsExactly("FROM CELL", "FROM BASE", "FROM PROVINCE", "TO BASE", "TO CELL");
    }

    @Test
    void whoIsOnTheWayIsCountedAtTheSenderAndMarkedThereUntilTheReceiverAccepts() {
        var transfer = underWay("05/03/2022");
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        assertThat(read(east, "/members/" + member)).contains("Đang chuyển sinh hoạt");
        assertThat(read(east, "/members?organisation=" + tree.eastCell())).contains("Đang chuyển sinh hoạt");
        assertThat(read(east, "/members/" + member + "?asAt=04/03/2022")).doesNotContain("Đang chuyển sinh hoạt");
        confirmed(west, transfer, 4, "10/03/2022");
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        confirmed(west, transfer, 5, "12/03/2022");
        assertThat(standsIn()).isEqualTo(tree.westCell().toString());
        assertThat(lastKind()).isEqualTo("TRANSFERRED");
        assertThat(read(west, "/members/" + member))
                .doesNotContain("Đang chuyển sinh hoạt")
                .contains("Chuyển sinh hoạt chính thức", "GGT/HU");
    }

    @Test
    void theReceiverReadsWhatTheLetterSaysAndNotTheFile() {
        var transfer = underWay("05/03/2022");
        assertThat(read(west, transfer)).contains("Thạch Sơn Đi", "01/02/1970").doesNotContain("/members/" + member);
        assertThat(mvc.get().uri("/members/" + member).with(west)).hasStatus(404);
        assertThat(read(east, transfer)).contains("/members/" + member);
    }

    @Test
    void whoAnswersForNoLevelOfTheLetterDoesNotSeeIt() {
        var transfer = underWay("05/03/2022");
        var elsewhere = signIn.as(Role.CLERK, orgs.tree().east());
        assertThat(mvc.get().uri(transfer).with(elsewhere)).hasStatus(404);
        assertThat(mvc.get().uri(transfer + ".pdf").with(elsewhere)).hasStatus(404);
        assertThat(post(elsewhere, transfer + "/return", Map.of("day", "06/03/2022", "why", "x")))
                .hasStatus(404);
    }

    @Test
    void eachSideFillsItsOwnBoxesAndTheReceiverNoneBeforeTheSender() {
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(text(confirm(west, transfer, 2, "05/03/2022"))).contains("do người được giao tổ chức ấy xác nhận");
        assertThat(text(confirm(west, transfer, 3, "05/03/2022"))).contains("Nơi đi chưa xác nhận xong");
        confirmed(east, transfer, 1, "03/03/2022");
        assertThat(text(confirm(east, transfer, 1, "03/03/2022"))).contains("đã được xác nhận rồi");
        confirmed(east, transfer, 2, "04/03/2022");
        assertThat(text(confirm(east, transfer, 3, "05/03/2022"))).contains("do người được giao tổ chức ấy xác nhận");
        assertThat(confirm(west, transfer, 5, "05/03/2022")).hasStatus3xxRedirection();
    }

    @Test
    void aBoxIsNotFilledBeforeTheOneBeforeItNorInTheFuture() {
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(text(confirm(east, transfer, 0, "01/03/2022"))).contains("không thể trước ngày 02/03/2022");
        confirmed(east, transfer, 0, "02/03/2022");
        assertThat(text(confirm(east, transfer, 2, "01/05/2022"))).contains("còn ở tương lai");
    }

    @Test
    void aTransferOfTheSameBaseIsInternalAndNeedsNoHigherLevel() {
        assertThat(text(request(asked("OFFICIAL", tree.otherEastCell())))).contains("Hãy chọn chuyển nội bộ");
        var transfer = begin(asked("INTERNAL", tree.otherEastCell()));
        assertThat(jdbc.sql("select count(*) from transfer.box where transfer_id = ?::uuid")
                        .param(transfer.substring("/transfers/".length()))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        confirmed(east, transfer, 1, "05/03/2022");
        confirmed(east, transfer, 2, "06/03/2022");
        assertThat(standsIn()).isEqualTo(tree.otherEastCell().toString());
        assertThat(text(request(asked("INTERNAL", tree.westCell())))).contains("không cùng một đảng bộ cơ sở");
    }

    @Test
    void whoGoesOutLeavesTheRegisterWhenTheOthersideHasConfirmed() {
        var fields = asked("OFFICIAL", tree.westCell());
        fields.remove("to");
        fields.put("elsewhere", "Đảng bộ phường Bến Nghé, Thành phố Hồ Chí Minh");
        var transfer = begin(fields);
        confirmed(east, transfer, 2, "05/03/2022");
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        confirmed(east, transfer, 3, "15/03/2022");
        assertThat(standsIn()).isEqualTo("nowhere");
        assertThat(lastKind()).isEqualTo("TRANSFERRED_OUT");
    }

    @Test
    void whoGoesForATimeStaysAMemberAtHome() {
        var fields = asked("TEMPORARY", tree.westCell());
        fields.put("returnsOn", "01/10/2022");
        var transfer = begin(fields);
        confirmed(east, transfer, 2, "05/03/2022");
        confirmed(west, transfer, 5, "10/03/2022");
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        assertThat(lastKind()).isEqualTo("OPENING");
        assertThat(read(east, "/members/" + member)).contains("Chuyển sinh hoạt tạm thời", orgs.name(tree.westCell()));
    }

    /** Asked for on 02/03/2022: three months last until 01/06/2022, less than a year until 28/02/2023, two years until 01/03/2024. */
    @ParameterizedTest
    @CsvSource({
        "WORK, 31/05/2022, ít nhất đến hết ngày 01/06/2022",
        "WORK, 01/06/2022, ",
        "WORK, 28/02/2023, ",
        "WORK, 01/03/2023, chỉ được đến hết ngày 28/02/2023",
        "STUDY, 01/03/2024, ",
        "STUDY, 02/03/2024, chỉ được đến hết ngày 01/03/2024"
    })
    void aTemporaryTransferLastsAsLongAsTheRulesWant(String ground, String returnsOn, @Nullable String refused) {
        var fields = asked("TEMPORARY", tree.westCell());
        fields.put("ground", ground);
        fields.put("returnsOn", returnsOn);
        var answer = request(fields);
        if (refused == null) {
            assertThat(answer).hasStatus3xxRedirection();
        } else {
            assertThat(answer).hasStatus(409);
            assertThat(text(answer)).contains(refused, "24-QĐ/TW");
        }
    }

    /** Twelve weeks, the Monday after New Year's day and the five days of Tết lie between 20/12/2021 and its 60th working day. */
    @Test
    void whoBeginsAfterTheTermExplainsIt() {
        var fields = asked("OFFICIAL", tree.westCell());
        fields.put("decidedOn", "20/12/2021");
        var last = lastDay("2021-12-20", 60);
        assertThat(last).isEqualTo("2022-03-22");
        fields.put("requestedOn", last.plusDays(1).toString());
        var late = request(fields);
        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("phải giải trình", "24-QĐ/TW");
        fields.put("requestedOn", last.toString());
        var transfer = begin(fields);
        post(east, transfer + "/cancellation", Map.of("day", "30/04/2022", "why", "Đổi nơi đến"));
        fields.put("requestedOn", last.plusDays(1).toString());
        fields.put("lateWhy", "Đi công tác dài ngày");
        assertThat(read(east, begin(fields))).contains("Đi công tác dài ngày");
    }

    /** Whether somebody is late is asked on the last day itself and on the day after, of a letter and of one not begun. */
    @Test
    void aTransferIsOverdueFromTheDayAfterItsLastDay() {
        underWay("04/03/2022");
        assertOverdueFrom(lastDay("2022-03-04", 30).plusDays(1));
        tree = orgs.tree();
        east = signIn.as(Role.CLERK, tree.east());
        member = people.add(tree.eastCell(), person -> person.named("Thạch Sơn Đi"));
        begin(asked("OFFICIAL", orgs.tree().westCell()));
        assertOverdueFrom(lastDay("2022-03-01", 60).plusDays(1));
    }

    private void assertOverdueFrom(LocalDate day) {
        var whose = Scope.of(Set.of(tree.east().id()));
        var overdue = new TransferFilter(null, null, null, null, TransferView.OVERDUE);
        assertThat(list.page(overdue, whose, day.minusDays(1), TransferList.STANDARD_ORDER, 1)
                        .rows())
                .isEmpty();
        assertThat(list.page(overdue, whose, day, TransferList.STANDARD_ORDER, 1)
                        .rows())
                .singleElement()
                .returns(true, TransferRow::overdue)
                .returns(day.minusDays(1), TransferRow::dueOn);
        assertThat(list.figures(overdue, whose, day.minusDays(1))).containsEntry(TransferView.OVERDUE, 0L);
        assertThat(list.figures(overdue, whose, day)).containsEntry(TransferView.OVERDUE, 1L);
        assertThat(list.of(member, day.minusDays(1))).noneMatch(TransferRow::overdue);
        assertThat(list.of(member, day)).allMatch(TransferRow::overdue);
    }

    /** Each view has the transfers of its stage and no others. */
    @Test
    void everyViewShowsItsOwn() {
        var transfer = underWay("05/03/2022");
        assertViews("OPEN", "IN_TRANSIT", "SENT_NOT_RECEIVED");
        confirmed(west, transfer, 5, "10/03/2022");
        assertViews("ACCEPTED");
        member = people.add(tree.eastCell(), person -> person.named("Thạch Sơn Đi"));
        transfer = begin(asked("OFFICIAL", tree.westCell()));
        post(east, transfer + "/cancellation", Map.of("day", "12/03/2022", "why", "Không đi nữa"));
        assertViews("ACCEPTED", "CANCELLED");
    }

    private void assertViews(String... shown) {
        for (var view : TransferView.values()) {
            if (view == TransferView.OVERDUE) {
                continue;
            }
            var page = read(east, "/transfers?view=" + view);
            if (List.of(shown).contains(view.name())) {
                assertThat(page).as(view.name()).contains("Thạch Sơn Đi");
            } else {
                assertThat(page).as(view.name()).doesNotContain("Thạch Sơn Đi");
            }
        }
    }

    private LocalDate lastDay(String from, int workingDays) {
        return jdbc.sql("select reference.last_day(?::date, ?, 'WORKING_DAYS')")
                .params(from, workingDays)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void whoIsPresentedAfterThirtyWorkingDaysIsAcceptedWithAnExplanationOnly() {
        var transfer = underWay("04/03/2022");
        var last = lastDay("2022-03-04", 30);
        assertThat(last).isBefore(LocalDate.of(2022, 4, 30));
        assertThat(read(west, "/transfers?view=OVERDUE")).contains("Thạch Sơn Đi");
        var late = confirm(west, transfer, 5, last.plusDays(1).toString());
        assertThat(late).hasStatus(409);
        assertThat(text(late)).contains("Thời hạn nộp giấy", "24-QĐ/TW");
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        confirmed(west, transfer, 5, last.toString());
        assertThat(standsIn()).isEqualTo(tree.westCell().toString());
    }

    @Test
    void aReturnedLetterLeavesTheMemberWhereTheyAre() {
        var transfer = underWay("05/03/2022");
        assertThat(text(post(east, transfer + "/return", Map.of("day", "10/03/2022", "why", "Sai nơi đến"))))
                .contains("Chỉ người được giao nơi đến");
        assertThat(post(west, transfer + "/return", Map.of("day", "10/03/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi lý do.");
        assertThat(post(west, transfer + "/return", Map.of("day", "10/03/2022", "why", "Sai nơi đến")))
                .hasStatus3xxRedirection();
        assertThat(standsIn()).isEqualTo(tree.eastCell().toString());
        assertThat(read(east, "/transfers?view=RETURNED&q=thach son di")).contains("Thạch Sơn Đi");
        assertThat(text(confirm(west, transfer, 5, "11/03/2022"))).contains("đã bị trả lại ngày 10/03/2022");
        assertThat(request(asked("OFFICIAL", tree.westCell()))).hasStatus3xxRedirection();
    }

    @Test
    void theSenderCancelsUntilTheReceiverHasConfirmed() {
        var transfer = underWay("05/03/2022");
        var why = Map.of("day", "12/03/2022", "why", "Không đi nữa");
        assertThat(text(post(west, transfer + "/cancellation", why))).contains("Chỉ nơi đi");
        confirmed(west, transfer, 3, "10/03/2022");
        assertThat(text(post(east, transfer + "/cancellation", why))).contains("không hủy được nữa");
        assertThat(post(west, transfer + "/return", why)).hasStatus3xxRedirection();
        var other = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(post(east, other + "/cancellation", why)).hasStatus3xxRedirection();
        assertThat(text(post(west, other + "/return", why))).contains("đã hủy ngày 12/03/2022");
    }

    @Test
    void aMemberIsOnOneWayAtATime() {
        underWay("05/03/2022");
        assertThat(text(request(asked("OFFICIAL", tree.westCell())))).contains("chưa xong");
    }

    @Test
    void aLetterIntroducesOneMember() {
        var transfer = begin(asked("OFFICIAL", tree.westCell()));
        var number = NUMBERS.incrementAndGet() + "-GGT/HU";
        assertThat(post(east, transfer + "/confirmation", Map.of("upTo", "2", "day", "05/03/2022", "number", number)))
                .hasStatus3xxRedirection();
        member = people.add(tree.eastCell(), person -> person.named("Kim Người Khác"));
        var other = begin(asked("OFFICIAL", tree.westCell()));
        assertThat(text(post(
                        east, other + "/confirmation", Map.of("upTo", "2", "day", "05/03/2022", "number", number))))
                .contains("đã dùng cho người khác");
        assertThat(text(post(
                        east, other + "/confirmation", Map.of("upTo", "2", "day", "06/03/2022", "number", number))))
                .contains(number);
        assertThat(post(east, other + "/confirmation", Map.of("upTo", "2", "day", "06/03/2022")))
                .hasStatusOk();
    }

    @Test
    void nobodyIsTransferredToWhereTheyAreToWhatIsClosedOrAfterTheyLeft() {
        assertThat(text(request(asked("INTERNAL", tree.eastCell())))).contains("chính chi bộ ấy");
        var closed = orgs.add("Chi bộ đã đóng " + tree.westCell(), "CB_TT", null, tree.westBase());
        orgs.end(closed, LocalDate.of(2022, 3, 1));
        assertThat(request(asked("OFFICIAL", closed))).hasStatusOk().bodyText().contains("Không tìm thấy đúng một");
        assertThat(text(request(asked("OFFICIAL", tree.westBase())))).contains("không trực tiếp quản lý đảng viên");
        people.died(member, tree.eastCell(), LocalDate.of(2022, 2, 1));
        assertThat(request(asked("OFFICIAL", tree.westCell()))).hasStatus(409);
    }

    @Test
    void nobodyIsAcceptedBeforeWhatWasLastToldOfThemNorAfterTheyMovedOtherwise() {
        var transfer = underWay("05/03/2022");
        people.moved(member, tree.eastCell(), tree.otherEastCell(), LocalDate.of(2022, 3, 20));
        assertThat(text(confirm(west, transfer, 5, "22/03/2022"))).contains("không còn sinh hoạt ở nơi đi");
        people.moved(member, tree.otherEastCell(), tree.eastCell(), LocalDate.of(2022, 3, 25));
        assertThat(confirm(west, transfer, 5, "24/03/2022")).hasStatus(409);
        confirmed(west, transfer, 5, "26/03/2022");
    }

    private static String card() {
        return "CX" + NUMBERS.incrementAndGet();
    }

    private Map<String, String> brought(String name, String card) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("kind", "OFFICIAL"),
                Map.entry("fullName", name),
                Map.entry("born", "01/02/1970"),
                Map.entry("cardNumber", card),
                Map.entry("joinedOn", "03/02/1995"),
                Map.entry("officialOn", "03/02/1996"),
                Map.entry("from", "Đảng bộ phường Bến Nghé"),
                Map.entry("to", orgs.name(tree.westCell())),
                Map.entry("ground", "WORK"),
                Map.entry("number", NUMBERS.incrementAndGet() + "-GGT/QU"),
                Map.entry("issuedOn", "05/03/2022"),
                Map.entry("issuer", "Quận ủy Quận 1"),
                Map.entry("receivedOn", "10/03/2022")));
    }

    @Test
    void aLetterThatCameBeforeTheSenderSaidSoIsReceivedAndNotSent() {
        var card = jdbc.sql("select card_number from member.member where id = ?")
                .param(member.id())
                .query(String.class)
                .single();
        var fields = brought("Thạch Sơn Đi", card);
        fields.put("issuer", orgs.name(tree.east()));
        var transfer = at(post(west, "/transfers/arrival", fields));
        assertThat(read(west, "/transfers?view=RECEIVED_NOT_SENT")).contains("Thạch Sơn Đi");
        assertThat(read(east, "/transfers?view=RECEIVED_NOT_SENT")).doesNotContain("Thạch Sơn Đi");
        assertThat(text(confirm(west, transfer, 5, "11/03/2022"))).contains("Nơi đi chưa xác nhận xong");
        assertThat(text(confirm(east, transfer, 2, "11/03/2022"))).contains("đã nhận giấy ngày 10/03/2022");
        confirmed(east, transfer, 2, "05/03/2022");
        assertThat(read(east, "/transfers?view=SENT_NOT_RECEIVED")).contains("Thạch Sơn Đi");
        assertThat(read(west, "/transfers?view=SENT_NOT_RECEIVED")).doesNotContain("Thạch Sơn Đi");
        confirmed(west, transfer, 5, "12/03/2022");
        assertThat(standsIn()).isEqualTo(tree.westCell().toString());
    }

    @Test
    void whoComesFromOutsideEntersTheRegisterWhenTheCellAccepts() {
        var transfer = at(post(west, "/transfers/arrival", brought("Trần Thị Từ Xa", card())));
        assertThat(read(west, "/members?q=tran thi tu xa")).doesNotContain("<a href=\"/members/0");
        assertThat(post(west, transfer + "/confirmation", Map.of("upTo", "3", "day", "12/03/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy chọn giới tính.");
        assertThat(post(
                        west,
                        transfer + "/confirmation",
                        Map.of(
                                "upTo",
                                "3",
                                "day",
                                "12/03/2022",
                                "sex",
                                "FEMALE",
                                "ethnicity",
                                "KINH",
                                "religion",
                                "NONE",
                                "decidedOn",
                                "20/01/1995")))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("""
                                select t.kind from transfer.transfer x join membership.told t on t.member_id = x.member_id
                                where x.id = ?::uuid""")
                        .param(transfer.substring("/transfers/".length()))
                        .query(String.class)
                        .list())
                .containsExactly("TRANSFERRED_IN");
    }

    /** Whoever comes back from abroad comes by a letter of that kind, and is asked for nothing less. */
    @Test
    void whoComesBackFromAbroadEntersTheRegisterToo() {
        var fields = brought("Trần Thị Về Nước", card());
        fields.put("kind", "ABROAD");
        fields.put("from", "Đảng ủy Bộ Ngoại giao");
        fields.put("issuer", "Đảng ủy Bộ Ngoại giao");
        var board = signIn.as(Role.BOARD, tree.root());
        var transfer = at(post(board, "/transfers/arrival", fields));
        assertThat(boxes(transfer)).containsExactly("FROM ELSEWHERE", "TO PROVINCE", "TO DIRECT", "TO BASE", "TO CELL");
        assertThat(read(board, transfer)).contains("về nước", "Trần Thị Về Nước");
        assertThat(post(
                        board,
                        transfer + "/confirmation",
                        Map.of(
                                "upTo", "4",
                                "day", "12/03/2022",
                                "sex", "FEMALE",
                                "ethnicity", "KINH",
                                "religion", "NONE",
                                "decidedOn", "20/01/1995")))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("""
                                select t.kind || ' ' || t.to_organisation_id from transfer.transfer x
                                join membership.told t on t.member_id = x.member_id where x.id = ?::uuid""")
                        .param(transfer.substring("/transfers/".length()))
                        .query(String.class)
                        .list())
                .containsExactly("TRANSFERRED_IN " + tree.westCell());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPORARY", "INTERNAL"})
    void whoComesFromOutsideComesForGood(String kind) {
        var fields = brought("Trần Thị Từ Xa", card());
        fields.put("kind", kind);
        assertThat(post(west, "/transfers/arrival", fields)).hasStatus(409);
    }

    @Test
    void theCodeFindsTheLetterHoweverItIsTyped() {
        var transfer = underWay("05/03/2022");
        var code = jdbc.sql("select code from transfer.transfer where id = ?::uuid")
                .param(transfer.substring("/transfers/".length()))
                .query(String.class)
                .single();
        assertThat(read(west, "/transfers?code=" + code.toLowerCase(Locale.ROOT).replace("-", "")))
                .contains("Thạch Sơn Đi");
        assertThat(read(signIn.as(Role.CLERK, orgs.tree().east()), "/transfers?code=" + code))
                .contains("Không có giấy giới thiệu nào mang mã này");
        assertThat(read(west, "/transfers?code=sai")).contains("Không đọc được");
        assertThat(PrintedPages.of(mvc.get()
                                .uri(transfer + ".pdf")
                                .with(west)
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray())
                        .words())
                .contains(code, "Thạch Sơn Đi", "GGT-SHĐ", orgs.name(tree.westCell()));
    }

    @Test
    void itIsToldWhetherTheDossierTravelled() {
        var transfer = underWay("05/03/2022");
        assertThat(post(east, transfer + "/dossier", Map.of("travelled", "true")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi ngày.");
        assertThat(post(east, transfer + "/dossier", Map.of("travelled", "true", "day", "06/03/2022")))
                .hasStatus3xxRedirection();
        assertThat(read(west, transfer)).contains("giao mang theo ngày 06/03/2022");
        assertThat(post(west, transfer + "/dossier", Map.of("travelled", "false")))
                .hasStatus3xxRedirection();
        assertThat(read(east, transfer)).contains("Hồ sơ không chuyển theo");
    }

    @Test
    void aRequestNamesOneReceiverAndNothingUnreadable() {
        var fields = asked("OFFICIAL", tree.westCell());
        fields.put("elsewhere", "Đảng bộ bạn");
        assertThat(request(fields)).hasStatusOk().bodyText().contains("Chỉ ghi một nơi đến");
        fields.remove("to");
        fields.remove("elsewhere");
        fields.put("decidedOn", "31/02/2022");
        assertThat(request(fields)).hasStatusOk().bodyText().contains("Hãy ghi nơi đến.", "Không phải ngày có thật");
        assertThat(post(east, "/members/" + member + "/transfers/new", Map.of("kind", "SIDEWAYS")))
                .hasStatusOk();
    }

    @Test
    void theListLeavesAsAFile() {
        underWay("05/03/2022");
        assertThat(read(west, "/transfers.csv?q=thach son di")).contains("Thạch Sơn Đi", orgs.name(tree.eastCell()));
        assertThat(mvc.get().uri("/transfers.xlsx").with(west)).hasStatusOk();
        assertThat(mvc.get().uri("/transfers.csv?view=NOTHING").with(west)).hasStatus(422);
    }
}
