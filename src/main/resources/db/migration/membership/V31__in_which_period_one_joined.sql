CREATE TABLE membership.entry_period (
    code   TEXT PRIMARY KEY,
    joined DATERANGE NOT NULL,
    CONSTRAINT a_period_has_days CHECK (NOT isempty(joined)),
    CONSTRAINT a_day_of_joining_lies_in_one_period EXCLUDE USING gist (joined WITH &&)
);
COMMENT ON TABLE membership.entry_period IS 'The periods of entry (thời kỳ vào Đảng): which days of joining belong to each code of the list entry-period.';
INSERT INTO membership.entry_period (code, joined) VALUES
    ('BEFORE_AUGUST_1945', '(,1945-08-19)'),
    ('FROM_AUGUST_1945', '[1945-08-19,1954-07-21)'),
    ('FROM_JULY_1954', '[1954-07-21,1975-05-01)'),
    ('FROM_MAY_1975', '[1975-05-01,)');
-- The program reads these; they change by migration alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON membership.entry_period FROM ${program};
