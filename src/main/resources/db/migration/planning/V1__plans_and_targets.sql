CREATE SCHEMA planning;

CREATE TABLE planning.target_group (
    code      TEXT NOT NULL,
    valid     DATERANGE NOT NULL,
    position  INTEGER NOT NULL,
    measure   TEXT NOT NULL,
    name_vi   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    directive TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (code, valid WITHOUT OVERLAPS),
    CONSTRAINT a_place_is_taken_once UNIQUE (position, valid WITHOUT OVERLAPS),
    CONSTRAINT a_measure_is_known CHECK (measure IN ('ADMISSIONS', 'SHARE')),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE planning.target_group IS 'Whom targets are set for, when, in which order. Who belongs to a group is told by the program: planning.Criterion.';
COMMENT ON COLUMN planning.target_group.measure IS 'ADMISSIONS: people admitted in the period. SHARE: members in the population on its last day, in hundredths of a per cent.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON planning.target_group FROM ${program};
INSERT INTO planning.target_group (code, valid, position, measure, name_vi, name_en, directive, certainty) VALUES
    ('EVERYBODY', '(,)', 10, 'ADMISSIONS', 'Tổng số kết nạp', 'All admissions', '21-NQ/TW', 'VERIFIED'),
    ('WOMEN', '(,)', 20, 'ADMISSIONS', 'Phụ nữ', 'Women', '21-NQ/TW', 'VERIFIED'),
    ('ETHNIC_MINORITY', '(,)', 30, 'ADMISSIONS', 'Người dân tộc thiểu số', 'Ethnic minorities', '21-NQ/TW', 'VERIFIED'),
    ('RELIGIOUS', '(,)', 40, 'ADMISSIONS', 'Người có đạo', 'Religious', '21-NQ/TW', 'VERIFIED'),
    ('STUDENTS', '(,)', 50, 'ADMISSIONS', 'Học sinh, sinh viên', 'Pupils and students', '21-NQ/TW', 'VERIFIED'),
    ('WORKERS', '(,)', 60, 'ADMISSIONS', 'Công nhân, lao động trực tiếp', 'Workers', '21-NQ/TW', 'VERIFIED'),
    ('ENTERPRISE_MANAGERS', '(,)', 70, 'ADMISSIONS', 'Lãnh đạo, quản lý doanh nghiệp', 'Managers of enterprises', '21-NQ/TW', 'SECONDARY'),
    ('PRIVATE_SECTOR', '(,)', 80, 'ADMISSIONS', 'Ở doanh nghiệp và đơn vị ngoài công lập', 'In enterprises and non-public units', '21-NQ/TW', 'SECONDARY'),
    ('YOUTH', '(,)', 90, 'ADMISSIONS', 'Trong tuổi đoàn viên', 'Of youth union age', '21-NQ/TW', 'UNVERIFIED'),
    ('SHARE_OF_POPULATION', '(,)', 100, 'SHARE', 'Tỷ lệ đảng viên trong dân số', 'Share of members in the population', '21-NQ/TW', 'SECONDARY');

CREATE TABLE planning.plan (
    id              UUID PRIMARY KEY,
    version         INTEGER NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    kind            TEXT NOT NULL,
    name            TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    decision_id     UUID NOT NULL REFERENCES organisation.decision,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('YEAR', 'TERM')),
    CONSTRAINT a_plan_goes_forward CHECK (to_on >= from_on),
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC) AND length(name) <= 200),
    CONSTRAINT an_organisation_has_one_plan_of_a_period UNIQUE (organisation_id, from_on, to_on)
);
COMMENT ON TABLE planning.plan IS 'Kế hoạch kết nạp of a year or a term: its targets are handed down the tree below the committee that makes it.';
REVOKE DELETE, TRUNCATE ON planning.plan FROM ${program};

CREATE TABLE planning.target (
    recorded        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id         UUID NOT NULL REFERENCES planning.plan,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    group_code      TEXT NOT NULL,
    figure          INTEGER,
    closed          BOOLEAN NOT NULL,
    decision_id     UUID NOT NULL REFERENCES organisation.decision,
    reason          TEXT,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT no_target_is_less_than_none CHECK (figure >= 0),
    CONSTRAINT what_is_taken_back_is_not_closed CHECK (figure IS NOT NULL OR NOT closed),
    CONSTRAINT a_reason_says_something CHECK (reason <> '')
);
COMMENT ON TABLE planning.target IS 'Targets (chỉ tiêu), appended to and never changed: the newest of a plan, organisation and group holds.';
COMMENT ON COLUMN planning.target.figure IS 'Null takes back what was set before.';
COMMENT ON COLUMN planning.target.closed IS 'The split over those right below is final: their sum must be this figure.';
CREATE INDEX target_by_plan ON planning.target (plan_id, organisation_id, group_code, recorded);
REVOKE UPDATE, DELETE, TRUNCATE ON planning.target FROM ${program};

CREATE VIEW planning.target_now AS
SELECT * FROM (
    SELECT DISTINCT ON (plan_id, organisation_id, group_code) * FROM planning.target
    ORDER BY plan_id, organisation_id, group_code, recorded DESC) newest
WHERE figure IS NOT NULL;
COMMENT ON VIEW planning.target_now IS 'The targets that hold.';

CREATE TABLE planning.known_figure (
    recorded        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    subject         TEXT NOT NULL,
    counted_on      DATE NOT NULL,
    figure          INTEGER,
    source          TEXT NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT nobody_reports_fewer_than_none CHECK (figure >= 0),
    CONSTRAINT a_figure_says_where_it_stands CHECK (source <> '' AND source = normalize(btrim(source), NFC))
);
COMMENT ON TABLE planning.known_figure IS 'Figures of an area that the register does not count and that arrive by hand: population, members of mass organisations. Appended to; the newest of a subject and day holds.';
COMMENT ON COLUMN planning.known_figure.subject IS 'A code of known-figure.';
COMMENT ON COLUMN planning.known_figure.figure IS 'Null takes back what was noted before; the source then says why.';
CREATE INDEX known_figure_by_organisation ON planning.known_figure (organisation_id, subject, counted_on, recorded);
REVOKE UPDATE, DELETE, TRUNCATE ON planning.known_figure FROM ${program};
