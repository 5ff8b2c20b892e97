-- Party cards (thẻ đảng viên): who holds one and what becomes of it (member-file 6).
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('rule-answer', 'OFFICIAL', 20, 'đảng viên chính thức', 'official members', 'UNVERIFIED'),
    ('rule-answer', 'TAKEN_BACK', 21, 'thu hồi', 'taken back', 'UNVERIFIED'),
    ('rule-answer', 'MAY_BE_KEPT', 22, 'gia đình được giữ lại', 'the family may keep it', 'UNVERIFIED');
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('card-holder', 'RECOGNITION', 3920, 'Ai được phát thẻ đảng viên', 'Who is given a party card'),
    ('card-of-who-left', 'RECOGNITION', 3921, 'Thẻ của người ra khỏi Đảng', 'The card of who leaves the Party'),
    ('card-of-the-dead', 'RECOGNITION', 3922, 'Thẻ của đảng viên từ trần', 'The card of a member who died');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('card-holder', 'ALL', '[2003-10-17,2025-08-08)', 'OFFICIAL', 'CODE', '29-ct-tw-2003', 'chưa rõ điểm', 'UNVERIFIED', NULL, NULL),
    ('card-holder', 'ALL', '[2025-08-08,)', 'OFFICIAL', 'CODE', '51-ct-tw-2025', 'chưa rõ điểm', 'VERIFIED', 'Đổi thẻ: chỉ đảng viên chính thức đã có thẻ.', 'Exchange: official members who hold a card.'),
    ('card-of-who-left', 'ALL', '[2003-10-17,)', 'TAKEN_BACK', 'CODE', '29-ct-tw-2003', 'chưa rõ điểm', 'UNVERIFIED', NULL, NULL),
    ('card-of-the-dead', 'ALL', '[2003-10-17,)', 'MAY_BE_KEPT', 'CODE', '29-ct-tw-2003', 'chưa rõ điểm', 'UNVERIFIED', NULL, NULL);
