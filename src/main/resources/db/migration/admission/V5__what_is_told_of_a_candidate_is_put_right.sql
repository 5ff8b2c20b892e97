-- What was told of a candidate is completed and put right until the ceremony (ADR 72): each value that changed is a row, appended.
CREATE TABLE admission.correction (
    number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     UUID NOT NULL REFERENCES admission.admission_case,
    field       TEXT NOT NULL,
    before      TEXT,
    after       TEXT,
    reason      TEXT NOT NULL,
    made_on     DATE NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT a_correction_says_why CHECK (btrim(reason) <> ''),
    CONSTRAINT a_correction_changes_something CHECK (before IS DISTINCT FROM after OR field = 'CITIZEN_NUMBER')
);
COMMENT ON TABLE admission.correction IS 'What was told of a candidate and was completed or put right: one row for each value, appended and never changed.';
COMMENT ON COLUMN admission.correction.before IS 'Of a citizen number the last three digits, of a choice its code; absent where nothing was told.';
CREATE INDEX correction_by_case ON admission.correction (case_id, number);
REVOKE UPDATE, DELETE, TRUNCATE ON admission.correction FROM ${program};
