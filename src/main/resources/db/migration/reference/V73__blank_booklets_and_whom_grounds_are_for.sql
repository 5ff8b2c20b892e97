-- Blank booklets for the biography (1-HSĐV) are kept by their serials as blank cards are. The member file (part 1) names the
-- paper and its sign; that it is numbered as it is printed has not been read in a directive.
INSERT INTO reference.code (list, code, position, name_vi, name_en, valid, certainty)
SELECT 'stock-kind', 'BOOKLET', max(position) + 1, 'Phôi quyển lý lịch đảng viên (1-HSĐV)', 'Blank biography booklets (1-HSĐV)',
    daterange('2012-05-17', NULL), 'UNVERIFIED'
FROM reference.code WHERE list = 'stock-kind';
INSERT INTO reference.code_source (list, code, valid, directive_id, clause) VALUES
    ('stock-kind', 'BOOKLET', '[2012-05-17,2017-06-05)', '12-hd-btctw-2012', 'hồ sơ đảng viên, mẫu 1-HSĐV'),
    ('stock-kind', 'BOOKLET', '[2017-06-05,2022-01-18)', '09-hd-btctw-2017', 'hồ sơ đảng viên, mẫu 1-HSĐV'),
    ('stock-kind', 'BOOKLET', '[2022-01-18,)', '12-hd-btctw-2022', 'hồ sơ đảng viên, mẫu 1-HSĐV');

-- Whom a ground of leaving is for (member file, parts 10 and 11): a probationer is only reprimanded or warned, and struck off
-- where unworthy; who is official is expelled, and not struck off as an unworthy probationer.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('standing-for-ground', 'FILE', 7300, 'Lý do ra khỏi Đảng chỉ dành cho đảng viên', 'The members whom a ground of leaving is for');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'standing-for-ground', ground.code, source.valid, 'OFFICIAL', 'CODE', source.directive_id, 'hình thức kỷ luật đảng viên', source.certainty,
    'Đảng viên dự bị chỉ có khiển trách, cảnh cáo; người không đủ tư cách thì xóa tên.',
    'A probationer is only reprimanded or warned; who is unworthy is struck off.'
FROM (VALUES ('DISCIPLINE'), ('SENTENCE')) AS ground (code),
    (VALUES
    (daterange('2017-11-15', '2022-07-06'), '102-qd-tw-2017', 'SECONDARY'),
    (daterange('2022-07-06', '2025-05-30'), '69-qd-tw-2022', 'VERIFIED'),
    (daterange('2025-05-30', NULL), '296-qd-tw-2025', 'SECONDARY')) AS source (valid, directive_id, certainty);
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'standing-for-ground', s.code, s.valid, 'PROBATIONARY', 'CODE', s.directive_id, s.clause,
    'VERIFIED', 'Chỉ xóa tên vì không đủ tư cách khi còn dự bị.', 'Only a probationer is struck off as unworthy of it.'
FROM reference.code_source s WHERE s.list = 'struck-off-ground' AND s.code = 'UNWORTHY_PROBATIONER';
