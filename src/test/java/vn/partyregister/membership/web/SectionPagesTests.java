package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.platform.Dates;

/** The sections of a member's file, written by clerks. */
@RegisterTest
class SectionPagesTests {
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"(\\w+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Sheets sheets;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
    }

    @Test
    void aCareerIsWrittenReadAndKeptWithItsPast() {
        assertThat(save(
                        Section.CAREER,
                        Map.of(
                                "since.0",
                                "9/1998",
                                "work.0",
                                "Giáo viên",
                                "unit.0",
                                "Trường THCS Hòa Ân",
                                "since.1",
                                "2005",
                                "work.1",
                                "Hiệu trưởng")))
                .hasStatus3xxRedirection();
        assertThat(sheets.get(member, Section.CAREER).rows())
                .containsExactly(
                        Map.of("since", "1998-09", "work", "Giáo viên", "unit", "Trường THCS Hòa Ân"),
                        Map.of("since", "2005", "work", "Hiệu trưởng"));
        assertThat(save(Section.CAREER, Map.of("since.0", "09/1998", "until.0", "2005", "work.0", "Giáo viên")))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/members/{id}/history", member).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains("09/1998 – Giáo viên – Trường THCS Hòa Ân", "09/1998 – 2005 – Giáo viên");
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void everySectionOpensAndItsFormSavedAsItStandsChangesNothing(Section section) {
        assertThat(form(section)).hasStatusOk();
        assertThat(save(section, typed(section))).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from member.amendment where member_id = :id")
                        .param("id", member.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What a browser would send back of the form as it opens. */
    private Map<String, String> typed(Section section) {
        if (section.repeated()) {
            return Map.of();
        }
        var page = body(form(section));
        var typed = new HashMap<>(chosen(page));
        Pattern.compile("<input class=\"form-control[^>]*name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(found -> typed.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2))));
        return typed;
    }

    private static Map<String, String> chosen(String page) {
        return Pattern.compile("<select[^>]*name=\"(\\w+)\"[^>]*>(.*?)</select>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .filter(found -> found.group(2).contains("selected"))
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> Objects.requireNonNull(
                                found.group(2).replaceAll("(?s).*value=\"(\\w+)\" selected.*", "$1"))));
    }

    @Test
    void aNameThatWasGivenChangesByADecisionAlone() {
        var typed = new HashMap<>(typed(Section.IDENTITY));
        typed.put("full_name", "Trần Thị Đổi Tên");
        assertThat(save(Section.IDENTITY, typed))
                .hasStatus(409)
                .bodyText()
                .contains("phải có quyết định", "/rulebook/change-of-identity");
        typed.putAll(Map.of("ground", "DECISION", "number", "12-QĐ/HU", "decidedOn", "01/04/2022"));
        assertThat(save(Section.IDENTITY, typed)).hasStatusOk().bodyText().contains("Căn cứ chưa đủ");
        typed.put("issuer", "Ban Thường vụ Huyện ủy");
        assertThat(save(Section.IDENTITY, typed)).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select given_name, middle_name, family_name from member.member where id = :id")
                        .param("id", member.id())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("Tên", "Thị Đổi", "Trần");
        assertThat(mvc.get().uri("/members/{id}/history", member).with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .contains("12-QĐ/HU", "Trần Thị Đổi Tên");
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, born, 03/02/1969",
        "NUMBERS, file_number, 990990TV",
        "NUMBERS, card_number, 99099099",
        "NUMBERS, citizen_number, 084070990990"
    })
    void aBirthDateAndANumberOnceGivenChangeByADecisionAlone(Section section, String item, String other) {
        jdbc.sql("""
                        update member.member set citizen_number_sealed = '', citizen_number_end = '001',
                            citizen_number_hash = cast(cast(id as text) as bytea) where id = :id
                        """).param("id", member.id()).update();
        var typed = new HashMap<>(typed(section));
        typed.put(item, other);
        assertThat(save(section, typed)).hasStatus(409).bodyText().contains("phải có quyết định");
    }

    @Test
    void theFileListsWhatIsDoneAndEachItemThatIsMissing() {
        assertThat(lacking()).contains("Quê quán: tỉnh, thành phố");
        assertThat(done("ORIGIN")).startsWith("0/3");
        assertThat(save(
                        Section.ORIGIN,
                        Map.of(
                                "native_province",
                                "Trà Vinh",
                                "birthplace_province",
                                "Trà Vinh",
                                "residence_province",
                                "")))
                .hasStatus3xxRedirection();
        assertThat(lacking()).doesNotContain("Quê quán: tỉnh, thành phố").contains("Nơi thường trú: tỉnh, thành phố");
        assertThat(done("ORIGIN")).startsWith("2/3");
    }

    /** What the list of what is missing names, each a link to its section. */
    private String lacking() {
        return within("<nav class=\"lacking", "</nav>");
    }

    private String done(String section) {
        return within("id=\"" + section + "\"", "</h2>").replaceAll("(?s).*class=\"done[^>]*>([^<]*)<.*", "$1");
    }

    private String within(String from, String to) {
        var page = HtmlUtils.htmlUnescape(body(mvc.get()
                .uri("/members/{id}", member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange()));
        var begin = page.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return page.substring(begin, page.indexOf(to, begin));
    }

    @Test
    void aCorrectionOfABirthDateSaysWhyAndCannotPassTheDayOfJoining() {
        var typed = new HashMap<>(typed(Section.IDENTITY));
        var joined = jdbc.sql("select joined_on from member.member where id = :id")
                .param("id", member.id())
                .query(LocalDate.class)
                .single();
        typed.putAll(Map.of("ground", "CORRECTION", "reason", "Nhầm năm"));
        typed.put("born", Dates.write(joined));
        assertThat(save(Section.IDENTITY, typed)).hasStatus(409).bodyText().contains("trước ngày vào Đảng");
        typed.put("born", Dates.write(joined.minusDays(1)));
        assertThat(save(Section.IDENTITY, typed)).hasStatus3xxRedirection();
    }

    @Test
    void whatIsStillToBeLookedAtIsToldAfterSavingWithItsSection() {
        var saved = save(Section.HEALTH, Map.of("health", "GOOD"));
        assertThat(saved).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri("/members/{id}", member)
                        .locale(Locale.of("vi"))
                        .cookie(saved.getResponse().getCookies())
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "chỗ cần xem:",
                        "/members/" + member + "/sections/ORIGIN\">Thiếu mục bắt buộc: Quê quán: tỉnh, thành phố");
    }

    @Test
    void aDecisionAfterTheDayOfJoiningIsRefusedWithItsReason() {
        var typed = new HashMap<>(typed(Section.ENTRY));
        typed.put("decided_on", "04/02/1995");
        assertThat(save(Section.ENTRY, typed)).hasStatus(409).bodyText().contains("Không ghi được");
    }

    @Test
    void whoeverSavesOverAnothersWorkSeesBothAndChooses() {
        var mark = mark(Section.HEALTH);
        assertThat(save(Section.HEALTH, Map.of("health", "GOOD"))).hasStatus3xxRedirection();
        var late = post(Section.HEALTH, Map.of("health", "WEAK", "mark", mark), Role.CLERK);
        assertThat(late).hasStatus(409).bodyText().contains("người khác đã ghi", "<td>Tốt</td>", "<td>Yếu</td>");
        assertThat(sheets.get(member, Section.HEALTH).value("health")).isEqualTo("GOOD");
        assertThat(post(Section.HEALTH, Map.of("health", "WEAK", "mark", mark(body(late))), Role.CLERK))
                .hasStatus3xxRedirection();
        assertThat(sheets.get(member, Section.HEALTH).value("health")).isEqualTo("WEAK");
    }

    @ParameterizedTest
    @CsvSource({
        "CAREER, since.0, 31/02/2010, không phải ngày",
        "CAREER, since.0, 05/2022, chưa tới",
        "CAREER, since.0, 1849, lùi quá xa",
        "CAREER, until.0, 1980, kết thúc trước khi bắt đầu",
        "FAMILY, full_name.0, An 🙂, không dùng trong họ tên",
        "FAMILY, relation.0, UNCLE, chọn một giá trị",
        "ECONOMY, household_income, nhiều, số nguyên",
        "NUMBERS, citizen_number, 0840, không đúng dạng",
        "DECLARATION, declared_on, 01/05/2022, chưa tới",
    })
    void whatCannotBeReadIsNamedAndNothingIsWritten(Section section, String field, String typed, String says) {
        var given = new HashMap<>(Map.of("work.0", "Làm ruộng", "since.0", "1990"));
        given.put(field, typed);
        if (!section.repeated()) {
            given.putAll(typed(section));
            given.put(field, typed);
        }
        assertThat(save(section, given))
                .hasStatusOk()
                .bodyText()
                .contains(says)
                .contains("value=\"" + typed.replace("UNCLE", "") + (typed.equals("UNCLE") ? "" : "\""));
        assertThat(sheets.get(member, section).rows().stream().allMatch(row -> !row.containsValue(typed)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301})
    void aTextIsAsLongAsItsItemAllows(int letters) {
        var saved = save(Section.CAREER, Map.of("since.0", "2001", "work.0", "ệ".repeat(letters)));
        assertThat(saved).hasStatus(letters == 300 ? 302 : 200);
    }

    @Test
    void decomposedLettersAndUnseenMarksAreReadAsMeant() {
        var typed = Normalizer.normalize("Trưởng ấp Giồng Lức", Normalizer.Form.NFD) + "\u202e\u200f";
        assertThat(save(Section.CAREER, Map.of("since.0", "2001", "work.0", typed)))
                .hasStatus3xxRedirection();
        assertThat(sheets.get(member, Section.CAREER).rows().getFirst()).containsEntry("work", "Trưởng ấp Giồng Lức");
    }

    @Test
    void theSensitivePartIsSealedNotedAndBehindAPermissionOfItsOwn() {
        assertThat(save(Section.FAMILY, Map.of("relation.0", "FATHER", "full_name.0", "Lê Văn Kín", "born.0", "1940")))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select content is null and sealed is not null from member.sheet where member_id = :id")
                        .param("id", member.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(mvc.get().uri("/members/{id}", member).with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .doesNotContain("Lê Văn Kín");
        assertThat(mvc.get().uri("/members/{id}/sensitive", member).with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains("Lê Văn Kín");
        assertThat(mvc.get()
                        .uri("/members/{id}/sensitive", member)
                        .with(signIn.as(Role.CELL_SECRETARY, tree.eastCell())))
                .hasStatus(403);
        assertThat(mvc.get().uri("/members/{id}/history", member).with(signIn.as(Role.CELL_SECRETARY, tree.eastCell())))
                .bodyText()
                .doesNotContain("Lê Văn Kín");
        assertThat(jdbc.sql("select count(*) from audit.entry where subject_id = :id and act = 'member.sensitive-read'")
                        .param("id", member.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(mvc.get().uri("/members/{id}/sections/FAMILY", member).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/members/{id}/sensitive/CAREER", member).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatus(404);
    }

    @Test
    void aNumberOfAnotherMemberIsRefused() {
        var other = people.add(tree.westCell(), person -> person);
        jdbc.sql("update member.member set card_number = '84001234' where id = :id")
                .param("id", other.id())
                .update();
        var typed = new HashMap<>(typed(Section.NUMBERS));
        typed.putAll(Map.of("card_number", "84001234", "ground", "CORRECTION", "reason", "Nhập nhầm thẻ"));
        assertThat(save(Section.NUMBERS, typed)).hasStatus(409).bodyText().contains("đảng viên khác");
    }

    private MvcTestResult form(Section section) {
        return mvc.get()
                .uri(address(section), member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult save(Section section, Map<String, String> given) {
        var all = new HashMap<>(given);
        all.put("mark", mark(section));
        return post(section, all, Role.CLERK);
    }

    private MvcTestResult post(Section section, Map<String, String> given, Role role) {
        var request = mvc.post().uri(address(section), member).with(csrf()).with(signIn.as(role, tree.east()));
        given.forEach(request::param);
        return request.exchange();
    }

    private String mark(Section section) {
        return mark(body(form(section)));
    }

    private static String mark(String page) {
        var found = MARK.matcher(page);
        assertThat(found.find()).isTrue();
        return Objects.requireNonNull(found.group(1));
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String address(Section section) {
        return "/members/{id}/" + (section.sensitive() ? "sensitive/" : "sections/") + section;
    }
}
