-- For what reason somebody leaves, moves or comes back (member file, part 10), and by which directive it counts as one.
CREATE TABLE reference.code_source (
    list         TEXT NOT NULL,
    code         TEXT NOT NULL,
    valid        DATERANGE NOT NULL,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    clause       TEXT NOT NULL,
    PRIMARY KEY (list, code, valid WITHOUT OVERLAPS),
    FOREIGN KEY (list, code) REFERENCES reference.code (list, code),
    CONSTRAINT a_clause_is_written CHECK (clause <> '')
);
COMMENT ON TABLE reference.code_source IS 'Which directive a code is taken from, and when; a code without one is a word of the register''s own.';

INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('69-qd-tw-2022', 'Quy định', '69-QĐ/TW', 'Bộ Chính trị', '2022-07-06', 2022, '[2022-07-06,2025-05-30)', 'Kỷ luật tổ chức đảng, đảng viên vi phạm', 'Discipline of party organisations and members', 'SECONDARY'),
    ('102-qd-tw-2017', 'Quy định', '102-QĐ/TW', 'Bộ Chính trị', '2017-11-15', 2017, '[2017-11-15,2022-07-06)', 'Xử lý kỷ luật đảng viên vi phạm', 'Discipline of members', 'SECONDARY'),
    ('296-qd-tw-2025', 'Quy định', '296-QĐ/TW', 'Ban Chấp hành Trung ương', '2025-05-30', 2025, '[2025-05-30,)', 'Công tác kiểm tra, giám sát và kỷ luật của Đảng', 'Inspection, supervision and discipline of the Party', 'SECONDARY');

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('struck-off-ground', 'NO_PARTY_LIFE', 1, 'Bỏ sinh hoạt đảng 3 tháng trong năm không có lý do chính đáng', 'Stayed away from party life for 3 months in a year without good reason', 'VERIFIED'),
    ('struck-off-ground', 'NO_DUES', 2, 'Không đóng đảng phí 3 tháng trong năm không có lý do chính đáng', 'Paid no dues for 3 months in a year without good reason', 'VERIFIED'),
    ('struck-off-ground', 'CARD_RETURNED', 3, 'Tự ý trả thẻ hoặc hủy thẻ đảng viên', 'Returned or destroyed the card', 'VERIFIED'),
    ('struck-off-ground', 'NO_WILL', 4, 'Giảm sút ý chí phấn đấu, đã giáo dục 12 tháng không tiến bộ', 'Lost the will to strive and made no progress in 12 months', 'VERIFIED'),
    ('struck-off-ground', 'TASKS_NOT_DONE', 5, 'Hai năm liền vi phạm tư cách, không hoàn thành nhiệm vụ', 'Tasks not done in two years running', 'SECONDARY'),
    ('struck-off-ground', 'POLITICAL_STANDARD', 6, 'Không bảo đảm tiêu chuẩn chính trị', 'Fails the political standard', 'VERIFIED'),
    ('struck-off-ground', 'UNWORTHY_PROBATIONER', 7, 'Đảng viên dự bị không đủ tư cách', 'Unworthy probationer', 'VERIFIED'),
    ('resigned-ground', 'OWN_REQUEST', 1, 'Tự nguyện xin ra khỏi Đảng', 'At their own request', 'VERIFIED'),
    ('resigned-ground', 'HARDSHIP', 2, 'Xin ra vì hoàn cảnh gia đình đặc biệt khó khăn', 'At their own request in a hard family situation', 'VERIFIED'),
    ('expelled-ground', 'DISCIPLINE', 1, 'Kỷ luật khai trừ vì vi phạm', 'Expelled as a discipline', 'SECONDARY'),
    ('expelled-ground', 'SENTENCE', 2, 'Bị tòa án kết án từ cải tạo không giam giữ trở lên', 'Sentenced by a court to non-custodial reform or more', 'VERIFIED'),
    ('died-ground', 'ILLNESS', 1, 'Ốm đau, tuổi già', 'Illness or old age', 'UNVERIFIED'),
    ('died-ground', 'ACCIDENT', 2, 'Tai nạn', 'Accident', 'UNVERIFIED'),
    ('died-ground', 'IN_SERVICE', 3, 'Hy sinh, từ trần khi làm nhiệm vụ', 'In service', 'UNVERIFIED'),
    ('died-ground', 'NOT_STATED', 4, 'Không ghi lý do', 'Not stated', 'UNVERIFIED'),
    ('transferred-ground', 'WORK', 1, 'Chuyển công tác, đổi việc làm', 'Change of work', 'VERIFIED'),
    ('transferred-ground', 'RETIREMENT', 2, 'Nghỉ hưu, nghỉ việc', 'Retired or left work', 'VERIFIED'),
    ('transferred-ground', 'DISCHARGE', 3, 'Xuất ngũ, chuyển ngành', 'Discharged from the forces', 'VERIFIED'),
    ('transferred-ground', 'RESIDENCE', 4, 'Thay đổi nơi cư trú lâu dài', 'Long-term change of residence', 'VERIFIED'),
    ('transferred-ground', 'STUDY', 5, 'Đi học, tốt nghiệp', 'Study', 'SECONDARY'),
    ('transferred-out-ground', 'WORK', 1, 'Chuyển công tác, đổi việc làm', 'Change of work', 'VERIFIED'),
    ('transferred-out-ground', 'RETIREMENT', 2, 'Nghỉ hưu, nghỉ việc', 'Retired or left work', 'VERIFIED'),
    ('transferred-out-ground', 'DISCHARGE', 3, 'Xuất ngũ, chuyển ngành', 'Discharged from the forces', 'VERIFIED'),
    ('transferred-out-ground', 'RESIDENCE', 4, 'Thay đổi nơi cư trú lâu dài', 'Long-term change of residence', 'VERIFIED'),
    ('transferred-out-ground', 'STUDY', 5, 'Đi học, tốt nghiệp', 'Study', 'SECONDARY'),
    ('transferred-out-ground', 'ABROAD', 6, 'Ra nước ngoài từ 12 tháng', 'Abroad for 12 months or more', 'VERIFIED'),
    ('admission-cancelled-ground', 'STANDARDS', 1, 'Kết nạp không đủ tiêu chuẩn, điều kiện', 'Admitted without meeting the standards', 'VERIFIED'),
    ('admission-cancelled-ground', 'PROCEDURE', 2, 'Kết nạp sai thẩm quyền, thủ tục', 'Admitted by the wrong body or procedure', 'SECONDARY'),
    ('restored-ground', 'COMPLAINT', 1, 'Khiếu nại được giải quyết, xóa tên hoặc kỷ luật sai', 'A complaint was upheld: wrongly removed', 'VERIFIED'),
    ('restored-ground', 'REVIEW', 2, 'Cấp ủy có thẩm quyền xem xét lại', 'The competent committee reviewed it', 'SECONDARY');

-- Each directive took over what the one before it said.
INSERT INTO reference.code_source (list, code, valid, directive_id, clause)
SELECT code.list, code.code, source.valid, source.directive_id, clause.clause
FROM (VALUES
    (daterange('2016-07-25', '2021-07-30'), '29-qd-tw-2016'),
    (daterange('2021-07-30', '2025-01-20'), '24-qd-tw-2021'),
    (daterange('2025-01-20', '2025-07-01'), '232-qd-tw-2025'),
    (daterange('2025-07-01', '2026-04-08'), '294-qd-tw-2025'),
    (daterange('2026-04-08', '2026-07-26'), '20-qd-tw-2026'),
    (daterange('2026-07-26', NULL), '208-qd-tw-2026')) AS source (valid, directive_id),
    (VALUES
    ('struck-off-ground', 'xóa tên đảng viên (8.1)'), ('resigned-ground', 'xin ra khỏi Đảng'),
    ('transferred-ground', 'chuyển sinh hoạt đảng'), ('transferred-out-ground', 'chuyển sinh hoạt đảng'),
    ('admission-cancelled-ground', 'kết nạp sai (4.4)'), ('restored-ground', 'khiếu nại về xóa tên')) AS clause (list, clause)
JOIN reference.code code ON code.list = clause.list;
INSERT INTO reference.code_source (list, code, valid, directive_id, clause)
SELECT code.list, code.code, source.valid, source.directive_id, 'kỷ luật khai trừ'
FROM (VALUES
    (daterange('2017-11-15', '2022-07-06'), '102-qd-tw-2017'),
    (daterange('2022-07-06', '2025-05-30'), '69-qd-tw-2022'),
    (daterange('2025-05-30', NULL), '296-qd-tw-2025')) AS source (valid, directive_id),
    reference.code code
WHERE code.list = 'expelled-ground';
