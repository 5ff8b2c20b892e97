-- Whoever is with an organisation only for a time, or keeps in touch with it where they live, goes along when it goes into
-- another: the stay there ends, and goes on with the one that follows.
ALTER TABLE membership.dated_fact
    ADD COLUMN begun_on DATE,
    ADD COLUMN follows_id UUID REFERENCES membership.dated_fact,
    ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation,
    ADD CONSTRAINT what_follows_does_so_by_a_reorganisation CHECK
        (num_nulls(begun_on, follows_id, reorganisation_id) IN (0, 3)),
    ADD CONSTRAINT it_goes_on_after_it_has_begun CHECK (begun_on < lower(valid));
COMMENT ON COLUMN membership.dated_fact.begun_on IS 'The first day of the stay that goes on here; null where it began here.';
COMMENT ON COLUMN membership.dated_fact.follows_id IS 'The part of the stay before, with the organisation that ended.';
CREATE INDEX dated_fact_by_reorganisation ON membership.dated_fact (reorganisation_id) WHERE reorganisation_id IS NOT NULL;

ALTER TABLE membership.residence_link
    ADD COLUMN follows_id UUID REFERENCES membership.residence_link,
    ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation,
    ADD CONSTRAINT what_follows_does_so_by_a_reorganisation CHECK (num_nulls(follows_id, reorganisation_id) IN (0, 2));
COMMENT ON COLUMN membership.residence_link.follows_id IS 'The link before, with the organisation that ended: a comment of the year that was written there is that of the year.';
CREATE INDEX residence_link_by_reorganisation ON membership.residence_link (reorganisation_id) WHERE reorganisation_id IS NOT NULL;
