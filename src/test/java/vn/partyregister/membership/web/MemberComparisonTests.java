package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PrintedPages;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;

/** The list of the official database held against the register: who is missing on either side, and which fields differ. */
@RegisterTest
class MemberComparisonTests {
    private static final String WHOLE =
            "full_name;born;card_number;organisation;joined_on;official_on;activity_status;ended_on";
    private static final String BORN = "01/02/1970";
    private static final String JOINED = "03/02/1995";
    private static final String OFFICIAL = "03/02/1996";

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;
    private String cell;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        cell = orgs.name(tree.eastCell());
    }

    private void member(String name, String card) {
        member(tree.eastCell(), name, card, UnaryOperator.identity());
    }

    private void member(OrganisationId where, String name, String card, UnaryOperator<People.Person> more) {
        people.add(
                where,
                person -> more.apply(
                        person.named(name).numbered(card, "2" + card.substring(1), card + " TV", "0770" + card)));
    }

    private static String row(String... cells) {
        return String.join(";", cells);
    }

    private String compared(String columns, String... rows) {
        var file = columns + "\n" + String.join("\n", rows) + "\n";
        var address = Objects.requireNonNull(mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "dv.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .param("kind", "members")
                .param("purpose", "COMPARE")
                .with(clerk)
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        var reading = mvc.post().uri(address + "/reading").with(clerk).with(csrf());
        var keys = columns.split(";");
        IntStream.range(0, keys.length).forEach(at -> reading.param("column." + at, keys[at]));
        assertThat(reading).hasRedirectedUrl(address);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !page(address).contains("id=\"progress\""));
        return address;
    }

    private String page(String address) {
        var answer = mvc.get().uri(URI.create(address)).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The figures of the page: in the file, missing here, missing there, differing, alike, unclear. */
    private List<Integer> figures(String address) {
        var page = page(address);
        return Arrays.stream(new String[] {
                    "rows?filter=ALL",
                    "rows?filter=NEW",
                    "absent",
                    "rows?filter=CHANGED",
                    "rows?filter=UNCHANGED",
                    "rows?filter=REJECTED"
                })
                .map(figure -> page.replaceAll(
                        "(?s).*\"" + java.util.regex.Pattern.quote(address + "/" + figure) + "\"\\s*>(\\d+)<.*", "$1"))
                .map(Integer::valueOf)
                .toList();
    }

    private String onPaper(String address) {
        var answer = mvc.get().uri(address + "/comparison.pdf").with(clerk).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return PrintedPages.of(answer.getResponse().getContentAsByteArray()).words();
    }

    private String part(String address, String part) {
        return page(address + "/" + part).replaceAll("\\s*<[^>]*>\\s*", " ").replaceAll("\\s+", " ");
    }

    @Test
    void anotherCellAnotherDayAndAnotherStatusAreFieldsThatDiffer() {
        member("Lý Khác Ô", "92000001");
        member("Lý Khác Vào", "92000002");
        member("Lý Khác Chính", "92000003");
        member("Lý Khác Nay", "92000004");
        member("Lý Như Nhau", "92000005");
        var other = orgs.name(tree.otherEastCell());
        var address = compared(
                WHOLE,
                row("Lý Khác Ô", BORN, "92000001", other, JOINED, OFFICIAL, "Đang sinh hoạt", ""),
                row("Lý Khác Vào", BORN, "92000002", cell, "04/02/1995", OFFICIAL, "Đang sinh hoạt", ""),
                row("Lý Khác Chính", BORN, "92000003", cell, JOINED, "05/02/1996", "Đang sinh hoạt", ""),
                row("Lý Khác Nay", BORN, "92000004", cell, JOINED, OFFICIAL, "Đã từ trần", "06/01/2022"),
                row("Lý Như Nhau", BORN, "92000005", cell, JOINED, OFFICIAL, "Đang sinh hoạt", ""));
        assertThat(figures(address)).containsExactly(5, 0, 0, 4, 1, 0);
        assertThat(part(address, "rows?filter=CHANGED"))
                .contains("trong sổ: " + cell + " → trong tệp: " + other)
                .contains("trong sổ: 03/02/1995 → trong tệp: 04/02/1995")
                .contains("trong sổ: 03/02/1996 → trong tệp: 05/02/1996")
                .contains("trong sổ: Đang sinh hoạt → trong tệp: Đã từ trần")
                .doesNotContain("Lý Như Nhau");
        assertThat(onPaper(address))
                .contains("Lý Khác Ô", "Lý Khác Vào", "Lý Khác Chính", "Lý Khác Nay", "05/02/1996")
                .doesNotContain("Lý Như Nhau");
    }

    @Test
    void aCellThatNobodyKnowsDiffers() {
        member("Lý Ai Biết", "92000011");
        var address = compared(
                WHOLE, row("Lý Ai Biết", BORN, "92000011", "Chi bộ đâu đó", JOINED, OFFICIAL, "Đang sinh hoạt", ""));
        assertThat(figures(address)).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(part(address, "rows?filter=CHANGED")).contains("trong tệp: Chi bộ đâu đó");
    }

    @Test
    void whoseRowHasACellThatCannotBeReadIsNotMissing() {
        member("Lý Ô Hỏng", "92000021");
        member("Lý Hỏng Khác", "92000022");
        member("Lý Vắng Mặt", "92000023");
        var address = compared(
                WHOLE,
                row("Lý Ô Hỏng", "31/02/1970", "92000021", cell, JOINED, OFFICIAL, "Đang sinh hoạt", ""),
                row("Lý Hỏng Khác", "31/02/1970", "92000022", cell, JOINED, "05/02/1996", "Đang sinh hoạt", ""));
        assertThat(figures(address)).containsExactly(2, 0, 1, 1, 0, 1);
        assertThat(part(address, "absent")).contains("Lý Vắng Mặt").doesNotContain("Lý Ô Hỏng", "Lý Hỏng Khác");
        assertThat(part(address, "rows?filter=REJECTED")).contains("Lý Ô Hỏng", "Không có ngày này trong lịch");
        assertThat(part(address, "rows?filter=CHANGED"))
                .contains("Lý Hỏng Khác", "trong tệp: 05/02/1996", "Không có ngày này trong lịch");
    }

    @Test
    void aListOfNamesBirthsAndNumbersAloneIsCompared() {
        member("Lý Có Cả", "92000031");
        member("Lý Sổ Thôi", "92000032");
        member("Lý Tên Cũ", "92000033");
        var address = compared(
                "full_name;born;citizen_number",
                row("Lý Có Cả", BORN, "077092000031"),
                row("Lý Tệp Thôi", BORN, "077092000039"),
                row("Lý Tên Mới", BORN, "077092000033"));
        assertThat(figures(address)).containsExactly(3, 1, 1, 1, 1, 0);
        assertThat(page(address)).doesNotContain("Dòng mới thiếu những điều này sẽ không được nhận");
        assertThat(page(address + "/comparison"))
                .contains("Lý Tệp Thôi", "Lý Sổ Thôi", "Lý Tên Mới")
                .doesNotContain("Lý Có Cả");
        assertThat(onPaper(address))
                .contains("Lý Tệp Thôi", "Lý Sổ Thôi", "Lý Tên Mới")
                .doesNotContain("Lý Có Cả");
        assertThat(mvc.get().uri(address + "/comparison.csv").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("Lý Tệp Thôi", "Lý Sổ Thôi", "Lý Tên Mới");
    }

    /** Whose number the register does not hold is known by name and birth, where these mean one person. */
    @Test
    void whereNoDayOfEntryIsGivenNameAndBirthSayWhoIsMeant() {
        UnaryOperator<People.Person> younger = person -> person.born(LocalDate.of(1971, 7, 8));
        member(tree.eastCell(), "Lý Đơn Nhất", "92000061", younger);
        member(tree.eastCell(), "Lý Sinh Đôi", "92000062", younger);
        member(
                tree.eastCell(),
                "Lý Sinh Đôi",
                "92000063",
                younger.andThen(person -> person.joined(LocalDate.of(1998, 2, 3), LocalDate.of(1999, 2, 3)))::apply);
        var address = compared(
                "full_name;born;former_identity",
                row("Lý Đơn Nhất", "08/07/1971", "339200061"),
                row("Lý Sinh Đôi", "08/07/1971", "339200062"));
        assertThat(figures(address)).containsExactly(2, 0, 2, 1, 0, 1);
        assertThat(part(address, "rows?filter=REJECTED")).contains("Lý Sinh Đôi");
        assertThat(part(address, "absent")).doesNotContain("Lý Đơn Nhất");
    }

    /** Many of the register cannot be written as the register is: a comparison asks nothing of the kind. */
    @Test
    void whatOnlyAnImportWouldMindStandsAgainstNoRow() {
        var address = compared(
                WHOLE,
                row("Lý Trẻ Quá", "01/02/2015", "92000041", "Chi bộ đâu đó", "05/02/2022", "", "Đang sinh hoạt", ""),
                row("Lý Mất Hồi Nào", BORN, "92000042", cell, JOINED, OFFICIAL, "Đã từ trần", ""));
        assertThat(figures(address)).containsExactly(2, 2, 0, 0, 0, 0);
    }

    @Test
    void whoStandsOutsideTheScopeIsRefusedAndNothingIsToldOfThem() {
        member(tree.westCell(), "Lý Nơi Khác", "92000051", person -> person.born(LocalDate.of(1971, 7, 8)));
        var address =
                compared(WHOLE, row("Lý Nơi Khác", BORN, "92000051", cell, JOINED, OFFICIAL, "Đang sinh hoạt", ""));
        assertThat(figures(address)).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(part(address, "rows?filter=ALL")).doesNotContain("08/07/1971", orgs.name(tree.westCell()));
        assertThat(jdbc.sql("select count(*) from exchange.difference where upload_id = cast(:id as uuid)")
                        .param("id", address.substring("/imports/".length()))
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
