ALTER TABLE membership.bulk_work
    ADD COLUMN refusal_arguments TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN refusal_source JSONB;
COMMENT ON COLUMN membership.bulk_work.refusal IS 'Why its last step was stopped: a message key, with its arguments, and the rule that says so.';
