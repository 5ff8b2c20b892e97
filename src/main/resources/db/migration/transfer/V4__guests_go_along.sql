CREATE TABLE transfer.carried_guest (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    guest_id          UUID NOT NULL REFERENCES transfer.guest,
    from_id           UUID NOT NULL REFERENCES organisation.organisation,
    into_id           UUID NOT NULL REFERENCES organisation.organisation,
    until_on          DATE NOT NULL,
    PRIMARY KEY (reorganisation_id, guest_id)
);
COMMENT ON TABLE transfer.carried_guest IS 'Which members of another province went along with which organisation that took them in for a time.';
COMMENT ON COLUMN transfer.carried_guest.until_on IS 'The last day of the stay as it went along: whether it was extended since.';
REVOKE UPDATE, DELETE, TRUNCATE ON transfer.carried_guest FROM ${program};
