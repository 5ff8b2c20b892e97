-- A form that was sent when its session had ended: what was typed waits for whoever typed it.
CREATE TABLE access.kept_form (
    token_hash BYTEA PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES access.account,
    sealed     BYTEA NOT NULL,
    kept_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.kept_form IS 'What somebody had typed when their session ended, until they are back: shown once, and gone after an hour.';
COMMENT ON COLUMN access.kept_form.token_hash IS 'Keyed hash of the random word that finds it.';
COMMENT ON COLUMN access.kept_form.sealed IS 'The page, the address its form is sent to and its fields, encrypted with a key outside the database; never a password or a file.';
CREATE INDEX kept_form_by_age ON access.kept_form (kept_at);
CREATE INDEX kept_form_by_account ON access.kept_form (account_id);
