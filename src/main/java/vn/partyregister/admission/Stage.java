package vn.partyregister.admission;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** How far a case has come. Their order, and what each asks for, is dated data: see {@link Procedure}. */
public enum Stage {
    /** Tạo nguồn. */
    SOURCE,
    /** Quần chúng ưu tú, cảm tình đảng. */
    SYMPATHISER,
    /** Đã học lớp bồi dưỡng nhận thức về Đảng. */
    COURSE_DONE,
    /** Đã phân công đảng viên giúp đỡ. */
    HELPER_SET,
    /** Đã có đơn xin vào Đảng. */
    APPLIED,
    /** Đã khai lý lịch. */
    BIO_DECLARED,
    /** Đã thẩm tra lý lịch. */
    BIO_VERIFIED,
    /** Đã có giấy giới thiệu và ý kiến. */
    OPINIONS,
    /** Chi bộ đã ra nghị quyết. */
    CELL_VOTED,
    /** Đảng ủy bộ phận đã thẩm định. */
    PARTIAL_APPRAISED,
    /** Đảng ủy cơ sở đã ra nghị quyết. */
    BASE_RESOLVED,
    /** Đã có quyết định kết nạp. */
    DECIDED,
    /** Đã tổ chức lễ kết nạp. */
    CEREMONY,
    /** Đang dự bị, đã phân công người giúp đỡ và khai lý lịch đảng viên. */
    PROBATION,
    /** Đã tự kiểm điểm, có ý kiến nhận xét. */
    SELF_REVIEW,
    /** Chi bộ đã đề nghị công nhận chính thức. */
    CELL_VOTED_OFFICIAL,
    /** Đảng viên chính thức. */
    OFFICIAL,
    /** Đưa ra khỏi danh sách. */
    REMOVED,
    /** Rút đơn. */
    WITHDRAWN,
    /** Không được kết nạp. */
    REFUSED,
    /** Không đủ tư cách, chi bộ đề nghị xóa tên. */
    NOT_WORTHY,
    /** Hủy quyết định kết nạp. */
    CANCELLED,
    /** Xóa tên đảng viên dự bị. */
    STRUCK,
    /** Không còn dự bị vì lý do khác: từ trần, chuyển đi, xin ra. Told by the journal alone. */
    LEFT;

    /** Whether a case that is here goes no further. */
    public boolean isOver() {
        return switch (this) {
            case OFFICIAL, REMOVED, WITHDRAWN, REFUSED, CANCELLED, STRUCK, LEFT -> true;
            case SOURCE,
                    SYMPATHISER,
                    COURSE_DONE,
                    HELPER_SET,
                    APPLIED,
                    BIO_DECLARED,
                    BIO_VERIFIED,
                    OPINIONS,
                    CELL_VOTED,
                    PARTIAL_APPRAISED,
                    BASE_RESOLVED,
                    DECIDED,
                    CEREMONY,
                    PROBATION,
                    SELF_REVIEW,
                    CELL_VOTED_OFFICIAL,
                    NOT_WORTHY -> false;
        };
    }

    /** The decision of a committee that a case waits for here, for its own term; null where it waits for none. */
    public @Nullable Stage decision() {
        return switch (this) {
            case CELL_VOTED, PARTIAL_APPRAISED, BASE_RESOLVED -> DECIDED;
            case CELL_VOTED_OFFICIAL -> OFFICIAL;
            case SOURCE,
                    SYMPATHISER,
                    COURSE_DONE,
                    HELPER_SET,
                    APPLIED,
                    BIO_DECLARED,
                    BIO_VERIFIED,
                    OPINIONS,
                    DECIDED,
                    CEREMONY,
                    PROBATION,
                    SELF_REVIEW,
                    OFFICIAL,
                    REMOVED,
                    WITHDRAWN,
                    REFUSED,
                    NOT_WORTHY,
                    CANCELLED,
                    STRUCK,
                    LEFT -> null;
        };
    }

    /** Whether the journal was told of it: it is taken back there first. */
    boolean isInTheJournal() {
        return this == OFFICIAL || this == CANCELLED || this == STRUCK || this == LEFT;
    }

    /** What it is called, for a message that speaks of it. */
    MessageSourceResolvable label() {
        return new DefaultMessageSourceResolvable("AdmissionStage." + name());
    }
}
