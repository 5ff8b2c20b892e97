package vn.partyregister.admission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** The pages of admissions, and what becomes of what cannot be. Today is 30/04/2022. */
@RegisterTest
class AdmissionPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private RequestPostProcessor east;
    private RequestPostProcessor west;

    @BeforeEach
    void twoClerks() {
        tree = orgs.tree();
        people.add(tree.eastCell(), person -> person.named("Sơn Văn Giúp"));
        east = signIn.as(Role.CLERK, tree.east());
        west = signIn.as(Role.CLERK, tree.west());
    }

    private Map<String, String> candidate() {
        return new HashMap<>(Map.of(
                "organisation", orgs.name(tree.eastCell()),
                "day", "01/03/2022",
                "fullName", "Kim Thị Trang",
                "sex", "FEMALE",
                "born", "01/02/1999",
                "ethnicity", "KHMER",
                "religion", "NONE",
                "category", "WORKER",
                "massOrganisation", "NEITHER",
                "another", "true"));
    }

    private MvcTestResult post(RequestPostProcessor who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String open(Map<String, String> fields) {
        var opened = post(east, "/admissions/new", fields);
        assertThat(opened).hasStatus3xxRedirection();
        return Objects.requireNonNull(opened.getResponse().getRedirectedUrl());
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

    @Test
    void aCaseShowsItsNextStepItsRulesAndItsCriteria() {
        var shown = read(east, open(candidate()));
        assertThat(shown)
                .contains("Bước tiếp: Ghi nghị quyết đưa vào danh sách quần chúng ưu tú")
                .contains("theo quy định của ngày 01/03/2022")
                .contains("Đủ 18 tuổi vào 30/04/2022 (sinh 01/02/1999)")
                .contains("/rulebook/minimum-age-to-join");
    }

    @Test
    void aCaseIsThereForWhoAnswersForItsCellAlone() {
        var address = open(candidate());
        assertThat(mvc.get().uri(address).with(west)).hasStatus(404);
        assertThat(read(west, "/admissions?view=ALL")).doesNotContain("Kim Thị Trang");
        assertThat(read(east, "/admissions")).contains("Kim Thị Trang");
        assertThat(read(east, "/admissions.csv")).contains("Kim Thị Trang").contains("Tạo nguồn");
        assertThat(mvc.get().uri("/admissions.pdf").with(east)).hasStatusOk().hasContentType("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 31/02/2022",
        "day, ''",
        "born, hôm qua",
        "fullName, ''",
        "citizenNumber, 0840",
        "organisation, Chi bộ không có",
        "category, ''"
    })
    void whatCannotBeReadIsSaidBesideItsField(String field, String written) {
        var fields = candidate();
        fields.put(field, written);
        var answer = post(east, "/admissions/new", fields);
        assertThat(answer).hasStatusOk();
        assertThat(text(answer)).contains("id=\"" + field + "-wrong\"");
    }

    /** Without a citizen number a name and a birth date are all there is: whoever looks alike is shown, and compared first. */
    @Test
    void whoLooksAlikeIsComparedBeforeACaseIsOpened() {
        var fields = candidate();
        fields.put("fullName", "Kim Thị Giống Nhau");
        fields.put("born", "03/02/1997");
        fields.remove("another");
        var first = open(fields);
        var shown = post(east, "/admissions/new?lang=vi", fields);
        assertThat(shown).hasStatusOk();
        assertThat(text(shown)).contains("Đã có hồ sơ kết nạp đang làm", first, orgs.name(tree.eastCell()));
        assertThat(read(east, "/admissions?view=ALL&q=kim thi giong nhau").split("/admissions/[0-9a-f]{8}-"))
                .as("nothing was opened")
                .hasSize(2);
        people.add(
                tree.eastCell(),
                person -> person.named("KIM THỊ GIỐNG NHAU")
                        .born(LocalDate.of(1997, 2, 3))
                        .joined(LocalDate.of(2019, 2, 3), LocalDate.of(2020, 2, 3)));
        var elsewhere = new HashMap<>(fields);
        elsewhere.put("organisation", orgs.name(tree.westCell()));
        var told = text(post(west, "/admissions/new?lang=vi", elsewhere));
        assertThat(told)
                .contains("một hồ sơ ngoài phạm vi được giao", "đảng viên cùng họ tên")
                .doesNotContain(first, orgs.name(tree.eastCell()));
        fields.put("another", "true");
        assertThat(open(fields)).isNotEqualTo(first);
        fields.remove("another");
        fields.put("born", "04/02/1997");
        assertThat(open(fields)).as("born on another day").isNotEqualTo(first);
        fields.put("born", "03/02/1997");
        fields.put("citizenNumber", "084197%06d".formatted(Math.floorMod(System.nanoTime(), 1_000_000)));
        assertThat(open(fields)).as("a number tells").isNotEqualTo(first);
    }

    @Test
    void aDayThatIsStillToComeIsRefused() {
        var fields = candidate();
        fields.put("day", "01/05/2022");
        assertThat(post(east, "/admissions/new", fields)).hasStatus(409);
    }

    @Test
    void aCommitteeHasNoCandidatesOfItsOwn() {
        var fields = candidate();
        fields.put("organisation", orgs.name(tree.eastBase()));
        var answer = post(east, "/admissions/new", fields);
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("Hãy chọn chi bộ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage=NOWHERE", "view=x", "sort=x", "page=0", "organisation=y"})
    void anAddressThatCannotBeReadShowsTheStandardList(String query) {
        assertThat(read(east, "/admissions?" + query)).contains("trang này bỏ qua giá trị đó");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/steps/NOWHERE", "/relatives/9", "/steps/"})
    void whatIsNotThereIsNotFound(String end) {
        assertThat(mvc.get().uri(open(candidate()) + end).with(east)).hasStatus4xxClientError();
    }

    @Test
    void aStepOutOfOrderIsRefusedWithWhatToDo() {
        var answer = post(east, open(candidate()) + "/steps/APPLIED", Map.of("day", "02/03/2022"));
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains("Hãy ghi bước tiếp theo");
    }

    /** Two introducers are two people, whatever way the one is written. */
    @Test
    void nobodyHelpsOrIntroducesAsTwo() {
        var address = open(candidate());
        assertThat(post(east, address + "/steps/SYMPATHISER", Map.of("day", "05/03/2022", "number", "3-NQ/CB")))
                .hasStatus3xxRedirection();
        assertThat(post(
                        east,
                        address + "/steps/COURSE_DONE",
                        Map.of("day", "06/03/2022", "number", "7-GCN", "documentDay", "01/03/2022")))
                .hasStatus3xxRedirection();
        var helpers = new HashMap<>(
                Map.of("day", "07/03/2022", "firstMember", "Sơn Văn Giúp", "secondMember", "son van giup"));
        var twice = post(east, address + "/steps/HELPER_SET?lang=vi", helpers);
        assertThat(twice).hasStatusOk();
        assertThat(text(twice)).contains("secondMember-wrong");
        helpers.remove("secondMember");
        assertThat(post(east, address + "/steps/HELPER_SET", helpers)).hasStatus3xxRedirection();
    }

    @Test
    void aCaseIsPutBackWithAReasonAndNotWithoutOne() {
        var address = open(candidate());
        assertThat(post(east, address + "/steps/SYMPATHISER", Map.of("day", "05/03/2022", "number", "3-NQ/CB")))
                .hasStatus3xxRedirection();
        var back = new HashMap<>(Map.of("to", "SOURCE", "day", "07/03/2022", "reason", " "));
        var without = post(east, address + "/back?lang=vi", back);
        assertThat(without).hasStatusOk();
        assertThat(text(without)).contains("Hãy ghi lý do.");
        back.put("reason", "nghị quyết ghi nhầm người");
        assertThat(post(west, address + "/back", back)).hasStatus(404);
        assertThat(post(east, address + "/back", back)).hasStatus3xxRedirection();
        assertThat(read(east, address + "?lang=vi")).contains("nghị quyết ghi nhầm người", "Bước tiếp: Ghi nghị quyết");
        var refused = post(east, address + "/back?lang=vi", back);
        assertThat(refused).hasStatus(409);
        assertThat(text(refused)).contains("Không lùi được về");
    }

    /** The candidate went to the west: from then on the clerk of the west has the case, and the east sees it no more. */
    @Test
    void aCaseThatMovesIsThereForItsNewCellAlone() {
        var address = open(candidate());
        assertThat(mvc.get().uri(address).with(west)).hasStatus(404);
        var move = new HashMap<>(Map.of("to", "Chi bộ không có", "day", "08/03/2022", "reason", "chuyển nơi cư trú"));
        assertThat(post(east, address + "/move", move)).hasStatusOk();
        move.put("to", orgs.name(tree.westBase()));
        assertThat(post(east, address + "/move", move)).hasStatus(409);
        move.put("to", orgs.name(tree.westCell()));
        assertThat(post(east, address + "/move", move)).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(address).with(east)).hasStatus(404);
        assertThat(read(west, address + "?lang=vi")).contains("chuyển nơi cư trú", orgs.name(tree.westCell()));
    }

    @Test
    void theStagesThatManyCanComeToTakeTheirPaperOnce() {
        var one = open(candidate()).substring("/admissions/".length());
        var two = open(candidate()).substring("/admissions/".length());
        var request = mvc.post()
                .uri("/admissions/many/SYMPATHISER")
                .with(east)
                .with(csrf())
                .param("day", "05/03/2022")
                .param("number", "3-NQ/CB")
                .param("chosen", one, two)
                .exchange();
        assertThat(request).hasStatus3xxRedirection();
        assertThat(read(east, "/admissions?stage=SYMPATHISER")).contains(one).contains(two);
        assertThat(mvc.get().uri("/admissions/many/CELL_VOTED").with(east)).hasStatus(404);
    }
}
