-- The board keeps the rulebook (ADR 47). What was done to it is a journal that is only appended to; what holds follows from it in
-- the same transaction, and the program writes nothing there itself: what held before a day cannot be changed by it.
CREATE TABLE reference.rule_act (
    number              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind                TEXT NOT NULL,
    key                 TEXT NOT NULL REFERENCES reference.rule_key,
    scope               TEXT NOT NULL,
    starts              DATE,
    ends                DATE,
    value               TEXT NOT NULL,
    unit                TEXT NOT NULL,
    directive_id        TEXT NOT NULL REFERENCES reference.directive,
    clause              TEXT NOT NULL,
    certainty           TEXT NOT NULL,
    reason              TEXT NOT NULL,
    former_directive_id TEXT REFERENCES reference.directive,
    former_clause       TEXT,
    former_certainty    TEXT,
    done_on             DATE NOT NULL,
    recorded_at         TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by         TEXT NOT NULL,
    CONSTRAINT an_act_is_known CHECK (kind IN ('ADDED', 'WITHDRAWN', 'CONFIRMED')),
    CONSTRAINT an_act_has_a_reason CHECK (btrim(reason) <> ''),
    CONSTRAINT what_is_added_or_withdrawn_begins_on_a_day CHECK (kind = 'CONFIRMED' OR starts IS NOT NULL),
    CONSTRAINT only_what_has_not_begun_is_withdrawn CHECK (kind <> 'WITHDRAWN' OR starts > done_on),
    CONSTRAINT what_is_confirmed_had_another_source CHECK ((kind = 'CONFIRMED') = (former_directive_id IS NOT NULL)
        AND num_nulls(former_directive_id, former_clause, former_certainty) IN (0, 3)),
    CONSTRAINT a_confirmation_is_surer_than_what_it_confirms CHECK (former_certainty IS NULL OR former_certainty <> 'VERIFIED'
        AND certainty <> 'UNVERIFIED')
);
COMMENT ON TABLE reference.rule_act IS 'What the board did to the rulebook, in its order: a value added, a future value withdrawn, a source confirmed. Appended to, never changed.';
COMMENT ON COLUMN reference.rule_act.starts IS 'From when the value holds.';
COMMENT ON COLUMN reference.rule_act.ends IS 'The first day on which it no longer held as it was added or withdrawn: where another value was known to begin.';
COMMENT ON COLUMN reference.rule_act.done_on IS 'The business day.';
COMMENT ON COLUMN reference.rule_act.former_certainty IS 'How sure it was before it was confirmed.';
CREATE INDEX rule_act_by_key ON reference.rule_act (key, number);

CREATE FUNCTION reference.rules_follow_their_acts() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    held RECORD;
BEGIN
    LOCK TABLE reference.rule IN SHARE ROW EXCLUSIVE MODE;
    IF NEW.kind = 'ADDED' THEN
        SELECT * INTO held FROM reference.rule WHERE key = NEW.key AND scope = NEW.scope AND valid @> NEW.starts;
        IF FOUND THEN
            IF NOT lower(held.valid) < NEW.starts THEN
                RAISE EXCEPTION 'a value begins after the one before it'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'a_value_begins_after_the_one_before_it';
            END IF;
            NEW.ends := upper(held.valid);
            UPDATE reference.rule SET valid = daterange(lower(valid), NEW.starts)
            WHERE key = NEW.key AND scope = NEW.scope AND valid = held.valid;
        ELSE
            NEW.ends := (SELECT min(lower(valid)) FROM reference.rule
                         WHERE key = NEW.key AND scope = NEW.scope AND lower(valid) > NEW.starts);
        END IF;
        INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty)
        VALUES (NEW.key, NEW.scope, daterange(NEW.starts, NEW.ends), NEW.value, NEW.unit, NEW.directive_id, NEW.clause, NEW.certainty);
    ELSIF NEW.kind = 'WITHDRAWN' THEN
        DELETE FROM reference.rule WHERE key = NEW.key AND scope = NEW.scope AND lower(valid) = NEW.starts RETURNING * INTO STRICT held;
        NEW.ends := upper(held.valid);
        UPDATE reference.rule SET valid = daterange(lower(valid), NEW.ends)
        WHERE key = NEW.key AND scope = NEW.scope AND upper(valid) = NEW.starts;
    ELSE
        UPDATE reference.rule SET directive_id = NEW.directive_id, clause = NEW.clause, certainty = NEW.certainty
        WHERE key = NEW.key AND scope = NEW.scope AND lower(valid) IS NOT DISTINCT FROM NEW.starts AND value = NEW.value;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'what is confirmed is in the book'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_confirmed_is_in_the_book';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rules_follow_their_acts BEFORE INSERT ON reference.rule_act
    FOR EACH ROW EXECUTE FUNCTION reference.rules_follow_their_acts();

-- Figures that are kept (ADR 8) are counted anew by the new value.
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reference.rule
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

REVOKE UPDATE, DELETE, TRUNCATE ON reference.rule_act FROM ${program};
GRANT INSERT ON reference.directive TO ${program};
