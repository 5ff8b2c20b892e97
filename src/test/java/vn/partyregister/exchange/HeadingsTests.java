package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.partyregister.exchange.Column.Form;

class HeadingsTests {
    private static final List<Column> COLUMNS = List.of(
            new Column("official_id", Form.NUMBER, false, null, List.of("ID", "Mã đảng viên")),
            new Column("full_name", Form.NAME, true, null, List.of("Họ và tên", "Họ tên", "Họ tên đảng viên")),
            new Column("born", Form.PARTIAL_DATE, true, null, List.of("Sinh ngày", "Ngày sinh")),
            new Column("native_province", Form.TEXT, false, null, List.of("Quê quán - Tỉnh")),
            new Column("native_commune", Form.TEXT, false, null, List.of("Quê quán - Xã")),
            new Column("native_detail", Form.TEXT, false, null, List.of("Quê quán - Chi tiết")),
            new Column("residence_province", Form.TEXT, false, null, List.of("Thường trú - Tỉnh")));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void headingsAreFoundAnywhereInTheFirstTwentyRows(int at) {
        var rows = new ArrayList<SheetRow>();
        if (at > 1) {
            rows.add(row(1, "DANH SÁCH ĐẢNG VIÊN"));
        }
        rows.add(row(at, "STT", "ID", "Họ và tên (*)", "SINH NGÀY*"));
        rows.add(row(at + 1, "1", "84001", "Nguyễn Văn An", "03/02/1950"));

        var found = find(rows);

        assertThat(found.row()).isEqualTo(at);
        assertThat(found.firstRow()).isEqualTo(at + 1);
        assertThat(meanings(found)).isEqualTo(Map.of(1, "official_id", 2, "full_name", 3, "born"));
        assertThat(found.columns().getFirst()).isEqualTo(new Heading(0, "STT", null));
    }

    @Test
    void headingsInTheTwentyFirstRowAreNotLookedFor() {
        var found = find(List.of(row(1, "Trang bìa"), row(21, "ID", "Họ và tên", "Ngày sinh")));
        assertThat(meanings(found)).isEmpty();
        assertThat(found.row()).isEqualTo(1);
    }

    @Test
    void headingsAreComparedWithoutMarksAndBySynonym() {
        assertThat(meanings(find(List.of(row(1, "ma dang vien", "HO TEN DANG VIEN", "Ngày  sinh:")))))
                .isEqualTo(Map.of(0, "official_id", 1, "full_name", 2, "born"));
    }

    @Test
    void aHeadingOverSeveralColumnsIsReadTogetherWithWhatStandsBelow() {
        var found = find(List.of(
                row(3, "STT", "Họ tên", "Quê quán (theo mô hình 2 cấp)", "", "", "Thường trú theo mô hình 2 cấp", ""),
                row(4, "", "", "Tỉnh", "Xã", "Chi tiết", "Tỉnh", "Xã"),
                row(5, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
                row(6, "1", "Nguyễn Văn An", "Vĩnh Long", "Càng Long", "", "", "")));

        assertThat(meanings(found))
                .isEqualTo(Map.of(
                        1,
                        "full_name",
                        2,
                        "native_province",
                        3,
                        "native_commune",
                        4,
                        "native_detail",
                        5,
                        "residence_province"));
        assertThat(found.row()).isEqualTo(3);
        assertThat(found.firstRow()).isEqualTo(6);
    }

    @Test
    void whatUsersSaidBeforeIsKnown() {
        var rows = List.of(row(1, "Tên đồng chí", "Năm sinh"));
        assertThat(meanings(find(rows))).isEmpty();
        assertThat(meanings(Headings.find(rows, COLUMNS, Map.of("ten dong chi", "full_name", "nam sinh", "born"))))
                .isEqualTo(Map.of(0, "full_name", 1, "born"));
    }

    @Test
    void aColumnIsReadFromOnePlaceOnly() {
        assertThat(meanings(find(List.of(row(1, "Họ và tên", "Họ tên", "ID")))))
                .isEqualTo(Map.of(0, "full_name", 2, "official_id"));
    }

    @Test
    void lettersAreThoseOfASpreadsheet() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702).stream().map(Heading::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    private static Headings find(List<SheetRow> rows) {
        return Headings.find(rows, COLUMNS, Map.of());
    }

    private static Map<Integer, String> meanings(Headings found) {
        return found.columns().stream()
                .filter(heading -> heading.column() != null)
                .collect(Collectors.toMap(Heading::position, Heading::column));
    }

    private static SheetRow row(int number, String... cells) {
        return new SheetRow(number, Arrays.stream(cells).map(Cell::text).toList());
    }
}
