CREATE TABLE planning.state_kind (
    kind      TEXT NOT NULL REFERENCES organisation.organisation_kind,
    valid     DATERANGE NOT NULL,
    directive TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (kind, valid WITHOUT OVERLAPS),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE planning.state_kind IS 'Kinds of base organisation whose enterprise is the state''s on a day: who is admitted there is not of the private sector.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON planning.state_kind FROM ${program};
-- Form 5 keeps enterprises with any state capital apart from non-state ones. Army and public security run enterprises of the
-- state of their own. Where an organisation is of none of these kinds, a commune say, the enterprise is taken to be private:
-- one of the state has an organisation of its own.
INSERT INTO planning.state_kind (kind, valid, directive, certainty) VALUES
    ('DN_NHA_NUOC', '(,)', 'Biểu 5-BTCTW', 'SECONDARY'),
    ('DN_NN_100', '(,)', 'Biểu 5-BTCTW', 'SECONDARY'),
    ('DN_NN_TU_50', '(,)', 'Biểu 5-BTCTW', 'SECONDARY'),
    ('DN_NN_DUOI_50', '(,)', 'Biểu 5-BTCTW', 'UNVERIFIED'),
    ('QUAN_DOI', '(,)', 'Biểu 5-BTCTW', 'UNVERIFIED'),
    ('CONG_AN', '(,)', 'Biểu 5-BTCTW', 'UNVERIFIED');

UPDATE planning.target_group
SET name_vi = 'Ở doanh nghiệp ngoài nhà nước, đơn vị ngoài công lập', name_en = 'In non-state enterprises and non-public units'
WHERE code = 'PRIVATE_SECTOR';
