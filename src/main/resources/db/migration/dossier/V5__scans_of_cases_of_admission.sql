-- A candidate is no member yet: their scans hang on the case, and are found in the file of the member they become.
ALTER TABLE dossier.scan
    ALTER COLUMN member_id DROP NOT NULL,
    ADD COLUMN case_id UUID REFERENCES admission.admission_case,
    ADD COLUMN form TEXT,
    ADD CONSTRAINT a_scan_is_of_a_member_or_of_a_case CHECK (num_nonnulls(member_id, case_id) = 1),
    ADD CONSTRAINT a_scan_of_a_case_is_of_a_form CHECK (num_nulls(case_id, form) IN (0, 2));
COMMENT ON COLUMN dossier.scan.case_id IS 'The case of admission that it was attached to, while its candidate was no member.';
COMMENT ON COLUMN dossier.scan.form IS 'Which form of the case it shows: a key of the catalogue of forms.';
CREATE INDEX scan_by_case ON dossier.scan (case_id);

CREATE VIEW dossier.filed AS
SELECT id, member_id, kind, format, pages, bytes, dated, note, content_sealed, recorded_at, recorded_by
FROM dossier.scan WHERE member_id IS NOT NULL
UNION ALL
SELECT s.id, c.member_id, s.kind, s.format, s.pages, s.bytes, s.dated, s.note, s.content_sealed, s.recorded_at, s.recorded_by
FROM dossier.scan s JOIN admission.admission_case c ON c.id = s.case_id WHERE c.member_id IS NOT NULL;
COMMENT ON VIEW dossier.filed IS 'The scans in the files of members, those of the case by which they were admitted among them.';

CREATE OR REPLACE VIEW dossier.held AS
SELECT DISTINCT filed.member_id, filed.kind FROM dossier.filed
WHERE NOT EXISTS (SELECT FROM dossier.taking_back back WHERE back.scan_id = filed.id);
