package vn.partyregister.organisation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.ValidHtml;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Listing;

@RegisterTest
class OrganisationPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignIn signIn;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theTreeOpensAtTheOwnOrganisationWithItsChildren() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã Đông", "/members?organisation=" + place.east())
                .doesNotContain("Đảng bộ xã Tây");
    }

    @Test
    void anAddressThatCannotBeReadShowsAMessageAndTheDefault() {
        var place = orgs.tree();
        assertThat(get(
                        Role.CLERK,
                        place.east(),
                        "/organisations?asAt=31/02/2020&page=x&organisation=zz&type=%3C&sort=nonsense"))
                .hasStatusOk()
                .bodyText()
                .contains("Không đọc được ngày", "Không đọc được số trang", "Không đọc được tổ chức");
    }

    @Test
    void aSearchGoesThroughAllLevelsWithoutAccents() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations?q=chi%20bo%20ap&kind=&sort=name,desc"))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ ấp Đông 1", "Chi bộ ấp Đông 2");
    }

    @Test
    void whatLiesOutsideIsNotFound() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.westCell()))
                .hasStatus(404);
        assertThat(get(Role.CLERK, place.east(), "/organisations?organisation=" + place.west()))
                .hasStatus(404);
        assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.west() + "/name"))
                .hasStatus(404);
        assertThat(get(Role.CLERK, place.east(), "/organisations/none")).hasStatus(404);
    }

    @Test
    void aFileShowsHistoryWarningsAndForAKeeperTheActs() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.eastCell()))
                .hasStatusOk()
                .bodyText()
                .contains("Quá trình của tổ chức", "đảng viên chính thức, dưới mức", "/closing\"");
        assertThat(get(Role.INSPECTOR, place.east(), "/organisations/" + place.eastCell()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/closing\"");
        assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.eastCell() + "?asAt=2021-01-01&lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("asAt=2021-01-01");
    }

    @Test
    void everyFormOpens() {
        var place = orgs.tree();
        for (var act : new String[] {"name", "parent", "type", "kind", "closing"}) {
            assertThat(get(Role.CLERK, place.east(), "/organisations/" + place.eastCell() + "/" + act))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Số quyết định", "_csrf");
        }
        assertThat(get(Role.CLERK, place.east(), "/organisations/new?parent=" + place.eastBase()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Đảng bộ huyện Đ&ocirc;ng");
        assertThat(get(Role.INSPECTOR, place.east(), "/organisations/new")).hasStatus(403);
    }

    @Test
    void aRenamingIsPostedAndTheFileShowsIt() {
        var place = orgs.tree();
        var path = "/organisations/" + place.eastCell();
        assertThat(post(place, path + "/name", "name", "Chi bộ ấp Mới"))
                .hasStatus(302)
                .hasRedirectedUrl(path);
        assertThat(get(Role.CLERK, place.east(), path)).bodyText().contains("Chi bộ ấp Mới", "Số 5-QĐ/HU");
    }

    /** On the day before both acts the old name and the old place, on their day the new ones: in list, file and download. */
    @ParameterizedTest
    @CsvSource({"2022-03-31, true", "2022-04-01, false"})
    void onAPastDayAnOrganisationIsWhereItWasUnderTheNameItHad(String day, boolean asItWas) {
        var place = orgs.tree();
        var renamed = orgs.name(place.eastCell());
        var anew = "Chi bộ đổi tên " + place.east();
        var moved = orgs.name(place.otherEastCell());
        var otherBase = orgs.add("Đảng bộ xã Đông mới " + place.east(), "DB_CS", "XA", place.east());
        assertThat(post(place, "/organisations/" + place.eastCell() + "/name", "name", anew))
                .hasStatus(302);
        assertThat(post(place, "/organisations/" + place.otherEastCell() + "/parent", "parent", orgs.name(otherBase)))
                .hasStatus(302);
        for (var list : new String[] {"/organisations", "/organisations.csv"}) {
            var below = list + "?asAt=" + day + "&organisation=";
            assertRead(
                    place,
                    below + place.eastBase(),
                    asItWas ? List.of(renamed, moved) : List.of(anew),
                    asItWas ? anew : moved);
            assertRead(place, below + otherBase, asItWas ? List.of() : List.of(moved), asItWas ? moved : renamed);
        }
        var file = "/organisations/%s?asAt=%s";
        assertRead(
                place,
                file.formatted(place.eastCell(), day),
                List.of("<h1>" + (asItWas ? renamed : anew) + "</h1>"),
                "<h1>" + (asItWas ? anew : renamed) + "</h1>");
        var way = read(place, file.formatted(place.otherEastCell(), day)).split("<h1>", 2)[0];
        assertThat(way).contains(orgs.name(asItWas ? place.eastBase() : otherBase));
        assertThat(way).doesNotContain(orgs.name(asItWas ? otherBase : place.eastBase()));
        assertRead(
                place,
                file.formatted(place.eastBase(), day),
                asItWas ? List.of(renamed, moved) : List.of(anew),
                asItWas ? anew : moved);
    }

    private String read(Orgs.Tree place, String address) {
        var answer = get(Role.CLERK, place.east(), address);
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    private void assertRead(Orgs.Tree place, String address, List<String> there, String notThere) {
        var read = read(place, address);
        there.forEach(one -> assertThat(read).as(address).contains(one));
        assertThat(read).as(address).doesNotContain(notThere);
    }

    @Test
    void aNewOrganisationIsPostedUnderATypedParent() {
        var place = orgs.tree();
        var result = mvc.post()
                .uri("/organisations")
                .param("name", "Chi bộ vừa lập")
                .param("type", "CB_TT")
                .param("parent", nameOf(place))
                .param("day", "01/04/2022")
                .param("issuer", "Ban Thường vụ Huyện ủy")
                .param("number", "6-QĐ/HU")
                .param("issuedOn", "30/3/2022")
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus(302);
    }

    private String nameOf(Orgs.Tree place) {
        var body = get(Role.CLERK, place.east(), "/organisations/new?parent=" + place.eastBase())
                .getResponse();
        try {
            var text = HtmlUtils.htmlUnescape(body.getContentAsString());
            var at = text.indexOf("Đảng bộ huyện Đông");
            return text.substring(at, text.indexOf('"', at));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false"})
    void aCellIsWarnedOfWithTwoOfficialMembersAndNotWithThree(int official, boolean warned) {
        var place = orgs.tree();
        fill(place.eastCell(), official);
        people.add(place.eastCell(), person -> person.joined(LocalDate.of(2022, 1, 3), null));
        assertWarned(place, place.eastCell(), "Có 2 đảng viên chính thức, dưới mức 3", warned);
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, false"})
    void aBaseCommitteeIsWarnedOfWithTwentyNineMembersAndNotWithThirty(int members, boolean warned) {
        var place = orgs.tree();
        fill(place.eastCell(), 10);
        fill(place.otherEastCell(), members - 10);
        assertWarned(place, place.eastBase(), "Có 29 đảng viên, dưới mức 30", warned);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true"})
    void aBaseCellIsToldOfThirtyMembersAndNotOfTwentyNine(int members, boolean warned) {
        var place = orgs.tree();
        var cell = orgs.add("Chi bộ Trường Đông " + place.east(), "CB_CS", null, place.east());
        fill(cell, members);
        assertWarned(place, cell, "Có 30 đảng viên, đã đủ mức 30", warned);
    }

    private void fill(OrganisationId cell, int members) {
        for (var one = 0; one < members; one++) {
            people.add(cell, UnaryOperator.identity());
        }
    }

    private void assertWarned(Orgs.Tree place, OrganisationId organisation, String warning, boolean warned) {
        var page = assertThat(get(Role.CLERK, place.east(), "/organisations/" + organisation))
                .hasStatusOk()
                .bodyText();
        if (warned) {
            page.contains(warning, "Điều lệ Đảng");
        } else {
            page.doesNotContain("dưới mức", "đã đủ mức");
        }
    }

    @Test
    void whoSavesAfterAnotherHasSavedIsToldSo() {
        var place = orgs.tree();
        var address = "/organisations/" + place.eastCell() + "/name?revision=0";
        assertThat(post(place, address, "name", "Chi bộ Một " + place.east())).hasStatus(302);
        assertThat(post(place, address, "name", "Chi bộ Hai " + place.east()))
                .hasStatus(409)
                .bodyText()
                .contains("Người khác vừa sửa chỗ này");
        assertThat(orgs.name(place.eastCell())).isEqualTo("Chi bộ Một " + place.east());
    }

    @Test
    void missingFieldsComeBackWithTheirReasons() {
        var place = orgs.tree();
        assertThat(post(place, "/organisations/" + place.eastCell() + "/name", "name", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi tên tổ chức đảng.");
        assertThat(post(place, "/organisations/" + place.eastCell() + "/parent", "parent", "không đâu"))
                .hasStatusOk()
                .bodyText()
                .contains("Không rõ là tổ chức nào");
        assertThat(post(place, "/organisations/" + place.eastBase() + "/type", "type", "CB_CS"))
                .hasStatus(409)
                .bodyText()
                .contains("Điều lệ Đảng");
    }

    /** The link of the refusal opens the pairs of the day of the act, with the types, the kinds and their sources. */
    @Test
    void aRefusalOfAPlaceLeadsToThePairsThatArePermitted() {
        var place = orgs.tree();
        var refused = post(place, "/organisations/" + place.eastBase() + "/type", "type", "CB_CS");
        assertThat(refused).hasStatus(409);
        var link = Pattern.compile("href=\"(/rulebook/[^\"]+)\"").matcher(text(refused));
        assertThat(link.find()).isTrue();
        assertThat(read(place, link.group(1)))
                .contains(
                        "ngày 01/04/2022",
                        "Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh",
                        "Cấp ủy cấp trên trực tiếp đồng ý bằng văn bản",
                        "Điều 21.5",
                        "Biểu số 5-BTCTW, dòng 3",
                        "294-QĐ/TW",
                        "/rulebook/organisation-code");
        assertThat(read(place, "/rulebook/organisation-code")).contains("208-QĐ/TW", "từ 26/07/2026");
    }

    /** The form of codes is told from the day on which the book knows it. */
    @ParameterizedTest
    @CsvSource({"2026-07-25, false", "2026-07-26, true"})
    void aCodeOfAnotherFormIsToldWithItsRule(String day, boolean told) {
        var place = orgs.tree();
        jdbc.sql(
                        "insert into organisation.organisation_code (organisation_id, valid, code) values (:id, '[2022-01-01,)', :code)")
                .param("id", place.eastCell().id())
                .param("code", "MÃ " + place.eastCell())
                .update();
        var shown = read(place, "/organisations/" + place.eastCell() + "?asAt=" + day);
        assertThat(shown.contains("không viết theo dạng mã tổ chức đảng")).isEqualTo(told);
        assertThat(shown.contains("href=\"/rulebook/organisation-code\"")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, true", "2025-07-01, false"})
    void thePairsAreThoseOfTheDayAskedFor(String day, boolean districts) {
        var place = orgs.tree();
        for (var address : List.of("/rulebook/permitted-pairs", "/rulebook/permitted-pairs.csv")) {
            var pairs = read(place, address + "?asAt=" + day).split("<h2", 2)[0];
            assertThat(pairs.contains("Đảng bộ huyện, quận")).as(address).isEqualTo(districts);
            assertThat(pairs.contains("thí điểm là cấp trên trực tiếp"))
                    .as(address)
                    .isNotEqualTo(districts);
        }
        assertThat(read(place, "/rulebook/permitted-pairs?asAt=31/02/2025")).contains("không đọc được");
    }

    @Test
    void aPlaceThatNeedsTheConsentOfTheSuperiorSaysSo() {
        var place = orgs.tree();
        var partial = orgs.add("Đảng bộ bộ phận " + place.east(), "DB_BP", null, place.eastBase());
        assertThat(read(place, "/organisations/" + partial)).contains("đồng ý bằng văn bản:", "Điều 21.5");
        assertThat(read(place, "/organisations/" + place.eastCell())).doesNotContain("đồng ý bằng văn bản:");
    }

    @Test
    void bothActsOfOneDayStandInTheFileWithTheirDecisions() {
        var place = orgs.tree();
        var path = "/organisations/" + place.eastCell();
        var old = orgs.name(place.eastCell());
        assertThat(post(place, path + "/name", "name", "Chi bộ tên giữa " + place.east()))
                .hasStatus(302);
        assertThat(mvc.post()
                        .uri(path + "/name")
                        .param("name", "Chi bộ tên cuối " + place.east())
                        .param("day", "01/04/2022")
                        .param("issuer", "Ban Thường vụ Huyện ủy")
                        .param("number", "8-QĐ/HU")
                        .param("issuedOn", "31/3/2022")
                        .with(signIn.as(Role.CLERK, place.east()))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(read(place, path))
                .contains("Số 5-QĐ/HU", "Số 8-QĐ/HU", "trước: " + old, "trước: Chi bộ tên giữa " + place.east());
        for (var address : List.of(path, "/rulebook/permitted-pairs?lang=vi", "/rulebook/permitted-pairs?lang=en")) {
            ValidHtml.check(
                    address,
                    new String(
                            get(Role.CLERK, place.east(), address).getResponse().getContentAsByteArray(),
                            StandardCharsets.UTF_8));
        }
    }

    /** Number, issuer and day of the decision are asked by each of the six acts; without one nothing is written. */
    @ParameterizedTest
    @CsvSource({
        "issuer, Hãy ghi cơ quan ban hành quyết định.",
        "number, Hãy ghi số quyết định.",
        "issuedOn, Hãy ghi ngày ban hành quyết định."
    })
    void noActIsWrittenWithoutItsDecision(String field, String asked) {
        var place = orgs.tree();
        var acts = Map.of(
                "name", Map.of("name", "Chi bộ không quyết định"),
                "parent", Map.of("parent", orgs.name(place.eastBase())),
                "type", Map.of("type", "TO_DANG"),
                "kind", Map.of("kind", "XA"),
                "closing", Map.<String, String>of());
        acts.forEach((act, typed) -> assertThat(
                        withoutPartOfTheDecision(place, "/organisations/" + place.eastCell() + "/" + act, typed, field))
                .as(act)
                .contains(asked));
        assertThat(withoutPartOfTheDecision(
                        place,
                        "/organisations",
                        Map.of("name", "Chi bộ không quyết định", "type", "CB_TT", "parent", nameOf(place)),
                        field))
                .contains(asked);
        assertThat(actsBelow(place.eastBase())).containsExactly("OPENED", "OPENED", "OPENED");
    }

    private String withoutPartOfTheDecision(Orgs.Tree place, String address, Map<String, String> typed, String field) {
        var decision = new HashMap<>(Map.of(
                "day", "01/04/2022", "issuer", "Ban Thường vụ Huyện ủy", "number", "9-QĐ/HU", "issuedOn", "30/3/2022"));
        decision.put(field, " ");
        var request = mvc.post()
                .uri(address)
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf());
        typed.forEach(request::param);
        decision.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private List<String> actsBelow(OrganisationId top) {
        return jdbc.sql("""
                        select a.kind from organisation.act a
                        join organisation.ancestry d on d.descendant_id = a.organisation_id and d.ancestor_id = :top
                        """)
                .param("top", top.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Two members in one cell and one in the other: their base has three, as the tree, the list and the file say. */
    @Test
    void theTreeTellsHowManyMembersThereAreBelowEachNodeOnTheDay() {
        var place = orgs.tree();
        fill(place.eastCell(), 2);
        people.add(place.otherEastCell(), person -> person.joined(LocalDate.of(2022, 4, 1), null));
        var nodes = Map.of(place.eastBase(), 3, place.eastCell(), 2, place.otherEastCell(), 1);
        var address = "/organisations?organisation=" + place.eastBase();
        assertThat(counted(place, address, nodes.keySet())).isEqualTo(nodes);
        assertThat(counted(place, address + "&asAt=2022-04-01", nodes.keySet())).isEqualTo(nodes);
        assertThat(counted(place, address + "&asAt=2022-03-31", nodes.keySet()))
                .containsEntry(place.otherEastCell(), 0)
                .containsEntry(place.eastBase(), 2);
        assertThat(read(place, "/organisations/" + place.eastBase()))
                .contains("/members?organisation=" + place.eastBase() + "\">3</a>")
                .contains("/members?organisation=" + place.eastCell() + "\">2</a>");
    }

    private Map<OrganisationId, Integer> counted(Orgs.Tree place, String address, Set<OrganisationId> nodes) {
        var page = read(place, address);
        var tree = page.substring(page.indexOf("<nav class=\"tree"));
        var counted = new HashMap<OrganisationId, Integer>();
        for (var node : nodes) {
            var step = Pattern.compile(
                            "organisation=%s[^>]*>[^<]*</a>\\s*<span class=\"number\">([0-9.]+)<".formatted(node))
                    .matcher(tree);
            assertThat(step.find()).as(address).isTrue();
            counted.put(node, Integer.valueOf(step.group(1)));
        }
        return counted;
    }

    @ParameterizedTest
    @CsvSource({"/organisations?organisation=%s", "/organisations/%s"})
    void aCommitteeWithManyCellsIsReadByAsManyQuestionsAsOneWithFew(String address) throws Exception {
        var place = orgs.tree();
        var page = address.formatted(place.eastBase());
        read(place, page);
        var few = Statements.of(() -> read(place, page));
        for (var cell = 0; cell < 12; cell++) {
            var more = orgs.add("Chi bộ thêm %d %s".formatted(cell, place.east()), "CB_TT", null, place.eastBase());
            fill(more, 1);
        }
        for (var act = 0; act < 3; act++) {
            assertThat(post(
                            place,
                            "/organisations/" + place.eastBase() + "/name",
                            "name",
                            "Đảng bộ xã Đông lần %d %s".formatted(act, place.east())))
                    .hasStatus(302);
        }
        read(place, page);
        assertThat(Statements.of(() -> read(place, page))).hasSameSizeAs(few);
    }

    private static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void aListLeavesAsAFile() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations.csv?deep=true"))
                .hasStatusOk()
                .bodyText()
                .contains("Tên tổ chức đảng", "Chi bộ ấp Đông 1");
        assertThat(get(Role.CLERK, place.east(), "/organisations.xlsx")).hasStatusOk();
        assertThat(get(Role.AUDITOR, place.east(), "/organisations.csv")).hasStatus(403);
    }

    @Test
    void aPickerOffersWhatMatches() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations/choices?parent=dong"))
                .hasStatusOk()
                .bodyText()
                .contains("<option")
                .doesNotContain("Tây");
        assertThat(get(Role.CLERK, place.west(), "/organisations/choices?parent=tay"))
                .bodyText()
                .contains("<option", "Tây");
    }

    @Test
    void aPickerOffersNothingBeyondTheScope() {
        var place = orgs.tree();
        for (var asked : List.of("parent=tay", "organisation=tay", "parent=Tây", "parent=Đảng bộ xã Tây")) {
            assertThat(get(Role.CLERK, place.east(), "/organisations/choices?" + asked.replace(" ", "%20")))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Tây", "<option");
        }
    }

    @Test
    void theFileOfAListHoldsJustWhatTheListShows() {
        var place = orgs.tree();
        var base = orgs.add("Đảng bộ công ty Đông", "DB_CS", "DOANH_NGHIEP", place.east());
        var cell = orgs.add("Chi bộ xưởng Đông", "CB_TT", null, base);
        for (var asked : List.of(
                "",
                "deep=true",
                "q=xuong&deep=true",
                "type=DB_CS&deep=true",
                "kind=DOANH_NGHIEP&deep=true",
                "organisation=" + base,
                "organisation=" + base + "&deep=true",
                "type=CB_TT&q=dong&deep=true",
                "asAt=2009-12-31&deep=true",
                "deep=true&sort=name,desc")) {
            var shown = listed(place, "/organisations?" + asked);
            assertThat(taken(place, "/organisations.csv?" + asked)).as(asked).isEqualTo(shown);
        }
        assertThat(taken(place, "/organisations.csv?q=xuong&deep=true")).containsExactly(orgs.name(cell));
        assertThat(taken(place, "/organisations.csv?type=DB_CS&deep=true"))
                .containsExactlyInAnyOrder(orgs.name(place.eastBase()), orgs.name(base));
    }

    private List<String> listed(Orgs.Tree place, String address) {
        var shown = requireNonNull(
                get(Role.CLERK, place.east(), address).getMvcResult().getModelAndView());
        return ((Listing<?>) requireNonNull(shown.getModel().get("listing")))
                .rows().stream().map(row -> ((OrganisationRow) row).name()).toList();
    }

    private List<String> taken(Orgs.Tree place, String address) {
        var bytes = get(Role.CLERK, place.east(), address).getResponse().getContentAsByteArray();
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("[,;]", -1)[1])
                .toList();
    }

    private MvcTestResult get(Role role, OrganisationId organisation, String address) {
        return mvc.get()
                .uri(java.net.URI.create(address))
                .with(signIn.as(role, organisation))
                .exchange();
    }

    private MvcTestResult post(Orgs.Tree place, String address, String field, String value) {
        return mvc.post()
                .uri(address)
                .param(field, value)
                .param("day", "01/04/2022")
                .param("issuer", "Ban Thường vụ Huyện ủy")
                .param("number", "5-QĐ/HU")
                .param("issuedOn", "30/3/2022")
                .with(signIn.as(Role.CLERK, place.east()))
                .with(csrf())
                .exchange();
    }
}
