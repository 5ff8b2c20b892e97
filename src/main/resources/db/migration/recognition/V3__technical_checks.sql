CREATE TABLE recognition.card_check (
    id              UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    name            TEXT NOT NULL,
    begun_on        DATE NOT NULL,
    opened_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    opened_by       TEXT NOT NULL,
    closed_at       TIMESTAMPTZ,
    closed_by       TEXT,
    CONSTRAINT a_check_has_a_name CHECK (name <> ''),
    CONSTRAINT somebody_closes CHECK (num_nulls(closed_at, closed_by) IN (0, 2)),
    CONSTRAINT an_organisation_checks_once_a_day UNIQUE (organisation_id, begun_on)
);
COMMENT ON TABLE recognition.card_check IS 'A campaign of checking the party cards of an organisation (kiểm tra kỹ thuật thẻ đảng viên).';
REVOKE DELETE, TRUNCATE ON recognition.card_check FROM ${program};

CREATE TABLE recognition.card_check_line (
    check_id        UUID NOT NULL REFERENCES recognition.card_check,
    member_id       UUID NOT NULL REFERENCES member.member,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    result          TEXT,
    checked_on      DATE,
    recorded_by     TEXT,
    PRIMARY KEY (check_id, member_id),
    CONSTRAINT a_result_is_known CHECK (result IN ('GOOD', 'DAMAGED', 'LOST', 'WRONG')),
    CONSTRAINT a_result_has_its_day_and_who_told_it CHECK (num_nulls(result, checked_on, recorded_by) IN (0, 3))
);
COMMENT ON TABLE recognition.card_check_line IS 'A member whose card is to be checked: all official members on the first day. Without a result the card has not been seen.';
CREATE INDEX card_check_line_by_organisation ON recognition.card_check_line (check_id, organisation_id);
CREATE INDEX card_check_line_by_member ON recognition.card_check_line (member_id);
REVOKE DELETE, TRUNCATE ON recognition.card_check_line FROM ${program};
