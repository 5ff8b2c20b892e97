CREATE TABLE membership.late_entry (
    movement_id     UUID NOT NULL REFERENCES membership.movement,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    period          TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    PRIMARY KEY (movement_id, organisation_id, from_on, to_on),
    CONSTRAINT a_period_goes_forward CHECK (from_on <= to_on)
);
COMMENT ON TABLE membership.late_entry IS 'Entries of the journal that were recorded after a committee had closed the period they fall in (ghi sau khi khóa sổ), with that period.';
REVOKE UPDATE, DELETE, TRUNCATE ON membership.late_entry FROM ${program};
