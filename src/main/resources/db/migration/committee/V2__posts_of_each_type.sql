-- From the domain dossier (organisations 7).
INSERT INTO committee.post_kind (code, position, name_vi, name_en, fills, in_body, in_standing, makes_standing) VALUES
    ('SECRETARY', 10, 'Bí thư', 'Secretary', 'SECRETARY', true, true, false),
    ('STANDING_DEPUTY', 20, 'Phó bí thư thường trực', 'Standing deputy secretary', 'DEPUTY', true, true, false),
    ('DEPUTY', 30, 'Phó bí thư', 'Deputy secretary', 'DEPUTY', true, true, false),
    ('STANDING_MEMBER', 40, 'Ủy viên ban thường vụ', 'Member of the standing committee', 'STANDING_MEMBER', true, true, true),
    ('MEMBER', 50, 'Ủy viên ban chấp hành', 'Member of the committee', 'MEMBER', true, false, false),
    ('CELL_MEMBER', 60, 'Chi ủy viên', 'Member of the cell committee', 'CELL_MEMBER', true, false, false),
    ('INSPECTION_HEAD', 70, 'Chủ nhiệm ủy ban kiểm tra', 'Head of the inspection commission', 'INSPECTION_HEAD', false, false, false),
    ('INSPECTION_DEPUTY', 80, 'Phó chủ nhiệm ủy ban kiểm tra', 'Deputy head of the inspection commission', 'INSPECTION_DEPUTY', false, false, false),
    ('INSPECTION_MEMBER', 90, 'Ủy viên ủy ban kiểm tra', 'Member of the inspection commission', 'INSPECTION_MEMBER', false, false, false);

WITH body (body, tiers, types) AS (VALUES
    ('COMMITTEE', ARRAY ['PROVINCE', 'DIRECT', 'BASE', 'PARTIAL'], NULL),
    ('INSPECTED', ARRAY ['PROVINCE', 'DIRECT', 'BASE'], NULL),
    ('CELL_COMMITTEE', ARRAY ['CELL'], ARRAY ['CB_CS']),
    ('SECRETARY_ALONE', ARRAY ['CELL'], ARRAY ['CB_CS'])),
has (body, post, least, most, directive, clause, certainty) AS (VALUES
    ('COMMITTEE', 'SECRETARY', 1, 1, 'Điều lệ Đảng', 'chưa rõ điều', 'UNVERIFIED'),
    ('COMMITTEE', 'STANDING_DEPUTY', 0, 1, 'Điều lệ Đảng', 'chưa rõ điều', 'UNVERIFIED'),
    ('COMMITTEE', 'DEPUTY', 1, NULL, 'Điều lệ Đảng', 'chưa rõ điều', 'UNVERIFIED'),
    ('COMMITTEE', 'STANDING_MEMBER', 0, NULL, '208-QĐ/TW', 'chưa rõ điểm', 'SECONDARY'),
    ('COMMITTEE', 'MEMBER', 0, NULL, '208-QĐ/TW', 'chưa rõ điểm', 'SECONDARY'),
    ('INSPECTED', 'INSPECTION_HEAD', 0, 1, '296-QĐ/TW', 'Điều 7', 'SECONDARY'),
    ('INSPECTED', 'INSPECTION_DEPUTY', 0, NULL, '296-QĐ/TW', 'Điều 7', 'SECONDARY'),
    ('INSPECTED', 'INSPECTION_MEMBER', 0, NULL, '296-QĐ/TW', 'Điều 7', 'SECONDARY'),
    ('CELL_COMMITTEE', 'SECRETARY', 1, 1, 'Điều lệ Đảng', 'Điều 24, khoản 4', 'VERIFIED'),
    ('CELL_COMMITTEE', 'DEPUTY', 1, 1, 'Điều lệ Đảng', 'Điều 24, khoản 4', 'VERIFIED'),
    ('CELL_COMMITTEE', 'CELL_MEMBER', 0, NULL, 'Điều lệ Đảng', 'Điều 24, khoản 4', 'VERIFIED'),
    ('SECRETARY_ALONE', 'SECRETARY', 1, 1, 'Điều lệ Đảng', 'Điều 24, khoản 4', 'VERIFIED'),
    ('SECRETARY_ALONE', 'DEPUTY', 0, 1, 'Điều lệ Đảng', 'Điều 24, khoản 4', 'VERIFIED'))
INSERT INTO committee.post_of_type (type, body, post, valid, least, most, directive, clause, certainty)
SELECT t.code, replace(has.body, 'INSPECTED', 'COMMITTEE'), has.post, t.valid, has.least, has.most, has.directive, has.clause, has.certainty
FROM organisation.organisation_type t
JOIN body ON t.code = ANY (body.types) OR (t.tier = ANY (body.tiers) AND t.code <> 'CB_CS')
JOIN has ON has.body = body.body;

INSERT INTO committee.rule_of_type (type, body, measure, rule_key)
SELECT t.code, judged.body, judged.measure, judged.rule_key
FROM organisation.organisation_type t
JOIN (VALUES
    (ARRAY ['PROVINCE', 'DIRECT', 'BASE', 'PARTIAL'], NULL, 'COMMITTEE', 'SHARE_OF_STANDING', 'share-of-the-standing-committee'),
    (ARRAY ['PROVINCE', 'DIRECT', 'BASE', 'PARTIAL'], NULL, 'COMMITTEE', 'TERM', 'term-of-a-committee'),
    (NULL, 'DB_XA', 'COMMITTEE', 'MOST_MEMBERS', 'most-members-of-a-commune-committee'),
    (NULL, 'DB_XA', 'COMMITTEE', 'MOST_IN_STANDING', 'most-members-of-a-commune-standing-committee'),
    (ARRAY ['CELL'], 'CB_CS', 'CELL_COMMITTEE', 'OFFICIAL_MEMBERS_NEEDED', 'official-members-to-elect-a-cell-committee'),
    (ARRAY ['CELL'], 'CB_CS', 'SECRETARY_ALONE', 'OFFICIAL_MEMBERS_ENOUGH', 'official-members-to-elect-a-cell-committee'),
    (ARRAY ['CELL'], 'CB_CS', 'CELL_COMMITTEE', 'MOST_MEMBERS', 'most-members-of-a-cell-committee'),
    (NULL, 'CB_CS', 'CELL_COMMITTEE', 'TERM', 'term-of-a-base-cell'),
    (NULL, 'CB_CS', 'SECRETARY_ALONE', 'TERM', 'term-of-a-base-cell'),
    (ARRAY ['CELL'], NULL, 'CELL_COMMITTEE', 'TERM', 'term-of-a-cell'),
    (ARRAY ['CELL'], NULL, 'SECRETARY_ALONE', 'TERM', 'term-of-a-cell')) AS judged (tiers, type, body, measure, rule_key)
    ON t.code = judged.type OR (t.tier = ANY (judged.tiers) AND t.code <> 'CB_CS');
