package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.exchange.Imported;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.ProgressListener;

/** How long a number of a member is, the rulebook says: on the business day, 30/04/2022, a card has eight digits. */
@RegisterTest
class MemberNumbersTests {
    @Autowired
    private Imports imports;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
    }

    /** A workbook of one row; a number of it is stored as spreadsheets store numbers. */
    private Imported imported(List<String> headings, Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Đảng viên");
            var head = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (var at = 0; at < cells.length; at++) {
                head.createCell(at).setCellValue(headings.get(at));
                if (cells[at] instanceof Number number) {
                    row.createCell(at).setCellValue(number.doubleValue());
                } else {
                    row.createCell(at).setCellValue(cells[at].toString());
                }
            }
            book.write(out);
        }
        return imports.importNow("members", "dv.xlsx", out.toByteArray(), ProgressListener.SILENT);
    }

    private List<String> problems(Imported imported) {
        return jdbc.sql("""
                        select column_key || ' ' || weight || ' ' || reason || ' ' || array_to_string(arguments, ',')
                        from exchange.problem where upload_id = :id and while_reading order by 1
                        """)
                .param("id", imported.id().id())
                .query((row, _) -> row.getString(1).strip())
                .list();
    }

    private UUID target(Imported imported) {
        return jdbc.sql("select target_id from exchange.staged_row where upload_id = :id")
                .param("id", imported.id().id())
                .query(UUID.class)
                .single();
    }

    @Test
    void aCitizenNumberThatLostItsZeroFindsTheMember() throws IOException {
        var member = people.add(
                tree.eastCell(),
                person -> person.named("Tạ Mất Số").numbered("93000001", "83000001", "930001TV", "084093000001"));
        var read = imported(List.of("Họ và tên", "CCCD"), "Tạ Mất Số Không", 84_093_000_001L);
        assertThat(problems(read)).containsExactly("citizen_number REPAIRED exchange.cell.zeros-lost 12");
        assertThat(read.figures().repaired()).isEqualTo(1);
        assertThat(read.figures().changed()).isEqualTo(1);
        assertThat(target(read)).isEqualTo(member.id());
    }

    @Test
    void aCardAndAFormerIdentityNumberGetTheirZerosBackToo() throws IOException {
        var member = people.add(
                tree.eastCell(),
                person -> person.named("Tạ Thẻ Ngắn").numbered("03000002", "83000002", "930002TV", "084093000002"));
        var read = imported(List.of("Họ và tên", "Số thẻ Đảng", "Số CMND cũ"), "Tạ Thẻ Ngắn", 3_000_002, 34_567_890);
        assertThat(problems(read))
                .containsExactly(
                        "card_number REPAIRED exchange.cell.zeros-lost 8",
                        "former_identity REPAIRED exchange.cell.zeros-lost 9");
        assertThat(target(read)).isEqualTo(member.id());
    }

    @Test
    void aNumberOfNoLengthOfItsRuleIsRefusedAndNobodyIsMade() throws IOException {
        var headings = List.of("Họ và tên", "Số CCCD", "Số thẻ", "Số CMND");
        var read = imported(headings, "Tạ Quá Dài", "0840930000031", "930000031", "0930031");
        assertThat(problems(read))
                .containsExactly(
                        "card_number REJECTS exchange.cell.wrong-length 8",
                        "citizen_number REJECTS exchange.cell.wrong-length 12",
                        "former_identity REPAIRED exchange.cell.zeros-lost 9");
        assertThat(read.figures().rejected()).isEqualTo(1);
        assertThat(problems(imported(headings, "Tạ Nhầm Cột", "334567890", "93000004", "33456789A")))
                .containsExactly("citizen_number REJECTS exchange.cell.wrong-length 12");
    }

    @Test
    void aNumberInGroupsIsClosedUpAndANumericOneOfFullLengthIsShownAsRead() throws IOException {
        var read = imported(List.of("Họ và tên", "Số CCCD", "Số thẻ"), "Tạ Cách Quãng", "084 093 000 005", 93_000_005);
        assertThat(problems(read))
                .containsExactly(
                        "card_number REPAIRED exchange.cell.numeric", "citizen_number REPAIRED exchange.cell.grouped");
    }
}
