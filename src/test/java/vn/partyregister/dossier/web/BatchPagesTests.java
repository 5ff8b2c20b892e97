package vn.partyregister.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.partyregister.RegisterTest;
import vn.partyregister.dossier.Scans;
import vn.partyregister.member.MemberId;

/** Several scans sent at once: matched by their names, looked at, stored or let go. */
@RegisterTest
class BatchPagesTests extends DossierPages {
    private MemberId member;
    private String card;

    @BeforeEach
    void somebody() {
        member = people.add(tree.eastCell(), person -> person.named("Lê Văn Quét"));
        card = card(member);
    }

    @Test
    void whatMatchesIsStoredAndNothingBeforeItIsAskedFor() {
        var preview = send(Map.of(card + "_2-HSDV.pdf", Scans.pdf(2), card + "_APPLICATION_1.jpg", photo()));
        assertThat(mvc.get().uri(preview).with(clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("Khớp 2 trong 2 tệp", "Lê Văn Quét", "Phiếu đảng viên", "Đơn xin vào Đảng");
        assertThat(scans(member)).isZero();
        assertThat(act(preview, "storing")).hasStatus3xxRedirection();
        assertThat(scans(member)).isEqualTo(2);
        assertThat(mvc.get().uri(preview).with(clerk())).hasStatus(404);
        assertThat(jdbc.sql("select count(*) from audit.entry where subject_id = ? and act = 'dossier.stored'")
                        .param(member.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aScanFoundByTheCitizenNumberIsMatched() {
        var number = "0840700%05d".formatted(Math.floorMod(System.nanoTime(), 100_000));
        var other = people.add(
                tree.eastCell(), person -> person.numbered("8" + card.substring(1), "cũ", number + " F", number));
        act(send(Map.of(number + "_1-KND.pdf", Scans.pdf(1))), "storing");
        assertThat(scans(other)).isOne();
    }

    @Test
    void whatFindsNoPlaceIsToldWhyAndNotKept() {
        var outside = card(people.add(tree.westCell(), person -> person.named("Tây Văn Ngoài")));
        people.add(tree.eastCell(), person -> person.numbered("7" + card.substring(1), card, card + " Z", "0" + card));
        var preview = send(Map.of(
                outside + "_1-KND.pdf",
                Scans.pdf(1),
                "7" + card.substring(1) + "_khac.pdf",
                Scans.pdf(1),
                "7" + card.substring(1) + "_1-KND.pdf",
                Scans.program(),
                card + "_1-KND.pdf",
                Scans.pdf(1),
                "quet.pdf",
                Scans.pdf(1)));
        assertThat(mvc.get().uri(preview).with(clerk()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Khớp 0 trong 5 tệp",
                        "Không có đảng viên nào mang số này",
                        "không phải mẫu hay mã giấy tờ",
                        "không phải PDF, JPEG hay PNG",
                        "Có hơn một đảng viên mang số này",
                        "không có dạng số_loại")
                .doesNotContain("Tây Văn Ngoài");
        assertThat(jdbc.sql("select count(content_sealed) from dossier.batch_file where batch_id = cast(? as uuid)")
                        .param(preview.substring(preview.lastIndexOf('/') + 1))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsLetGoIsNotKept() {
        var preview = send(Map.of(card + "_1-KND.pdf", Scans.pdf(1)));
        assertThat(act(preview, "abandonment")).hasStatus3xxRedirection();
        assertThat(scans(member)).isZero();
        assertThat(mvc.get().uri(preview).with(clerk())).hasStatus(404);
    }

    @Test
    void whoeverMovedOutOfTheScopeMeanwhileGetsNothing() {
        var preview = send(Map.of(card + "_1-KND.pdf", Scans.pdf(1)));
        people.moved(member, tree.eastCell(), tree.westCell(), LocalDate.of(2022, 4, 30));
        assertThat(mvc.get().uri(preview).with(clerk())).bodyText().doesNotContain("Lê Văn Quét");
        act(preview, "storing");
        assertThat(scans(member)).isZero();
    }

    private String send(Map<String, byte[]> files) {
        var request = mvc.post().uri("/papers/batches").multipart();
        files.forEach((name, content) -> request.file(new MockMultipartFile("files", name, null, content)));
        var answer = request.with(csrf()).with(clerk()).exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult act(String preview, String act) {
        return mvc.post().uri(preview + "/" + act).with(csrf()).with(clerk()).exchange();
    }

    private static byte[] photo() {
        return Scans.picture("jpeg", 20, 30);
    }

    private String card(MemberId whose) {
        return jdbc.sql("select card_number from member.member where id = ?")
                .param(whose.id())
                .query(String.class)
                .single();
    }

    private int scans(MemberId whose) {
        return jdbc.sql("select count(*) from dossier.scan where member_id = ?")
                .param(whose.id())
                .query(Integer.class)
                .single();
    }
}
