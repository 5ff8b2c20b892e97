CREATE TABLE dossier.batch (
    id              UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    uploaded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    uploaded_by     TEXT NOT NULL
);
COMMENT ON TABLE dossier.batch IS 'Several scans sent at once, waiting until somebody has looked at where each would go. Gone once they are stored or let go, or some days later.';
COMMENT ON COLUMN dossier.batch.organisation_id IS 'The organisation of who sent them: whoever keeps its papers sees the batch.';
CREATE INDEX batch_by_moment ON dossier.batch (uploaded_at);

CREATE TABLE dossier.batch_file (
    batch_id       UUID NOT NULL REFERENCES dossier.batch ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name_sealed    BYTEA NOT NULL,
    verdict        TEXT NOT NULL,
    reason         TEXT,
    arguments      TEXT[] NOT NULL DEFAULT '{}',
    member_id      UUID REFERENCES member.member,
    kind           TEXT REFERENCES dossier.paper_kind,
    format         TEXT,
    pages          INTEGER,
    bytes          INTEGER,
    content_sealed BYTEA,
    PRIMARY KEY (batch_id, position),
    CONSTRAINT a_verdict_is_known CHECK (verdict IN ('MATCHED', 'AMBIGUOUS', 'UNKNOWN', 'REFUSED')),
    CONSTRAINT what_is_matched_has_its_place_and_its_content CHECK
        ((verdict = 'MATCHED') = (num_nonnulls(member_id, kind, format, pages, bytes, content_sealed) = 6)),
    CONSTRAINT what_is_not_matched_keeps_nothing CHECK
        (verdict = 'MATCHED' OR num_nonnulls(member_id, kind, format, pages, bytes, content_sealed) = 0),
    CONSTRAINT what_is_not_matched_has_a_reason CHECK ((verdict = 'MATCHED') = (reason IS NULL))
);
COMMENT ON TABLE dossier.batch_file IS 'One of the scans sent at once. Of a file that finds no place nothing but its name is kept.';
COMMENT ON COLUMN dossier.batch_file.name_sealed IS 'The name of the file, encrypted: a citizen number may stand in it.';
COMMENT ON COLUMN dossier.batch_file.reason IS 'Why it finds no place: a message key, whose values stand in arguments.';
ALTER TABLE dossier.batch_file ALTER COLUMN content_sealed SET STORAGE EXTERNAL;
