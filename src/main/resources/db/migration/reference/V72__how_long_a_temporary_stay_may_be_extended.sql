-- No clause was seen that says how long a stay may last once it is extended: the terms of the first letter are kept, unverified.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('temporary-stay-extended-less-than', 'FILE', 311, 'Sinh hoạt tạm thời kể cả gia hạn: phải dưới', 'Temporary stay with its extensions: must be shorter than'),
    ('temporary-stay-extended-of-students-at-most', 'FILE', 312, 'Sinh hoạt tạm thời đi học tập trung kể cả gia hạn: dài nhất', 'Temporary stay of full-time students with its extensions: longest time');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT other.key, 'ALL', r.valid, r.value, r.unit, r.directive_id, r.clause, 'UNVERIFIED',
    'Chưa rõ thời hạn riêng khi gia hạn; giữ như thời gian chuyển tạm thời.',
    'No term of its own was seen for extensions; kept as for the temporary transfer.'
FROM reference.rule r
JOIN (VALUES ('temporary-transfer-less-than', 'temporary-stay-extended-less-than'),
    ('temporary-transfer-of-students-at-most', 'temporary-stay-extended-of-students-at-most')) AS other (of, key)
    ON other.of = r.key;
