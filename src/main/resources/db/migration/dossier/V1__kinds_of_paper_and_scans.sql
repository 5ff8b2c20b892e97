CREATE SCHEMA dossier;

CREATE TABLE dossier.paper_kind (
    code      TEXT PRIMARY KEY,
    position  INTEGER NOT NULL UNIQUE,
    name_vi   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    valid     DATERANGE NOT NULL DEFAULT '(,)',
    certainty TEXT NOT NULL,
    CONSTRAINT a_code_is_written_in_capitals CHECK (code ~ '^[A-Z_]{3,40}$'),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE dossier.paper_kind IS 'The kinds of paper in a member''s file (giấy tờ trong hồ sơ đảng viên).';
COMMENT ON COLUMN dossier.paper_kind.valid IS 'When papers of this kind are taken into a file.';

CREATE TABLE dossier.paper_form (
    kind         TEXT NOT NULL REFERENCES dossier.paper_kind,
    valid        DATERANGE NOT NULL,
    form         TEXT NOT NULL,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    certainty    TEXT NOT NULL,
    PRIMARY KEY (kind, valid WITHOUT OVERLAPS),
    CONSTRAINT a_form_is_written CHECK (form <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE dossier.paper_form IS 'Which printed form (mẫu) a kind of paper is written on, and when: forms are numbered anew with each guidance.';

CREATE TABLE dossier.requirement (
    kind         TEXT NOT NULL REFERENCES dossier.paper_kind,
    binds        TEXT NOT NULL,
    reckoned_on  TEXT NOT NULL,
    valid        DATERANGE NOT NULL,
    directive_id TEXT REFERENCES reference.directive,
    certainty    TEXT NOT NULL,
    PRIMARY KEY (kind, valid WITHOUT OVERLAPS),
    CONSTRAINT a_requirement_binds_a_known_group CHECK (binds IN ('ALL', 'OFFICIAL', 'PROBATIONARY')),
    CONSTRAINT a_requirement_is_reckoned_on_a_known_day CHECK (reckoned_on IN ('ENTRY', 'RECOGNITION', 'TODAY')),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED')),
    CONSTRAINT nothing_is_sure_without_a_directive CHECK (directive_id IS NOT NULL OR certainty = 'UNVERIFIED')
);
COMMENT ON TABLE dossier.requirement IS 'Which kinds of paper a member''s file must hold, whom that binds, and when.';
COMMENT ON COLUMN dossier.requirement.reckoned_on IS 'The day that must lie within valid: the member''s entry, the recognition as an official member, or the day the file is looked at.';

CREATE TABLE dossier.scan (
    id             UUID PRIMARY KEY,
    member_id      UUID NOT NULL REFERENCES member.member,
    kind           TEXT NOT NULL REFERENCES dossier.paper_kind,
    format         TEXT NOT NULL,
    pages          INTEGER NOT NULL,
    bytes          INTEGER NOT NULL,
    dated          DATE,
    note           TEXT,
    content_sealed BYTEA NOT NULL,
    recorded_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by    TEXT NOT NULL,
    CONSTRAINT a_format_is_known CHECK (format IN ('PDF', 'JPEG', 'PNG')),
    CONSTRAINT a_scan_shows_something CHECK (pages >= 1 AND bytes >= 1),
    CONSTRAINT a_picture_is_one_page CHECK (format = 'PDF' OR pages = 1),
    CONSTRAINT a_note_is_written_or_absent CHECK (note <> '')
);
COMMENT ON TABLE dossier.scan IS 'A scanned paper of a member''s file. Appended to, never changed; a wrong one is taken back.';
COMMENT ON COLUMN dossier.scan.pages IS 'Counted in the content.';
COMMENT ON COLUMN dossier.scan.bytes IS 'The length of the content before it is sealed.';
COMMENT ON COLUMN dossier.scan.dated IS 'The date that stands on the paper, where one does.';
COMMENT ON COLUMN dossier.scan.content_sealed IS 'Encrypted with a key outside the database.';
CREATE INDEX scan_by_member ON dossier.scan (member_id, kind);
-- Sealed content does not compress.
ALTER TABLE dossier.scan ALTER COLUMN content_sealed SET STORAGE EXTERNAL;
REVOKE UPDATE, DELETE, TRUNCATE ON dossier.scan FROM ${program};

CREATE TABLE dossier.taking_back (
    scan_id     UUID PRIMARY KEY REFERENCES dossier.scan,
    reason      TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT a_taking_back_has_a_reason CHECK (reason <> '')
);
COMMENT ON TABLE dossier.taking_back IS 'A scan that no longer counts: of the wrong person, unreadable, stored twice. It stays and can be read.';
REVOKE UPDATE, DELETE, TRUNCATE ON dossier.taking_back FROM ${program};

CREATE VIEW dossier.held AS
SELECT DISTINCT scan.member_id, scan.kind FROM dossier.scan
WHERE NOT EXISTS (SELECT FROM dossier.taking_back back WHERE back.scan_id = scan.id);
COMMENT ON VIEW dossier.held IS 'Which kinds of paper whose file holds: scans that were taken back are left out.';
