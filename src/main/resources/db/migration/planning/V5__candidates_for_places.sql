-- Which place a case of admission is meant for (nguồn kết nạp cho nơi chưa có đảng viên), where it is one that is kept here.
CREATE TABLE planning.candidate (
    recorded    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     UUID NOT NULL REFERENCES admission.admission_case,
    place_id    UUID REFERENCES planning.place,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL
);
COMMENT ON TABLE planning.candidate IS 'For which place somebody is to be admitted, as it was told; what was told last holds.';
COMMENT ON COLUMN planning.candidate.place_id IS 'Absent: for none of those kept here any more.';
CREATE INDEX candidate_by_case ON planning.candidate (case_id, recorded DESC);
CREATE INDEX candidate_by_place ON planning.candidate (place_id) WHERE place_id IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON planning.candidate FROM ${program};

CREATE VIEW planning.candidate_now AS
SELECT c.case_id, c.place_id FROM planning.candidate c
WHERE c.place_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM planning.candidate later WHERE later.case_id = c.case_id AND later.recorded > c.recorded);
COMMENT ON VIEW planning.candidate_now IS 'The links that hold.';
