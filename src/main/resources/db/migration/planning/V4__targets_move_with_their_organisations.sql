ALTER TABLE planning.target ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation;
COMMENT ON COLUMN planning.target.reorganisation_id IS 'The reorganisation that made it what it is.';
CREATE INDEX target_by_reorganisation ON planning.target (reorganisation_id) WHERE reorganisation_id IS NOT NULL;
