INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty) VALUES
    ('member-supplement', '[2012-05-17,2017-06-05)', '3-HSĐV', 'Phiếu bổ sung hồ sơ đảng viên', 'Supplement of a member''s file', '12-hd-btctw-2012', 'UNVERIFIED'),
    ('member-supplement', '[2017-06-05,2022-01-18)', '3-HSĐV', 'Phiếu bổ sung hồ sơ đảng viên', 'Supplement of a member''s file', '09-hd-btctw-2017', 'UNVERIFIED'),
    ('member-supplement', '[2022-01-18,)', '3-HSĐV', 'Phiếu bổ sung hồ sơ đảng viên', 'Supplement of a member''s file', '12-hd-btctw-2022', 'UNVERIFIED');
