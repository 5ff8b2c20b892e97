package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;

/** A clerk adds somebody who has long been a member and is missing from the register. */
@RegisterTest
class OpeningPagesTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private String name;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        name = "Lâm Thị Đã Vào " + NUMBERS.incrementAndGet();
    }

    @Test
    void theMemberIsThereWithTheirPaperAndDecision() {
        var answer = send(Map.of(
                "number", "45-QĐ/HU", "decidedOn", "20/2/1990", "issuer", "Huyện ủy Cầu Kè", "alias", "Sáu Lâm"));
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        name, "Sáu Lâm", "Có trong danh sách khi mở sổ", "Căn cứ ghi sổ: Sổ cũ, trang 3", "Số 45-QĐ/HU")
                .contains("03/03/1990", "03/03/1991", "Chính thức");
    }

    @ParameterizedTest
    @CsvSource({
        "source, '', source, Hãy ghi rõ căn cứ",
        "officialOn, '', officialOn, Hãy ghi ngày chính thức",
        "status, PROBATIONARY, officialOn, Đảng viên dự bị chưa có ngày chính thức",
        "status, '', status, Hãy chọn chính thức hay dự bị",
        "number, 45-QĐ/HU, issuer, Hãy ghi cơ quan ban hành",
        "issuer, Huyện ủy, decidedOn, Hãy ghi ngày ra quyết định",
        "born, 31/02/1960, born, Không phải ngày có thật"
    })
    void whatIsMissingOrAtOddsIsSaidAtItsField(String field, String typed, String atFault, String said) {
        assertThat(send(Map.of(field, typed))).hasStatusOk().bodyText().contains(said, "href=\"#" + atFault + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "joinedOn, 1/5/2022, 'Ngày còn ở tương lai', officialOn, ''",
        "officialOn, 2/3/1990, 'Ngày chính thức trước ngày vào Đảng 03/03/1990', joinedOn, 3/3/1990",
        "organisation, Chi bộ không có, 'Không có tổ chức đảng', alias, Sáu"
    })
    void whatTheJudgementRefusesIsSaidAtItsField(
            String field, String typed, String said, String otherField, String other) {
        assertThat(send(Map.of(
                        field, typed, otherField, other, "status", other.isEmpty() ? "PROBATIONARY" : "OFFICIAL")))
                .bodyText()
                .contains("id=\"%s-wrong\"".formatted(field))
                .containsIgnoringCase(said);
    }

    /** Who was of age on the day of joining is no doubt; for who was a day younger the papers are to be looked at. */
    @Test
    void whatIsDoubtfulIsSaidBeforeItIsWritten() {
        var young = Map.of("born", "4/3/1972");
        assertThat(send(young)).hasStatusOk().bodyText().contains("name=\"despite\"", "vẫn ghi", "18");
        assertThat(mvc.get().uri("/members?q={name}", name).with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .doesNotContain("/members/01");
        assertThat(send(Map.of("born", "4/3/1972", "despite", "true"))).hasStatus3xxRedirection();
        name = "Lâm Thị Đủ Tuổi " + NUMBERS.incrementAndGet();
        assertThat(send(Map.of("born", "3/3/1972"))).hasStatus3xxRedirection();
    }

    @Test
    void aLikePersonIsComparedFirst() {
        people.add(tree.eastCell(), person -> person.named(name).born(LocalDate.of(1960, 1, 2)));
        assertThat(send(Map.of())).hasStatusOk().bodyText().contains("cùng họ tên và ngày sinh", "name=\"another\"");
        assertThat(send(Map.of("another", "true"))).hasStatus3xxRedirection();
    }

    @Test
    void whoMayOnlyReadMembersAddsNobody() {
        assertThat(mvc.get().uri("/members/opening").with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatus(403);
    }

    private MvcTestResult send(Map<String, String> changes) {
        var typed = new HashMap<>(Map.of(
                "organisation", orgs.name(tree.eastCell()),
                "fullName", name,
                "sex", "FEMALE",
                "born", "2/1/1960",
                "ethnicity", "KINH",
                "religion", "NONE",
                "joinedOn", "3/3/1990",
                "status", "OFFICIAL",
                "officialOn", "3/3/1991",
                "source", "Sổ cũ, trang 3"));
        typed.putAll(changes);
        var request = mvc.post()
                .uri("/members/opening")
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }
}
