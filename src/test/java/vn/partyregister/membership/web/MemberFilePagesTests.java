package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.membership.Admission;
import vn.partyregister.membership.Journal;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

@RegisterTest
class MemberFilePagesTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(5000);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private String citizenNumber;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        citizenNumber = "084096%06d".formatted(NUMBERS.incrementAndGet());
    }

    private MemberId somebody() {
        var decided = LocalDate.of(2021, 3, 1);
        return journal.admit(
                new Admission(
                        new NewMember(
                                "Kim Thị Sô Phi " + NUMBERS.get(),
                                "Phi",
                                "FEMALE",
                                PartialDate.ofYear(1996),
                                "KHMER",
                                "BUDDHISM",
                                citizenNumber,
                                decided,
                                LocalDate.of(2021, 3, 5),
                                "FARMER",
                                "UPPER_SECONDARY"),
                        tree.eastCell(),
                        new Decision("Huyện ủy Đông", "7-QĐ/HU", decided, null),
                        null),
                Scope.EVERYTHING);
    }

    @Test
    void theFileIsReadWithTheCitizenNumberMaskedAndEachReadingIsNoted() {
        var member = somebody();
        assertThat(mvc.get().uri("/members/{id}", member).with(signIn.as(Role.CELL_SECRETARY, tree.eastCell())))
                .hasStatusOk()
                .bodyText()
                .contains("Kim Thị Sô Phi", "1996", "Khơ", "Kết nạp", "7-QĐ/HU", "Dự bị")
                .contains("•••" + citizenNumber.substring(9))
                .doesNotContain(citizenNumber)
                .doesNotContain("/citizen-number", "/movements/RECOGNISED");
        assertThat(jdbc.sql("select count(*) from audit.entry where subject_id = :id and act = 'member.read'")
                        .param("id", member.id())
                        .query((found, _) -> found.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aClerkSeesTheWholeNumberAndThatIsNoted() {
        var member = somebody();
        assertThat(mvc.get().uri("/members/{id}/citizen-number", member).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains(citizenNumber);
        assertThat(mvc.get().uri("/members/{id}/citizen-number", member).with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatus(403);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where subject_id = :id and act = 'member.citizen-number-read'")
                        .param("id", member.id())
                        .query((found, _) -> found.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void outOfScopeThereIsNobody() {
        var member = somebody();
        for (var page : new String[] {"", "/citizen-number", "/movements/RECOGNISED", "/exemption"}) {
            assertThat(mvc.get().uri("/members/" + member + page).with(signIn.as(Role.CLERK, tree.west())))
                    .as(page)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/members/nobody").with(signIn.as(Role.CLERK, tree.west())))
                .hasStatus(404);
    }

    @Test
    void anUnreadableDayIsNamedAndTheFileOpensAllTheSame() {
        assertThat(mvc.get().uri("/members/{id}?asAt=31/02/2020", somebody()).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains("31/02/2020");
    }

    @Test
    void aClerkAdmitsSomebodyAndSeesTheFile() {
        var name = "Nguyễn Thị Mới " + NUMBERS.get();
        assertThat(mvc.get().uri("/members/admission").with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk();
        var answer = mvc.post()
                .uri("/members/admission")
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf())
                .param("organisation", name(tree.eastCell().id()))
                .param("fullName", name)
                .param("sex", "FEMALE")
                .param("born", "5/1999")
                .param("ethnicity", "KINH")
                .param("religion", "NONE")
                .param("citizenNumber", citizenNumber)
                .param("joinedOn", "3/2/2022")
                .param("number", "9-QĐ/HU")
                .param("decidedOn", "1/2/2022")
                .param("issuer", "Huyện ủy Đông")
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var file = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(file).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains(name, "05/1999");
    }

    @Test
    void whatIsWrongStaysInTheFormWithItsReason() {
        assertThat(mvc.post()
                        .uri("/members/admission")
                        .with(signIn.as(Role.CLERK, tree.east()))
                        .with(csrf())
                        .param("organisation", name(tree.westCell().id()))
                        .param("fullName", "Ai Đó")
                        .param("born", "31/02/1999")
                        .param("citizenNumber", "12"))
                .hasStatusOk()
                .bodyText()
                .contains(HtmlUtils.htmlEscape("Ai Đó"), "31/02/1999", "Không phải ngày có thật", "invalid-feedback")
                .contains("12 chữ số")
                .doesNotContain("java.lang");
    }

    @Test
    void aLikePersonIsComparedFirst() {
        somebody();
        var alike = mvc.post()
                .uri("/members/admission")
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf())
                .param("organisation", name(tree.eastCell().id()))
                .param("fullName", "kim thi so phi " + NUMBERS.get())
                .param("sex", "FEMALE")
                .param("born", "1996")
                .param("ethnicity", "KHMER")
                .param("religion", "NONE")
                .param("joinedOn", "3/2/2022")
                .param("number", "9-QĐ/HU")
                .param("decidedOn", "1/2/2022")
                .param("issuer", "Huyện ủy Đông");
        assertThat(alike).hasStatusOk().bodyText().contains("name=\"another\"", "cùng họ tên và ngày sinh");
    }

    @Test
    void aRecognitionTooEarlyIsRefusedWithItsRuleAndAGoodOneIsRecorded() {
        var member = somebody();
        var clerk = signIn.as(Role.CLERK, tree.east());
        assertThat(mvc.get().uri("/members/{id}/movements/RECOGNISED", member).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("05/03/2022");
        assertThat(recognise(member, "4/3/2022")).hasStatus(409).bodyText().contains("Điều lệ Đảng", "05/03/2022");
        assertThat(recognise(member, "5/3/2022")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/members/{id}", member).with(clerk))
                .bodyText()
                .contains("Công nhận chính thức");
    }

    @Test
    void anExemptionIsRecordedWithItsGround() {
        var member = somebody();
        assertThat(mvc.get().uri("/members/{id}/exemption", member).with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/members/{id}/exemption", member)
                        .with(signIn.as(Role.CLERK, tree.east()))
                        .with(csrf())
                        .param("ground", "MATERNITY")
                        .param("from", "1/4/2022")
                        .param("number", "3-QĐ/CB")
                        .param("decidedOn", "1/4/2022")
                        .param("issuer", "Chi bộ"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/members/{id}?lang=en", member).with(signIn.as(Role.CLERK, tree.east())))
                .bodyText()
                .contains("01/04/2022", "for good");
    }

    private MockMvcTester.MockMvcRequestBuilder recognise(MemberId member, String day) {
        return mvc.post()
                .uri("/members/{id}/movements/RECOGNISED", member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf())
                .param("day", day)
                .param("number", "8-QĐ/HU")
                .param("decidedOn", "10/3/2022")
                .param("issuer", "Huyện ủy Đông");
    }

    private String name(java.util.UUID organisation) {
        return jdbc.sql("select name from organisation.organisation_version where organisation_id = :id")
                .param("id", organisation)
                .query((found, _) -> found.getString(1))
                .single();
    }
}
