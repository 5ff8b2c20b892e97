package vn.partyregister.membership;

import static vn.partyregister.exchange.Column.Form.CODE;
import static vn.partyregister.exchange.Column.Form.DATE;
import static vn.partyregister.exchange.Column.Form.NAME;
import static vn.partyregister.exchange.Column.Form.NUMBER;
import static vn.partyregister.exchange.Column.Form.PARTIAL_DATE;
import static vn.partyregister.exchange.Column.Form.SECRET_NUMBER;
import static vn.partyregister.exchange.Column.Form.TEXT;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.exchange.Asked;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.exchange.RowKind;
import vn.partyregister.exchange.StagedRows;
import vn.partyregister.platform.Scope;

/**
 * A row that tells of a member: the official sheet of 2025 (38-HD/BTCTW) and the columns of our own export. What a row
 * does is decided once, by {@link MemberJudgement}, and written beside the row; {@link MemberCommit} does just that.
 */
@Component
class MemberRows implements RowKind {
    static final String KEY = "members";

    private static final List<Column> COLUMNS = List.of(
            column("official_id", NUMBER, "ID", "Mã đảng viên", "Mã ĐV", "Member ID"),
            mandatory("full_name", NAME, "Họ và tên", "Họ tên", "Họ và tên đang dùng", "Họ tên đảng viên", "Full name"),
            column("alias", TEXT, "Tên gọi khác", "Bí danh", "Tên gọi khác, bí danh", "Alias"),
            column("birth_name", NAME, "Họ và tên khai sinh", "Tên khai sinh", "Birth name"),
            code("sex", true, "sex", "Giới tính", "Nam/Nữ", "Giới", "Sex"),
            mandatory("born", PARTIAL_DATE, "Sinh ngày", "Ngày sinh", "Ngày tháng năm sinh", "Năm sinh", "Born"),
            code("ethnicity", true, "ethnicity", "Dân tộc", "Ethnic group"),
            code("religion", true, "religion", "Tôn giáo", "Religion"),
            column(
                            "citizen_number",
                            SECRET_NUMBER,
                            "Số định danh cá nhân",
                            "Số CCCD",
                            "CCCD",
                            "Số căn cước",
                            "Căn cước công dân",
                            "Số định danh",
                            "Citizen number")
                    .writtenBy("citizen-number"),
            column("card_number", NUMBER, "Số thẻ Đảng", "Số thẻ đảng viên", "Số thẻ", "Card number")
                    .writtenBy("card-number"),
            column("card_place", TEXT, "Nơi cấp thẻ", "Nơi cấp thẻ Đảng", "Card issued at"),
            column("card_issued_on", DATE, "Ngày cấp thẻ", "Ngày cấp thẻ Đảng", "Card issued on"),
            column(
                    "old_card_number",
                    NUMBER,
                    "Số thẻ theo quyết định 85",
                    "Số thẻ cũ",
                    "Số thẻ theo QĐ 85",
                    "Old card number"),
            mandatory(
                    "organisation",
                    TEXT,
                    "Tổ chức đảng đang sinh hoạt",
                    "Chi bộ",
                    "Tổ chức đảng",
                    "Nơi sinh hoạt",
                    "Mã tổ chức đảng",
                    "Organisation"),
            column(
                    "birthplace_country",
                    TEXT,
                    "Nơi đăng ký khai sinh (quốc gia)",
                    "Nơi sinh (quốc gia)",
                    "Birthplace: country"),
            column(
                    "birthplace_province",
                    TEXT,
                    "Nơi đăng ký khai sinh (tỉnh)",
                    "Nơi sinh (tỉnh)",
                    "Birthplace: province"),
            column(
                    "birthplace_detail",
                    TEXT,
                    "Nơi đăng ký khai sinh (chi tiết)",
                    "Nơi đăng ký khai sinh",
                    "Nơi sinh",
                    "Birthplace"),
            column("native_province", TEXT, "Quê quán (tỉnh)", "Native place: province"),
            column("native_commune", TEXT, "Quê quán (xã)", "Native place: commune"),
            column("native_detail", TEXT, "Quê quán (chi tiết)", "Quê quán", "Native place"),
            column("residence_province", TEXT, "Thường trú (tỉnh)", "Residence: province"),
            column("residence_commune", TEXT, "Thường trú (xã)", "Residence: commune"),
            column(
                    "residence_detail",
                    TEXT,
                    "Thường trú (chi tiết)",
                    "Nơi thường trú",
                    "Thường trú",
                    "Địa chỉ thường trú",
                    "Residence"),
            mandatory("joined_on", DATE, "Ngày vào Đảng", "Ngày kết nạp", "Ngày vào Đảng CSVN", "Joined on"),
            column("official_on", DATE, "Ngày chính thức", "Ngày công nhận chính thức", "Official on"),
            column("former_identity", SECRET_NUMBER, "Số CMND cũ", "Số CMND", "CMND", "Former identity number")
                    .writtenBy("former-identity-number"),
            code("activity_status", false, "activity-status", "Trạng thái hoạt động", "Trạng thái", "Activity status"),
            column(
                    "ended_on",
                    DATE,
                    "Ngày rời khỏi/mất/miễn",
                    "Ngày rời khỏi / mất / miễn sinh hoạt",
                    "Ngày rời khỏi/mất/miễn sinh hoạt",
                    "Left on"),
            column("file_number", NUMBER, "Số lý lịch", "Số lý lịch đảng viên", "File number"),
            column("decided_on", DATE, "Ngày quyết định kết nạp", "Ngày QĐ kết nạp", "Admission decided on"),
            code("occupation_at_entry", false, "occupation", "Nghề nghiệp khi vào Đảng", "Occupation at entry"),
            code("occupation", false, "occupation", "Nghề nghiệp hiện nay", "Nghề nghiệp", "Occupation"),
            code(
                    "general_education",
                    false,
                    "general-education",
                    "Giáo dục phổ thông",
                    "Trình độ giáo dục phổ thông",
                    "Trình độ văn hóa",
                    "General education"),
            code(
                    "qualification",
                    false,
                    "qualification",
                    "Chuyên môn nghiệp vụ",
                    "Trình độ chuyên môn",
                    "Trình độ chuyên môn nghiệp vụ",
                    "Học vị",
                    "Qualification"),
            code("academic_title", false, "academic-title", "Học hàm", "Chức danh khoa học", "Academic title"),
            code(
                    "political_theory",
                    false,
                    "political-theory",
                    "Lý luận chính trị",
                    "Trình độ lý luận chính trị",
                    "Political theory"),
            column(
                    "exempt_from",
                    DATE,
                    "Miễn sinh hoạt từ ngày",
                    "Ngày được miễn công tác và sinh hoạt đảng",
                    "Exempt from"));

    private final StagedRows staged;
    private final MemberJudgement judgement;
    private final LateRows late;
    private final AskedCells asked;
    private final ImportedChecks checks;
    private final MemberCommit commit;

    MemberRows(
            StagedRows staged,
            MemberJudgement judgement,
            LateRows late,
            AskedCells asked,
            ImportedChecks checks,
            MemberCommit commit) {
        this.staged = staged;
        this.judgement = judgement;
        this.late = late;
        this.asked = asked;
        this.checks = checks;
        this.commit = commit;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<Asked> asked(LocalDate day) {
        return asked.among(COLUMNS, day);
    }

    @Override
    @Transactional
    public void judge(ImportId batch, Scope scope, LocalDate day) {
        var comparison = staged.isComparison(batch);
        if (comparison) {
            judgement.compare(batch, scope, day);
        } else {
            judgement.judge(batch, scope, day);
            late.warn(batch);
        }
        asked.warn(batch, COLUMNS, day, comparison);
        if (!comparison) {
            checks.warn(batch, COLUMNS, day);
        }
    }

    @Override
    @Transactional
    public int commit(ImportId batch, int first, int last) {
        commit.commit(batch, first, last);
        return 0;
    }

    @Override
    @Transactional
    public void findAbsent(ImportId batch, Scope scope, LocalDate day) {
        judgement.findAbsent(batch, scope, day);
    }

    private static Column column(String key, Column.Form form, String... headings) {
        return new Column(key, form, false, null, List.of(headings));
    }

    private static Column mandatory(String key, Column.Form form, String... headings) {
        return new Column(key, form, true, null, List.of(headings));
    }

    private static Column code(String key, boolean mandatory, String list, String... headings) {
        return new Column(key, CODE, mandatory, list, List.of(headings));
    }
}
