-- The badge that stands in for a lost one leaves the stock as every other does. Numbers that were only written down stay readable.
ALTER TABLE recognition.lost_badge
    ADD COLUMN outgoing_id UUID REFERENCES recognition.outgoing,
    DROP CONSTRAINT a_new_number_is_given_once,
    ADD CONSTRAINT a_badge_stands_in_for_one UNIQUE (outgoing_id),
    ADD CONSTRAINT a_new_number_is_that_of_a_badge_of_the_stock CHECK ((number IS NULL) = (outgoing_id IS NULL)) NOT VALID;
COMMENT ON COLUMN recognition.lost_badge.outgoing_id IS 'How the badge given instead left the stock; absent where none was given, and for numbers written down before they came from there.';

-- What the file said of the card before, to be said again when the entry was wrong.
ALTER TABLE recognition.card_event
    ADD COLUMN former_place TEXT,
    ADD COLUMN former_issued_on DATE;
COMMENT ON COLUMN recognition.card_event.former_place IS 'Who had issued the card before, as the file had it.';
COMMENT ON COLUMN recognition.card_event.former_issued_on IS 'When the card before was issued, as the file had it.';
UPDATE recognition.card_event e SET former_place = b.place, former_issued_on = b.happened_on
FROM recognition.card_event b
WHERE b.id = (SELECT p.id FROM recognition.card_event p
    WHERE p.member_id = e.member_id AND p.number = e.former_number AND p.recorded < e.recorded
    AND NOT EXISTS (SELECT FROM recognition.card_withdrawal w WHERE w.event_id = p.id)
    ORDER BY p.recorded DESC LIMIT 1);

CREATE OR REPLACE VIEW recognition.card_told AS
SELECT e.* FROM recognition.card_event e
WHERE NOT EXISTS (SELECT FROM recognition.card_withdrawal w WHERE w.event_id = e.id);
