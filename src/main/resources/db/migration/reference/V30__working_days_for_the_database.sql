-- Terms in working days, for whoever asks the database: obligations are computed from facts, so that a swap of holidays that
-- is announced late moves every day that depends on it.
CREATE TABLE reference.working_day (
    day     DATE PRIMARY KEY,
    stretch INTEGER NOT NULL,
    passed  INTEGER NOT NULL
);
COMMENT ON TABLE reference.working_day IS 'Every day of the years whose holidays are known. Derived from holiday and calendar_year, never written otherwise.';
COMMENT ON COLUMN reference.working_day.stretch IS 'Years in a row whose holidays are known: no term reaches past their end.';
COMMENT ON COLUMN reference.working_day.passed IS 'Working days from the beginning of the first known year to the end of this day.';

CREATE FUNCTION reference.count_working_days() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    DELETE FROM reference.working_day;
    INSERT INTO reference.working_day (day, stretch, passed)
    SELECT day, stretch, sum(CAST(worked AS INTEGER)) OVER (ORDER BY day)
    FROM (SELECT CAST(d AS DATE) AS day, known.stretch, coalesce(special.kind = 'MADE_UP', extract(isodow FROM d) < 6) AS worked
          FROM (SELECT year, year - row_number() OVER (ORDER BY year) AS stretch FROM reference.calendar_year) AS known
          CROSS JOIN generate_series(make_date(known.year, 1, 1), make_date(known.year, 12, 31), INTERVAL '1 day') AS d
          LEFT JOIN reference.holiday special ON special.day = d) AS days;
    RETURN NULL;
END $$;
CREATE TRIGGER working_days_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reference.holiday
    FOR EACH STATEMENT EXECUTE FUNCTION reference.count_working_days();
CREATE TRIGGER working_days_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON reference.calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION reference.count_working_days();
UPDATE reference.calendar_year SET year = year WHERE false;
CREATE INDEX working_day_by_count ON reference.working_day (passed, stretch, day);

CREATE FUNCTION reference.last_day(starts DATE, amount INTEGER, unit TEXT) RETURNS DATE LANGUAGE sql STABLE AS $$
    SELECT CASE unit
        WHEN 'DAYS' THEN starts + amount
        WHEN 'MONTHS' THEN CAST(starts + make_interval(months => amount) AS DATE)
        WHEN 'YEARS' THEN CAST(starts + make_interval(years => amount) AS DATE)
        WHEN 'WORKING_DAYS' THEN (
            SELECT min(reached.day)
            FROM reference.working_day began
            JOIN reference.working_day reached ON reached.stretch = began.stretch
                AND reached.passed = began.passed + amount AND reached.day >= began.day
            WHERE began.day = starts) END
$$;
COMMENT ON FUNCTION reference.last_day IS 'The last day of a term that begins with a day, as WorkingDays.lastDay has it; null where it lies in a year whose holidays are not known.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON reference.working_day FROM ${program};
