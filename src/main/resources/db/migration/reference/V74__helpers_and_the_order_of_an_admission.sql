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

-- Where there is no party organisation the superior sends members and mass organisations (admission, part 9).
INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('21-nq-tw-2022', 'Nghị quyết', '21-NQ/TW', 'Ban Chấp hành Trung ương', '2022-06-16', 2022, '[2022-06-16,)', 'Tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên trong giai đoạn mới', 'Base organisations and the quality of members', 'VERIFIED');
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('place-without-members', 'ADMISSION', 5027, 'Nguồn kết nạp cho nơi chưa có tổ chức đảng, đảng viên', 'Candidates for places without a party organisation or members');
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('rule-answer', 'SUPERIOR_ASSIGNS', 65, 'cấp ủy cấp trên phân công đảng viên, đoàn thể giúp đỡ', 'the superior assigns members and mass organisations', 'VERIFIED');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('place-without-members', 'ALL', '[2022-06-16,)', 'SUPERIOR_ASSIGNS', 'CODE', '21-nq-tw-2022', 'chưa rõ điểm', 'VERIFIED', NULL, NULL);
