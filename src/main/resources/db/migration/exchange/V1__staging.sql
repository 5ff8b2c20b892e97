CREATE SCHEMA exchange;

CREATE TABLE exchange.upload (
    id           UUID PRIMARY KEY,
    kind         TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    file_name    TEXT NOT NULL,
    file_sealed  BYTEA NOT NULL,
    format       TEXT,
    encoding     TEXT,
    sheet        TEXT,
    header_row   INTEGER,
    first_row    INTEGER NOT NULL DEFAULT 1,
    state        TEXT NOT NULL,
    account_id   UUID,
    username     TEXT NOT NULL,
    address      TEXT,
    everything   BOOLEAN NOT NULL,
    organisations UUID[] NOT NULL DEFAULT '{}',
    uploaded_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    finished_at  TIMESTAMPTZ,
    rows_read    INTEGER NOT NULL DEFAULT 0,
    rows_total   INTEGER NOT NULL DEFAULT 0,
    rows_done    INTEGER NOT NULL DEFAULT 0,
    refusal      TEXT,
    refusal_arguments TEXT[] NOT NULL DEFAULT '{}',
    CONSTRAINT a_purpose_is_to_load_or_to_compare CHECK (purpose IN ('LOAD', 'COMPARE')),
    CONSTRAINT a_state_is_known CHECK (state IN ('UPLOADED', 'STAGING', 'JUDGED', 'COMMITTING', 'DONE', 'REFUSED', 'ABANDONED')),
    CONSTRAINT no_more_rows_are_done_than_there_are CHECK (rows_done BETWEEN 0 AND rows_total)
);
COMMENT ON COLUMN exchange.upload.header_row IS 'The row of the headings; where they fill several rows, the first of them. Null: none was found.';
COMMENT ON COLUMN exchange.upload.first_row IS 'The first row below the headings.';
COMMENT ON COLUMN exchange.upload.everything IS 'Whether the uploader may import everywhere; otherwise organisations are the tops of the subtrees.';
COMMENT ON COLUMN exchange.upload.rows_read IS 'Rows read so far while staging.';
COMMENT ON COLUMN exchange.upload.rows_total IS 'Rows to be written, and rows_done of them are.';
COMMENT ON COLUMN exchange.upload.refusal IS 'Why the file, or the last step, was refused: a message key.';
CREATE INDEX upload_by_moment ON exchange.upload (uploaded_at DESC);
COMMENT ON COLUMN exchange.upload.file_sealed IS 'The file as it came, sealed: it may hold citizen numbers.';

CREATE TABLE exchange.upload_column (
    upload_id     UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    heading       TEXT NOT NULL,
    column_key    TEXT,
    PRIMARY KEY (upload_id, position),
    CONSTRAINT a_column_is_read_from_one_place UNIQUE (upload_id, column_key)
);
COMMENT ON COLUMN exchange.upload_column.column_key IS 'What the heading means; null where the column is left out.';

CREATE TABLE exchange.remembered_heading (
    kind           TEXT NOT NULL,
    heading_folded TEXT NOT NULL,
    column_key     TEXT NOT NULL,
    PRIMARY KEY (kind, heading_folded)
);

CREATE TABLE exchange.staged_row (
    upload_id  UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    row_number INTEGER NOT NULL,
    given      JSONB NOT NULL,
    value      JSONB NOT NULL,
    verdict    TEXT,
    repaired   BOOLEAN NOT NULL DEFAULT false,
    target_id  UUID,
    committed  BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (upload_id, row_number),
    CONSTRAINT a_verdict_is_known CHECK (verdict IN ('NEW', 'CHANGED', 'UNCHANGED', 'REJECTED'))
) WITH (fillfactor = 50);
COMMENT ON COLUMN exchange.staged_row.row_number IS 'The number of the row in the file, as the spreadsheet shows it.';
COMMENT ON COLUMN exchange.staged_row.given IS 'Column key to the text that stood in the cell (secret numbers masked).';
COMMENT ON COLUMN exchange.staged_row.value IS 'Column key to its canonical text; a key that is absent was not given.';
CREATE INDEX staged_row_by_verdict ON exchange.staged_row (upload_id, verdict, row_number);

CREATE TABLE exchange.problem (
    upload_id  UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    row_number INTEGER NOT NULL,
    column_key TEXT,
    weight     TEXT NOT NULL,
    value      TEXT,
    reason     TEXT NOT NULL,
    arguments  TEXT[] NOT NULL DEFAULT '{}',
    while_reading BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT a_weight_is_known CHECK (weight IN ('REJECTS', 'REPAIRED', 'WARNS'))
);
COMMENT ON COLUMN exchange.problem.reason IS 'A message key.';
COMMENT ON COLUMN exchange.problem.while_reading IS 'Found in the cell itself, before the row was held against the register.';
CREATE INDEX problem_by_row ON exchange.problem (upload_id, row_number);

CREATE TABLE exchange.difference (
    upload_id  UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    row_number INTEGER NOT NULL,
    column_key TEXT NOT NULL,
    here       TEXT,
    there      TEXT,
    PRIMARY KEY (upload_id, row_number, column_key)
);
COMMENT ON TABLE exchange.difference IS 'A field that stands otherwise in the file (there) than in the register (here).';

CREATE TABLE exchange.absent (
    upload_id UUID NOT NULL REFERENCES exchange.upload ON DELETE CASCADE,
    target_id UUID NOT NULL,
    label     TEXT NOT NULL,
    detail    TEXT,
    PRIMARY KEY (upload_id, target_id)
);
COMMENT ON TABLE exchange.absent IS 'In the register and in no row of a file that was compared.';

