-- The code of an organisation (organisations, part 6): a public program for digitising files attributes it to 208-QĐ/TW; no official
-- page confirms it, and no code is refused by it.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('organisation-code', 'ORGANISATION', 313, 'Dạng mã tổ chức đảng', 'Form of the code of an organisation');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('organisation-code', 'ALL', '[2026-07-26,)', '[0-9]{2}([.][0-9]{3}){4}', 'PATTERN', '208-qd-tw-2026', 'chưa rõ điểm', 'SECONDARY',
    'M1.M2.M3.M4.M5, viết có dấu chấm: cấp tỉnh 2 số, cấp trên trực tiếp, cơ sở, đảng bộ trực thuộc cơ sở (không có thì 000), chi bộ: mỗi nhóm 3 số. Mã do cấp trên cấp, đổi khi đổi trực thuộc; mã dạng khác vẫn nhận.',
    'M1.M2.M3.M4.M5, written with dots: the province 2 digits, the direct superior, the base, the committee below the base (000 if none), the cell: 3 digits each. The superior issues it, and a move changes it; codes of other forms are taken too.');
