-- The board keeps the calendar as it keeps the rulebook (ADR 47): days to come are added or taken out, what was not sure is confirmed,
-- and a year whose days are all there is opened for counting. Days that are over stay: deadlines were judged by them.
CREATE TABLE reference.calendar_act (
    number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act         TEXT NOT NULL,
    year        INTEGER NOT NULL,
    day         DATE,
    kind        TEXT,
    occasion    TEXT,
    source      TEXT NOT NULL,
    certainty   TEXT NOT NULL,
    done_on     DATE NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT an_act_is_known CHECK (act IN ('DAY_ADDED', 'DAY_TAKEN_OUT', 'DAY_CONFIRMED', 'YEAR_OPENED')),
    CONSTRAINT an_act_on_a_day_names_it CHECK ((act = 'YEAR_OPENED') = (day IS NULL) AND num_nulls(day, kind, occasion) IN (0, 3)),
    CONSTRAINT a_day_lies_in_its_year CHECK (year = extract(year FROM day)),
    CONSTRAINT only_days_to_come_are_added_or_taken_out CHECK (act NOT IN ('DAY_ADDED', 'DAY_TAKEN_OUT') OR day > done_on),
    CONSTRAINT a_source_is_written CHECK (btrim(source) <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.calendar_act IS 'What the board did to the calendar of working days, in its order. Appended to, never changed.';
COMMENT ON COLUMN reference.calendar_act.source IS 'The announcement or law that says so; for a day taken out, why.';

CREATE FUNCTION reference.days_follow_their_acts() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    known RECORD;
BEGIN
    LOCK TABLE reference.holiday IN SHARE ROW EXCLUSIVE MODE;
    IF NEW.act = 'DAY_ADDED' THEN
        INSERT INTO reference.holiday (day, kind, occasion, source, certainty)
        VALUES (NEW.day, NEW.kind, NEW.occasion, NEW.source, NEW.certainty);
    ELSIF NEW.act = 'DAY_TAKEN_OUT' THEN
        DELETE FROM reference.holiday WHERE day = NEW.day RETURNING * INTO STRICT known;
    ELSIF NEW.act = 'DAY_CONFIRMED' THEN
        UPDATE reference.holiday SET source = NEW.source, certainty = NEW.certainty WHERE day = NEW.day RETURNING * INTO STRICT known;
    ELSE
        INSERT INTO reference.calendar_year (year, certainty) VALUES (NEW.year, NEW.certainty);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER days_follow_their_acts BEFORE INSERT ON reference.calendar_act
    FOR EACH ROW EXECUTE FUNCTION reference.days_follow_their_acts();
REVOKE UPDATE, DELETE, TRUNCATE ON reference.calendar_act FROM ${program};
