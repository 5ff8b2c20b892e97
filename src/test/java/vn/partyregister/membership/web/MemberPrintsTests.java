package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import vn.partyregister.member.Ground;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Photos;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;

/** Lists and record sheets on paper, each also point by point as a committed page. */
@RegisterTest
class MemberPrintsTests {
    /** When it was printed. */
    private static final String CHANGING = "\\d\\d:\\d\\d|\\d\\d/\\d\\d/\\d{4}(?=,)";

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
    private Photos photos;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @Test
    void theRegisterHasExactlyWhoIsFiltered() {
        people.add(tree.eastCell(), person -> person.named("Trần Thị Bưởi").woman());
        people.add(tree.eastCell(), person -> person.named("Lê Văn Cam"));
        people.add(tree.otherEastCell(), person -> person.named("Đỗ Thị Dừa").woman());
        people.add(tree.westCell(), person -> person.named("Kim Thị Xa").woman());
        var page = print("/members.pdf?sex=FEMALE&organisation="
                        + tree.eastCell().id())
                .words();
        assertThat(page)
                .contains("Mẫu 7-HSĐV", "SỔ DANH SÁCH ĐẢNG VIÊN", "Tính đến ngày 30/04/2022: 1 đảng viên")
                .contains("Giới tính: Nữ", "Trần Thị Bưởi")
                .doesNotContain("Lê Văn Cam", "Đỗ Thị Dừa", "Kim Thị Xa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/members.pdf", "/members/addresses.pdf", "/members/labels.pdf", "/members/cards.pdf"})
    void noPaperTellsOfAnybodyOutsideTheScope(String address) {
        people.add(tree.eastCell(), person -> person.named("Đông Công Khai"));
        people.add(tree.westCell(), person -> person.named("Tây Bí Mật"));
        assertThat(print(address).words()).contains("Đông Công Khai").doesNotContain("Tây Bí Mật");
        assertThat(mvc.get().uri(address + "?organisation=" + tree.west().id()).with(clerk))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/members.pdf, pdf",
        "/members/addresses.pdf, addresses",
        "/members/labels.pdf, labels",
        "/members/cards.pdf, cards"
    })
    void whoPrintsAListIsNoted(String address, String format) {
        print(address + "?organisation=" + tree.eastCell().id());
        assertThat(jdbc.sql("""
                                select after ->> 'format' from audit.entry
                                where act = 'member.exported' and organisation_id = :organisation
                                """)
                        .param("organisation", tree.eastCell().id())
                        .query(String.class)
                        .list())
                .containsExactly(format);
    }

    @Test
    void aListThatCannotBeReadIsNotPrinted() {
        assertThat(mvc.get().uri("/members.pdf?asAt=31/02/2022").with(clerk)).hasStatus(422);
    }

    @Test
    void cardDataShowTheWholeCitizenNumberToThoseAloneWhoMaySeeIt() {
        people.add(
                tree.eastCell(),
                person -> person.numbered("C-" + tree.eastCell(), "", "F-" + tree.eastCell(), number()));
        assertThat(print("/members/cards.pdf").words()).contains(number());
        clerk = signIn.as(Role.INSPECTOR, tree.east());
        assertThat(print("/members/cards.pdf").words())
                .doesNotContain(number())
                .contains("•••••••••" + number().substring(9));
    }

    @Test
    void theRegisterTellsWhoDiedAmongThoseAdmittedInAYear() {
        var member = people.add(
                tree.eastCell(), person -> person.named("Lâm Văn Mất").joined(LocalDate.of(2020, 5, 19), null));
        people.died(member, tree.eastCell(), LocalDate.of(2021, 3, 2));
        assertThat(print("/members.pdf?admitted=2020").words())
                .contains("Lâm Văn Mất")
                .contains("02/03/2021");
    }

    @Test
    void aRecordSheetHasFourPagesAndIsNotedAsAReading() {
        var member = people.add(tree.eastCell(), person -> person.named("Thạch Thị Sa Vươn"));
        var pages = print("/members/%s.pdf".formatted(member));
        assertThat(pages.texts()).hasSize(4);
        assertThat(pages.words())
                .contains("Mẫu 2-HSĐV", "PHIẾU ĐẢNG VIÊN", "Thạch Thị Sa Vươn", "01", "30", "Trang 4/4");
        assertThat(jdbc.sql("select act from audit.entry where subject_id = :id order by id")
                        .param("id", member.id())
                        .query(String.class)
                        .list())
                .contains("member.read");
    }

    @Test
    void theSensitiveItemsOfARecordSheetAreWithheldFromWhoMayNotReadThem() {
        var member = people.add(tree.eastCell(), person -> person.named("Thạch Thị Sa Vươn"));
        assertThat(print("/members/%s.pdf".formatted(member)).words()).doesNotContain("không in");
        clerk = signIn.as(Role.CELL_SECRETARY, tree.eastCell());
        assertThat(print("/members/%s.pdf".formatted(member)).words().split("không in", -1))
                .hasSize(1 + 4);
    }

    @Test
    void aRecordSheetPrintsEachSectionOfTheFileAndGrowsWithIt() {
        var member = people.add(tree.eastCell(), person -> person.named("Thạch Thị Sa Vươn"));
        enter(member, Section.ORIGIN, List.of(Map.of("native_province", "Trà Vinh", "native_detail", "Ấp Giồng Lớn")));
        enter(
                member,
                Section.CAREER,
                IntStream.range(0, 60)
                        .mapToObj(year -> Map.of(
                                "since",
                                Integer.toString(1950 + year),
                                "until",
                                Integer.toString(1951 + year),
                                "work",
                                "Dạy học năm thứ " + year))
                        .toList());
        enter(
                member,
                Section.FAMILY,
                List.of(Map.of("relation", "WIFE", "full_name", "Kim Thị Sen", "born", "1972-05")));
        enter(member, Section.ECONOMY, List.of(Map.of("household_income", "120000000")));
        var pages = print("/members/%s.pdf".formatted(member));
        assertThat(pages.texts()).hasSizeGreaterThan(4);
        assertThat(pages.words())
                .contains("Quê quán: tỉnh, thành phố: Trà Vinh", "Ấp Giồng Lớn")
                .contains("1950 1951 Dạy học năm thứ 0", "2009 2010 Dạy học năm thứ 59")
                .contains("Vợ", "Kim Thị Sen", "05/1972", "120.000.000");
        clerk = signIn.as(Role.CELL_SECRETARY, tree.eastCell());
        assertThat(print("/members/%s.pdf".formatted(member)).words())
                .contains("Dạy học năm thứ 59", "không in")
                .doesNotContain("Kim Thị Sen", "120.000.000");
    }

    /** Whatever its shape, it lies whole within the frame of 3 × 4 cm. */
    @ParameterizedTest
    @CsvSource({"600,800,85.0,113.4", "800,400,85.0,42.5", "300,800,42.5,113.4", "60,80,45.0,60.0"})
    void aRecordSheetBearsThePhotoInItsFrame(int width, int height, float printedWidth, float printedHeight)
            throws IOException {
        var member = people.add(tree.eastCell(), person -> person.named("Thạch Thị Sa Vươn"));
        var address = "/members/%s.pdf".formatted(member);
        assertThat(print(address).pictures()).isEmpty();
        assertThat(print(address).texts().getFirst()).contains("Ảnh 3 × 4");
        photos.put(member, tree.eastCell(), new ByteArrayInputStream(picture(width, height)), "");
        var pages = print(address);
        assertThat(pages.texts().getFirst()).doesNotContain("Ảnh 3 × 4");
        assertThat(pages.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.page()).isEqualTo(1);
            assertThat(picture.width()).isCloseTo(printedWidth, within(0.5f));
            assertThat(picture.height()).isCloseTo(printedHeight, within(0.5f));
        });
        photos.takeAway(member, tree.eastCell(), "Dán nhầm ảnh");
        assertThat(print(address).pictures()).isEmpty();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void enter(MemberId member, Section section, List<Map<String, String>> rows) {
        var mark = sheets.get(member, section).mark();
        sheets.amend(member, tree.eastCell(), section, rows, Ground.entry(), mark);
    }

    @Test
    void aRecordSheetOutsideTheScopeIsNotThere() {
        var member = people.add(tree.westCell(), person -> person.named("Tây Bí Mật"));
        assertThat(mvc.get().uri("/members/{id}.pdf", member).with(clerk)).hasStatus(404);
        assertThat(mvc.get().uri("/members/{id}.pdf", MemberId.next()).with(clerk))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ánh 👩‍👩‍👧", "\u202eĐảo Ngược", "<b>Đậm</b> & 'Nghiêng'", "مرحبا", "An\u200b\ufeffBình"})
    void noNameBreaksAPaper(String name) {
        var member = people.add(tree.eastCell(), person -> person.named("Trước " + name + " Sau"));
        for (var address : new String[] {
            "/members.pdf",
            "/members/addresses.pdf",
            "/members/labels.pdf",
            "/members/cards.pdf",
            "/members/%s.pdf".formatted(member)
        }) {
            assertThat(print(address).words()).as(address).contains("Trước").contains("Sau");
        }
    }

    @Test
    void papersAreInTheReadersLanguage() {
        var response = mvc.get()
                .uri("/members.pdf")
                .locale(Locale.ENGLISH)
                .param("lang", "en")
                .with(clerk)
                .exchange();
        assertThat(PrintedPages.of(response.getResponse().getContentAsByteArray())
                        .words())
                .contains("Form 7-HSĐV", "REGISTER OF MEMBERS", "Printed by");
    }

    @Test
    void everyPaperIsLaidOutAsItsCommittedPage() throws Exception {
        var base = orgs.add(
                "Đảng bộ xã Hòa Ân", "DB_CS", "XA", orgs.add("Đảng bộ huyện Cầu Kè", "DB_HUYEN", null, orgs.root()));
        var cell = orgs.add("Chi bộ ấp Giồng Lớn", "CB_TT", null, base);
        var member = people.add(
                cell,
                person -> person.named("Thạch Thị Sa Vươn")
                        .woman()
                        .alsoKnownAs("Sáu Vươn", "Thạch Thị Vươn")
                        .of("KHMER", "BUDDHISM")
                        .educated("UPPER_SECONDARY", null, null)
                        .numbered("99000001", "8001", "990001 TV", "084170990001")
                        .exempt(LocalDate.of(2020, 1, 2)));
        for (int number = 2; number <= 40; number++) {
            var card = "%08d".formatted(99_000_000 + number);
            var file = "%06d TV".formatted(990_000 + number);
            people.add(
                    cell,
                    person -> person.named("Nguyễn Văn An").numbered(card, "", file, "0841709" + card.substring(3)));
        }
        photos.put(member, cell, new ByteArrayInputStream(picture(600, 800)), "");
        clerk = signIn.as(new SignIn.Account(signIn.account(Role.CLERK, base).id(), "can-bo-to-chuc"));
        print("/members.pdf").areThoseOf("register", CHANGING);
        print("/members/addresses.pdf").areThoseOf("addresses", CHANGING);
        print("/members/labels.pdf").areThoseOf("labels", CHANGING);
        print("/members/cards.pdf").areThoseOf("cards", CHANGING);
        print("/members/%s.pdf".formatted(member)).areThoseOf("record-sheet", CHANGING);
    }

    /** A citizen number that nobody else has. */
    private String number() {
        var digits = new java.math.BigInteger(tree.eastCell().toString().substring(24), 16).toString();
        return "084" + (digits + "000000000").substring(0, 9);
    }

    private PrintedPages print(String address) {
        var answer = mvc.get().uri(address).with(clerk).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return PrintedPages.of(answer.getResponse().getContentAsByteArray());
    }
}
