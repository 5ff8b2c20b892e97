package vn.partyregister.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
    private static final List<PaperKind> KINDS = List.of(
            new PaperKind("APPLICATION", "Đơn xin vào Đảng", "1-KNĐ"),
            new PaperKind("MEMBER_SHEET", "Phiếu đảng viên", "2-HSĐV"),
            new PaperKind("OTHER", "Giấy tờ khác", null));

    @ParameterizedTest
    @CsvSource({
        "12345678_1-KNĐ.pdf,12345678,APPLICATION",
        "12345678_1-knd.PDF,12345678,APPLICATION",
        "12345678_2HSDV_3.jpg,12345678,MEMBER_SHEET",
        "084070001234_member_sheet.png,084070001234,MEMBER_SHEET",
        "084070001234_MEMBER_SHEET_12.png,084070001234,MEMBER_SHEET",
        "C:\\Quét\\012345 TV_other.pdf,012345 TV,OTHER",
        "thu-muc/12345678_OTHER,12345678,OTHER",
        "12345678_9-XYZ.pdf,12345678,",
        "12345678_.pdf,12345678,",
        "12345678.pdf,,",
        "_1-KND.pdf,,",
    })
    void aNameTellsANumberAndAKind(String name, String number, String kind) {
        assertThat(FileName.read(name, KINDS)).isEqualTo(new FileName(number, kind));
    }

    @Test
    void aFileNumberIsFoundHoweverItsPartsAreJoined() {
        assertThat(new FileName("012345-tv", null).numbers())
                .contains("012345 TV", "012345-TV", "012345/TV", "012345TV");
        assertThat(new FileName("12345678", null).numbers()).containsExactly("12345678");
        assertThat(new FileName(null, null).numbers()).isEmpty();
    }
}
