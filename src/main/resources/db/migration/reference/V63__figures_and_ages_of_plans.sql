-- What plans ask of the code lists (dossier on admission, part 11).
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('known-figure', 'POPULATION', 1, 'Dân số', 'Population', 'UNVERIFIED'),
    ('known-figure', 'YOUTH_UNION', 2, 'Đoàn viên Đoàn Thanh niên', 'Youth union members', 'UNVERIFIED'),
    ('known-figure', 'WOMENS_UNION', 3, 'Hội viên Hội Phụ nữ', 'Women''s union members', 'UNVERIFIED'),
    ('known-figure', 'TRADE_UNION', 4, 'Đoàn viên Công đoàn', 'Trade union members', 'UNVERIFIED'),
    ('known-figure', 'FARMERS_UNION', 5, 'Hội viên Hội Nông dân', 'Farmers'' union members', 'UNVERIFIED'),
    ('known-figure', 'VETERANS_UNION', 6, 'Hội viên Hội Cựu chiến binh', 'Veterans'' association members', 'UNVERIFIED'),
    ('known-figure', 'INTRODUCED', 7, 'Quần chúng ưu tú do đoàn thể giới thiệu', 'People introduced by mass organisations', 'UNVERIFIED');
