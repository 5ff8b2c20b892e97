ALTER TABLE membership.dated_fact ADD COLUMN extended INTEGER NOT NULL DEFAULT 0
    CONSTRAINT nothing_is_extended_less_than_never CHECK (extended >= 0);
COMMENT ON COLUMN membership.dated_fact.extended IS 'How often its last day was put off (gia hạn); who granted it is kept by what does so.';
