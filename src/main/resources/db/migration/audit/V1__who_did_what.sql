CREATE SCHEMA audit;

CREATE TABLE audit.entry (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    account_id      UUID,
    username        TEXT NOT NULL,
    address         TEXT,
    act             TEXT NOT NULL,
    subject         TEXT NOT NULL,
    subject_id      UUID,
    organisation_id UUID,
    before          JSONB,
    after           JSONB,
    CONSTRAINT an_act_is_named CHECK (act <> '' AND subject <> '')
);
COMMENT ON TABLE audit.entry IS 'Who did what, who read whose file, who took which list out: appended to, never changed.';
COMMENT ON COLUMN audit.entry.organisation_id IS 'The organisation the subject belonged to at that moment: an auditor sees the entries of the own subtree.';
CREATE INDEX entry_by_subject ON audit.entry (subject_id, id DESC);
CREATE INDEX entry_by_username ON audit.entry (username, id DESC);
CREATE INDEX entry_by_organisation ON audit.entry (organisation_id, id DESC);
CREATE INDEX entry_by_moment ON audit.entry USING brin (at);
REVOKE UPDATE, DELETE, TRUNCATE ON audit.entry FROM ${program};
CREATE INDEX entry_by_act ON audit.entry (act, id DESC);
CREATE INDEX entry_by_kind_of_subject ON audit.entry (subject, id DESC);
