CREATE TABLE reference.form (
    key          TEXT NOT NULL,
    valid        DATERANGE NOT NULL,
    code         TEXT NOT NULL,
    name_vi      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    certainty    TEXT NOT NULL,
    PRIMARY KEY (key, valid WITHOUT OVERLAPS),
    CONSTRAINT a_form_is_used_at_least_a_day CHECK (NOT isempty(valid)),
    CONSTRAINT a_form_has_a_code_and_a_name CHECK (code <> '' AND name_vi <> '' AND name_en <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.form IS 'The printed forms (mẫu) that the register fills in: which code and name, by which directive, when.';
COMMENT ON COLUMN reference.form.key IS 'What the form is for, whatever its code is at the time.';

CREATE TABLE reference.form_field (
    form      TEXT NOT NULL,
    key       TEXT NOT NULL,
    valid     DATERANGE NOT NULL,
    position  INTEGER NOT NULL,
    number    TEXT,
    title_vi  TEXT NOT NULL,
    title_en  TEXT NOT NULL,
    room      INTEGER NOT NULL,
    sensitive BOOLEAN NOT NULL DEFAULT false,
    certainty TEXT NOT NULL,
    PRIMARY KEY (form, key, valid WITHOUT OVERLAPS),
    FOREIGN KEY (form, PERIOD valid) REFERENCES reference.form (key, PERIOD valid),
    CONSTRAINT a_place_on_a_form_is_taken_once UNIQUE (form, position, valid WITHOUT OVERLAPS),
    CONSTRAINT a_field_has_room CHECK (room > 0),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.form_field IS 'The columns of a register book and the blanks of a sheet, in their order.';
COMMENT ON COLUMN reference.form_field.key IS 'What the register writes there; a key it does not know stays blank.';
COMMENT ON COLUMN reference.form_field.number IS 'As printed before the title; absent for the further blanks of an item.';
COMMENT ON COLUMN reference.form_field.room IS 'Parts of the width for a column, dotted lines for a blank.';
COMMENT ON COLUMN reference.form_field.sensitive IS 'Filled in only for who may read the sensitive part of a file.';

INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty) VALUES
    ('member-sheet', '[2012-05-17,2017-06-05)', '2-HSĐV', 'Phiếu đảng viên', 'Member''s record sheet', '12-hd-btctw-2012', 'VERIFIED'),
    ('member-sheet', '[2017-06-05,2022-01-18)', '2-HSĐV', 'Phiếu đảng viên', 'Member''s record sheet', '09-hd-btctw-2017', 'SECONDARY'),
    ('member-sheet', '[2022-01-18,)', '2-HSĐV', 'Phiếu đảng viên', 'Member''s record sheet', '12-hd-btctw-2022', 'SECONDARY'),
    ('member-register', '[2012-05-17,2017-06-05)', '7-HSĐV', 'Sổ danh sách đảng viên', 'Register of members', '12-hd-btctw-2012', 'UNVERIFIED'),
    ('member-register', '[2017-06-05,2022-01-18)', '7-HSĐV', 'Sổ danh sách đảng viên', 'Register of members', '09-hd-btctw-2017', 'VERIFIED'),
    ('member-register', '[2022-01-18,)', '7-HSĐV', 'Sổ danh sách đảng viên', 'Register of members', '12-hd-btctw-2022', 'UNVERIFIED');

-- The fourteen columns were read; the words of their titles are ours.
INSERT INTO reference.form_field (form, key, valid, position, number, title_vi, title_en, room, certainty)
SELECT 'member-register', key, '[2012-05-17,)', position, CAST(position AS text), title_vi, title_en, room, 'SECONDARY'
FROM (VALUES
    (1, 'place', 'TT', 'No.', 5),
    (2, 'names', 'Họ và tên đang dùng; họ và tên khai sinh; bí danh; ngày sinh', 'Name in use; name at birth; alias; born', 16),
    (3, 'sex-ethnicity-religion', 'Giới tính; dân tộc; tôn giáo', 'Sex; ethnicity; religion', 8),
    (4, 'native-place', 'Quê quán', 'Native place', 13),
    (5, 'education', 'Trình độ: học vấn; lý luận chính trị; chuyên môn; ngoại ngữ', 'Education: general; political theory; qualification; languages', 12),
    (6, 'occupation', 'Nghề nghiệp: khi vào Đảng; hiện nay', 'Occupation: on joining; now', 14),
    (7, 'entry', 'Ngày vào Đảng; ngày chính thức', 'Joined; official', 9),
    (8, 'numbers', 'Số thẻ đảng viên; số lý lịch; số Huy hiệu Đảng', 'Numbers of card, biography and badge', 11),
    (9, 'service', 'Bộ đội, công an, hưu trí', 'Soldier, police, retired', 8),
    (10, 'moved-out', 'Chuyển đi: ngày, nơi đến', 'Moved out: day, where to', 10),
    (11, 'moved-in', 'Chuyển đến: ngày, nơi đi', 'Moved in: day, where from', 10),
    (12, 'death', 'Từ trần: ngày, lý do', 'Died: day, cause', 8),
    (13, 'leaving', 'Ra khỏi Đảng: ngày, hình thức', 'Left the Party: day, how', 8),
    (14, 'note', 'Ghi chú', 'Note', 7)
) AS columns (position, key, title_vi, title_en, room);

INSERT INTO reference.form_field (form, key, valid, position, number, title_vi, title_en, room, sensitive, certainty)
SELECT 'member-sheet', key, '[2012-05-17,)', row_number() OVER (ORDER BY place), number, title_vi, title_en, room, sensitive, 'SECONDARY'
FROM (VALUES
    (-5, 'PROVINCE', NULL, 'Đảng bộ tỉnh, thành phố', 'Provincial party organisation', 1, false),
    (-4, 'DIRECT', NULL, 'Đảng bộ cấp trên trực tiếp', 'Direct superior committee', 1, false),
    (-3, 'BASE', NULL, 'Đảng bộ, chi bộ cơ sở', 'Base committee or base cell', 1, false),
    (-2, 'PARTIAL', NULL, 'Đảng bộ bộ phận', 'Partial committee', 1, false),
    (-1, 'CELL', NULL, 'Chi bộ trực thuộc', 'Cell', 1, false),
    (1, 'file-number', 'a', 'Số lý lịch', 'Biography number', 1, false),
    (2, 'card-number', 'b', 'Số thẻ đảng viên', 'Card number', 1, false),
    (3, 'full-name', '01', 'Họ và tên đang dùng', 'Name in use', 1, false),
    (4, 'sex', NULL, 'Giới tính', 'Sex', 1, false),
    (5, 'birth-name', '02', 'Họ và tên khai sinh', 'Name at birth', 1, false),
    (6, 'alias', '03', 'Tên gọi khác, bí danh', 'Other names, alias', 1, false),
    (7, 'born', '04', 'Sinh ngày', 'Born', 1, false),
    (8, 'birthplace', '05', 'Nơi đăng ký khai sinh', 'Place of birth registration', 1, false),
    (9, 'native-place', '06', 'Quê quán', 'Native place', 1, false),
    (10, 'residence', '07', 'Nơi thường trú', 'Permanent residence', 1, false),
    (11, 'temporary-residence', NULL, 'Nơi tạm trú', 'Temporary residence', 1, false),
    (12, 'ethnicity', '08', 'Dân tộc', 'Ethnicity', 1, false),
    (13, 'religion', '09', 'Tôn giáo', 'Religion', 1, false),
    (14, 'family-class', '10', 'Thành phần gia đình', 'Class of the family', 1, false),
    (15, 'occupation-at-entry', '11', 'Nghề nghiệp khi vào Đảng', 'Occupation on joining', 1, false),
    (16, 'occupation', NULL, 'Nghề nghiệp hiện nay', 'Occupation now', 1, false),
    (17, 'joined-on', '12', 'Ngày vào Đảng, tại chi bộ', 'Joined on, in which cell', 1, false),
    (18, 'introducers', NULL, 'Người giới thiệu thứ nhất, thứ hai, chức vụ', 'First and second introducer with their posts', 2, false),
    (19, 'decided-on', NULL, 'Ngày quyết định kết nạp', 'Day of the decision to admit', 1, false),
    (20, 'official-on', NULL, 'Ngày chính thức, tại chi bộ', 'Official on, in which cell', 1, false),
    (21, 'recruited', '13', 'Ngày tuyển dụng, cơ quan tuyển dụng', 'Recruited on, by whom', 1, false),
    (22, 'youth-union', '14', 'Ngày vào Đoàn', 'Joined the youth union', 1, false),
    (23, 'other-organisations', '15', 'Tham gia tổ chức xã hội khác', 'Other organisations', 2, false),
    (24, 'military-service', '16', 'Ngày nhập ngũ, ngày xuất ngũ', 'Military service from, to', 1, false),
    (25, 'general-education', '17', 'Trình độ: giáo dục phổ thông', 'Education: general', 1, false),
    (26, 'qualification', NULL, 'Chuyên môn, nghiệp vụ', 'Qualification', 1, false),
    (27, 'degree', NULL, 'Học vị', 'Degree', 1, false),
    (28, 'academic-title', NULL, 'Học hàm', 'Academic title', 1, false),
    (29, 'political-theory', NULL, 'Lý luận chính trị', 'Political theory', 1, false),
    (30, 'foreign-languages', NULL, 'Ngoại ngữ', 'Foreign languages', 1, false),
    (31, 'informatics', NULL, 'Tin học', 'Informatics', 1, false),
    (32, 'health', '18', 'Tình trạng sức khỏe', 'Health', 1, false),
    (33, 'merit', NULL, 'Thương binh loại; gia đình liệt sĩ; gia đình có công', 'War invalid; family of a martyr; family of merit', 1, false),
    (34, 'citizen-number', '19', 'Số định danh cá nhân', 'Citizen number', 1, false),
    (35, 'exempt-from', '20', 'Ngày được miễn công tác và sinh hoạt đảng', 'Exempt from work and party life since', 1, false),
    (36, 'career', '21', 'Quá trình hoạt động và công tác (từ tháng năm đến tháng năm; làm gì, chức vụ, đơn vị)', 'Career (from month to month; work, post, unit)', 14, false),
    (37, 'training', '22', 'Đào tạo, bồi dưỡng (trường, ngành, thời gian, hình thức, văn bằng)', 'Training (school, field, time, mode, degree)', 8, false),
    (38, 'commendations', '23', 'Khen thưởng', 'Commendations', 5, false),
    (39, 'badges', '24', 'Huy hiệu Đảng', 'Party badges', 2, false),
    (40, 'titles', '25', 'Danh hiệu được phong', 'Titles', 2, false),
    (41, 'discipline', '26', 'Kỷ luật (đảng, chính quyền, đoàn thể)', 'Discipline (Party, state, mass organisations)', 3, false),
    (42, 'history', '27', 'Đặc điểm lịch sử của bản thân', 'Personal history', 6, true),
    (43, 'foreign-relations', '28', 'Quan hệ với nước ngoài', 'Foreign relations', 5, true),
    (44, 'relatives', '29', 'Quan hệ gia đình (quan hệ, họ tên, năm sinh, quê quán, nơi ở, nghề nghiệp, hoạt động chính trị)', 'Family (relation, name, born, origin, residence, work, politics)', 16, true),
    (45, 'economy', '30', 'Hoàn cảnh kinh tế của bản thân và gia đình', 'Economy of the member and the family', 6, true)
) AS blanks (place, key, number, title_vi, title_en, room, sensitive);
