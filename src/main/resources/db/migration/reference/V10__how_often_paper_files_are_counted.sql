-- How often the paper files are counted against the list of members.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('paper-file-count-interval', 'FILE', 90, 'Thời gian giữa hai lần kiểm kê hồ sơ đảng viên', 'Time between two counts of the members'' paper files');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('paper-file-count-interval', 'ALL', '[2022-01-18,)', '6', 'MONTHS', '12-hd-btctw-2022', 'chưa rõ điểm', 'UNVERIFIED', 'Sáu tháng một lần đối chiếu hồ sơ giấy với danh sách đảng viên.', 'Every six months the paper files are counted against the list of members.');
