CREATE TABLE paperfile.count (
    id              UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    counted_on      DATE NOT NULL,
    opened_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    opened_by       TEXT NOT NULL,
    closed_at       TIMESTAMPTZ,
    closed_by       TEXT,
    CONSTRAINT a_count_is_closed_by_somebody CHECK (num_nulls(closed_at, closed_by) IN (0, 2)),
    CONSTRAINT an_organisation_is_counted_once_a_day UNIQUE (organisation_id, counted_on)
);
COMMENT ON TABLE paperfile.count IS 'A count of the paper files of an organisation and all below it against the list of its members on that day.';
CREATE UNIQUE INDEX an_organisation_has_one_open_count ON paperfile.count (organisation_id) WHERE closed_at IS NULL;
REVOKE DELETE, TRUNCATE ON paperfile.count FROM ${program};

CREATE TABLE paperfile.count_line (
    count_id  UUID NOT NULL REFERENCES paperfile.count,
    member_id UUID NOT NULL REFERENCES member.member,
    found     BOOLEAN,
    PRIMARY KEY (count_id, member_id)
);
COMMENT ON TABLE paperfile.count_line IS 'A file that must be there: that of everybody who stood in the organisation on the day of the count.';
COMMENT ON COLUMN paperfile.count_line.found IS 'Absent as long as nobody looked.';
REVOKE DELETE, TRUNCATE ON paperfile.count_line FROM ${program};

CREATE TABLE paperfile.count_surplus (
    id          UUID PRIMARY KEY,
    count_id    UUID NOT NULL REFERENCES paperfile.count,
    cover       TEXT NOT NULL,
    remark      TEXT,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT a_cover_says_something CHECK (cover <> '')
);
COMMENT ON TABLE paperfile.count_surplus IS 'A file that was there though nobody of that name stood in the organisation.';
COMMENT ON COLUMN paperfile.count_surplus.cover IS 'What is written on it: a name, a number.';
CREATE INDEX count_surplus_by_count ON paperfile.count_surplus (count_id);
REVOKE UPDATE, DELETE, TRUNCATE ON paperfile.count_surplus FROM ${program};

CREATE FUNCTION paperfile.closed_count_stays() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF EXISTS (SELECT FROM paperfile.count WHERE id = NEW.count_id AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a closed count stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_closed_count_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lines_of_a_closed_count_stay BEFORE INSERT OR UPDATE ON paperfile.count_line
    FOR EACH ROW EXECUTE FUNCTION paperfile.closed_count_stays();
CREATE TRIGGER surplus_of_a_closed_count_stays BEFORE INSERT ON paperfile.count_surplus
    FOR EACH ROW EXECUTE FUNCTION paperfile.closed_count_stays();
CREATE FUNCTION paperfile.closing_stays() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL OR (NEW.organisation_id, NEW.counted_on) <> (OLD.organisation_id, OLD.counted_on) THEN
        RAISE EXCEPTION 'a closed count stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_closed_count_stays';
    END IF;
    IF EXISTS (SELECT FROM paperfile.count_line line WHERE line.count_id = NEW.id AND line.found IS NULL) THEN
        RAISE EXCEPTION 'every file is looked for before a count is closed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'every_file_is_looked_for';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_count_is_closed_once AFTER UPDATE ON paperfile.count
    FOR EACH ROW EXECUTE FUNCTION paperfile.closing_stays();
