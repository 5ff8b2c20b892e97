INSERT INTO statistics.form (form, valid, code, name_vi, name_en, directive, certainty) VALUES
    ('2B', '[,2021-12-13)', 'Biểu số 2B-TCTW', 'Đảng viên mới kết nạp theo dân tộc, tôn giáo', 'Newly admitted members by ethnicity and religion', '12-HD/BTCTW', 'SECONDARY'),
    ('2B', '[2021-12-13,)', 'Biểu số 2B-BTCTW', 'Đảng viên mới kết nạp theo dân tộc, tôn giáo', 'Newly admitted members by ethnicity and religion', '11-HD/BTCTW', 'SECONDARY');

INSERT INTO statistics.form_row
    (form, code, valid, position, side, whole, sums, official, symbol, label_vi, label_en, directive, certainty) VALUES
    ('2B', 'I', '(,)', 100, 'IN', NULL, true, true, 'I', 'Đảng viên mới kết nạp, chia theo dân tộc', 'Members admitted, by ethnicity', '11-HD/BTCTW', 'SECONDARY'),
    ('2B', 'II', '(,)', 200, 'IN', NULL, true, true, 'II', 'Đảng viên mới kết nạp theo tôn giáo', 'Members admitted who believe in a religion', '11-HD/BTCTW', 'SECONDARY');
SELECT statistics.rows_of_a_list('2B', 'I', 'ethnicity', 100, '{}');
SELECT statistics.rows_of_a_list('2B', 'II', 'religion', 200, '{NONE}');
DROP FUNCTION statistics.rows_of_a_list;

INSERT INTO statistics.admitted_group (form, code, valid, attribute, among) VALUES
    ('2B', 'I', '(,)', 'ALL', '{}'),
    ('2B', 'II', '(,)', 'BELIEVER', '{YES}');
INSERT INTO statistics.admitted_group (form, code, valid, attribute, among)
SELECT '2B', code, valid, CASE whole WHEN 'I' THEN 'ETHNICITY' ELSE 'RELIGION' END, ARRAY[regexp_replace(code, '^II?_', '')]
FROM statistics.form_row WHERE form = '2B' AND whole IS NOT NULL;
