package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldLettersTests {
    private static final String SMALL =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    private static final String CAPITAL =
            "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

    @Test
    void theWholeAlphabetGoesThroughVniAndBack() {
        for (var letters : new String[] {SMALL, CAPITAL}) {
            var written = OldLetters.write(letters, TextEncoding.VNI);
            assertThat(written.chars()).allMatch(code -> code < 0x100);
            assertThat(OldLetters.read(written, TextEncoding.VNI, "VNI-Times")).isEqualTo(letters);
        }
    }

    @Test
    void theSmallAlphabetGoesThroughTcvn3AndBack() {
        var written = OldLetters.write(SMALL, TextEncoding.TCVN3);
        assertThat(written.chars()).allMatch(code -> code < 0x100);
        assertThat(OldLetters.read(written, TextEncoding.TCVN3, ".VnTime")).isEqualTo(SMALL);
    }

    @Test
    void capitalsOfTcvn3ComeFromAFontThatShowsCapitals() {
        var written = OldLetters.write(CAPITAL, TextEncoding.TCVN3);
        assertThat(OldLetters.read(written, TextEncoding.TCVN3, ".VnTimeH")).isEqualTo(CAPITAL);
    }

    /** As found in files of the nineties, not made by our own table. */
    @ParameterizedTest
    @CsvSource({
        "TCVN3, NguyÔn V¨n An, Nguyễn Văn An",
        "TCVN3, §¶ng Céng s¶n ViÖt Nam, Đảng Cộng sản Việt Nam",
        "TCVN3, TrÇn ThÞ H\u00adêng, Trần Thị Hường",
        "TCVN3, Céng hßa x· héi chñ nghÜa, Cộng hòa xã hội chủ nghĩa",
        "TCVN3, Lª §øc Thä, Lê Đức Thọ",
        "VNI, Nguyeãn Vaên An, Nguyễn Văn An",
        "VNI, Ñaûng Coäng saûn Vieät Nam, Đảng Cộng sản Việt Nam",
        "VNI, Traàn Thò Höôøng, Trần Thị Hường",
        "VNI, Coäng hoøa xaõ hoäi chuû nghóa, Cộng hòa xã hội chủ nghĩa",
        "VNI, Lyù Thöôøng Kieät, Lý Thường Kiệt",
        "VNI, TRAØ VINH, TRÀ VINH"
    })
    void wordsOfOldFilesAreReadAsTheyWereMeant(TextEncoding encoding, String stored, String meant) {
        assertThat(OldLetters.read(stored, encoding, null)).isEqualTo(meant);
        assertThat(LetterStatistics.score(meant)).isGreaterThan(LetterStatistics.score(stored));
        assertThat(Texts.likeliest(
                        (stored + " ").repeat(3), TextEncoding.UNICODE, TextEncoding.TCVN3, TextEncoding.VNI))
                .isEqualTo(encoding);
    }

    @Test
    void textThatIsUnicodeAlreadyStaysAsItIs() {
        assertThat(OldLetters.read("Nguyễn Hoà", TextEncoding.VNI, "VNI-Times")).isEqualTo("Nguyễn Hoà");
    }
}
