-- How numbers of decisions run (statistics, part B), and who may be admitted again (admission, part 8).
ALTER TABLE reference.rule
    DROP CONSTRAINT a_unit_is_known,
    ADD CONSTRAINT a_unit_is_known CHECK (unit IN
        ('YEARS', 'MONTHS', 'DAYS', 'WORKING_DAYS', 'MEMBERS', 'OFFICIAL_MEMBERS', 'TIMES', 'SHARE', 'CODE', 'PATTERN'));

INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('11-hd-vptw-2004', 'Hướng dẫn', '11-HD/VPTW', 'Văn phòng Trung ương Đảng', '2004-05-28', 2004, '[2004-05-28,2018-04-03)', 'Thể thức văn bản của Đảng', 'Layout of Party documents', 'VERIFIED'),
    ('36-hd-vptw-2018', 'Hướng dẫn', '36-HD/VPTW', 'Văn phòng Trung ương Đảng', '2018-04-03', 2018, '[2018-04-03,2026-05-27)', 'Thể thức và kỹ thuật trình bày văn bản của Đảng', 'Layout of Party documents', 'VERIFIED'),
    ('05-hd-vptw-2026', 'Hướng dẫn', '05-HD/VPTW', 'Văn phòng Trung ương Đảng', '2026-05-27', 2026, '[2026-05-27,)', 'Thể thức và kỹ thuật trình bày văn bản của Đảng', 'Layout of Party documents', 'SECONDARY');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('decision-numbers', 'NUMBERS', 100, 'Số của văn bản được đánh liên tục trong', 'Numbers of documents run through'),
    ('wait-to-be-admitted-again', 'ADMISSION', 101, 'Thời gian tối thiểu từ khi ra khỏi Đảng đến khi kết nạp lại', 'Least time from leaving the Party to being admitted again'),
    ('times-admitted-again', 'ADMISSION', 102, 'Số lần được kết nạp lại', 'How often somebody is admitted again');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('decision-numbers', 'ALL', '[2004-05-28,2018-04-03)', 'TERM', 'CODE', '11-hd-vptw-2004', 'số và ký hiệu', 'UNVERIFIED', 'Chưa đọc được điều khoản; giữ giá trị của hướng dẫn sau.', 'The clause was not seen; the value of the guide after it is kept.'),
    ('decision-numbers', 'ALL', '[2018-04-03,2026-05-27)', 'TERM', 'CODE', '36-hd-vptw-2018', 'số và ký hiệu', 'SECONDARY', 'Theo từng loại văn bản, liên tục trong cả nhiệm kỳ cấp ủy.', 'By type of document, through the whole term of the committee.'),
    ('decision-numbers', 'ALL', '[2026-05-27,)', 'TERM', 'CODE', '05-hd-vptw-2026', 'số và ký hiệu', 'SECONDARY', 'Theo từng loại văn bản, liên tục trong cả nhiệm kỳ cấp ủy.', 'By type of document, through the whole term of the committee.');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT rule.key, 'ALL', source.valid, rule.value, rule.unit, source.directive_id, 'kết nạp lại', source.certainty, rule.remark_vi, rule.remark_en
FROM (VALUES
    ('wait-to-be-admitted-again', '36', 'MONTHS', 'Ít nhất 36 tháng kể từ khi ra khỏi Đảng. Người có án về tội ít nghiêm trọng tính từ khi được xóa án tích, ít nhất 60 tháng: do cấp ủy xem xét.', 'At least 36 months after leaving. Who was convicted of a less serious crime waits 60 months from the clearing of the record: judged by the committee.'),
    ('times-admitted-again', '1', 'TIMES', 'Chỉ kết nạp lại một lần.', 'Only once.')) AS rule (key, value, unit, remark_vi, remark_en),
    (VALUES
    (daterange('2011-11-01', '2016-07-25'), '45-qd-tw-2011', 'UNVERIFIED'),
    (daterange('2016-07-25', '2021-07-30'), '29-qd-tw-2016', 'VERIFIED'),
    (daterange('2021-07-30', '2025-01-20'), '24-qd-tw-2021', 'VERIFIED'),
    (daterange('2025-01-20', '2025-07-01'), '232-qd-tw-2025', 'VERIFIED'),
    (daterange('2025-07-01', '2026-04-08'), '294-qd-tw-2025', 'VERIFIED'),
    (daterange('2026-04-08', '2026-07-26'), '20-qd-tw-2026', 'UNVERIFIED'),
    (daterange('2026-07-26', NULL), '208-qd-tw-2026', 'SECONDARY')) AS source (valid, directive_id, certainty);
