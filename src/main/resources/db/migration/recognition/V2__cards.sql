-- The file of the member holds the card as it is (decision 36); this is what happened to cards.
CREATE TABLE recognition.card_event (
    id            UUID PRIMARY KEY,
    recorded      BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    member_id     UUID NOT NULL REFERENCES member.member,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    kind          TEXT NOT NULL,
    happened_on   DATE NOT NULL,
    number        TEXT,
    former_number TEXT,
    place         TEXT,
    serial        TEXT,
    decision_id   UUID REFERENCES organisation.decision,
    remark        TEXT,
    recorded_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by   TEXT NOT NULL,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('FIRST', 'LOST', 'DAMAGED', 'EXCHANGED', 'DETAILS', 'TAKEN_BACK', 'KEPT')),
    CONSTRAINT who_is_given_a_card_is_given_its_number_by_a_decision CHECK
        ((kind IN ('TAKEN_BACK', 'KEPT')) = (number IS NULL) AND (number IS NULL OR (number <> '' AND place <> '' AND decision_id IS NOT NULL))),
    CONSTRAINT only_a_first_card_follows_on_none CHECK (kind = 'FIRST' OR former_number <> ''),
    CONSTRAINT only_a_card_has_a_serial CHECK (serial IS NULL OR (serial <> '' AND number IS NOT NULL))
);
COMMENT ON TABLE recognition.card_event IS 'What happened to party cards (thẻ đảng viên): issued, re-issued, exchanged, taken back, left to the family. Appended to, never changed.';
COMMENT ON COLUMN recognition.card_event.organisation_id IS 'Where the member belonged, or had last belonged, when it was recorded.';
COMMENT ON COLUMN recognition.card_event.former_number IS 'The card that this one stands in for, or that was given back.';
CREATE INDEX card_event_by_member ON recognition.card_event (member_id, recorded);
CREATE INDEX card_event_by_day ON recognition.card_event (happened_on, kind);
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.card_event FROM ${program};

CREATE TABLE recognition.card_number (
    number    TEXT NOT NULL,
    member_id UUID NOT NULL REFERENCES member.member,
    CONSTRAINT a_card_number_is_one_persons_for_ever PRIMARY KEY (number)
);
COMMENT ON TABLE recognition.card_number IS 'Every number that a card of somebody ever bore, as far as an act told of it. A number is never given to another.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.card_number FROM ${program};
