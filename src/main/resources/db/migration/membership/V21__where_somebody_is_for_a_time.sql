ALTER TABLE membership.dated_fact
    ADD COLUMN organisation_id UUID REFERENCES organisation.organisation,
    ADD CONSTRAINT only_a_temporary_transfer_leads_to_an_organisation CHECK (organisation_id IS NULL OR kind = 'TEMPORARY_OUT');
COMMENT ON COLUMN membership.dated_fact.organisation_id IS 'The organisation of this register that takes somebody in for a time (chuyển sinh hoạt tạm thời đến): there they are listed and not counted.';
CREATE INDEX dated_fact_by_organisation ON membership.dated_fact (organisation_id) WHERE organisation_id IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX dated_fact_by_kind ON membership.dated_fact (kind, member_id) WHERE withdrawn_at IS NULL;
