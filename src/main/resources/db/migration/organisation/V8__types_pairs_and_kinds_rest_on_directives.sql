-- Types, pairs and kinds name their directives by number, issuer and day: those of the rulebook, which alone know them.
-- Where the dossier marks a source as reported, so does the certainty; a clause that no text was seen of is told in words.
ALTER TABLE organisation.permitted_pair ADD COLUMN directive_id TEXT REFERENCES reference.directive;
UPDATE organisation.permitted_pair SET directive_id = CASE directive
    WHEN '294-QĐ/TW' THEN '294-qd-tw-2025' WHEN '208-QĐ/TW' THEN '208-qd-tw-2026' ELSE 'charter-2011' END;
ALTER TABLE organisation.permitted_pair
    ALTER COLUMN directive_id SET NOT NULL,
    DROP COLUMN directive,
    DROP COLUMN issuer,
    DROP COLUMN issued_on,
    ADD CONSTRAINT a_clause_is_written CHECK (clause <> '');

ALTER TABLE organisation.organisation_type
    ADD COLUMN directive_id TEXT REFERENCES reference.directive,
    ADD COLUMN clause TEXT;
UPDATE organisation.organisation_type t SET directive_id = s.directive_id, clause = s.clause
FROM (VALUES
    ('TW', 'charter-2011', 'Điều 10'), ('DB_TINH', 'charter-2011', 'Điều 10'), ('DB_TT_TW', 'charter-2011', 'Điều 10'),
    ('DB_HUYEN', '294-qd-tw-2025', 'kết thúc hoạt động cấp huyện'), ('DB_CAPTREN_TT', 'charter-2011', 'Điều 10'),
    ('DB_XA', 'charter-2011', 'Điều 21'), ('DB_CS', 'charter-2011', 'Điều 21'),
    ('CB_CS', '208-qd-tw-2026', 'gọi chung là chi bộ'), ('DB_BP', '208-qd-tw-2026', 'chưa rõ điểm'),
    ('DB_TRUCTHUOC_CS', '208-qd-tw-2026', 'đảng bộ trực thuộc cơ sở (thí điểm)'),
    ('CB_TT', 'charter-2011', 'Điều 24'), ('TO_DANG', 'charter-2011', 'Điều 24')) AS s (code, directive_id, clause)
WHERE s.code = t.code;
ALTER TABLE organisation.organisation_type
    ALTER COLUMN directive_id SET NOT NULL,
    ALTER COLUMN clause SET NOT NULL,
    DROP COLUMN directive,
    ADD CONSTRAINT a_clause_is_written CHECK (clause <> '');
COMMENT ON COLUMN organisation.organisation_type.directive_id IS 'The directive that knows it; of a type that ended, or began later, the one that says so.';

ALTER TABLE organisation.organisation_kind
    ADD COLUMN directive_id TEXT REFERENCES reference.directive,
    ADD COLUMN clause TEXT;
UPDATE organisation.organisation_kind k SET directive_id = '11-hd-btctw-2021', clause = s.clause
FROM (VALUES
    ('XA', '1'), ('PHUONG', '2'), ('THI_TRAN', '3'), ('DANG_DOAN_THE', '4'), ('NHA_NUOC', '5'), ('SU_NGHIEP', '6'),
    ('SU_NGHIEP_CONG', '6a'), ('SU_NGHIEP_TU', '6b'), ('QUAN_DOI', '7'), ('CONG_AN', '8'), ('DOANH_NGHIEP', '9'),
    ('DN_NHA_NUOC', '9a'), ('DN_NN_100', '9a'), ('DN_NN_TU_50', '9a'), ('DN_NN_DUOI_50', '9a'), ('DN_NGOAI_NHA_NUOC', '9b'),
    ('DN_CO_PHAN', '9b'), ('DN_TU_NHAN', '9b'), ('DN_TNHH', '9b'), ('DN_HOP_DANH', '9b'), ('DN_VON_NUOC_NGOAI', '9b'),
    ('DN_100_NUOC_NGOAI', '9b'), ('HOP_TAC_XA', '9c'), ('NUOC_NGOAI', '10'), ('KHAC', '11')) AS row (code, number),
    LATERAL (SELECT 'Biểu số 5-BTCTW, dòng ' || row.number) AS s (clause)
WHERE row.code = k.code;
UPDATE organisation.organisation_kind SET directive_id = '11-hd-btctw-2021', clause = 'Biểu số 5-BTCTW (chưa thấy dòng riêng)'
WHERE directive_id IS NULL;
ALTER TABLE organisation.organisation_kind
    ALTER COLUMN directive_id SET NOT NULL,
    ALTER COLUMN clause SET NOT NULL,
    ADD CONSTRAINT a_clause_is_written CHECK (clause <> '');

CREATE TABLE organisation.tree_model (
    number       INTEGER PRIMARY KEY,
    valid        DATERANGE NOT NULL,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    clause       TEXT NOT NULL,
    certainty    TEXT NOT NULL,
    CONSTRAINT one_model_holds_at_a_time EXCLUDE USING gist (valid WITH &&),
    CONSTRAINT a_clause_is_written CHECK (clause <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE organisation.tree_model IS 'What orders the whole tree, and when: with districts, without them, and since cells are simply cells. It is named where a pair is not among the permitted ones.';
INSERT INTO organisation.tree_model (number, valid, directive_id, clause, certainty) VALUES
    (1, '(,2025-07-01)', 'charter-2011', 'Điều 10, 21 và 24', 'VERIFIED'),
    (2, '[2025-07-01,2026-07-26)', '294-qd-tw-2025', 'thi hành Điều lệ Đảng, Điều 10, 21 và 24', 'VERIFIED'),
    (3, '[2026-07-26,)', '208-qd-tw-2026', 'thi hành Điều lệ Đảng, Điều 10, 21 và 24', 'SECONDARY');

CREATE FUNCTION organisation.what_forbids(parent_type TEXT, child_type TEXT, day DATE)
    RETURNS TABLE (directive_id TEXT, clause TEXT) LANGUAGE sql STABLE AS $$
    SELECT s.directive_id, s.clause FROM (
        SELECT CASE t.code WHEN $2 THEN 1 ELSE 2 END AS rank, t.directive_id, t.clause
        FROM organisation.organisation_type t WHERE t.code IN ($1, $2) AND NOT t.valid @> $3
        UNION ALL
        SELECT 3, m.directive_id, m.clause FROM organisation.tree_model m WHERE m.valid @> $3) s
    ORDER BY s.rank LIMIT 1
$$;
COMMENT ON FUNCTION organisation.what_forbids IS 'What says that a pair is not permitted on a day: the directive that ended, or only later begins, one of the two types; else the one that orders the whole tree then.';

-- All of this changes by migration alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON organisation.tree_model, organisation.organisation_type, organisation.permitted_pair,
    organisation.organisation_kind, organisation.type_synonym FROM ${program};
