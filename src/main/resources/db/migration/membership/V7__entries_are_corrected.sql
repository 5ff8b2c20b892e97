ALTER TABLE membership.movement
    ADD COLUMN elsewhere TEXT,
    ADD COLUMN corrects UUID REFERENCES membership.movement,
    ADD CONSTRAINT only_who_comes_from_or_goes_outside_has_an_elsewhere CHECK
        (elsewhere IS NULL OR (kind IN ('TRANSFERRED_IN', 'TRANSFERRED_OUT') AND elsewhere <> '')),
    ADD CONSTRAINT what_takes_back_corrects_nothing CHECK (corrects IS NULL OR reverses IS NULL);
COMMENT ON COLUMN membership.movement.elsewhere IS 'The party organisation outside of this register that somebody came from or went to.';
COMMENT ON COLUMN membership.movement.corrects IS 'The entry that was taken back and that this one stands in for.';
CREATE UNIQUE INDEX an_entry_is_corrected_once ON membership.movement (corrects) WHERE corrects IS NOT NULL;

CREATE FUNCTION membership.correction_follows_a_reversal() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM membership.movement wrong
                   JOIN membership.movement back ON back.reverses = wrong.id
                   WHERE wrong.id = NEW.corrects AND wrong.member_id = NEW.member_id) THEN
        RAISE EXCEPTION 'an entry corrects one of the same member that was taken back'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_correction_follows_a_reversal';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_correction_follows_a_reversal BEFORE INSERT ON membership.movement
    FOR EACH ROW WHEN (NEW.corrects IS NOT NULL) EXECUTE FUNCTION membership.correction_follows_a_reversal();
CREATE INDEX movement_by_decision ON membership.movement (decision_id) WHERE decision_id IS NOT NULL;

CREATE OR REPLACE VIEW membership.told AS
SELECT * FROM membership.movement entry
WHERE reverses IS NULL
AND NOT EXISTS (SELECT FROM membership.movement back WHERE back.reverses = entry.id);
