package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.access.Role;

/** The workbook that comes back marked is mended and sent again as it is: it brings what was rejected and nothing else. */
@RegisterTest
class CorrectedWorkbookTests {
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);
    private static final int ETHNICITY = 3;
    private static final int BORN = 2;
    private static final int REASONS = 9;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private RequestPostProcessor clerk;
    private String cell;
    private String family;

    @BeforeEach
    void aClerkOfTheEast() {
        var tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        cell = orgs.name(tree.eastCell());
        family = "Mạch " + Long.toString(System.nanoTime(), 36).replaceAll("\\d", "x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMendedWorkbookImportsOnlyWhatWasRejected(boolean xlsx) throws IOException {
        var name = xlsx ? "dang-vien.xlsx" : "dang-vien.xls";
        var first = read(name, members(xlsx));
        assertThat(verdicts(first)).isEqualTo(Map.of("NEW", 3, "REJECTED", 2));
        written(first);
        assertThat(count("member.member where full_name like :family")).isEqualTo(3);

        var marked = workbook(first);
        var second = read(name, mended(marked));
        assertThat(verdicts(second)).isEqualTo(Map.of("UNCHANGED", 3, "NEW", 2));
        written(second);
        assertThat(count("member.member where full_name like :family")).isEqualTo(5);
        assertThat(count("""
                        membership.movement where member_id in (select id from member.member where full_name like :family)
                        """)).isEqualTo(5);
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(workbook(second)))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getCellComments()).isEmpty();
            assertThat(sheet.getRow(3).getCell(BORN).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
            assertThat(sheet.getRow(0).getLastCellNum()).isEqualTo((short) (REASONS + 1));
        }
    }

    /** Rows 4 and 6 are wrong: a day that is in no calendar, and a people that nobody knows. */
    private byte[] members(boolean xlsx) throws IOException {
        try (var book = WorkbookFactory.create(xlsx)) {
            var sheet = book.createSheet("Đảng viên");
            fill(
                    sheet,
                    List.of(
                            "Họ và tên",
                            "Giới tính",
                            "Sinh ngày",
                            "Dân tộc",
                            "Tôn giáo",
                            "Số thẻ Đảng",
                            "Tổ chức đảng",
                            "Ngày vào Đảng",
                            "Ngày chính thức"));
            person(sheet, "Một", "12/03/1985", "Kinh");
            person(sheet, "Hai", "05/11/1968", "Khơ-me");
            person(sheet, "Ba", "31/02/1975", "Kinh");
            person(sheet, "Bốn", "24/08/1962", "Hoa");
            person(sheet, "Năm", "01/01/1980", "Hoa kiều");
            return bytes(book);
        }
    }

    private void person(Sheet sheet, String name, String born, String ethnicity) {
        fill(
                sheet,
                List.of(
                        family + " " + name,
                        "Nam",
                        born,
                        ethnicity,
                        "Không",
                        "81%06d".formatted(NUMBERS.incrementAndGet()),
                        cell,
                        "19/05/2010",
                        "19/05/2011"));
    }

    private static void fill(Sheet sheet, List<String> cells) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        cells.forEach(cell -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell));
    }

    private static byte[] mended(byte[] file) throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(REASONS).getStringCellValue()).isEqualTo("Lý do không nhận");
            assertThat(sheet.getRow(3).getCell(REASONS).getStringCellValue()).contains("Không có ngày này trong lịch");
            assertThat(sheet.getCellComments().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("C4", "D6");
            sheet.getRow(3).getCell(BORN).setCellValue("28/02/1975");
            sheet.getRow(5).getCell(ETHNICITY).setCellValue("Hoa");
            return bytes(book);
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    /** Uploaded, its columns taken as they were guessed, and judged. */
    private UUID read(String name, byte[] file) {
        var answer = mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, null, file))
                .param("kind", "members")
                .with(clerk)
                .with(csrf())
                .exchange();
        var address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        var id = UUID.fromString(address.substring("/imports/".length()));
        var reading = mvc.post().uri(address + "/reading").with(clerk).with(csrf());
        jdbc.sql(
                        "select position, column_key from exchange.upload_column where upload_id = :id and column_key is not null")
                .param("id", id)
                .query(row -> {
                    reading.param("column." + row.getInt(1), row.getString(2));
                });
        assertThat(reading).hasRedirectedUrl(address);
        untilItIs(id, "JUDGED");
        return id;
    }

    private void written(UUID id) {
        assertThat(mvc.post().uri("/imports/{id}/writing", id).with(clerk).with(csrf()))
                .hasRedirectedUrl("/imports/" + id);
        untilItIs(id, "DONE");
    }

    private byte[] workbook(UUID id) {
        var answer = mvc.get().uri("/imports/{id}/workbook", id).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private void untilItIs(UUID id, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select state from exchange.upload where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single()
                        .equals(state));
    }

    private Map<String, Integer> verdicts(UUID id) {
        var verdicts = new HashMap<String, Integer>();
        jdbc.sql("select verdict, count(*) from exchange.staged_row where upload_id = :id group by verdict")
                .param("id", id)
                .query(row -> {
                    verdicts.put(row.getString(1), row.getInt(2));
                });
        return verdicts;
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from)
                .param("family", family + " %")
                .query(Integer.class)
                .single();
    }
}
