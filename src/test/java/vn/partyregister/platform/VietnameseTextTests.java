package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

@RegisterTest
class VietnameseTextTests {
    private static final String LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseFoldsEveryVietnameseLetterAsTheProgramDoes() {
        var all = LETTERS + LETTERS.toUpperCase(java.util.Locale.ROOT);
        assertThat(all.codePoints().mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(jdbc.sql("select platform.folded(:letter)")
                                .param("letter", letter)
                                .query(String.class)
                                .single())
                        .isEqualTo(VietnameseText.folded(letter)));
    }

    @Test
    void nguyenFindsItsMarkedFormAndTonePositionDoesNotMatter() {
        assertThat(VietnameseText.folded("  Nguyễn   Thị HOÀ ")).isEqualTo("nguyen thi hoa");
        assertThat(VietnameseText.folded("Hòa")).isEqualTo(VietnameseText.folded("Hoà"));
        assertThat(VietnameseText.folded("Đặng")).isEqualTo("dang");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(VietnameseText.tidy("Nguye\u0302\u0303n")).isEqualTo("Nguyễn");
    }
}
