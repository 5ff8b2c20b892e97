ALTER TABLE membership.movement
    ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation,
    ADD CONSTRAINT only_who_moves_with_an_organisation_does_so_in_a_reorganisation CHECK
        (reorganisation_id IS NULL OR kind = 'REASSIGNED');
COMMENT ON COLUMN membership.movement.reorganisation_id IS 'The reorganisation in which somebody moved with their organisation (không phải chuyển sinh hoạt đảng).';
CREATE INDEX movement_by_reorganisation ON membership.movement (reorganisation_id) WHERE reorganisation_id IS NOT NULL;

CREATE TABLE membership.split_choice (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    member_id         UUID NOT NULL REFERENCES member.member,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    PRIMARY KEY (reorganisation_id, member_id)
);
COMMENT ON TABLE membership.split_choice IS 'Which members go with an organisation that is split off; the others stay.';
COMMENT ON COLUMN membership.split_choice.organisation_id IS 'The one that is split off.';

CREATE OR REPLACE VIEW membership.told AS
SELECT * FROM membership.movement entry
WHERE reverses IS NULL
AND NOT EXISTS (SELECT FROM membership.movement back WHERE back.reverses = entry.id);
