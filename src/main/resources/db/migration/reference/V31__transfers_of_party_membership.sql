-- What transfers (chuyển sinh hoạt đảng) are judged by: kinds, levels, deadlines (member file, part 9).
INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('08-hd-btctw-2011', 'Hướng dẫn', '08-HD/BTCTW', 'Ban Tổ chức Trung ương', NULL, 2011, '[2011-01-01,2012-05-17)', 'Nghiệp vụ công tác đảng viên; giấy giới thiệu sinh hoạt đảng', 'Working guidance on members; the letter of introduction', 'SECONDARY'),
    ('86-qd-tw-2022', 'Quy định', '86-QĐ/TW', 'Ban Bí thư Trung ương', '2022-10-28', 2022, '[2022-10-28,)', 'Chuyển sinh hoạt đảng ra ngoài nước, về nước', 'Transfers abroad and back', 'SECONDARY'),
    ('30-hd-btctw-2025', 'Hướng dẫn', '30-HD/BTCTW', 'Ban Tổ chức Trung ương', '2025-04-23', 2025, '[2025-04-23,)', 'Chuyển sinh hoạt đảng ra ngoài nước, về nước', 'Transfers abroad and back', 'SECONDARY');

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('transfer-kind', 'OFFICIAL', 1, 'Chính thức', 'Official', 'VERIFIED'),
    ('transfer-kind', 'TEMPORARY', 2, 'Tạm thời', 'Temporary', 'VERIFIED'),
    ('transfer-kind', 'INTERNAL', 3, 'Nội bộ đảng bộ cơ sở', 'Within a base committee', 'VERIFIED'),
    ('transfer-kind', 'ABROAD', 4, 'Ra ngoài nước, về nước', 'Abroad and back', 'SECONDARY'),
    ('transfer-level', 'CELL', 1, 'Chi bộ', 'Cell', 'VERIFIED'),
    ('transfer-level', 'PARTIAL', 2, 'Đảng bộ bộ phận', 'Partial committee', 'VERIFIED'),
    ('transfer-level', 'BASE', 3, 'Tổ chức cơ sở đảng', 'Base organisation', 'VERIFIED'),
    ('transfer-level', 'DIRECT', 4, 'Cấp trên trực tiếp của tổ chức cơ sở đảng', 'Direct superior committee', 'VERIFIED'),
    ('transfer-level', 'PROVINCE', 5, 'Cấp tỉnh', 'Province', 'VERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('transfer-start-official', 'FILE', 300, 'Chuyển chính thức: thời hạn làm thủ tục kể từ quyết định', 'Official transfer: time to begin from the decision'),
    ('transfer-start-internal', 'FILE', 301, 'Chuyển nội bộ: thời hạn làm thủ tục kể từ quyết định', 'Internal transfer: time to begin from the decision'),
    ('transfer-presentation-official', 'FILE', 302, 'Chuyển chính thức: thời hạn nộp giấy giới thiệu cho chi ủy nơi đến', 'Official transfer: time to present the letter to the receiving cell'),
    ('transfer-presentation-internal', 'FILE', 303, 'Chuyển nội bộ: thời hạn nộp giấy giới thiệu cho chi ủy nơi đến', 'Internal transfer: time to present the letter to the receiving cell'),
    ('transfer-level-official', 'FILE', 304, 'Chuyển chính thức: cấp cao nhất ký giấy giới thiệu', 'Official transfer: highest level that signs the letter'),
    ('transfer-level-temporary', 'FILE', 305, 'Chuyển tạm thời: cấp cao nhất ký giấy giới thiệu', 'Temporary transfer: highest level that signs the letter'),
    ('transfer-level-internal', 'FILE', 306, 'Chuyển nội bộ: cấp cao nhất ký giấy giới thiệu', 'Internal transfer: highest level that signs the letter'),
    ('transfer-level-abroad', 'FILE', 307, 'Chuyển ra ngoài nước: cấp cao nhất ký giấy giới thiệu', 'Transfer abroad: highest level that signs the letter'),
    ('temporary-transfer-at-least', 'FILE', 308, 'Chuyển tạm thời: thời gian ngắn nhất', 'Temporary transfer: shortest time'),
    ('temporary-transfer-less-than', 'FILE', 309, 'Chuyển tạm thời: thời gian phải dưới', 'Temporary transfer: must be shorter than'),
    ('temporary-transfer-of-students-at-most', 'FILE', 310, 'Chuyển tạm thời đi học tập trung: thời gian dài nhất', 'Temporary transfer of full-time students: longest time');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT rule.key, 'ALL', source.valid, rule.value, rule.unit, source.directive_id, 'chuyển sinh hoạt đảng (điểm 6.3)',
    CASE WHEN source.read THEN rule.certainty ELSE 'UNVERIFIED' END, rule.remark_vi, rule.remark_en
FROM (VALUES
    ('transfer-start-official', '60', 'WORKING_DAYS', 'SECONDARY', 'Quá hạn thì đảng viên, tổ chức đảng phải giải trình, cấp ủy xem xét.', 'Who is late explains it, and the committee considers it.'),
    ('transfer-start-internal', '60', 'WORKING_DAYS', 'UNVERIFIED', 'Chưa rõ thời hạn riêng; giữ như chuyển chính thức.', 'No term of its own was seen; kept as for official transfers.'),
    ('transfer-presentation-official', '30', 'WORKING_DAYS', 'SECONDARY', 'Quá hạn thì đảng viên, tổ chức đảng phải giải trình, cấp ủy xem xét.', 'Who is late explains it, and the committee considers it.'),
    ('transfer-presentation-internal', '30', 'WORKING_DAYS', 'UNVERIFIED', 'Chưa rõ thời hạn riêng; giữ như chuyển chính thức.', 'No term of its own was seen; kept as for official transfers.'),
    ('transfer-level-official', 'DIRECT', 'CODE', 'VERIFIED', 'Cấp trên trực tiếp của tổ chức cơ sở đảng; nơi không có thì ban tổ chức tỉnh ủy.', 'The direct superior committee; where there is none, the province''s organisation board.'),
    ('transfer-level-temporary', 'DIRECT', 'CODE', 'UNVERIFIED', 'Chưa rõ cấp ký; giữ như chuyển chính thức.', 'The level was not seen; kept as for official transfers.'),
    ('transfer-level-internal', 'BASE', 'CODE', 'VERIFIED', 'Giấy giới thiệu của đảng ủy cơ sở.', 'A letter of the base committee.'),
    ('temporary-transfer-at-least', '3', 'MONTHS', 'VERIFIED', 'Dưới thời gian này không chuyển sinh hoạt.', 'For less nobody is transferred.'),
    ('temporary-transfer-less-than', '1', 'YEARS', 'VERIFIED', 'Từ thời gian này trở lên thì chuyển chính thức.', 'From this on the transfer is official.'),
    ('temporary-transfer-of-students-at-most', '2', 'YEARS', 'VERIFIED', 'Học tập trung từ 3 tháng đến 2 năm, sau đó về lại.', 'Full-time study from 3 months to 2 years, and back.')
    ) AS rule (key, value, unit, certainty, remark_vi, remark_en),
    (VALUES
    (daterange('2011-11-01', '2016-07-25'), '45-qd-tw-2011', false),
    (daterange('2016-07-25', '2021-07-30'), '29-qd-tw-2016', true),
    (daterange('2021-07-30', '2025-01-20'), '24-qd-tw-2021', true),
    (daterange('2025-01-20', '2025-07-01'), '232-qd-tw-2025', false),
    (daterange('2025-07-01', '2026-04-08'), '294-qd-tw-2025', true),
    (daterange('2026-04-08', '2026-07-26'), '20-qd-tw-2026', false),
    (daterange('2026-07-26', NULL), '208-qd-tw-2026', true)) AS source (valid, directive_id, read);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('transfer-level-abroad', 'ALL', '[2011-11-01,2022-10-28)', 'PROVINCE', 'CODE', '45-qd-tw-2011', 'chuyển sinh hoạt đảng ra ngoài nước', 'UNVERIFIED', 'Chưa đọc được điều khoản; giữ giá trị của quy định sau.', 'The clause was not seen; the value of the later regulation.'),
    ('transfer-level-abroad', 'ALL', '[2022-10-28,)', 'PROVINCE', 'CODE', '86-qd-tw-2022', 'chuyển sinh hoạt đảng ra ngoài nước', 'UNVERIFIED', 'Chưa rõ cấp ký.', 'The level was not seen.');
