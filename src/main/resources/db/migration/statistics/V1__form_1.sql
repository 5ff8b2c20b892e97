CREATE SCHEMA statistics;

CREATE TABLE statistics.form (
    form      TEXT NOT NULL,
    valid     DATERANGE NOT NULL,
    code      TEXT NOT NULL,
    name_vi   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    directive TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (form, valid WITHOUT OVERLAPS),
    CONSTRAINT a_form_has_a_code_and_a_name CHECK (code <> '' AND name_vi <> '' AND name_en <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE statistics.form IS 'The basic statistical forms (biểu thống kê cơ bản) of party building: code and name, by which directive, when.';

CREATE TABLE statistics.form_row (
    form      TEXT NOT NULL,
    code      TEXT NOT NULL,
    valid     DATERANGE NOT NULL,
    position  INTEGER NOT NULL,
    side      TEXT NOT NULL,
    whole     TEXT,
    sums      BOOLEAN NOT NULL DEFAULT true,
    official  BOOLEAN NOT NULL DEFAULT true,
    symbol    TEXT NOT NULL,
    label_vi  TEXT NOT NULL,
    label_en  TEXT NOT NULL,
    directive TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (form, code, valid WITHOUT OVERLAPS),
    FOREIGN KEY (form, PERIOD valid) REFERENCES statistics.form (form, PERIOD valid),
    FOREIGN KEY (form, whole, PERIOD valid) REFERENCES statistics.form_row (form, code, PERIOD valid),
    CONSTRAINT a_place_on_a_form_is_taken_once UNIQUE (form, position, valid WITHOUT OVERLAPS),
    CONSTRAINT a_side_is_known CHECK (side IN ('OPENING', 'IN', 'OUT', 'CLOSING')),
    CONSTRAINT a_row_is_no_part_of_itself CHECK (whole <> code),
    CONSTRAINT only_a_part_can_be_one_that_does_not_sum CHECK (sums OR whole IS NOT NULL),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE statistics.form_row IS 'The rows of each form in their order.';
COMMENT ON COLUMN statistics.form_row.whole IS 'The row it is a part of; null for the four that make the balance.';
COMMENT ON COLUMN statistics.form_row.sums IS 'Whether the parts sum to the whole with it; false for "of which" (trong đó).';
COMMENT ON COLUMN statistics.form_row.official IS 'False for a line of the register''s own, which the directive''s form has not: shown only where it counts somebody.';

CREATE TABLE statistics.form_row_source (
    form   TEXT NOT NULL,
    code   TEXT NOT NULL,
    side   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    reach  TEXT,
    status TEXT,
    valid  DATERANGE NOT NULL,
    FOREIGN KEY (form, code, PERIOD valid) REFERENCES statistics.form_row (form, code, PERIOD valid),
    CONSTRAINT a_row_counts_a_kind_once UNIQUE NULLS NOT DISTINCT (form, code, side, kind, reach, status, valid),
    CONSTRAINT a_side_comes_or_goes CHECK (side IN ('IN', 'OUT')),
    CONSTRAINT a_reach_is_known CHECK (reach IN ('SAME_DIRECT', 'OTHER_DIRECT')),
    CONSTRAINT a_status_is_known CHECK (status IN ('PROBATIONARY', 'OFFICIAL'))
);
COMMENT ON TABLE statistics.form_row_source IS 'Which entries of the journal a row counts, on coming in and on going out.';
COMMENT ON COLUMN statistics.form_row_source.kind IS 'A kind of movement, or TREE: the organisation itself came or went with its members, and no entry says so.';
COMMENT ON COLUMN statistics.form_row_source.reach IS 'For moves within the register: below the same direct committee (đảng bộ cấp trên trực tiếp của TCCSĐ), or not; null for either.';
COMMENT ON COLUMN statistics.form_row_source.status IS 'What the member was before; null for either.';

CREATE TABLE statistics.reported_figure (
    id              UUID PRIMARY KEY,
    recorded        BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    form            TEXT NOT NULL,
    code            TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    figure          INTEGER,
    source          TEXT NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT a_period_goes_forward CHECK (from_on <= to_on),
    CONSTRAINT nobody_reports_fewer_than_none CHECK (figure >= 0),
    CONSTRAINT a_reported_figure_says_where_it_stands CHECK (source <> '' AND source = normalize(btrim(source), NFC))
);
COMMENT ON TABLE statistics.reported_figure IS 'Figures as a committee has reported them, kept beside the computed ones and never counted with them. The newest one of a row and period holds.';
COMMENT ON COLUMN statistics.reported_figure.figure IS 'Null takes back what was reported before; the source then says why.';
CREATE INDEX reported_figure_by_organisation ON statistics.reported_figure (organisation_id, form, from_on, to_on, code, recorded);
REVOKE UPDATE, DELETE, TRUNCATE ON statistics.reported_figure FROM ${program};

INSERT INTO statistics.form (form, valid, code, name_vi, name_en, directive, certainty) VALUES
    ('1', '[,2021-12-13)', 'Biểu số 1-TCTW', 'Tăng, giảm đảng viên', 'Increase and decrease of members', '12-HD/BTCTW', 'VERIFIED'),
    ('1', '[2021-12-13,)', 'Biểu số 1-BTCTW', 'Tăng, giảm đảng viên', 'Increase and decrease of members', '11-HD/BTCTW', 'VERIFIED');

INSERT INTO statistics.form_row
    (form, code, valid, position, side, whole, sums, official, symbol, label_vi, label_en, directive, certainty) VALUES
    ('1', 'A', '(,)', 10, 'OPENING', NULL, true, true, 'A', 'Đảng viên có đến cuối kỳ trước', 'Members at the end of the period before', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B', '(,)', 20, 'IN', NULL, true, true, 'B', 'Đảng viên tăng trong kỳ', 'Increase in the period', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B1', '(,)', 21, 'IN', 'B', true, true, '1', 'Kết nạp', 'Admitted', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B2', '(,)', 22, 'IN', 'B', true, true, '2', 'Chuyển đến', 'Transferred in', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B2a', '(,)', 23, 'IN', 'B2', true, true, 'a', 'Từ tỉnh khác chuyển đến', 'From another province', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B2b', '(,2025-07-01)', 24, 'IN', 'B2', true, true, 'b', 'Từ huyện khác trong tỉnh chuyển đến', 'From another district of the province', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B2b', '[2025-07-01,)', 24, 'IN', 'B2', true, true, 'b', 'Từ đảng bộ cấp trên trực tiếp khác trong tỉnh chuyển đến', 'From another direct committee of the province', '11-HD/BTCTW', 'UNVERIFIED'),
    ('1', 'B2c', '(,)', 25, 'IN', 'B2', true, false, '', 'Từ nơi khác trong cùng đảng bộ cấp trên trực tiếp', 'From elsewhere below the same direct committee', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'B3', '(,)', 26, 'IN', 'B', true, true, '3', 'Phục hồi đảng tịch', 'Membership restored', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'B4', '(,)', 27, 'IN', 'B', true, false, '', 'Do sắp xếp tổ chức đảng', 'By reorganisation', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'B5', '(,)', 28, 'IN', 'B', true, false, '', 'Ghi vào sổ khi mở sổ', 'Entered when the register was opened', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'C', '(,)', 30, 'OUT', NULL, true, true, 'C', 'Đảng viên giảm trong kỳ', 'Decrease in the period', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C1', '(,)', 31, 'OUT', 'C', true, true, '1', 'Từ trần', 'Died', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C2', '(,)', 32, 'OUT', 'C', true, true, '2', 'Khai trừ', 'Expelled', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C3', '(,)', 33, 'OUT', 'C', true, true, '3', 'Xóa tên', 'Struck off', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C3x', '(,)', 34, 'OUT', 'C3', false, true, '', 'Trong đó: đảng viên dự bị', 'Of which probationary', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C4', '(,)', 35, 'OUT', 'C', true, true, '4', 'Xin ra khỏi Đảng', 'Left on request', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C5', '(,)', 36, 'OUT', 'C', true, true, '5', 'Chuyển đi', 'Transferred out', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C5a', '(,)', 37, 'OUT', 'C5', true, true, 'a', 'Chuyển đi tỉnh khác', 'To another province', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C5b', '(,2025-07-01)', 38, 'OUT', 'C5', true, true, 'b', 'Chuyển đi huyện khác trong tỉnh', 'To another district of the province', '11-HD/BTCTW', 'SECONDARY'),
    ('1', 'C5b', '[2025-07-01,)', 38, 'OUT', 'C5', true, true, 'b', 'Chuyển đi đảng bộ cấp trên trực tiếp khác trong tỉnh', 'To another direct committee of the province', '11-HD/BTCTW', 'UNVERIFIED'),
    ('1', 'C5c', '(,)', 39, 'OUT', 'C5', true, false, '', 'Chuyển đi nơi khác trong cùng đảng bộ cấp trên trực tiếp', 'To elsewhere below the same direct committee', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'C6', '(,)', 40, 'OUT', 'C', true, false, '', 'Do sắp xếp tổ chức đảng', 'By reorganisation', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'C7', '(,)', 41, 'OUT', 'C', true, false, '', 'Hủy quyết định kết nạp', 'Admission cancelled', 'Sổ Đảng viên', 'UNVERIFIED'),
    ('1', 'D', '(,)', 50, 'CLOSING', NULL, true, true, 'D', 'Đảng viên có trong danh sách cuối kỳ', 'Members on the list at the end of the period', '11-HD/BTCTW', 'SECONDARY');

-- Whoever stood here and is admitted, restored or received elsewhere without having left has moved within the register.
INSERT INTO statistics.form_row_source (form, code, side, kind, reach, status, valid)
SELECT '1', code, side, kind, reach, status, '(,)' FROM (VALUES
    ('B1', 'IN', 'ADMITTED', NULL, NULL),
    ('B2a', 'IN', 'TRANSFERRED_IN', NULL, NULL),
    ('B2b', 'IN', 'TRANSFERRED', 'OTHER_DIRECT', NULL),
    ('B2c', 'IN', 'TRANSFERRED', 'SAME_DIRECT', NULL),
    ('B3', 'IN', 'RESTORED', NULL, NULL),
    ('B4', 'IN', 'REASSIGNED', NULL, NULL),
    ('B4', 'IN', 'RECOGNISED', NULL, NULL),
    ('B4', 'IN', 'TREE', NULL, NULL),
    ('B5', 'IN', 'OPENING', NULL, NULL),
    ('C1', 'OUT', 'DIED', NULL, NULL),
    ('C2', 'OUT', 'EXPELLED', NULL, NULL),
    ('C3', 'OUT', 'STRUCK_OFF', NULL, NULL),
    ('C3x', 'OUT', 'STRUCK_OFF', NULL, 'PROBATIONARY'),
    ('C4', 'OUT', 'RESIGNED', NULL, NULL),
    ('C5a', 'OUT', 'TRANSFERRED_OUT', NULL, NULL),
    ('C5b', 'OUT', 'TRANSFERRED', 'OTHER_DIRECT', NULL),
    ('C5c', 'OUT', 'TRANSFERRED', 'SAME_DIRECT', NULL),
    ('C5b', 'OUT', 'OPENING', 'OTHER_DIRECT', NULL),
    ('C5c', 'OUT', 'OPENING', 'SAME_DIRECT', NULL),
    ('C5b', 'OUT', 'ADMITTED', 'OTHER_DIRECT', NULL),
    ('C5c', 'OUT', 'ADMITTED', 'SAME_DIRECT', NULL),
    ('C5b', 'OUT', 'TRANSFERRED_IN', 'OTHER_DIRECT', NULL),
    ('C5c', 'OUT', 'TRANSFERRED_IN', 'SAME_DIRECT', NULL),
    ('C5b', 'OUT', 'RESTORED', 'OTHER_DIRECT', NULL),
    ('C5c', 'OUT', 'RESTORED', 'SAME_DIRECT', NULL),
    ('C6', 'OUT', 'REASSIGNED', NULL, NULL),
    ('C6', 'OUT', 'RECOGNISED', NULL, NULL),
    ('C6', 'OUT', 'TREE', NULL, NULL),
    ('C7', 'OUT', 'ADMISSION_CANCELLED', NULL, NULL)
) AS told (code, side, kind, reach, status);
