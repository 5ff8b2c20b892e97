package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.exchange.Imported;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.ProgressListener;

/** The sheet of the exchange of cards (38-HD/BTCTW, 2025) as it is sent, its heading over two rows. */
@RegisterTest
class OfficialSheetTests {
    private static final String HEADING = """
            DANH SÁCH ĐẢNG VIÊN

            STT;ID;Họ tên*;Tên gọi khác;Giới tính*;Sinh ngày*;Dân tộc*;Tôn giáo*;Số định danh cá nhân*;Số thẻ Đảng* (12 số);\
            Nơi cấp thẻ;Ngày cấp thẻ;Số thẻ theo quyết định 85;Tổ chức đảng đang sinh hoạt*;Nơi đăng ký khai sinh*;;;\
            Quê quán theo mô hình 2 cấp*;;;Thường trú theo mô hình 2 cấp*;;;Ngày vào Đảng*;Ngày chính thức*;Số CMND cũ;\
            Trạng thái hoạt động;Ngày rời khỏi / mất / miễn sinh hoạt
            ;;;;;;;;;;;;;;Quốc gia;Tỉnh;Chi tiết;Tỉnh;Xã;Chi tiết;Tỉnh;Xã;Chi tiết;;;;;
            """;

    private static final List<String> KEYS = List.of(
            "official_id",
            "full_name",
            "alias",
            "sex",
            "born",
            "ethnicity",
            "religion",
            "citizen_number",
            "card_number",
            "card_place",
            "card_issued_on",
            "old_card_number",
            "organisation",
            "birthplace_country",
            "birthplace_province",
            "birthplace_detail",
            "native_province",
            "native_commune",
            "native_detail",
            "residence_province",
            "residence_commune",
            "residence_detail",
            "joined_on",
            "official_on",
            "former_identity",
            "activity_status",
            "ended_on");

    @Autowired
    private Imports imports;

    @Autowired
    private Orgs orgs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private String cell;

    @BeforeEach
    void plant() {
        cell = orgs.name(orgs.tree().eastCell());
    }

    private String row(int number, String name, String status, String ended) {
        return Stream.of(
                        Integer.toString(number),
                        "9500000" + number,
                        name,
                        "Ba Sáu",
                        "Nam",
                        "06/05/1970",
                        "Khơ-me",
                        "Phật giáo",
                        "08407095000" + number,
                        "9500000" + number,
                        "Tỉnh ủy Trà Vinh",
                        "03/02/2005",
                        "8500000" + number,
                        cell,
                        "Việt Nam",
                        "Trà Vinh",
                        "xã Long Đức",
                        "Vĩnh Long",
                        "xã Trà Cú",
                        "ấp Chợ",
                        "Vĩnh Long",
                        "phường Trà Vinh",
                        "số 1 đường Lê Lợi",
                        "04/03/2000",
                        "04/03/2001",
                        "33495000" + number,
                        status,
                        ended)
                .collect(Collectors.joining(";"));
    }

    private Imported imported(String... rows) {
        return imports.importNow(
                "members",
                "mau-2025.csv",
                (HEADING + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8),
                ProgressListener.SILENT);
    }

    @Test
    void everyColumnOfTheSheetIsKnownAndArrives() {
        var read = imported(row(1, "Quách Mẫu Một", "Đang sinh hoạt", ""));
        assertThat(jdbc.sql(
                                "select column_key from exchange.upload_column where upload_id = :id and column_key is not null order by position")
                        .param("id", read.id().id())
                        .query(String.class)
                        .list())
                .isEqualTo(KEYS);
        assertThat(read.figures().fresh()).isEqualTo(1);
        assertThat(jdbc.sql("""
                                select concat_ws(' | ', full_name, alias, sex, born_earliest, ethnicity, religion, citizen_number_end,
                                    card_number, card_place, card_issued_on, old_card_number, birthplace_country,
                                    birthplace_province, birthplace_detail, native_province, native_commune, native_detail,
                                    residence_province, residence_commune, residence_detail, joined_on, official_on,
                                    length(encode(former_identity_hash, 'hex')) > 0)
                                from member.member where official_id = '95000001'
                                """).query(String.class).single())
                .isEqualTo(
                        "Quách Mẫu Một | Ba Sáu | MALE | 1970-05-06 | KHMER | BUDDHISM | 001 | 95000001 | Tỉnh ủy Trà Vinh"
                                + " | 2005-02-03 | 85000001 | Việt Nam | Trà Vinh | xã Long Đức | Vĩnh Long | xã Trà Cú | ấp Chợ"
                                + " | Vĩnh Long | phường Trà Vinh | số 1 đường Lê Lợi | 2000-03-04 | 2001-03-04 | t");
    }

    @Test
    void eachOfItsStatusesIsReadAndWhoLeftIsShownToHaveAsked() {
        var read = imported(
                row(2, "Quách Mẫu Hai", "Đã chuyển sinh hoạt", "05/01/2022"),
                row(3, "Quách Mẫu Ba", "Đã từ trần", "06/01/2022"),
                row(4, "Quách Mẫu Tư", "Đã ra khỏi Đảng", "07/01/2022"));
        assertThat(jdbc.sql("""
                                select m.full_name || ' ' || v.kind || ' ' || v.effective_on from membership.movement v
                                join member.member m on m.id = v.member_id
                                where m.official_id in ('95000002', '95000003', '95000004') and v.kind <> 'OPENING' order by 1
                                """).query(String.class).list())
                .containsExactly(
                        "Quách Mẫu Ba DIED 2022-01-06",
                        "Quách Mẫu Hai TRANSFERRED_OUT 2022-01-05",
                        "Quách Mẫu Tư RESIGNED 2022-01-07");
        assertThat(mvc.get()
                        .uri("/imports/" + read.id() + "/rows?filter=WARNED")
                        .with(signIn.as(Role.BOARD, orgs.root())))
                .hasStatusOk()
                .bodyText()
                .contains("Quách Mẫu Tư", "Ghi vào sổ là “Cho ra khỏi Đảng”");
    }
}
