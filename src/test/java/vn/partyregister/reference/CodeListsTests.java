package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

@RegisterTest
class CodeListsTests {
    @Autowired
    CodeLists lists;

    @Autowired
    JdbcClient jdbc;

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

    /** Each list as the dossier on the member file (part 4) writes it: all of it, in its order, none surer than its source. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ethnicity | SECONDARY | Kinh; Tày; Thái; Hoa; Khơ-me; Mường; Nùng; Mông; Dao; Gia Rai; Ê-đê; Ngái; Ba-na; Xơ-đăng; Sán Chay; Cơ Ho; Chăm; Sán Dìu; Hrê; Mnông; Raglai; Xtiêng; Bru-Vân Kiều; Thổ; Giáy; Cơ Tu; Giẻ Triêng; Mạ; Khơ Mú; Co; Tà Ôi; Chơ-ro; Kháng; Xinh Mun; Hà Nhì; Chu Ru; Lào; La Chí; La Ha; Phù Lá; La Hủ; Lự; Lô Lô; Chứt; Mảng; Pà Thẻn; Cơ Lao; Cống; Bố Y; Si La; Pu Péo; Brâu; Ơ Đu; Rơ-măm; Dân tộc khác; Quốc tịch gốc nước ngoài
            religion | SECONDARY | Không; Phật giáo; Công giáo; Phật giáo Hòa Hảo; Cao Đài; Tin Lành; Hồi giáo; Đạo khác
            general-education | SECONDARY | Biết đọc, biết viết chữ quốc ngữ; Tiểu học; Trung học cơ sở; Trung học phổ thông
            qualification | SECONDARY | Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp; Trung cấp; Cao đẳng; Đại học (UNVERIFIED); Thạc sĩ; Tiến sĩ
            academic-title | SECONDARY | Phó giáo sư; Giáo sư
            academic-degree | UNVERIFIED | Cử nhân, kỹ sư, bác sĩ; Thạc sĩ; Tiến sĩ; Tiến sĩ khoa học
            political-theory | SECONDARY | Sơ cấp; Trung cấp; Cao cấp, cử nhân
            occupation | SECONDARY | Cán bộ, công chức cơ quan nhà nước từ cấp huyện trở lên; Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể từ cấp huyện trở lên; Cán bộ, công chức và người hoạt động không chuyên trách xã, phường, thị trấn; Người hoạt động không chuyên trách ở thôn, tổ dân phố; Viên chức đơn vị sự nghiệp công lập; Người lao động đơn vị sự nghiệp ngoài công lập; Cán bộ lãnh đạo, quản lý doanh nghiệp; Nhân viên gián tiếp trong doanh nghiệp; Công nhân, lao động trực tiếp trong doanh nghiệp; Lao động nông, lâm, ngư nghiệp; Lực lượng vũ trang; Sinh viên; Học sinh; Nghề nghiệp khác; Đã nghỉ hưu, nghỉ công tác
            """)
    void aListIsThatOfTheDossier(String list, String certainty, String names) {
        assertThat(jdbc.sql("""
                                select name_vi || case when certainty <> :certainty then ' (' || certainty || ')' else '' end
                                from reference.code where list = :list order by position
                                """)
                        .param("list", list)
                        .param("certainty", certainty)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(List.of(names.split("; ")));
    }

    /** Of two wards it is not known what they became part of; that is said, and nothing is made up. */
    @Test
    void everyCommuneThatEndedSaysWhatItBecamePartOfOrWhyThatIsNotKnown() {
        assertThat(lists.of("commune", LocalDate.of(2025, 6, 30))).hasSize(106);
        assertThat(lists.of("commune", LocalDate.of(2025, 7, 1))).hasSize(41);
        assertThat(communes(
                        "not exists (select from reference.code_successor s where (s.list, s.code) = (c.list, c.code))"
                                + " and not upper_inf(c.valid)"))
                .containsExactly("Phường 2, TRA_VINH_CITY: true", "Phường 6, TRA_VINH_CITY: true");
        assertThat(communes("c.remark_vi is not null")).hasSize(2);
        assertThat(communes("lower(c.valid) = '2025-07-01' and not exists (select from reference.code_successor s"
                        + " where s.list = c.list and s.successor = c.code)"))
                .isEmpty();
        assertThat(jdbc.sql("""
                                select count(*) || ' ' || count(distinct code) || ' ' || min(certainty) || ' ' || max(certainty)
                                from reference.code_successor where list = 'commune'
                                """).query(String.class).single()).isEqualTo("104 104 SECONDARY SECONDARY");
    }

    private List<String> communes(String which) {
        return jdbc.sql(
                        "select c.name_vi || ', ' || c.part_of || ': ' || (c.remark_vi is not null) from reference.code c "
                                + "where c.list = 'commune' and " + which + " order by c.position")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "CANG_LONG_NHI_LONG_PHU, VINH_LONG_2025_CANG_LONG", "CAU_NGANG_THANH_HOA_SON, VINH_LONG_2025_NGU_LAC",
        "DUYEN_HAI_TOWN_DAN_THANH, VINH_LONG_2025_DUYEN_HAI", "DUYEN_HAI_TOWN_WARD_2, VINH_LONG_2025_TRUONG_LONG_HOA",
        "DUYEN_HAI_LONG_VINH, VINH_LONG_2025_LONG_VINH", "TIEU_CAN_NGAI_HUNG, VINH_LONG_2025_HUNG_HOA"
    })
    void aCommuneBecamePartOfItsSuccessor(String code, String successor) {
        assertThat(jdbc.sql("select successor from reference.code_successor where list = 'commune' and code = :code")
                        .param("code", code)
                        .query(String.class)
                        .list())
                .containsExactly(successor);
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
