-- What plans ask of the rulebook and the code lists (dossier on admission, part 11).
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('youth-union-age', 'ADMISSION', 630, 'Tuổi cao nhất của đoàn viên, để tính nhóm trong tuổi Đoàn', 'Highest age of a youth union member, for the group of that age');
INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('youth-union-age', 'ALL', '[2011-01-19,)', '30', 'YEARS', 'charter-2011', 'chưa rõ điều', 'UNVERIFIED', 'Theo Điều lệ Đoàn, chưa đọc được văn bản; chỉ dùng để tính số liệu.', 'By the charter of the union, which was not seen; for figures only.');
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('known-figure', 'POPULATION', 1, 'Dân số', 'Population', 'UNVERIFIED'),
    ('known-figure', 'YOUTH_UNION', 2, 'Đoàn viên Đoàn Thanh niên', 'Youth union members', 'UNVERIFIED'),
    ('known-figure', 'WOMENS_UNION', 3, 'Hội viên Hội Phụ nữ', 'Women''s union members', 'UNVERIFIED'),
    ('known-figure', 'TRADE_UNION', 4, 'Đoàn viên Công đoàn', 'Trade union members', 'UNVERIFIED'),
    ('known-figure', 'FARMERS_UNION', 5, 'Hội viên Hội Nông dân', 'Farmers'' union members', 'UNVERIFIED'),
    ('known-figure', 'VETERANS_UNION', 6, 'Hội viên Hội Cựu chiến binh', 'Veterans'' association members', 'UNVERIFIED'),
    ('known-figure', 'INTRODUCED', 7, 'Quần chúng ưu tú do đoàn thể giới thiệu', 'People introduced by mass organisations', 'UNVERIFIED');
