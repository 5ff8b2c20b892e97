CREATE TABLE transfer.guest (
    id              UUID PRIMARY KEY,
    full_name       TEXT NOT NULL,
    born_earliest   DATE NOT NULL,
    born_precision  TEXT NOT NULL,
    card_number     TEXT,
    joined_on       DATE NOT NULL,
    official_on     DATE,
    home            TEXT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    ground          TEXT NOT NULL,
    letter_id       UUID NOT NULL REFERENCES organisation.decision,
    arrived_on      DATE NOT NULL,
    until_on        DATE NOT NULL,
    ended_on        DATE,
    ended_by        TEXT,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT a_guest_has_a_name_and_a_home CHECK (full_name <> '' AND home <> ''),
    CONSTRAINT a_precision_is_known CHECK (born_precision IN ('DAY', 'MONTH', 'YEAR')),
    CONSTRAINT who_is_official_was_admitted_before CHECK (official_on >= joined_on),
    CONSTRAINT a_stay_goes_forward CHECK (arrived_on <= until_on AND arrived_on <= ended_on),
    CONSTRAINT an_end_was_recorded_by_somebody CHECK (num_nulls(ended_on, ended_by) IN (0, 2))
);
COMMENT ON TABLE transfer.guest IS 'Members of another province who are taken in for a time (đảng viên nơi khác chuyển sinh hoạt tạm thời đến): listed here, counted at home, no members of this register.';
COMMENT ON COLUMN transfer.guest.home IS 'The organisation that the letter names as theirs.';
COMMENT ON COLUMN transfer.guest.until_on IS 'The last day of the stay, as the letter or the last extension says.';
CREATE UNIQUE INDEX a_letter_brings_one_guest ON transfer.guest (letter_id);
CREATE UNIQUE INDEX a_guest_is_here_once_at_a_time
    ON transfer.guest (full_name, born_earliest, born_precision, coalesce(card_number, '')) WHERE ended_on IS NULL;
CREATE INDEX guest_by_organisation ON transfer.guest (organisation_id);

CREATE TABLE transfer.extension (
    id          UUID PRIMARY KEY,
    guest_id    UUID REFERENCES transfer.guest,
    fact_id     UUID REFERENCES membership.dated_fact,
    until_before DATE NOT NULL,
    until_on    DATE NOT NULL,
    decision_id UUID NOT NULL REFERENCES organisation.decision,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT one_stay_is_extended CHECK (num_nonnulls(guest_id, fact_id) = 1),
    CONSTRAINT it_is_longer_than_before CHECK (until_on > until_before)
);
COMMENT ON TABLE transfer.extension IS 'A temporary stay that lasts longer (gia hạn sinh hoạt tạm thời): of somebody from outside here, or of a member of this register elsewhere.';
CREATE INDEX extension_by_guest ON transfer.extension (guest_id);
CREATE INDEX extension_by_fact ON transfer.extension (fact_id);

REVOKE DELETE, TRUNCATE ON transfer.guest FROM ${program};
REVOKE UPDATE, DELETE, TRUNCATE ON transfer.extension FROM ${program};
