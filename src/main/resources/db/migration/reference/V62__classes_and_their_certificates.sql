-- Classes for who wants to join and for who has just joined, from the dossier on admission (parts 1, 6 and 7).
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('status-for-a-new-member-class', 'ADMISSION', 621, 'Tư cách của người học lớp bồi dưỡng đảng viên mới', 'Status of who attends a class for new members');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('status-for-a-new-member-class', 'ALL', '[2011-01-19,)', 'PROBATIONARY', 'CODE', 'charter-2011', 'Điều 5', 'UNVERIFIED', 'Đảng viên dự bị, ít nhất một ngày trong thời gian học.', 'On probation on one of the days of the class at least.');

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('class-audience', 'RESIDENTS', 1, 'Quần chúng ở ấp, khóm', 'Residents', 'UNVERIFIED'),
    ('class-audience', 'YOUTH', 2, 'Đoàn viên, thanh niên', 'Youth', 'UNVERIFIED'),
    ('class-audience', 'RECRUITS', 3, 'Thanh niên nhập ngũ', 'Recruits', 'SECONDARY'),
    ('class-audience', 'STUDENTS', 4, 'Học sinh, sinh viên', 'Pupils and students', 'UNVERIFIED'),
    ('class-audience', 'WORKERS', 5, 'Công nhân, người lao động', 'Workers', 'UNVERIFIED'),
    ('class-audience', 'OFFICIALS', 6, 'Cán bộ, công chức, viên chức', 'Officials and public employees', 'UNVERIFIED'),
    ('class-audience', 'ARMED_FORCES', 7, 'Lực lượng vũ trang', 'Armed forces', 'UNVERIFIED'),
    ('class-audience', 'NEW_MEMBERS', 8, 'Đảng viên dự bị', 'Probationary members', 'UNVERIFIED'),
    ('class-audience', 'MIXED', 9, 'Nhiều đối tượng', 'Mixed', 'UNVERIFIED');

INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty) VALUES
    ('class-certificate-awareness', '[2012-05-17,2017-06-05)', 'CN-NTVĐ', 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', 'Certificate of the awareness class', '12-hd-btctw-2012', 'VERIFIED'),
    ('class-certificate-awareness', '[2017-06-05,2022-01-18)', 'CN-NTVĐ', 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', 'Certificate of the awareness class', '09-hd-btctw-2017', 'VERIFIED'),
    ('class-certificate-awareness', '[2022-01-18,)', 'CN-NTVĐ', 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', 'Certificate of the awareness class', '12-hd-btctw-2022', 'SECONDARY'),
    ('class-certificate-new_member', '[2012-05-17,2017-06-05)', 'CN-ĐVM', 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', 'Certificate of the class for new members', '12-hd-btctw-2012', 'UNVERIFIED'),
    ('class-certificate-new_member', '[2017-06-05,2022-01-18)', 'CN-ĐVM', 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', 'Certificate of the class for new members', '09-hd-btctw-2017', 'UNVERIFIED'),
    ('class-certificate-new_member', '[2022-01-18,)', 'CN-ĐVM', 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', 'Certificate of the class for new members', '12-hd-btctw-2022', 'UNVERIFIED');
