-- What committees (cấp ủy) are judged by, from the domain dossier (organisations 7). A share is written 1/3.
ALTER TABLE reference.rule
    DROP CONSTRAINT a_unit_is_known,
    DROP CONSTRAINT an_amount_is_a_whole_number,
    ADD CONSTRAINT a_unit_is_known CHECK (unit IN
        ('YEARS', 'MONTHS', 'DAYS', 'WORKING_DAYS', 'MEMBERS', 'OFFICIAL_MEMBERS', 'SHARE', 'CODE', 'PATTERN')),
    ADD CONSTRAINT an_amount_is_a_whole_number CHECK (unit IN ('SHARE', 'CODE', 'PATTERN') OR value ~ '^[0-9]{1,6}$'),
    ADD CONSTRAINT a_share_is_a_part_of_a_whole CHECK (unit <> 'SHARE' OR value ~ '^[1-9][0-9]{0,2}/[1-9][0-9]{0,2}$');

INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('45-ct-tw-2025', 'Chỉ thị', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', 2025, '[2025-04-14,)', 'Đại hội đảng bộ các cấp nhiệm kỳ 2025–2030', 'Congresses of party committees for the term 2025–2030', 'VERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('most-members-of-a-cell-committee', 'ORGANISATION', 40, 'Số chi ủy viên nhiều nhất', 'Most members of a cell committee'),
    ('most-members-of-a-commune-committee', 'ORGANISATION', 41, 'Số ủy viên ban chấp hành đảng bộ xã nhiều nhất', 'Most members of a commune committee'),
    ('most-members-of-a-commune-standing-committee', 'ORGANISATION', 42, 'Số ủy viên ban thường vụ đảng ủy xã nhiều nhất', 'Most members of a commune standing committee'),
    ('share-of-the-standing-committee', 'ORGANISATION', 43, 'Phần nhiều nhất của ban thường vụ trong ban chấp hành', 'Largest share of the standing committee in the committee'),
    ('term-of-a-committee', 'ORGANISATION', 44, 'Nhiệm kỳ cấp ủy từ đảng bộ cơ sở trở lên', 'Term of a committee from the base upward'),
    ('term-of-a-base-cell', 'ORGANISATION', 45, 'Nhiệm kỳ chi bộ cơ sở', 'Term of a base cell'),
    ('term-of-a-cell', 'ORGANISATION', 46, 'Nhiệm kỳ chi bộ trực thuộc', 'Term of a cell under a committee'),
    ('status-to-be-elected', 'ORGANISATION', 47, 'Tư cách của người được bầu, được chỉ định vào cấp ủy', 'Status of who is elected or appointed to a committee'),
    ('place-of-a-holder', 'ORGANISATION', 48, 'Nơi sinh hoạt của người giữ chức vụ cấp ủy', 'Where the holder of a committee post belongs');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('most-members-of-a-cell-committee', 'ALL', '[2016-07-25,2021-07-30)', '7', 'MEMBERS', '29-qd-tw-2016', 'điểm 24', 'VERIFIED', 'Chỉ cảnh báo.', 'A warning only.'),
    ('most-members-of-a-cell-committee', 'ALL', '[2021-07-30,2025-01-20)', '7', 'MEMBERS', '24-qd-tw-2021', 'chưa rõ điểm', 'UNVERIFIED', 'Giữ giá trị của quy định trước. Chỉ cảnh báo.', 'The value of the rule before it is kept. A warning only.'),
    ('most-members-of-a-cell-committee', 'ALL', '[2025-01-20,2025-07-01)', '7', 'MEMBERS', '232-qd-tw-2025', 'chưa rõ điểm', 'UNVERIFIED', 'Giữ giá trị của quy định trước. Chỉ cảnh báo.', 'The value of the rule before it is kept. A warning only.'),
    ('most-members-of-a-cell-committee', 'ALL', '[2025-07-01,2026-04-08)', '7', 'MEMBERS', '294-qd-tw-2025', 'chưa rõ điểm', 'UNVERIFIED', 'Giữ giá trị của quy định trước. Chỉ cảnh báo.', 'The value of the rule before it is kept. A warning only.'),
    ('most-members-of-a-cell-committee', 'ALL', '[2026-04-08,2026-07-26)', '7', 'MEMBERS', '20-qd-tw-2026', 'chưa rõ điểm', 'UNVERIFIED', 'Chưa đọc được văn bản; giữ giá trị của quy định trước.', 'The text was not seen; the value of the rule before it is kept.'),
    ('most-members-of-a-cell-committee', 'ALL', '[2026-07-26,)', '7', 'MEMBERS', '208-qd-tw-2026', 'chưa rõ điểm', 'UNVERIFIED', 'Giữ giá trị của quy định trước. Chỉ cảnh báo.', 'The value of the rule before it is kept. A warning only.'),
    ('most-members-of-a-commune-committee', 'ALL', '[2025-04-14,)', '33', 'MEMBERS', '45-ct-tw-2025', 'số lượng cấp ủy viên cấp xã', 'VERIFIED', 'Xã hợp nhất từ 3 đơn vị trở lên; nếu từ 2 đơn vị hoặc không hợp nhất thì không quá 27. Nhiệm kỳ 2025–2030.', 'A commune merged from 3 or more; merged from 2 or not at all, no more than 27. Term 2025–2030.'),
    ('most-members-of-a-commune-standing-committee', 'ALL', '[2025-04-14,)', '11', 'MEMBERS', '45-ct-tw-2025', 'số lượng cấp ủy viên cấp xã', 'VERIFIED', 'Từ 9 đến 11 người. Nhiệm kỳ 2025–2030.', '9 to 11. Term 2025–2030.'),
    ('share-of-the-standing-committee', 'ALL', '[2011-01-19,2026-07-26)', '1/3', 'SHARE', 'charter-2011', 'chưa rõ điều', 'UNVERIFIED', 'Chưa đọc được điều khoản trước 208-QĐ/TW; giữ giá trị của quy định ấy.', 'The clause before 208-QĐ/TW was not seen; its value is kept.'),
    ('share-of-the-standing-committee', 'ALL', '[2026-07-26,)', '1/3', 'SHARE', '208-qd-tw-2026', 'chưa rõ điểm', 'SECONDARY', 'So với số lượng cấp ủy viên cùng cấp. Chỉ cảnh báo.', 'Of the members of the committee of the same level. A warning only.'),
    ('term-of-a-committee', 'ALL', '[2011-01-19,)', '60', 'MONTHS', 'charter-2011', 'chưa rõ điều', 'UNVERIFIED', 'Ngày kết thúc của từng nhiệm kỳ được ghi theo quyết định.', 'The end of each term is recorded by its decision.'),
    ('term-of-a-base-cell', 'ALL', '[2011-01-19,)', '60', 'MONTHS', 'charter-2011', 'Điều 22', 'UNVERIFIED', 'Ngày kết thúc của từng nhiệm kỳ được ghi theo quyết định.', 'The end of each term is recorded by its decision.'),
    ('term-of-a-cell', 'ALL', '[2011-01-19,2025-07-01)', '30', 'MONTHS', 'charter-2011', 'Điều 24, khoản 3', 'VERIFIED', '5 năm 2 lần đại hội; có thể sớm hoặc muộn hơn không quá 6 tháng khi đảng ủy cơ sở đồng ý.', 'Two congresses in 5 years; up to 6 months sooner or later with the consent of the base committee.'),
    ('term-of-a-cell', 'ALL', '[2025-07-01,2026-04-08)', '60', 'MONTHS', '294-qd-tw-2025', 'thí điểm nhiệm kỳ chi bộ 5 năm', 'VERIFIED', NULL, NULL),
    ('term-of-a-cell', 'ALL', '[2026-04-08,2026-07-26)', '60', 'MONTHS', '20-qd-tw-2026', 'chưa rõ điểm', 'UNVERIFIED', 'Chưa đọc được văn bản; giữ giá trị của quy định trước.', 'The text was not seen; the value of the rule before it is kept.'),
    ('term-of-a-cell', 'ALL', '[2026-07-26,)', '60', 'MONTHS', '208-qd-tw-2026', 'chưa rõ điểm', 'UNVERIFIED', 'Giữ giá trị của quy định trước.', 'The value of the rule before it is kept.'),
    ('status-to-be-elected', 'ALL', '[2011-01-19,)', 'OFFICIAL', 'CODE', 'charter-2011', 'Điều 3, khoản 4', 'SECONDARY', 'Đảng viên dự bị không được biểu quyết, ứng cử, bầu cử. Chỉ cảnh báo.', 'Probationary members neither vote nor stand nor are elected. A warning only.'),
    ('place-of-a-holder', 'ALL', '[2011-01-19,)', 'SUBTREE', 'CODE', 'charter-2011', 'chưa rõ điều', 'UNVERIFIED', 'Sinh hoạt trong chính tổ chức ấy hoặc tổ chức trực thuộc. Chỉ cảnh báo.', 'In the organisation itself or below it. A warning only.');
