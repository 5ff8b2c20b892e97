-- The lists behind the remaining items of the member's form (domain dossier member-file, 2).
-- family-class: item 10 of 2-HSĐV
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('family-class', 'WORKER', 1, 'Công nhân', 'Worker', 'UNVERIFIED'),
    ('family-class', 'POOR_PEASANT', 2, 'Bần nông', 'Poor peasant', 'UNVERIFIED'),
    ('family-class', 'MIDDLE_PEASANT', 3, 'Trung nông', 'Middle peasant', 'UNVERIFIED'),
    ('family-class', 'RICH_PEASANT', 4, 'Phú nông', 'Rich peasant', 'UNVERIFIED'),
    ('family-class', 'PETTY_BOURGEOIS', 5, 'Tiểu tư sản', 'Petty bourgeois', 'UNVERIFIED'),
    ('family-class', 'BOURGEOIS', 6, 'Tư sản', 'Bourgeois', 'UNVERIFIED'),
    ('family-class', 'LANDLORD', 7, 'Địa chủ', 'Landlord', 'UNVERIFIED'),
    ('family-class', 'CIVIL_SERVANT', 8, 'Công chức, viên chức', 'Civil servant', 'UNVERIFIED'),
    ('family-class', 'SOLDIER', 9, 'Quân nhân', 'Soldier', 'UNVERIFIED'),
    ('family-class', 'SMALL_TRADER', 10, 'Tiểu thương, tiểu chủ', 'Small trader', 'UNVERIFIED'),
    ('family-class', 'OTHER', 11, 'Thành phần khác', 'Other', 'UNVERIFIED');

-- health: item 18
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('health', 'GOOD', 1, 'Tốt', 'Good', 'UNVERIFIED'),
    ('health', 'FAIR', 2, 'Khá', 'Fair', 'UNVERIFIED'),
    ('health', 'AVERAGE', 3, 'Trung bình', 'Average', 'UNVERIFIED'),
    ('health', 'WEAK', 4, 'Yếu', 'Weak', 'UNVERIFIED');

-- invalid-class: item 18
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('invalid-class', 'CLASS_1', 1, 'Thương binh 1/4', 'Invalid class 1/4', 'SECONDARY'),
    ('invalid-class', 'CLASS_2', 2, 'Thương binh 2/4', 'Invalid class 2/4', 'SECONDARY'),
    ('invalid-class', 'CLASS_3', 3, 'Thương binh 3/4', 'Invalid class 3/4', 'SECONDARY'),
    ('invalid-class', 'CLASS_4', 4, 'Thương binh 4/4', 'Invalid class 4/4', 'SECONDARY');

-- academic-degree: item 17
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('academic-degree', 'BACHELOR', 1, 'Cử nhân, kỹ sư, bác sĩ', 'Bachelor, engineer, doctor of medicine', 'UNVERIFIED'),
    ('academic-degree', 'MASTER', 2, 'Thạc sĩ', 'Master', 'UNVERIFIED'),
    ('academic-degree', 'DOCTOR', 3, 'Tiến sĩ', 'Doctor', 'UNVERIFIED'),
    ('academic-degree', 'DOCTOR_OF_SCIENCE', 4, 'Tiến sĩ khoa học', 'Doctor of science', 'UNVERIFIED');

-- training-mode: item 22
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('training-mode', 'FULL_TIME', 1, 'Chính quy', 'Full-time', 'UNVERIFIED'),
    ('training-mode', 'IN_SERVICE', 2, 'Tại chức, vừa làm vừa học', 'In service', 'UNVERIFIED'),
    ('training-mode', 'DISTANCE', 3, 'Từ xa', 'Distance', 'UNVERIFIED'),
    ('training-mode', 'SPECIALISED', 4, 'Chuyên tu', 'Specialised', 'UNVERIFIED'),
    ('training-mode', 'REFRESHER', 5, 'Bồi dưỡng', 'Refresher course', 'UNVERIFIED');

-- badge-level: item 24
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('badge-level', 'YEARS_30', 1, '30 năm tuổi Đảng', '30 years', 'VERIFIED'),
    ('badge-level', 'YEARS_40', 2, '40 năm tuổi Đảng', '40 years', 'VERIFIED'),
    ('badge-level', 'YEARS_45', 3, '45 năm tuổi Đảng', '45 years', 'VERIFIED'),
    ('badge-level', 'YEARS_50', 4, '50 năm tuổi Đảng', '50 years', 'VERIFIED'),
    ('badge-level', 'YEARS_55', 5, '55 năm tuổi Đảng', '55 years', 'VERIFIED'),
    ('badge-level', 'YEARS_60', 6, '60 năm tuổi Đảng', '60 years', 'VERIFIED'),
    ('badge-level', 'YEARS_65', 7, '65 năm tuổi Đảng', '65 years', 'VERIFIED'),
    ('badge-level', 'YEARS_70', 8, '70 năm tuổi Đảng', '70 years', 'VERIFIED'),
    ('badge-level', 'YEARS_75', 9, '75 năm tuổi Đảng', '75 years', 'VERIFIED'),
    ('badge-level', 'YEARS_80', 10, '80 năm tuổi Đảng', '80 years', 'VERIFIED'),
    ('badge-level', 'YEARS_85', 11, '85 năm tuổi Đảng', '85 years', 'VERIFIED'),
    ('badge-level', 'YEARS_90', 12, '90 năm tuổi Đảng', '90 years', 'VERIFIED');

-- discipline-side: item 26
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('discipline-side', 'PARTY', 1, 'Đảng', 'Party', 'SECONDARY'),
    ('discipline-side', 'STATE', 2, 'Chính quyền', 'State', 'SECONDARY'),
    ('discipline-side', 'UNION', 3, 'Đoàn thể', 'Mass organisation', 'SECONDARY');

-- history-kind: item 27
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('history-kind', 'STRUCK_OFF', 1, 'Bị xóa tên', 'Struck off', 'SECONDARY'),
    ('history-kind', 'EXPELLED', 2, 'Bị khai trừ', 'Expelled', 'SECONDARY'),
    ('history-kind', 'SECOND_ENTRY', 3, 'Vào Đảng lần thứ hai', 'Second entry', 'SECONDARY'),
    ('history-kind', 'RESTORED', 4, 'Được khôi phục đảng tịch', 'Membership restored', 'SECONDARY'),
    ('history-kind', 'PROSECUTED', 5, 'Bị xử lý theo pháp luật', 'Dealt with by law', 'SECONDARY'),
    ('history-kind', 'OLD_REGIME', 6, 'Làm việc trong chế độ cũ', 'Worked under the former regime', 'SECONDARY');

-- foreign-relation: item 28
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('foreign-relation', 'TRAVEL', 1, 'Đã đi nước ngoài', 'Has been abroad', 'SECONDARY'),
    ('foreign-relation', 'ORGANISATION', 2, 'Quan hệ với tổ chức nước ngoài', 'Relations with a foreign organisation', 'SECONDARY'),
    ('foreign-relation', 'RELATIVE', 3, 'Có thân nhân ở nước ngoài', 'Has relatives abroad', 'SECONDARY');

-- relation: item 29
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('relation', 'FATHER', 1, 'Cha đẻ', 'Father', 'SECONDARY'),
    ('relation', 'MOTHER', 2, 'Mẹ đẻ', 'Mother', 'SECONDARY'),
    ('relation', 'HUSBAND', 3, 'Chồng', 'Husband', 'SECONDARY'),
    ('relation', 'WIFE', 4, 'Vợ', 'Wife', 'SECONDARY'),
    ('relation', 'CHILD', 5, 'Con', 'Child', 'SECONDARY'),
    ('relation', 'SIBLING', 6, 'Anh, chị, em ruột', 'Brother or sister', 'SECONDARY'),
    ('relation', 'FATHER_IN_LAW', 7, 'Cha vợ, cha chồng', 'Father-in-law', 'SECONDARY'),
    ('relation', 'MOTHER_IN_LAW', 8, 'Mẹ vợ, mẹ chồng', 'Mother-in-law', 'SECONDARY'),
    ('relation', 'SIBLING_IN_LAW', 9, 'Anh, chị, em bên vợ, bên chồng', 'Brother- or sister-in-law', 'SECONDARY'),
    ('relation', 'GUARDIAN', 10, 'Người nuôi dưỡng', 'Guardian', 'SECONDARY');

-- certification: the foot of the form
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('certification', 'VERIFIED', 1, 'Đã thẩm tra, xác minh', 'Verified', 'VERIFIED'),
    ('certification', 'MATCHES_OLDER_FILE', 2, 'Đúng với lý lịch trước đây', 'Matches the older file only', 'VERIFIED');

-- yes-no: whatever is answered so
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('yes-no', 'YES', 1, 'Có', 'Yes', 'VERIFIED'),
    ('yes-no', 'NO', 2, 'Không', 'No', 'VERIFIED');

-- What a change of a name, a birth date or a number asks for.
ALTER TABLE reference.rule_key DROP CONSTRAINT a_topic_is_known;
ALTER TABLE reference.rule_key ADD CONSTRAINT a_topic_is_known CHECK (topic IN ('ADMISSION', 'ORGANISATION', 'NUMBERS', 'FILE'));
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('change-of-identity', 'FILE', 17, 'Thay đổi họ tên, ngày sinh, các số của đảng viên', 'Changing the name, birth date or numbers of a member');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('change-of-identity', 'ALL', '[2016-09-20,2021-09-28)', 'BY_DECISION', 'CODE', '01-hd-tw-2016', 'chưa rõ điểm', 'UNVERIFIED', 'Phải có quyết định của cấp ủy có thẩm quyền.', 'A decision of the competent committee is needed.'),
    ('change-of-identity', 'ALL', '[2021-09-28,2025-06-09)', 'BY_DECISION', 'CODE', '01-hd-tw-2021', 'chưa rõ điểm', 'UNVERIFIED', 'Phải có quyết định của cấp ủy có thẩm quyền.', 'A decision of the competent committee is needed.'),
    ('change-of-identity', 'ALL', '[2025-06-09,)', 'BY_DECISION', 'CODE', '06-hd-tw-2025', 'mục về họ tên, ngày sinh', 'SECONDARY', 'Phải có quyết định của cấp ủy có thẩm quyền.', 'A decision of the competent committee is needed.');
