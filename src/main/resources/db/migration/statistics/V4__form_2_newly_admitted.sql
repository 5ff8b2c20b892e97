-- Which admitted members a row counts. The attribute is an expression of the program (statistics.Attribute); what of it counts is data.
CREATE TABLE statistics.admitted_group (
    form      TEXT NOT NULL,
    code      TEXT NOT NULL,
    valid     DATERANGE NOT NULL,
    attribute TEXT NOT NULL,
    among     TEXT[] NOT NULL DEFAULT '{}',
    least     INTEGER,
    most      INTEGER,
    PRIMARY KEY (form, code, valid WITHOUT OVERLAPS),
    FOREIGN KEY (form, code, PERIOD valid) REFERENCES statistics.form_row (form, code, PERIOD valid),
    CONSTRAINT an_attribute_is_known CHECK (attribute IN ('ALL', 'SEX', 'BELIEVER', 'YOUTH_UNION', 'OWNER', 'FOREIGN_SPOUSE', 'AGAIN',
        'OCCUPATION', 'AGE', 'EDUCATION', 'QUALIFICATION', 'TITLE', 'ETHNICITY', 'RELIGION', 'BASE', 'BASE_ADMITTING', 'UNKEPT')),
    CONSTRAINT an_age_goes_up CHECK (least <= most)
);
COMMENT ON TABLE statistics.admitted_group IS 'Which newly admitted members a row of forms 2 and 2B counts.';
COMMENT ON COLUMN statistics.admitted_group.attribute IS 'BASE and BASE_ADMITTING count base organisations, and those that admitted somebody; UNKEPT is what the register does not keep.';
COMMENT ON COLUMN statistics.admitted_group.among IS 'The values that count; where it is unknown, the value is ?.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON statistics.admitted_group FROM ${program};

INSERT INTO statistics.form (form, valid, code, name_vi, name_en, directive, certainty) VALUES
    ('2', '[,2021-12-13)', 'Biểu số 2-TCTW', 'Đảng viên mới kết nạp', 'Newly admitted members', '12-HD/BTCTW', 'SECONDARY'),
    ('2', '[2021-12-13,)', 'Biểu số 2-BTCTW', 'Đảng viên mới kết nạp', 'Newly admitted members', '11-HD/BTCTW', 'SECONDARY');

INSERT INTO statistics.form_row
    (form, code, valid, position, side, whole, sums, official, symbol, label_vi, label_en, directive, certainty)
SELECT '2', code, '(,)', position, 'IN', whole, sums, official, symbol, label_vi, label_en, '11-HD/BTCTW', certainty FROM (VALUES
    ('I', 100, NULL, true, true, 'I', 'Đảng viên mới kết nạp trong kỳ', 'Members admitted in the period', 'SECONDARY'),
    ('Ia', 101, 'I', false, true, '', 'Trong đó: nữ', 'Of which women', 'SECONDARY'),
    ('Ib', 102, 'I', false, true, '', 'Theo tôn giáo', 'Believers of a religion', 'SECONDARY'),
    ('Ic', 103, 'I', false, true, '', 'Đoàn viên TNCS Hồ Chí Minh', 'Members of the youth union', 'SECONDARY'),
    ('Id', 104, 'I', false, true, '', 'Chủ doanh nghiệp tư nhân', 'Owners of private enterprises', 'SECONDARY'),
    ('Ie', 105, 'I', false, true, '', 'Vi phạm chính sách dân số, kế hoạch hóa gia đình', 'Offended against the population policy', 'SECONDARY'),
    ('If', 106, 'I', false, true, '', 'Có quan hệ hôn nhân với người nước ngoài', 'Married to a foreigner', 'SECONDARY'),
    ('Ig', 107, 'I', false, true, '', 'Kết nạp lại', 'Admitted again', 'SECONDARY'),
    ('II1', 200, NULL, true, true, 'II.1', 'Nghề nghiệp khi vào Đảng', 'Occupation on joining', 'SECONDARY'),
    ('II1x', 219, 'II1', true, false, '', 'Chưa rõ nghề nghiệp', 'Occupation unknown', 'UNVERIFIED'),
    ('II2', 220, NULL, true, true, 'II.2', 'Tuổi đời', 'Age', 'SECONDARY'),
    ('II2a', 221, 'II2', true, true, '', 'Từ 18 đến 30 tuổi', '18 to 30', 'SECONDARY'),
    ('II2b', 222, 'II2', true, true, '', 'Từ 31 đến 35 tuổi', '31 to 35', 'SECONDARY'),
    ('II2c', 223, 'II2', true, true, '', 'Từ 36 đến 40 tuổi', '36 to 40', 'SECONDARY'),
    ('II2d', 224, 'II2', true, true, '', 'Từ 41 đến 45 tuổi', '41 to 45', 'SECONDARY'),
    ('II2e', 225, 'II2', true, true, '', 'Từ 46 đến 50 tuổi', '46 to 50', 'SECONDARY'),
    ('II2f', 226, 'II2', true, true, '', 'Từ 51 đến 55 tuổi', '51 to 55', 'SECONDARY'),
    ('II2g', 227, 'II2', true, true, '', 'Từ 56 đến 60 tuổi', '56 to 60', 'SECONDARY'),
    ('II2h', 228, 'II2', true, true, '', 'Trên 60 tuổi', 'Over 60', 'SECONDARY'),
    ('II2x', 229, 'II2', true, false, '', 'Dưới 18 tuổi', 'Under 18', 'UNVERIFIED'),
    ('II3', 230, NULL, true, true, 'II.3', 'Giáo dục phổ thông', 'General education', 'SECONDARY'),
    ('II3x', 239, 'II3', true, false, '', 'Chưa rõ giáo dục phổ thông', 'General education unknown', 'UNVERIFIED'),
    ('II4', 240, 'I', false, true, 'II.4', 'Chuyên môn, nghiệp vụ', 'Professional qualification', 'SECONDARY'),
    ('II5', 250, 'I', false, true, 'II.5', 'Học hàm', 'Academic title', 'SECONDARY'),
    ('III', 300, NULL, true, true, 'III', 'Tổ chức cơ sở đảng có đến cuối kỳ', 'Base organisations at the end of the period', 'SECONDARY'),
    ('III1', 301, 'III', true, true, '1', 'Đảng bộ cơ sở', 'Base committees', 'SECONDARY'),
    ('III1a', 302, 'III1', false, true, '', 'Trong đó: có kết nạp đảng viên', 'Of which admitted somebody', 'SECONDARY'),
    ('III1b', 303, 'III1', false, true, '', 'Không còn quần chúng', 'No masses left', 'SECONDARY'),
    ('III2', 304, 'III', true, true, '2', 'Chi bộ cơ sở', 'Base cells', 'SECONDARY'),
    ('III2a', 305, 'III2', false, true, '', 'Trong đó: có kết nạp đảng viên', 'Of which admitted somebody', 'SECONDARY'),
    ('III2b', 306, 'III2', false, true, '', 'Không còn quần chúng', 'No masses left', 'SECONDARY'))
AS told (code, position, whole, sums, official, symbol, label_vi, label_en, certainty);

-- The rows of a section are the codes of the list that the members' form uses.
CREATE FUNCTION statistics.rows_of_a_list(in_form TEXT, section TEXT, of_list TEXT, after INTEGER, but TEXT[]) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO statistics.form_row
        (form, code, valid, position, side, whole, sums, official, symbol, label_vi, label_en, directive, certainty)
    SELECT in_form, section || '_' || code, '(,)', after + position, 'IN', section, true, true, '', name_vi, name_en, '11-HD/BTCTW', certainty
    FROM reference.code WHERE list = of_list AND code <> ALL (but)
$$;
SELECT statistics.rows_of_a_list('2', 'II1', 'occupation', 200, '{}');
SELECT statistics.rows_of_a_list('2', 'II3', 'general-education', 230, '{}');
SELECT statistics.rows_of_a_list('2', 'II4', 'qualification', 240, '{}');
SELECT statistics.rows_of_a_list('2', 'II5', 'academic-title', 250, '{}');

INSERT INTO statistics.admitted_group (form, code, valid, attribute, among, least, most)
SELECT '2', code, '(,)', attribute, CAST(among AS TEXT[]), least, most FROM (VALUES
    ('I', 'ALL', '{}', NULL, NULL),
    ('Ia', 'SEX', '{FEMALE}', NULL, NULL),
    ('Ib', 'BELIEVER', '{YES}', NULL, NULL),
    ('Ic', 'YOUTH_UNION', '{YES}', NULL, NULL),
    ('Id', 'OWNER', '{YES}', NULL, NULL),
    ('Ie', 'UNKEPT', '{}', NULL, NULL),
    ('If', 'FOREIGN_SPOUSE', '{YES}', NULL, NULL),
    ('Ig', 'AGAIN', '{YES}', NULL, NULL),
    ('II1', 'ALL', '{}', NULL, NULL),
    ('II1x', 'OCCUPATION', '{?}', NULL, NULL),
    ('II2', 'ALL', '{}', NULL, NULL),
    ('II2a', 'AGE', '{}', 18, 30),
    ('II2b', 'AGE', '{}', 31, 35),
    ('II2c', 'AGE', '{}', 36, 40),
    ('II2d', 'AGE', '{}', 41, 45),
    ('II2e', 'AGE', '{}', 46, 50),
    ('II2f', 'AGE', '{}', 51, 55),
    ('II2g', 'AGE', '{}', 56, 60),
    ('II2h', 'AGE', '{}', 61, NULL),
    ('II2x', 'AGE', '{}', NULL, 17),
    ('II3', 'ALL', '{}', NULL, NULL),
    ('II3x', 'EDUCATION', '{?}', NULL, NULL),
    ('III', 'BASE', '{DB_CS,DB_XA,CB_CS}', NULL, NULL),
    ('III1', 'BASE', '{DB_CS,DB_XA}', NULL, NULL),
    ('III1a', 'BASE_ADMITTING', '{DB_CS,DB_XA}', NULL, NULL),
    ('III1b', 'UNKEPT', '{}', NULL, NULL),
    ('III2', 'BASE', '{CB_CS}', NULL, NULL),
    ('III2a', 'BASE_ADMITTING', '{CB_CS}', NULL, NULL),
    ('III2b', 'UNKEPT', '{}', NULL, NULL)) AS told (code, attribute, among, least, most);

INSERT INTO statistics.admitted_group (form, code, valid, attribute, among)
SELECT '2', code, valid, CASE whole WHEN 'II1' THEN 'OCCUPATION' WHEN 'II3' THEN 'EDUCATION' WHEN 'II4' THEN 'QUALIFICATION' ELSE 'TITLE' END,
    ARRAY[regexp_replace(code, '^II[1-5]_', '')]
FROM statistics.form_row WHERE form = '2' AND whole IN ('II1', 'II3', 'II4', 'II5') AND code LIKE '%\_%';
INSERT INTO statistics.admitted_group (form, code, valid, attribute, among)
SELECT '2', section.code, '(,)', section.attribute, (SELECT array_agg(c.code) FROM reference.code c WHERE c.list = section.list)
FROM (VALUES ('II4', 'QUALIFICATION', 'qualification'), ('II5', 'TITLE', 'academic-title')) AS section (code, attribute, list);
