-- What refusals of an admission rest on beside the numbers: who helps a candidate, and that no stage is left out (admission, parts 1 and 3).
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('helper-of-a-candidate', 'ADMISSION', 5025, 'Ai giúp đỡ người vào Đảng, đảng viên dự bị', 'Who helps a candidate and a probationer'),
    ('admission-order', 'ADMISSION', 5026, 'Thứ tự các bước kết nạp', 'The order of the stages of an admission');

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('rule-answer', 'OFFICIAL_MEMBER', 63, 'đảng viên chính thức do chi bộ phân công', 'an official member named by the cell', 'VERIFIED'),
    ('rule-answer', 'ONE_AFTER_THE_OTHER', 64, 'lần lượt từng bước: đơn, lý lịch, thẩm tra, giới thiệu, nghị quyết, quyết định', 'one after the other: application, biography, verification, introduction, resolutions, decision', 'SECONDARY');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('helper-of-a-candidate', 'ALL', '[2011-01-19,)', 'OFFICIAL_MEMBER', 'CODE', 'charter-2011', 'Điều 4, Điều 5', 'SECONDARY', NULL, NULL),
    ('admission-order', 'ALL', '[2011-01-19,)', 'ONE_AFTER_THE_OTHER', 'CODE', 'charter-2011', 'Điều 4, Điều 5', 'SECONDARY', 'Đơn trước lý lịch; kết luận sau khi có kết quả thẩm tra.', 'The application before the biography; the conclusion after the results are back.');
