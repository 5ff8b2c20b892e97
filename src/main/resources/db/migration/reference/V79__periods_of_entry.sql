-- The periods in which one joined the Party (member-file, part 4); which days they are stands with the members (membership).
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('entry-period', 'BEFORE_AUGUST_1945', 1, 'trước 19/8/1945', 'before 19/08/1945', 'SECONDARY'),
    ('entry-period', 'FROM_AUGUST_1945', 2, '19/8/1945–20/7/1954', '19/08/1945–20/07/1954', 'SECONDARY'),
    ('entry-period', 'FROM_JULY_1954', 3, '21/7/1954–30/4/1975', '21/07/1954–30/04/1975', 'SECONDARY'),
    ('entry-period', 'FROM_MAY_1975', 4, 'từ 01/5/1975', 'since 01/05/1975', 'SECONDARY');
