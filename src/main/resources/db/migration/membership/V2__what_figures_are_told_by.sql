CREATE TABLE membership.age_band (
    from_age  INTEGER PRIMARY KEY,
    to_age    INTEGER,
    directive TEXT NOT NULL,
    certainty TEXT NOT NULL,
    CONSTRAINT a_band_goes_upward CHECK (to_age >= from_age),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE membership.age_band IS 'The bands of age (tuổi đời) of statistics forms 2 and 3, in completed years; the last one is open.';
INSERT INTO membership.age_band (from_age, to_age, directive, certainty) VALUES
    (18, 30, '11-HD/BTCTW', 'SECONDARY'),
    (31, 35, '11-HD/BTCTW', 'SECONDARY'),
    (36, 40, '11-HD/BTCTW', 'SECONDARY'),
    (41, 45, '11-HD/BTCTW', 'SECONDARY'),
    (46, 50, '11-HD/BTCTW', 'SECONDARY'),
    (51, 55, '11-HD/BTCTW', 'SECONDARY'),
    (56, 60, '11-HD/BTCTW', 'SECONDARY'),
    (61, NULL, '11-HD/BTCTW', 'SECONDARY');

CREATE VIEW membership.kind_sum AS
WITH RECURSIVE summed AS (
    SELECT code, code AS whole FROM organisation.organisation_kind
    UNION ALL
    SELECT s.code, k.sum_into FROM summed s JOIN organisation.organisation_kind k ON k.code = s.whole
    WHERE k.sum_into IS NOT NULL
)
SELECT code, whole, NOT EXISTS (SELECT FROM organisation.organisation_kind k
                                WHERE k.code = whole AND k.sum_into IS NOT NULL) AS is_top
FROM summed;
COMMENT ON VIEW membership.kind_sum IS 'Each kind of base organisation with every row its figures are part of, itself first; is_top marks the row of the form that is part of no other.';
