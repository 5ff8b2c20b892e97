-- Working members keep in touch with the party body where they live (member file, part 13).
INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('213-qd-tw-2020', 'Quy định', '213-QĐ/TW', 'Bộ Chính trị', '2020-01-02', 2020, '[2020-01-02,)', 'Trách nhiệm của đảng viên đang công tác giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú', 'Duty of working members to keep in touch with the party body and the people where they live', 'VERIFIED'),
    ('33-hd-btctw-2020', 'Hướng dẫn', '33-HD/BTCTW', 'Ban Tổ chức Trung ương', '2020-10-30', 2020, '[2020-10-30,)', 'Thực hiện Quy định 213-QĐ/TW', 'How Regulation 213-QĐ/TW is carried out', 'VERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('residence-comment-before-year-end', 'FILE', 143, 'Nhận xét hằng năm của nơi cư trú phải có trước khi hết năm', 'The yearly comment of the place of residence is due before the end of the year by');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('residence-comment-before-year-end', 'ALL', '[2020-01-02,2020-10-30)', '31', 'DAYS', '213-qd-tw-2020', 'nhận xét hằng năm', 'UNVERIFIED', 'Quy định chỉ nói hằng năm; lấy ngày 30/11 như hướng dẫn sau.', 'The regulation says yearly; 30 November is taken as later.'),
    ('residence-comment-before-year-end', 'ALL', '[2020-10-30,)', '31', 'DAYS', '33-hd-btctw-2020', 'nhận xét hằng năm', 'UNVERIFIED', 'Chưa đọc được ngày trong hướng dẫn; lấy ngày 30/11, trước khi đánh giá, xếp loại cuối năm.', 'The day was not seen; 30 November is taken, before the rating at the end of the year.');
