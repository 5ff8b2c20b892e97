CREATE TABLE membership.dated_fact (
    id            UUID PRIMARY KEY,
    member_id     UUID NOT NULL REFERENCES member.member,
    kind          TEXT NOT NULL,
    valid         DATERANGE NOT NULL,
    place         TEXT,
    decision_id   UUID REFERENCES organisation.decision,
    recorded_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by   TEXT NOT NULL,
    ended_at      TIMESTAMPTZ,
    ended_by      TEXT,
    withdrawn_at  TIMESTAMPTZ,
    withdrawn_by  TEXT,
    withdrawn_why TEXT,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('SUSPENDED', 'LOST_CONTACT', 'WORKING_AWAY', 'ABROAD', 'DEMOBILISED',
        'STUDENT', 'RETIRED', 'TEMPORARY_OUT')),
    CONSTRAINT a_fact_lasts_at_least_a_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    CONSTRAINT a_place_is_written CHECK (place <> ''),
    CONSTRAINT an_end_was_recorded_by_somebody CHECK (num_nulls(ended_at, ended_by) IN (0, 2)),
    CONSTRAINT what_is_withdrawn_is_so_for_a_reason CHECK
        (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) IN (0, 3) AND withdrawn_why <> ''),
    -- WITHOUT OVERLAPS knows no condition, and a fact that was withdrawn stands in nobody's way.
    CONSTRAINT facts_of_a_kind_do_not_overlap
        EXCLUDE USING gist (member_id WITH =, kind WITH =, valid WITH &&) WHERE (withdrawn_at IS NULL)
);
COMMENT ON TABLE membership.dated_fact IS 'What is true of a member for a time and does not move the count: suspended, out of contact, away, abroad, demobilised, a student, retired, temporarily elsewhere. Exemption has a table of its own.';
COMMENT ON COLUMN membership.dated_fact.valid IS 'Half-open; open-ended while no end is known.';
COMMENT ON COLUMN membership.dated_fact.place IS 'Where they are meanwhile, where the kind asks for it.';
REVOKE DELETE, TRUNCATE ON membership.dated_fact FROM ${program};
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON membership.dated_fact
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
