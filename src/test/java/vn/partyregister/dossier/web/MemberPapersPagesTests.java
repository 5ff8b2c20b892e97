package vn.partyregister.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.dossier.Scans;
import vn.partyregister.member.MemberId;

/** The papers of one member: stored, seen, saved, taken back. */
@RegisterTest
class MemberPapersPagesTests extends DossierPages {
    private static final Map<String, String> APPLICATION = Map.of("kind", "APPLICATION");

    private MemberId member;

    @BeforeEach
    void somebody() {
        member = people.add(tree.eastCell(), person -> person);
    }

    @Test
    void aFileLinksToItsPapers() {
        assertThat(mvc.get().uri("/members/{id}", member).with(clerk()))
                .bodyText()
                .contains("/members/%s/papers\"".formatted(member));
        assertThat(mvc.get().uri("/members/{id}", member).with(signIn.as(Role.CELL_SECRETARY, tree.eastCell())))
                .bodyText()
                .doesNotContain("/members/%s/papers\"".formatted(member));
    }

    @Test
    void anEntryBefore2012MustHaveSixPapersAndAStoredOneIsThere() {
        assertThat(page()).bodyText().contains("Còn thiếu 6 trong 6 loại");
        assertThat(store(Scans.pdf(2), Map.of("kind", "APPLICATION", "dated", "3/2/1995", "note", " Bản sao ")))
                .hasRedirectedUrl("/members/%s/papers".formatted(member));
        assertThat(page()).bodyText().contains("Còn thiếu 5 trong 6 loại", "03/02/1995", "Bản sao", "Đơn xin vào Đảng");
        assertThat(jdbc.sql("select pages from dossier.scan where member_id = ?")
                        .param(member.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void thePapersOfAnEntryAreThoseAskedForWhenItHappened() {
        var theDayBefore = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2012, 5, 16), null));
        var theDay = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2012, 5, 17), null));
        assertThat(page(theDayBefore)).bodyText().contains("Còn thiếu 5 trong 5 loại");
        assertThat(page(theDay)).bodyText().contains("Còn thiếu 10 trong 10 loại", "12-HD/BTCTW");
    }

    @Test
    void anOfficialMemberMustHaveThePapersOfTheRecognitionToo() {
        var official = people.add(
                tree.eastCell(), person -> person.joined(LocalDate.of(2014, 5, 19), LocalDate.of(2015, 5, 19)));
        assertThat(page(official)).bodyText().contains("Còn thiếu 17 trong 17 loại");
    }

    @ParameterizedTest
    @ValueSource(strings = {"don.pdf", "don.jpg", "don.exe", ""})
    void aRenamedProgramIsRefusedWhateverItsName(String name) {
        assertThat(store(name, Scans.program(), APPLICATION))
                .hasStatus(422)
                .bodyText()
                .contains("không phải PDF, JPEG hay PNG", "selected");
        assertThat(stored()).isZero();
    }

    @Test
    void aScanIsTakenWhateverItsName() {
        assertThat(store("don.exe", Scans.pdf(1), APPLICATION)).hasStatus3xxRedirection();
        assertThat(stored()).isOne();
    }

    @Test
    void aFormWithoutAFileAKindOrARealDateIsShownAgain() {
        assertThat(store(new byte[0], APPLICATION)).hasStatusOk().bodyText().contains("Hãy chọn tệp quét.");
        assertThat(store(new byte[0], Map.of("dated", "01/05/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy chọn tệp quét.", "Hãy chọn loại giấy tờ.", "còn ở tương lai");
        assertThat(store(Scans.pdf(1), Map.of())).hasStatusOk().bodyText().contains("Hãy chọn loại giấy tờ.");
        assertThat(store(Scans.pdf(1), Map.of("kind", "APPLICATION", "dated", "31/02/2020")))
                .hasStatusOk()
                .bodyText()
                .contains("Không phải ngày có thật", "31/02/2020");
        assertThat(store(Scans.pdf(1), Map.of("kind", "APPLICATION", "dated", "01/05/2022")))
                .hasStatusOk()
                .bodyText()
                .contains("còn ở tương lai");
        assertThat(store(Scans.pdf(1), Map.of("kind", "APPLICATION", "dated", "30/04/2022")))
                .hasStatus3xxRedirection();
        assertThat(store(Scans.pdf(1), Map.of("kind", "NO_SUCH"))).hasStatus(422);
        assertThat(stored()).isOne();
    }

    @Test
    void aScanIsSealedAndComesBack() {
        var sent = Scans.signed();
        store(sent, APPLICATION);
        assertThat(jdbc.sql("select position('\\x25504446'::bytea in content_sealed) from dossier.scan where id = ?")
                        .param(scan())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(view("")).hasStatusOk().body().isEqualTo(sent);
    }

    @Test
    void aScanIsShownWhereItCanDoNothingAndIsKeptNowhere() {
        store(Scans.pdf(1), APPLICATION);
        var shown = view("");
        assertThat(shown).hasHeader("X-Content-Type-Options", "nosniff").hasHeader("Content-Type", "application/pdf");
        assertThat(shown.getResponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'");
        assertThat(shown.getResponse().getHeader("Cache-Control")).isEqualTo("no-store, private");
        assertThat(shown.getResponse().getHeader("Content-Disposition")).startsWith("inline");
        assertThat(view("/file").getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(jdbc.sql("select act from audit.entry where subject_id = ? order by id desc limit 2")
                        .param(member.id())
                        .query(String.class)
                        .list())
                .containsExactly("dossier.downloaded", "dossier.viewed");
    }

    @Test
    void aScanThatIsTakenBackStaysAndNoLongerCounts() {
        store(Scans.pdf(1), APPLICATION);
        assertThat(takeBack(" ")).hasStatusOk().bodyText().contains("Hãy ghi lý do rút.");
        assertThat(takeBack("Nhầm người")).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("Còn thiếu 6 trong 6 loại", "Đã rút: Nhầm người");
        assertThat(view("")).hasStatusOk();
        assertThat(takeBack("Lần nữa")).hasStatus(409).bodyText().contains("đã được rút");
    }

    @Test
    void aScanIsFoundInItsOwnFileAlone() {
        store(Scans.pdf(1), APPLICATION);
        var other = people.add(tree.eastCell(), person -> person);
        assertThat(mvc.get().uri("/members/{m}/papers/{s}", other, scan()).with(clerk()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/members/{m}/papers/{s}", member, scan()).with(signIn.as(Role.CLERK, tree.west())))
                .hasStatus(404);
    }

    @Test
    void anInspectorReadsAndKeepsNothing() {
        assertThat(mvc.get().uri("/members/{id}/papers", member).with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("type=\"file\"");
    }

    private MvcTestResult page() {
        return page(member);
    }

    private MvcTestResult page(MemberId whose) {
        return mvc.get().uri("/members/{id}/papers", whose).with(clerk()).exchange();
    }

    private MvcTestResult store(byte[] sent, Map<String, String> fields) {
        return store("quet.pdf", sent, fields);
    }

    private MvcTestResult store(String name, byte[] sent, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/members/{id}/papers", member)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", sent))
                .with(csrf())
                .with(clerk());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult view(String how) {
        return mvc.get()
                .uri("/members/{m}/papers/{s}" + how, member, scan())
                .with(clerk())
                .exchange();
    }

    private MvcTestResult takeBack(String reason) {
        return mvc.post()
                .uri("/members/{m}/papers/{s}/taking-back", member, scan())
                .param("reason", reason)
                .with(csrf())
                .with(clerk())
                .exchange();
    }

    private UUID scan() {
        return jdbc.sql("select id from dossier.scan where member_id = ?")
                .param(member.id())
                .query(UUID.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from dossier.scan where member_id = ?")
                .param(member.id())
                .query(Integer.class)
                .single();
    }
}
