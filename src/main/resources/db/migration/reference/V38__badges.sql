-- Badges (Huy hiệu Đảng): levels, days of award, how early (member-file 7).
DO $$
DECLARE
    known TEXT;
BEGIN
    SELECT substring(pg_get_constraintdef(oid) FROM 'CHECK (.*)') INTO known
    FROM pg_constraint WHERE conrelid = 'reference.rule'::regclass AND conname = 'a_unit_is_known';
    ALTER TABLE reference.rule DROP CONSTRAINT a_unit_is_known;
    EXECUTE 'ALTER TABLE reference.rule ADD CONSTRAINT a_unit_is_known CHECK (' || known || ' OR unit = ''PARTY_YEARS'')';
END $$;

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('rule-answer', 'M02_D03', 10, '3/2 (ngày thành lập Đảng)', '3 February (founding of the Party)', 'VERIFIED'),
    ('rule-answer', 'M05_D19', 11, '19/5 (ngày sinh Chủ tịch Hồ Chí Minh)', '19 May (birth of President Hồ Chí Minh)', 'VERIFIED'),
    ('rule-answer', 'M09_D02', 12, '2/9 (Quốc khánh)', '2 September (National Day)', 'VERIFIED'),
    ('rule-answer', 'M11_D07', 13, '7/11 (Cách mạng Tháng Mười)', '7 November (October Revolution)', 'VERIFIED'),
    ('rule-answer', 'BARS', 14, 'chưa đưa vào danh sách đề nghị', 'kept off the list of proposals', 'UNVERIFIED'),
    ('rule-answer', 'WARNS', 15, 'nêu rõ để cấp ủy xem xét', 'told, for the committee to consider', 'UNVERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('badge-level', 'RECOGNITION', 3810, 'Các mức tặng Huy hiệu Đảng', 'Levels of the Party badge'),
    ('badge-award-day', 'RECOGNITION', 3811, 'Các đợt trao Huy hiệu Đảng trong năm', 'Days of the year on which badges are awarded'),
    ('badge-early-when-ill', 'RECOGNITION', 3812, 'Xét tặng Huy hiệu Đảng sớm cho người bệnh nặng, tối đa', 'Badges awarded early to the gravely ill, at most'),
    ('badge-posthumous', 'RECOGNITION', 3813, 'Truy tặng Huy hiệu Đảng sớm, tối đa', 'Badges awarded after death, early by at most'),
    ('badge-obstacle', 'RECOGNITION', 3814, 'Trường hợp cần xem xét khi đề nghị tặng Huy hiệu Đảng', 'What stands in the way of a badge');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty)
SELECT 'badge-level', 'YEARS_' || years, source.valid, years, 'PARTY_YEARS', source.directive_id, 'Huy hiệu Đảng', 'VERIFIED'
FROM unnest(ARRAY ['30', '40', '45', '50', '55', '60', '65', '70', '75', '80', '85', '90']) AS years,
    (VALUES
    (daterange('2017-06-05', '2022-01-18'), '09-hd-btctw-2017'),
    (daterange('2022-01-18', NULL), '12-hd-btctw-2022')) AS source (valid, directive_id);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty)
SELECT 'badge-award-day', day, source.valid, day, 'CODE', source.directive_id, 'Huy hiệu Đảng', 'VERIFIED'
FROM unnest(ARRAY ['M02_D03', 'M05_D19', 'M09_D02', 'M11_D07']) AS day,
    (VALUES
    (daterange('2017-06-05', '2022-01-18'), '09-hd-btctw-2017'),
    (daterange('2022-01-18', NULL), '12-hd-btctw-2022')) AS source (valid, directive_id);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT rule.key, rule.scope, source.valid, rule.value, 'MONTHS', source.directive_id, 'Huy hiệu Đảng',
    CASE WHEN source.directive_id = '01-hd-tw-2021' THEN 'VERIFIED' ELSE 'UNVERIFIED' END, rule.remark_vi, rule.remark_en
FROM (
    SELECT 'badge-early-when-ill' AS key, 'YEARS_' || years AS scope, CASE WHEN years < 70 THEN '12' ELSE '24' END AS value,
        'Huy hiệu ' || years || ' năm.' AS remark_vi, 'The badge of ' || years || ' years.' AS remark_en
    FROM unnest(ARRAY [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]) AS years
    UNION ALL
    SELECT 'badge-posthumous', 'ALL', '12', 'Gia đình làm tờ khai thay người đã mất.', 'The family fills in the declaration.') AS rule,
    (VALUES
    (daterange('2016-09-20', '2021-09-28'), '01-hd-tw-2016'),
    (daterange('2021-09-28', '2025-06-09'), '01-hd-tw-2021'),
    (daterange('2025-06-09', NULL), '06-hd-tw-2025')) AS source (valid, directive_id);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'badge-obstacle', rule.scope, source.valid, rule.value, 'CODE', source.directive_id, 'chưa rõ điểm', 'UNVERIFIED', rule.remark_vi, rule.remark_en
FROM (VALUES
    ('SUSPENDED', 'BARS', 'Đang bị đình chỉ sinh hoạt đảng.', 'Suspended from party life.'),
    ('LOST_CONTACT', 'BARS', 'Đang mất liên lạc với tổ chức đảng.', 'Out of contact.'),
    ('DISCIPLINE', 'WARNS', 'Có kỷ luật đảng chưa ghi ngày xóa.', 'Disciplined by the Party, and not lifted as far as the file tells.')) AS rule (scope, value, remark_vi, remark_en),
    (VALUES
    (daterange('2017-06-05', '2022-01-18'), '09-hd-btctw-2017'),
    (daterange('2022-01-18', NULL), '12-hd-btctw-2022')) AS source (valid, directive_id);
