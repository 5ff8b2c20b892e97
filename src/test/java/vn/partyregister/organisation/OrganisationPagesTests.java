package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;

/** The tree and the file of one organisation. */
@RegisterTest
class OrganisationPagesTests extends OrganisationDesk {
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

    /** Where somebody is already is no way to go: the last step of the way is a text. */
    @Test
    void theWayDownToAnOrganisationEndsInItsName() {
        var place = orgs.tree();
        var cell = "/organisations/" + place.eastCell();
        var own = way(get(Role.CLERK, place.east(), cell));
        assertThat(own)
                .contains("href=\"/organisations/" + place.eastBase() + "\"", "aria-current=\"page\"")
                .doesNotContain("href=\"" + cell + "\"");
        assertThat(own.split("aria-current", -1))
                .as("one place is the one shown")
                .hasSize(2);
        assertThat(way(get(Role.CLERK, place.east(), cell + "/committee")))
                .as("its committee is another page")
                .contains("href=\"" + cell + "\"", "<li aria-current=\"page\">Cấp ủy</li>");
    }

    private static String way(MvcTestResult answer) {
        var page = text(answer);
        var from = page.indexOf("<nav class=\"trail\"");
        return page.substring(from, page.indexOf("</nav>", from));
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

    private void assertRead(Orgs.Tree place, String address, List<String> there, String notThere) {
        var read = read(place, address);
        there.forEach(one -> assertThat(read).as(address).contains(one));
        assertThat(read).as(address).doesNotContain(notThere);
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
}
