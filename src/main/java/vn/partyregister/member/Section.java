package vn.partyregister.member;

/** A section of the member's form (phiếu đảng viên): what is read, kept and corrected together. */
public enum Section {
    /** Items 01–04, 08–10: họ tên, sinh ngày, dân tộc, tôn giáo. */
    IDENTITY(false, false),
    /** Items a, b, 19: số lý lịch, số thẻ, số định danh. */
    NUMBERS(false, false),
    /** Items 05–07: nơi đăng ký khai sinh, quê quán, nơi ở. */
    ORIGIN(false, false),
    /** Items 11–16: vào Đảng, tuyển dụng, Đoàn, quân đội. */
    ENTRY(false, false),
    /** Items 11, 17: nghề nghiệp, trình độ. */
    EDUCATION(false, false),
    /** Item 18: sức khỏe, thương binh, gia đình có công. */
    HEALTH(false, false),
    /** Item 21: quá trình hoạt động và công tác. */
    CAREER(true, false),
    /** Item 22: đào tạo, bồi dưỡng. */
    TRAINING(true, false),
    /** Item 23: khen thưởng. */
    COMMENDATION(true, false),
    /** Item 24: huy hiệu Đảng. */
    BADGE(true, false),
    /** Item 25: danh hiệu được phong. */
    TITLE(true, false),
    /** Item 26: kỷ luật. */
    DISCIPLINE(true, false),
    /** Item 27: đặc điểm lịch sử. */
    HISTORY(true, true),
    /** Item 28: quan hệ với nước ngoài. */
    FOREIGN(true, true),
    /** Item 29: quan hệ gia đình. */
    FAMILY(true, true),
    /** Item 30: hoàn cảnh kinh tế. */
    ECONOMY(false, true),
    /** The foot of the form: nơi khai, ngày khai, chứng nhận. */
    DECLARATION(false, false);

    private final boolean repeated;
    private final boolean sensitive;

    Section(boolean repeated, boolean sensitive) {
        this.repeated = repeated;
        this.sensitive = sensitive;
    }

    /** Whether it has any number of rows instead of one. */
    public boolean repeated() {
        return repeated;
    }

    /** Whether it asks for a permission of its own and lies sealed in the database. */
    public boolean sensitive() {
        return sensitive;
    }
}
