package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.partyregister.RegisterTest;

@RegisterTest
class CodeListsTests {
    @Autowired
    CodeLists lists;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void thereAreFiftyFourEthnicGroupsInTheOfficialOrderAndTwoRowsMore() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        var groups = lists.of("ethnicity");
        assertThat(groups).hasSize(56);
        assertThat(groups).extracting(Code::label).startsWith("Kinh", "Tày", "Thái", "Hoa", "Khơ-me", "Mường");
        assertThat(groups.get(53)).isEqualTo(new Code("RO_MAM", "Rơ-măm"));
        assertThat(groups).extracting(Code::code).endsWith("OTHER_ETHNICITY", "FOREIGN_ORIGIN");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ethnicity, Khơ-me, KHMER
            ethnicity, khmer, KHMER
            ethnicity, KHƠ ME, KHMER
            ethnicity, Khơme, KHMER
            ethnicity, kho me, KHMER
            ethnicity, Dân tộc Kinh, KINH
            ethnicity, H'Mông, MONG
            ethnicity, Ê Đê, E_DE
            ethnicity, KINH, KINH
            sex, nữ, FEMALE
            sex, Nu, FEMALE
            sex, NAM, MALE
            religion, Không, NONE
            religion, không, NONE
            religion, Phật giáo Hoà Hảo, HOA_HAO
            religion, Thiên chúa giáo, CATHOLICISM
            general-education, 12/12, UPPER_SECONDARY
            general-education, 10/10, UPPER_SECONDARY
            general-education, 9/12, LOWER_SECONDARY
            general-education, THPT, UPPER_SECONDARY
            qualification, Thạc sỹ, MASTER
            political-theory, Cao cấp, ADVANCED
            activity-status, đang sinh hoạt, ACTIVE
            activity-status, đã chuyển sinh hoạt, MOVED_OUT
            activity-status, đã từ trần, DIED
            activity-status, đã ra khỏi Đảng, LEFT
            activity-status, miễn sinh hoạt, EXEMPT
            occupation, nông dân, FARMER
            """)
    void aCodeIsFoundHoweverPeopleWriteIt(String list, String written, String code) {
        assertThat(lists.match(list, written)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"ethnicity, Klingon", "ethnicity, ''", "religion, ' - '", "sex, khác"})
    void whatMeansNothingIsNotGuessed(String list, String written) {
        assertThat(lists.match(list, written)).isEmpty();
    }

    @Test
    void aNameIsInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        assertThat(lists.label("religion", "CATHOLICISM")).isEqualTo("Công giáo");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(lists.label("religion", "CATHOLICISM")).isEqualTo("Catholicism");
        assertThat(lists.label("religion", null)).isEmpty();
        assertThat(lists.label("religion", "GONE")).isEqualTo("GONE");
    }

    @Test
    void sixtyThreeProvincesAreThirtyFourFromTheFirstOfJuly2025On() {
        var merger = LocalDate.of(2025, 7, 1);
        assertThat(lists.of("province", merger.minusDays(1))).hasSize(63);
        assertThat(lists.of("province", merger)).hasSize(34);
        assertThat(lists.match("province", "tỉnh Trà Vinh")).contains("TRA_VINH");
        assertThat(lists.match("province", "TP. Hồ Chí Minh")).contains("HO_CHI_MINH");
    }

    @Test
    void aCommuneIsFoundWithItsDistrictOrOnItsDay() {
        assertThat(lists.match("commune", "xã Phong Phú, huyện Cầu Kè")).contains("CAU_KE_PHONG_PHU");
        assertThat(lists.match("commune", "Xã Long Hữu")).isEmpty();
        assertThat(lists.match("commune", "Xã Long Hữu", LocalDate.of(2025, 6, 30)))
                .contains("DUYEN_HAI_TOWN_LONG_HUU");
        assertThat(lists.match("commune", "Xã Long Hữu", LocalDate.of(2025, 7, 1)))
                .contains("VINH_LONG_2025_LONG_HUU");
        assertThat(lists.partsOf("commune", "CANG_LONG")).hasSize(14);
        assertThat(lists.partsOf("district", "TRA_VINH")).hasSize(9);
    }

    @Test
    void aListThatDoesNotExistIsAMistakeOfTheProgram() {
        assertThatIllegalArgumentException().isThrownBy(() -> lists.of("no-such-list"));
    }
}
