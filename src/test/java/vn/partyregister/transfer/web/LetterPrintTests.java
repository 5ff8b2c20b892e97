package vn.partyregister.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;

/** The letter of introduction on paper. */
@RegisterTest
class LetterPrintTests {
    /** The code, and when it was printed. */
    private static final String CHANGING =
            "[0-9A-Z]{4}-[0-9A-Z]{4}(?=\\s|$)|\\d\\d:\\d\\d|\\d\\d/\\d\\d/\\d{4}(?=,)|In bởi \\S+";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private RequestPostProcessor clerk;

    @BeforeEach
    void theBoardOfTheProvince() {
        clerk = signIn.as(Role.BOARD, orgs.root());
    }

    private OrganisationId cell(String district, String base, String cell) {
        var upper = orgs.add(district, "DB_HUYEN", null, orgs.root());
        return orgs.add(cell, "CB_TT", null, orgs.add(base, "DB_CS", "XA", upper));
    }

    private String post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(clerk).with(csrf());
        fields.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private PrintedPages print(String transfer) {
        var answer = mvc.get().uri(transfer + ".pdf").with(clerk).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return PrintedPages.of(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void aLetterHasABoxForEachLevelOnOnePageAsItsCommittedPage() throws Exception {
        var from = cell("Đảng bộ huyện Càng Long", "Đảng bộ xã Bình Phú", "Chi bộ ấp Phú Phong");
        var to = cell("Đảng bộ huyện Tiểu Cần", "Đảng bộ xã Hiếu Tử", "Chi bộ ấp Kinh Xáng");
        var member = people.add(
                from,
                person ->
                        person.named("Thạch Thị Sa Rây").woman().numbered("99100001", "", "991001 TV", "084170991001"));
        var transfer = post(
                "/members/" + member + "/transfers/new",
                Map.of(
                        "kind", "OFFICIAL",
                        "to", orgs.name(to),
                        "ground", "RESIDENCE",
                        "decidedOn", "01/03/2022",
                        "requestedOn", "02/03/2022"));
        post(transfer + "/confirmation", Map.of("upTo", "2", "day", "04/03/2022", "number", "15-GGT/HU"));
        post(transfer + "/dossier", Map.of("travelled", "true", "day", "04/03/2022"));
        post(transfer + "/confirmation", Map.of("upTo", "3", "day", "10/03/2022"));
        var pages = print(transfer);
        assertThat(pages.texts()).hasSize(1);
        assertThat(pages.words())
                .contains("GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG", "Số 15-GGT/HU", "Thạch Thị Sa Rây", "99100001", "991001 TV")
                .contains("1. Chi bộ nơi đi", "10. Chi bộ nơi đến", "Kính gửi: Đảng bộ xã Bình Phú")
                .contains("(không qua cấp này)", "chậm nhất ngày 18/04/2022", "giao mang theo ngày 04/03/2022");
        pages.areThoseOf("letter-of-introduction", CHANGING);
    }

    @Test
    void theBoxesOfElsewhereStayOpenToBeWrittenByHand() {
        var from = cell("Đảng bộ huyện Duyên Hải", "Đảng bộ xã Long Vĩnh", "Chi bộ ấp Vàm Rạch Cỏ");
        var member = people.add(from, person -> person.named("Kiên Văn Ra"));
        var transfer = post(
                "/members/" + member + "/transfers/new",
                Map.of(
                        "kind", "ABROAD",
                        "elsewhere", "Đảng ủy Bộ Ngoại giao",
                        "ground", "ABROAD",
                        "decidedOn", "01/03/2022",
                        "requestedOn", "02/03/2022"));
        var page = print(transfer).words();
        assertThat(page)
                .contains("RA NGOÀI NƯỚC", "Kính gửi: Đảng ủy Bộ Ngoại giao")
                .doesNotContain("GGT/HU");
        assertThat(jdbc.sql("select count(*) from transfer.box where transfer_id = ?::uuid and side = 'FROM'")
                        .param(transfer.substring("/transfers/".length()))
                        .query(Long.class)
                        .single())
                .as("cell, base, district, province")
                .isEqualTo(4);
    }

    /** A letter for a time says until when, and who counts the member meanwhile; one within a base stops at its committee. */
    @Test
    void theLettersForATimeAndWithinABaseSayWhatTheyAre() {
        var from = cell("Đảng bộ huyện Cầu Kè", "Đảng bộ xã Hòa Ân", "Chi bộ ấp Bà Mi");
        var to = cell("Đảng bộ huyện Trà Cú", "Đảng bộ xã Đại An", "Chi bộ ấp Giồng Lớn số " + from);
        var member = people.add(from, person -> person.named("Kiên Văn Tạm"));
        var asked = new HashMap<>(Map.of(
                "kind", "TEMPORARY",
                "to", orgs.name(to),
                "ground", "WORK",
                "decidedOn", "01/03/2022",
                "requestedOn", "02/03/2022",
                "returnsOn", "01/10/2022"));
        assertThat(print(post("/members/" + member + "/transfers/new", asked)).words())
                .contains("GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG", "TẠM THỜI", "Kiên Văn Tạm", "01/10/2022")
                .contains("Chi bộ ấp Giồng Lớn");
        var base = orgs.add(
                "Đảng bộ xã Ninh Thới", "DB_CS", "XA", orgs.add("Đảng bộ huyện Ninh", "DB_HUYEN", null, orgs.root()));
        var one = orgs.add("Chi bộ ấp Mỹ Văn", "CB_TT", null, base);
        var other = orgs.add("Chi bộ ấp Đồng Khoen số " + from, "CB_TT", null, base);
        member = people.add(one, person -> person.named("Kiên Văn Trong"));
        asked.putAll(Map.of("kind", "INTERNAL", "to", orgs.name(other)));
        asked.remove("returnsOn");
        assertThat(print(post("/members/" + member + "/transfers/new", asked)).words())
                .contains("NỘI BỘ", "Kiên Văn Trong", "Chi bộ ấp Đồng Khoen")
                .doesNotContain("Đảng bộ huyện Ninh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eĐảo Ngược", "<b>Đậm</b> & 'Nghiêng'", "مرحبا", "An\u200b\ufeffBình"})
    void noNameBreaksALetter(String name) {
        var from = cell("Đảng bộ huyện " + name, "Đảng bộ xã " + name, "Chi bộ " + name);
        var member = people.add(from, person -> person.named("Trước " + name + " Sau"));
        var transfer = post(
                "/members/" + member + "/transfers/new",
                Map.of(
                        "kind", "OFFICIAL",
                        "elsewhere", "Nơi " + name,
                        "ground", "WORK",
                        "decidedOn", "01/03/2022",
                        "requestedOn", "02/03/2022"));
        assertThat(print(transfer).words()).contains("Trước", "Sau");
    }
}
