-- The columns of the sheet of the exchange of cards (member-file, part 2b): its stars say which cells must be filled in. What a star
-- asks is told to whoever sends such a sheet; an old file with gaps is taken all the same.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en)
SELECT 'member-sheet-column', 'FILE', max(position) + 1, 'Cột bắt buộc của mẫu dữ liệu đảng viên (đổi thẻ)', 'Mandatory columns of the sheet of member data (exchange of cards)'
FROM reference.rule_key;
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty)
SELECT 'rule-answer', answer.code, (SELECT max(position) FROM reference.code WHERE list = 'rule-answer') + answer.place, answer.name_vi, answer.name_en, 'SECONDARY'
FROM (VALUES ('MANDATORY', 1, 'bắt buộc ghi', 'must be filled in'), ('OPTIONAL', 2, 'không bắt buộc', 'may stay empty'))
    AS answer (code, place, name_vi, name_en);
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'member-sheet-column', sheet.scope, '[2025-08-08,)', sheet.value, 'CODE', '38-hd-btctw-2025', 'mẫu dữ liệu đổi thẻ', 'SECONDARY', sheet.remark_vi, sheet.remark_en
FROM (VALUES
    ('OFFICIAL_ID', 'OPTIONAL', 'ID', 'ID'),
    ('FULL_NAME', 'MANDATORY', 'Họ và tên', 'Full name'),
    ('ALIAS', 'OPTIONAL', 'Tên gọi khác', 'Alias'),
    ('SEX', 'MANDATORY', 'Giới tính', 'Sex'),
    ('BORN', 'MANDATORY', 'Sinh ngày', 'Born'),
    ('ETHNICITY', 'MANDATORY', 'Dân tộc', 'Ethnic group'),
    ('RELIGION', 'MANDATORY', 'Tôn giáo', 'Religion'),
    ('CITIZEN_NUMBER', 'MANDATORY', 'Số định danh cá nhân', 'Citizen number'),
    ('CARD_NUMBER', 'MANDATORY', 'Số thẻ Đảng (12 số)', 'Card number (12 digits)'),
    ('CARD_PLACE', 'OPTIONAL', 'Nơi cấp thẻ', 'Card issued at'),
    ('CARD_ISSUED_ON', 'OPTIONAL', 'Ngày cấp thẻ', 'Card issued on'),
    ('OLD_CARD_NUMBER', 'OPTIONAL', 'Số thẻ theo quyết định 85', 'Old card number'),
    ('ORGANISATION', 'MANDATORY', 'Tổ chức đảng đang sinh hoạt', 'Organisation'),
    ('BIRTHPLACE_COUNTRY', 'MANDATORY', 'Nơi đăng ký khai sinh: quốc gia', 'Birth registered at: country'),
    ('BIRTHPLACE_PROVINCE', 'MANDATORY', 'Nơi đăng ký khai sinh: tỉnh', 'Birth registered at: province'),
    ('BIRTHPLACE_DETAIL', 'MANDATORY', 'Nơi đăng ký khai sinh: chi tiết', 'Birth registered at: detail'),
    ('NATIVE_PROVINCE', 'MANDATORY', 'Quê quán theo mô hình 2 cấp: tỉnh', 'Native place (two levels): province'),
    ('NATIVE_COMMUNE', 'MANDATORY', 'Quê quán theo mô hình 2 cấp: xã', 'Native place (two levels): commune'),
    ('NATIVE_DETAIL', 'MANDATORY', 'Quê quán theo mô hình 2 cấp: chi tiết', 'Native place (two levels): detail'),
    ('RESIDENCE_PROVINCE', 'MANDATORY', 'Thường trú theo mô hình 2 cấp: tỉnh', 'Permanent residence (two levels): province'),
    ('RESIDENCE_COMMUNE', 'MANDATORY', 'Thường trú theo mô hình 2 cấp: xã', 'Permanent residence (two levels): commune'),
    ('RESIDENCE_DETAIL', 'MANDATORY', 'Thường trú theo mô hình 2 cấp: chi tiết', 'Permanent residence (two levels): detail'),
    ('JOINED_ON', 'MANDATORY', 'Ngày vào Đảng', 'Joined on'),
    ('OFFICIAL_ON', 'MANDATORY', 'Ngày chính thức; đảng viên dự bị chưa có thì để trống', 'Official on; left empty while on probation'),
    ('FORMER_IDENTITY', 'OPTIONAL', 'Số CMND cũ', 'Former identity number'),
    ('ACTIVITY_STATUS', 'OPTIONAL', 'Trạng thái hoạt động', 'Activity status'),
    ('ENDED_ON', 'OPTIONAL', 'Ngày rời khỏi / mất / miễn sinh hoạt', 'Left, died or exempt on')) AS sheet (scope, value, remark_vi, remark_en);

-- Where the day of a directive is assumed, its pages say so.
ALTER TABLE reference.directive
    ADD COLUMN remark_vi TEXT,
    ADD COLUMN remark_en TEXT,
    ADD CONSTRAINT a_remark_is_in_both_languages CHECK (num_nulls(remark_vi, remark_en) IN (0, 2));
COMMENT ON COLUMN reference.directive.remark_vi IS 'What is not known of it: a day that is assumed, and from what.';
UPDATE reference.directive SET
    remark_vi = 'Chưa thấy văn bản: ngày ban hành chưa rõ, ngày hiệu lực 08/08/2025 là giả định theo Chỉ thị 51-CT/TW.',
    remark_en = 'The text was not seen: its day of issue is not known, and its first day, 08/08/2025, is assumed from 51-CT/TW.'
WHERE id = '38-hd-btctw-2025';
UPDATE reference.directive SET
    remark_vi = 'Chưa thấy văn bản: ngày hiệu lực là giả định, lấy theo ngày ký.',
    remark_en = 'The text was not seen: its first day is assumed to be the day it was signed.'
WHERE id = '208-qd-tw-2026';
