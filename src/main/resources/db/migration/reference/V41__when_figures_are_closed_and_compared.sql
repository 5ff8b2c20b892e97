-- Which periods are closed by when, and how often a committee compares its register with the one above it (statistics, A1 and A10).
ALTER TABLE reference.rule_key DROP CONSTRAINT a_topic_is_known;
ALTER TABLE reference.rule_key ADD CONSTRAINT a_topic_is_known CHECK (topic IN ('ADMISSION', 'ORGANISATION', 'NUMBERS', 'FILE', 'RECOGNITION', 'STATISTICS'));

INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('3296-cv-btctw-2017', 'Công văn', '3296-CV/BTCTW', 'Ban Tổ chức Trung ương', '2017-07-26', 2017, '[2017-07-26,2021-12-13)', 'Thống kê cơ bản về công tác tổ chức xây dựng Đảng', 'Basic statistics of party building', 'VERIFIED'),
    ('11-hd-btctw-2021', 'Hướng dẫn', '11-HD/BTCTW', 'Ban Tổ chức Trung ương', '2021-12-13', 2021, '[2021-12-13,)', 'Thống kê cơ bản về công tác tổ chức xây dựng Đảng', 'Basic statistics of party building', 'VERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('period-due-month', 'STATISTICS', 410, 'Hạn khóa sổ tháng', 'When a month is closed'),
    ('period-due-quarter', 'STATISTICS', 411, 'Hạn khóa sổ quý', 'When a quarter is closed'),
    ('period-due-half-year', 'STATISTICS', 412, 'Hạn khóa sổ sáu tháng', 'When a half-year is closed'),
    ('period-due-year', 'STATISTICS', 413, 'Hạn khóa sổ năm', 'When a year is closed'),
    ('reconciliation-interval', 'STATISTICS', 414, 'Thời gian giữa hai lần đối chiếu danh sách với cấp trên', 'Time between two comparisons of the register with the committee above');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT due.key, 'ALL', source.valid, due.value, 'DAYS', source.directive_id, 'thời hạn báo cáo: chưa rõ điểm', 'UNVERIFIED', due.remark_vi, due.remark_en
FROM (VALUES
    ('period-due-month', '5', 'Số ngày sau ngày cuối kỳ; giá trị đề xuất, chưa thấy văn bản quy định.', 'Days after the last day; a proposal, no clause was seen.'),
    ('period-due-quarter', '10', 'Số ngày sau ngày cuối kỳ; giá trị đề xuất, chưa thấy văn bản quy định.', 'Days after the last day; a proposal, no clause was seen.'),
    ('period-due-half-year', '15', 'Có đến 30-06; số ngày sau ngày cuối kỳ là giá trị đề xuất.', 'As at 30 June; the days after it are a proposal.'),
    ('period-due-year', '20', 'Có đến 31-12; số ngày sau ngày cuối kỳ là giá trị đề xuất.', 'As at 31 December; the days after it are a proposal.')) AS due (key, value, remark_vi, remark_en),
    (VALUES
    (daterange('2012-05-17', '2017-07-26'), '12-hd-btctw-2012'),
    (daterange('2017-07-26', '2021-12-13'), '3296-cv-btctw-2017'),
    (daterange('2021-12-13', NULL), '11-hd-btctw-2021')) AS source (valid, directive_id);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'reconciliation-interval', 'ALL', source.valid, '3', 'MONTHS', source.directive_id, 'danh sách đảng viên: chưa rõ điểm', 'SECONDARY',
    'Ba tháng một lần đối chiếu danh sách đảng viên với cấp dưới và cấp trên.', 'Every three months the register is compared with the level below and the level above.'
FROM (VALUES
    (daterange('2012-05-17', '2017-06-05'), '12-hd-btctw-2012'),
    (daterange('2017-06-05', '2022-01-18'), '09-hd-btctw-2017'),
    (daterange('2022-01-18', NULL), '12-hd-btctw-2022')) AS source (valid, directive_id);
