-- What becomes of the badge of who is put out of the Party (đưa ra khỏi Đảng): it goes back to the organisation, by point 18 of
-- 01-HD/TW (2021), read in a copy (thuvienphapluat 55C5A).
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('badge-of-who-left', 'RECOGNITION', 3816, 'Huy hiệu Đảng của người bị đưa ra khỏi Đảng', 'The badge of who is put out of the Party');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'badge-of-who-left', rule.scope, source.valid, 'TAKEN_BACK', 'CODE', source.directive_id, source.clause,
    CASE WHEN source.directive_id = '01-hd-tw-2021' THEN rule.certainty ELSE 'UNVERIFIED' END, rule.remark_vi, rule.remark_en
FROM (VALUES
    ('EXPELLED', 'VERIFIED', 'Bị khai trừ: giao lại Huy hiệu cho tổ chức đảng.', 'Expelled: hands the badge back to the organisation.'),
    ('STRUCK_OFF', 'SECONDARY', 'Bị xóa tên: giao lại Huy hiệu cho tổ chức đảng.', 'Struck off: hands the badge back to the organisation.')) AS rule (scope, certainty, remark_vi, remark_en),
    (VALUES
    (daterange('2016-09-20', '2021-09-28'), '01-hd-tw-2016', 'chưa rõ điểm'),
    (daterange('2021-09-28', '2025-06-09'), '01-hd-tw-2021', 'điểm 18'),
    (daterange('2025-06-09', NULL), '06-hd-tw-2025', 'chưa rõ điểm')) AS source (valid, directive_id, clause);
