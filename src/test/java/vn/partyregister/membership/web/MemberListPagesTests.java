package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;

@RegisterTest
class MemberListPagesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Pattern NAMES = Pattern.compile("<th scope=\"row\"><a[^>]*>([^<]*)</a>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void givenNamesOrderTheListThenMiddleThenFamilyNames() {
        for (var name : List.of(
                "Trần Văn Bình",
                "Lê Thị Ánh",
                "Nguyễn Văn Ân",
                "Đặng Văn An",
                "Nguyễn Anh An",
                "Đỗ Văn An",
                "Lê Văn Đạt",
                "Lê Văn Dũng")) {
            people.add(tree.eastCell(), person -> person.named(name));
        }
        assertThat(names("/members"))
                .containsExactly(
                        "Nguyễn Anh An",
                        "Đặng Văn An",
                        "Đỗ Văn An",
                        "Lê Thị Ánh",
                        "Nguyễn Văn Ân",
                        "Trần Văn Bình",
                        "Lê Văn Dũng",
                        "Lê Văn Đạt");
    }

    @ParameterizedTest
    @CsvSource({
        "nguyen, 1",
        "NGUYỄN, 1",
        "Nguyễn Thị Hoà, 1",
        "hòa, 2",
        "hoà, 2",
        "HOA, 2",
        "hoa nguyen, 1",
        "thi hoa, 2",
        "guy hoa, 1",
        "th ho, 2",
        "nguyen lan, 0",
        "bí danh, 1",
        "thach sokha, 1",
        "%, 0",
        "_, 0",
        "nguyen', 1"
    })
    void wordsOfANameAreFoundInAnyOrderWithoutTheirMarks(String q, int found) {
        people.add(tree.eastCell(), person -> person.named("Nguyễn Thị Hòa"));
        people.add(tree.eastCell(), person -> person.named("Trần Thị Hoà").alsoKnownAs("Bí Danh", "Thạch Sô-kha"));
        people.add(tree.eastCell(), person -> person.named("Lê Văn Đức").alsoKnownAs("Khác", "Thạch Sokha"));
        people.add(tree.westCell(), person -> person.named("Nguyễn Thị Hòa"));
        assertThat(names("/members?q={q}", q)).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"77001234", "7700 1234", "00771", "123456 TV", "123456tv", "084170001234", "084 170 001 234"})
    void aNumberIsFoundWhole(String q) {
        var number = tree.east().id().toString().substring(30).replaceAll("\\D", "7");
        people.add(tree.eastCell(), person -> person.named("Người Khác"));
        if (names("/members?q=77001234").isEmpty()) {
            try {
                people.add(
                        orgs.tree().eastCell(),
                        person -> person.named("Người Có Số " + number)
                                .numbered("77001234", "00771", "123456 TV", "084170001234"));
            } catch (org.springframework.dao.DuplicateKeyException _) {
                // made for the number before
            }
        }
        assertThat(names(signIn.as(Role.BOARD, tree.root()), "/members?q={q}", q))
                .anyMatch(name -> name.startsWith("Người Có Số"));
    }

    @ParameterizedTest
    @CsvSource({"5511, 2", "%s5511, 1", "5511 %s, 1", "4%s, 1", "4%s hu, 1", "4%s-HU, 1", "4%s TV, 0", "551, 0", "%s, 3"
    })
    void aCardOrAFileIsFoundByFourDigitsOfItsNumber(String typed, int found) {
        var own = digits(8);
        people.add(tree.eastCell(), person -> person.numbered(own + "5511", "5511" + own, null, null));
        people.add(tree.eastCell(), person -> person.numbered("88" + digits(8), "5511" + digits(8), null, null));
        people.add(tree.eastCell(), person -> person.numbered(null, null, "4" + own + " HU", null));
        people.add(tree.eastCell(), person -> person.numbered(null, null, "9" + own + " HU", null));
        people.add(tree.westCell(), person -> person.numbered("7" + own + "5511", null, null, null));
        assertThat(names("/members?q={q}", typed.replace("%s", own))).hasSize(found);
    }

    @Test
    void aCitizenNumberIsFoundWholeAlone() {
        var number = "084" + digits(9);
        people.add(tree.eastCell(), person -> person.named("Có Căn Cước").numbered(null, null, null, number));
        assertThat(names("/members?q=" + number)).containsExactly("Có Căn Cước");
        assertThat(names("/members?q=" + number.substring(0, 11))).isEmpty();
        assertThat(names("/members?q=" + number.substring(3))).isEmpty();
        assertThat(names("/members?q=" + number.substring(0, 11) + (number.charAt(11) == '0' ? '1' : '0')))
                .isEmpty();
    }

    /** Digits that no other test has typed. */
    private static String digits(int many) {
        var digits = new StringBuilder();
        java.util.concurrent.ThreadLocalRandom.current()
                .ints(many, 0, 5)
                .map(digit -> List.of(0, 2, 3, 6, 9).get(digit))
                .forEach(digits::append);
        return digits.toString();
    }

    @Test
    void anAgeBeginsOnTheBirthday() {
        people.add(tree.eastCell(), person -> person.named("Ba Mươi Hôm Nay").born(TODAY.minusYears(30)));
        people.add(
                tree.eastCell(),
                person -> person.named("Ba Mươi Ngày Mai")
                        .born(TODAY.minusYears(30).plusDays(1)));
        assertThat(names("/members?ageFrom=30")).containsExactly("Ba Mươi Hôm Nay");
        assertThat(names("/members?ageTo=29")).containsExactly("Ba Mươi Ngày Mai");
        assertThat(names("/members?ageFrom=30&asAt=2022-05-01")).hasSize(2);
        assertThat(names("/members?ageFrom=30&ageTo=30")).containsExactly("Ba Mươi Hôm Nay");
    }

    @ParameterizedTest
    @CsvSource({
        "sex=FEMALE, Nữ", "ethnicity=KHMER, Khmer", "ethnicity=MINORITY, Khmer", "religion=BUDDHISM, Khmer",
                "religion=ANY, Khmer",
        "status=PROBATIONARY, Mới", "entryYear=2022, Mới", "admitted=2022, Mới", "exempt=true, Miễn",
                "qualification=UNIVERSITY, Học",
        "education=UPPER_SECONDARY, Học", "theory=ADVANCED, Học"
    })
    void eachConditionKeepsWhoMeetsIt(String condition, String kept) {
        people.add(tree.eastCell(), person -> person.named("Ai Đó Thường"));
        people.add(tree.eastCell(), person -> person.named("Ai Đó Nữ").woman());
        people.add(tree.eastCell(), person -> person.named("Ai Đó Khmer").of("KHMER", "BUDDHISM"));
        people.add(tree.eastCell(), person -> person.named("Ai Đó Mới").joined(LocalDate.of(2022, 1, 1), null));
        people.add(tree.eastCell(), person -> person.named("Ai Đó Miễn").exempt(TODAY));
        people.add(
                tree.eastCell(),
                person -> person.named("Ai Đó Học").educated("UPPER_SECONDARY", "UNIVERSITY", "ADVANCED"));
        assertThat(names("/members?" + condition)).containsExactly("Ai Đó " + kept);
    }

    /** The days on which a period of entry ends and the next begins (member-file, part 4). */
    @ParameterizedTest
    @CsvSource({
        "1945-08-18, BEFORE_AUGUST_1945, trước 19/8/1945",
        "1945-08-19, FROM_AUGUST_1945, 19/8/1945–20/7/1954",
        "1954-07-20, FROM_AUGUST_1945, 19/8/1945–20/7/1954",
        "1954-07-21, FROM_JULY_1954, 21/7/1954–30/4/1975",
        "1975-04-30, FROM_JULY_1954, 21/7/1954–30/4/1975",
        "1975-05-01, FROM_MAY_1975, từ 01/5/1975"
    })
    void whoJoinedOnADayBelongsToItsPeriod(LocalDate joined, String period, String label) {
        var member = people.add(
                tree.eastCell(),
                person ->
                        person.named("Vào Thời Kỳ").born(joined.minusYears(20)).joined(joined, joined.plusYears(1)));
        assertThat(names("/members?entryPeriod=" + period)).containsExactly("Vào Thời Kỳ");
        var others = List.of("BEFORE_AUGUST_1945", "FROM_AUGUST_1945", "FROM_JULY_1954", "FROM_MAY_1975");
        assertThat(others)
                .filteredOn(one -> !one.equals(period))
                .allSatisfy(
                        one -> assertThat(names("/members?entryPeriod=" + one)).isEmpty());
        assertThat(body(clerk, "/members?entryPeriod=" + period + "&lang=vi")).contains("Thời kỳ vào Đảng: " + label);
        assertThat(body(clerk, "/members.csv?entryPeriod=" + period)).contains("Vào Thời Kỳ");
        assertThat(body(clerk, "/members/" + member + "?lang=vi")).contains("thời kỳ vào Đảng: " + label);
        assertThat(body(clerk, "/?organisation=" + tree.eastCell() + "&lang=vi"))
                .containsPattern("(?s)<th scope=\"row\">" + label
                        + "</th>\\s*<td class=\"number\" data-value=\"1\"><a href=\"/members\\?[^\"]*entryPeriod="
                        + period);
    }

    @Test
    void whoIsNotExemptIsKeptByTheOtherAnswer() {
        people.add(tree.eastCell(), person -> person.named("Đang Miễn").exempt(TODAY));
        people.add(tree.eastCell(), person -> person.named("Không Miễn"));
        people.add(tree.eastCell(), person -> person.named("Ngày Mai Miễn").exempt(TODAY.plusDays(1)));
        assertThat(names("/members?exempt=false")).containsExactlyInAnyOrder("Không Miễn", "Ngày Mai Miễn");
    }

    @Test
    void conditionsNarrowTogetherAndStandAsChips() {
        people.add(
                tree.eastCell(), person -> person.named("Cả Hai Điều").woman().of("KHMER", "NONE"));
        people.add(tree.eastCell(), person -> person.named("Một Điều Thôi").woman());
        assertThat(names("/members?sex=FEMALE&ethnicity=KHMER")).containsExactly("Cả Hai Điều");
        assertThat(body(clerk, "/members?sex=FEMALE&ethnicity=KHMER"))
                .contains("href=\"/members?ethnicity=KHMER\"", "href=\"/members?sex=FEMALE\"");
    }

    @Test
    void theKindIsThatOfTheBaseOrganisationAbove() {
        var company = orgs.add("Chi bộ công ty", "CB_CS", "DOANH_NGHIEP", tree.east());
        people.add(company, person -> person.named("Ở Công Ty"));
        people.add(tree.eastCell(), person -> person.named("Ở Ấp Này"));
        assertThat(names("/members?kind=DOANH_NGHIEP")).containsExactly("Ở Công Ty");
        assertThat(names("/members?kind=XA")).containsExactly("Ở Ấp Này");
        assertThat(names("/members?kind=NOT_STATED")).isEmpty();
    }

    @Test
    void anotherDayShowsWhoStoodThen() {
        var gone = people.add(tree.eastCell(), person -> person.named("Đã Mất Rồi"));
        people.died(gone, tree.eastCell(), LocalDate.of(2021, 6, 15));
        people.add(tree.eastCell(), person -> person.named("Vào Sau Này").joined(LocalDate.of(2021, 6, 15), null));
        assertThat(names("/members")).containsExactly("Vào Sau Này");
        assertThat(names("/members?asAt=2021-06-14")).containsExactly("Đã Mất Rồi");
        assertThat(names("/members?asAt=2021-06-15")).containsExactly("Vào Sau Này");
        assertThat(names("/members?asAt=2018-12-30")).isEmpty();
    }

    @Test
    void whoWasAdmittedInAYearIsListedEvenAfterLeaving() {
        var gone = people.add(
                tree.eastCell(), person -> person.named("Kết Nạp Rồi Mất").joined(LocalDate.of(2020, 12, 31), null));
        people.died(gone, tree.eastCell(), LocalDate.of(2021, 6, 15));
        people.add(tree.eastCell(), person -> person.named("Năm Sau Mới Vào").joined(LocalDate.of(2021, 1, 1), null));
        assertThat(names("/members?admitted=2020")).containsExactly("Kết Nạp Rồi Mất");
        assertThat(body(clerk, "/members?admitted=2020")).contains("Không còn trong danh sách");
    }

    @Test
    void nobodyOutsideTheScopeIsListedCountedOrFound() {
        people.add(tree.westCell(), person -> person.named("Bên Tây Kia"));
        people.add(tree.eastCell(), person -> person.named("Bên Đông Này"));
        assertThat(names("/members")).containsExactly("Bên Đông Này");
        assertThat(body(clerk, "/members")).contains("1–1 trong 1");
        assertThat(names("/members?q=ben")).containsExactly("Bên Đông Này");
        assertThat(names("/members?organisation=" + tree.eastBase())).containsExactly("Bên Đông Này");
        assertThat(mvc.get().uri("/members?organisation=" + tree.west()).with(clerk))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asAt=31/02/2022",
                "organisation=none",
                "status=X",
                "ageFrom=-1",
                "ageTo=abc",
                "page=0",
                "page=1e9",
                "sort=name;drop",
                "ethnicity=%00",
                "entryYear=99999",
                "exempt=maybe",
                "kind=?"
            })
    void whatCannotBeReadIsNamedAndLeftOut(String parameter) {
        people.add(tree.eastCell(), person -> person.named("Vẫn Thấy Đây"));
        assertThat(names("/members?" + parameter)).containsExactly("Vẫn Thấy Đây");
        if (!parameter.contains("%00")) {
            assertThat(body(clerk, "/members?" + parameter)).contains("Không đọc được");
        }
    }

    @Test
    void anEmptyPageSaysWhy() {
        assertThat(body(clerk, "/members")).contains("Chưa có đảng viên nào");
        assertThat(body(clerk, "/members?sex=FEMALE")).contains("Không có đảng viên nào khớp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&q=trung+ten"})
    void pagesFollowOneAnotherWithoutRepeatingAnybody(String search) {
        for (var number = 1; number <= 101; number++) {
            people.add(tree.eastCell(), person -> person.named("Trùng Tên Nhau"));
        }
        var seen = new ArrayList<String>();
        for (var page = 1; page <= 3; page++) {
            var body = body(clerk, "/members?page=" + page + search);
            Pattern.compile("href=\"/members/([0-9a-f-]{36})\\?")
                    .matcher(body)
                    .results()
                    .forEach(link -> seen.add(link.group(1)));
        }
        assertThat(seen).hasSize(101).doesNotHaveDuplicates();
        assertThat(body(clerk, "/members?page=2" + search)).contains("51–100 trong 101");
        assertThat(body(clerk, "/members?page=9" + search)).contains("101–101 trong 101");
        assertThat(body(clerk, "/members?page=2&sex=MALE")).contains("/members?sex=MALE&amp;sort=name,asc&amp;page=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,asc",
                "name,desc",
                "born,asc",
                "born,desc",
                "joined,desc",
                "organisation,asc",
                "organisation,desc",
                "card,asc",
                "card,desc"
            })
    void everyOrderTurnsBothWays(String sort) {
        people.add(tree.eastCell(), person -> person.named("A"));
        people.add(
                tree.otherEastCell(),
                person -> person.named("B")
                        .born(LocalDate.of(1980, 1, 1))
                        .joined(LocalDate.of(2000, 1, 1), LocalDate.of(2001, 1, 1)));
        assertThat(names("/members?sort=" + sort))
                .containsExactly(sort.endsWith("asc") ? new String[] {"A", "B"} : new String[] {"B", "A"});
    }

    @Test
    void thePageAsksAsOftenForManyAsForOne() throws Exception {
        people.add(tree.eastCell(), person -> person);
        body(clerk, "/members");
        var one = Statements.of(() -> body(clerk, "/members"));
        for (var number = 1; number <= 60; number++) {
            people.add(tree.eastCell(), person -> person);
        }
        assertThat(Statements.of(() -> body(clerk, "/members")))
                .hasSameSizeAs(one)
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theFileHoldsTheWholeListAndNobodyElse() {
        for (var number = 1; number <= 60; number++) {
            people.add(tree.eastCell(), person -> person.named("=Trong Tệp").woman());
        }
        people.add(tree.eastCell(), person -> person.named("Ngoài Điều Kiện"));
        people.add(tree.westCell(), person -> person.named("Ngoài Phạm Vi").woman());
        var csv = body(clerk, "/members.csv?sex=FEMALE");
        assertThat(csv).startsWith("\ufeff").doesNotContain("Ngoài", ",=Trong", ";=Trong");
        assertThat(csv.split("Trong Tệp", -1)).hasSize(61);
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("Họ và tên", "Sinh ngày", "Tổ chức đảng đang sinh hoạt");
        assertThat(mvc.get().uri("/members.xlsx?sex=FEMALE").with(clerk)).hasStatusOk();
        assertThat(mvc.get().uri("/members.csv").with(signIn.as(Role.AUDITOR, tree.east())))
                .hasStatus(403);
        assertThat(mvc.get().uri("/members.csv?sex=X").with(clerk)).hasStatus(422);
        assertThat(mvc.get().uri("/members.csv?organisation=" + tree.west()).with(clerk))
                .hasStatus(404);
    }

    @Test
    void theLinkToAFileKeepsTheFilterAndTheOrder() {
        people.add(tree.eastCell(), person -> person.named("An Trẻ").woman().born(LocalDate.of(1985, 1, 1)));
        people.add(tree.eastCell(), person -> person.named("Yên Già").woman().born(LocalDate.of(1940, 1, 1)));
        people.add(tree.eastCell(), person -> person.named("Bình Nam"));
        var page = body(clerk, "/members?sex=FEMALE&sort=born,asc");
        for (var file : List.of("/members.csv", "/members.xlsx", "/members.pdf", "/members/labels.pdf")) {
            assertThat(page).contains("href=\"" + file + "?sex=FEMALE&amp;sort=born,asc\"");
        }
        var csv = body(clerk, "/members.csv?sex=FEMALE&sort=born,asc");
        assertThat(csv).doesNotContain("Bình Nam");
        assertThat(csv.indexOf("Yên Già")).isPositive().isLessThan(csv.indexOf("An Trẻ"));
    }

    @Test
    void aCitizenNumberLeavesWholeOnlyForWhoMaySeeIt() {
        var number = "0841" + "%08d".formatted(Math.floorMod(tree.east().hashCode(), 100_000_000));
        people.add(tree.eastCell(), person -> person.numbered("C" + number, "D" + number, "F" + number, number));
        assertThat(body(clerk, "/members.csv")).contains(number);
        assertThat(body(signIn.as(Role.INSPECTOR, tree.east()), "/members.csv"))
                .doesNotContain("," + number)
                .contains("•••");
    }

    private List<String> names(String address, Object... values) {
        return names(clerk, address, values);
    }

    private List<String> names(RequestPostProcessor who, String address, Object... values) {
        return NAMES.matcher(body(who, address, values))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private String body(RequestPostProcessor who, String address, Object... values) {
        var answer = mvc.get().uri(address, values).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
