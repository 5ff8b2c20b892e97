CREATE TABLE admission.split_choice (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    case_id           UUID NOT NULL REFERENCES admission.admission_case,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    PRIMARY KEY (reorganisation_id, case_id)
);
COMMENT ON TABLE admission.split_choice IS 'Which candidates go with a cell that is split off; the others stay. Cases of probationers go where these go.';
COMMENT ON COLUMN admission.split_choice.organisation_id IS 'The one that is split off.';
