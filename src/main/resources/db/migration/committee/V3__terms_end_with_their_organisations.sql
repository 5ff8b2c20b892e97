ALTER TABLE committee.term_end ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation;
COMMENT ON COLUMN committee.term_end.reorganisation_id IS 'The reorganisation with which the organisation of the term ended, or that was taken back.';
CREATE INDEX term_end_by_reorganisation ON committee.term_end (reorganisation_id) WHERE reorganisation_id IS NOT NULL;
