CREATE SCHEMA sample;

CREATE TABLE sample.held (
    name     TEXT PRIMARY KEY,
    one      BOOLEAN NOT NULL DEFAULT true UNIQUE,
    begun_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    whole_at TIMESTAMPTZ,
    CONSTRAINT a_sample_is_named CHECK (name <> ''),
    CONSTRAINT a_register_holds_one_sample CHECK (one)
);
COMMENT ON TABLE sample.held IS 'The sample this register holds; empty in a real one.';
COMMENT ON COLUMN sample.held.whole_at IS 'When all of it was loaded; null while the first start is at it or was interrupted.';
