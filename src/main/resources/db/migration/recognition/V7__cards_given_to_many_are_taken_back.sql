ALTER TABLE recognition.card_event
    ADD COLUMN outgoing_id UUID,
    ADD CONSTRAINT a_blank_becomes_one_card UNIQUE (outgoing_id),
    ADD FOREIGN KEY (outgoing_id) REFERENCES recognition.outgoing (id);
COMMENT ON COLUMN recognition.card_event.outgoing_id IS 'How the blank left the stock; absent where none was taken.';
UPDATE recognition.card_event e SET outgoing_id = o.id
FROM recognition.outgoing o JOIN recognition.receipt r ON r.id = o.receipt_id
WHERE o.member_id = e.member_id AND o.kind = 'ISSUED' AND r.kind = 'CARD'
AND recognition.serial(r.series, lower(o.serials), r.digits) = e.serial;
CREATE INDEX card_event_by_decision ON recognition.card_event (decision_id, member_id);

CREATE TABLE recognition.card_withdrawal (
    event_id     UUID PRIMARY KEY REFERENCES recognition.card_event,
    withdrawn_on DATE NOT NULL,
    why          TEXT NOT NULL,
    recorded_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by  TEXT NOT NULL,
    CONSTRAINT a_reason_is_written CHECK (why <> '')
);
COMMENT ON TABLE recognition.card_withdrawal IS 'A card that was entered as given and taken back since. The event stays.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.card_withdrawal FROM ${program};

CREATE VIEW recognition.card_told AS
SELECT e.* FROM recognition.card_event e
WHERE NOT EXISTS (SELECT FROM recognition.card_withdrawal w WHERE w.event_id = e.id);
COMMENT ON VIEW recognition.card_told IS 'What happened to cards and was not taken back.';

-- The number of a card that was never given after all is nobody's.
GRANT DELETE ON recognition.card_number TO ${program};
