ALTER TABLE exchange.upload ALTER COLUMN file_sealed DROP NOT NULL;
ALTER TABLE exchange.upload ADD COLUMN cleared_at TIMESTAMPTZ;
ALTER TABLE exchange.upload ADD CONSTRAINT a_file_is_kept_until_its_upload_is_cleared
    CHECK ((file_sealed IS NULL) = (cleared_at IS NOT NULL));
ALTER TABLE exchange.upload ADD CONSTRAINT only_what_is_over_is_cleared CHECK (cleared_at IS NULL OR finished_at IS NOT NULL);
COMMENT ON COLUMN exchange.upload.cleared_at IS 'When its file and its rows were deleted; what is told of them stays.';

CREATE TABLE exchange.kept_figures (
    upload_id UUID PRIMARY KEY REFERENCES exchange.upload ON DELETE CASCADE,
    rows      INTEGER NOT NULL,
    fresh     INTEGER NOT NULL,
    changed   INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    repaired  INTEGER NOT NULL,
    warned    INTEGER NOT NULL,
    absent    INTEGER NOT NULL
);
COMMENT ON TABLE exchange.kept_figures IS 'What an import did, kept when its rows are deleted.';

CREATE TABLE exchange.kept_reason (
    upload_id  UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    weight     TEXT NOT NULL,
    column_key TEXT,
    reason     TEXT NOT NULL,
    rows       INTEGER NOT NULL,
    first_row  INTEGER NOT NULL,
    arguments  TEXT[] NOT NULL,
    CONSTRAINT a_reason_is_told_once UNIQUE NULLS NOT DISTINCT (upload_id, weight, column_key, reason),
    CONSTRAINT a_reason_had_rows CHECK (rows > 0)
);
COMMENT ON TABLE exchange.kept_reason IS 'How many rows of an import had which problem, kept when its rows are deleted.';
COMMENT ON COLUMN exchange.kept_reason.arguments IS 'Of the first row that had it.';
