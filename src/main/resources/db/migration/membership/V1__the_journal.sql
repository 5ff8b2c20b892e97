CREATE SCHEMA membership;

CREATE TABLE membership.movement (
    id                   UUID PRIMARY KEY,
    recorded             BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    member_id            UUID NOT NULL REFERENCES member.member,
    kind                 TEXT NOT NULL,
    effective_on         DATE NOT NULL,
    from_organisation_id UUID REFERENCES organisation.organisation,
    to_organisation_id   UUID REFERENCES organisation.organisation,
    status               TEXT,
    again                BOOLEAN NOT NULL DEFAULT false,
    ground               TEXT,
    decision_id          UUID REFERENCES organisation.decision,
    reverses             UUID REFERENCES membership.movement,
    reason               TEXT,
    recorded_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by          TEXT NOT NULL,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('OPENING', 'ADMITTED', 'RECOGNISED', 'TRANSFERRED', 'TRANSFERRED_IN',
        'TRANSFERRED_OUT', 'REASSIGNED', 'STRUCK_OFF', 'RESIGNED', 'EXPELLED', 'DIED', 'ADMISSION_CANCELLED', 'RESTORED')),
    CONSTRAINT a_standing_is_probationary_or_official CHECK (status IN ('PROBATIONARY', 'OFFICIAL')),
    CONSTRAINT who_comes_in_comes_to_an_organisation CHECK
        ((kind IN ('OPENING', 'ADMITTED', 'TRANSFERRED', 'TRANSFERRED_IN', 'REASSIGNED', 'RESTORED')) = (to_organisation_id IS NOT NULL)),
    CONSTRAINT who_leaves_leaves_an_organisation CHECK
        ((kind IN ('TRANSFERRED', 'TRANSFERRED_OUT', 'REASSIGNED', 'STRUCK_OFF', 'RESIGNED', 'EXPELLED', 'DIED', 'ADMISSION_CANCELLED'))
            = (from_organisation_id IS NOT NULL)),
    CONSTRAINT a_status_is_given_where_none_can_follow_from_before CHECK
        ((kind IN ('OPENING', 'TRANSFERRED_IN', 'RESTORED')) = (status IS NOT NULL)),
    CONSTRAINT only_an_admission_is_again CHECK (NOT again OR kind = 'ADMITTED'),
    CONSTRAINT a_reversal_has_a_reason CHECK (reverses IS NULL OR reason <> '')
);
COMMENT ON TABLE membership.movement IS 'The journal: everything that happened to a member. Appended to, never changed; a wrong entry is reversed by another.';
COMMENT ON COLUMN membership.movement.reverses IS 'The entry this one takes back: of the same kind and day, counted negative.';
CREATE INDEX movement_by_member ON membership.movement (member_id, effective_on, recorded);
CREATE INDEX movement_by_day ON membership.movement (effective_on, kind);
CREATE UNIQUE INDEX an_entry_is_taken_back_once ON membership.movement (reverses) WHERE reverses IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON membership.movement FROM ${program};

CREATE TABLE membership.standing (
    member_id       UUID NOT NULL REFERENCES member.member,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    status          TEXT NOT NULL,
    valid           DATERANGE NOT NULL,
    PRIMARY KEY (member_id, valid WITHOUT OVERLAPS),
    CONSTRAINT a_standing_is_probationary_or_official CHECK (status IN ('PROBATIONARY', 'OFFICIAL')),
    CONSTRAINT a_standing_lasts_at_least_a_day CHECK (NOT isempty(valid))
);
COMMENT ON TABLE membership.standing IS 'Who belonged where as what, and when: derived from the journal in the same transaction, never written otherwise.';
CREATE INDEX standing_by_organisation ON membership.standing (organisation_id, member_id);

CREATE TABLE membership.exemption (
    member_id   UUID NOT NULL REFERENCES member.member,
    valid       DATERANGE NOT NULL,
    ground      TEXT NOT NULL,
    decision_id UUID REFERENCES organisation.decision,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (member_id, valid WITHOUT OVERLAPS),
    CONSTRAINT an_exemption_lasts_at_least_a_day CHECK (NOT isempty(valid))
);
COMMENT ON TABLE membership.exemption IS 'Exempt from work and party life (miễn công tác và sinh hoạt đảng): a dated fact beside the standing; who is exempt is counted all the same.';

CREATE TABLE membership.headcount (
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    status          TEXT NOT NULL,
    day             DATE NOT NULL,
    change          INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, status, day)
);
COMMENT ON TABLE membership.headcount IS 'Roll-up of standing: how many more (or fewer) stood in this very organisation from this day on. The sum up to a day is the head-count of that day.';

CREATE FUNCTION membership.standings_come() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO membership.headcount (organisation_id, status, day, change)
    SELECT organisation_id, status, day, sum(change) FROM (
        SELECT organisation_id, status, lower(valid) AS day, 1 AS change FROM came
        UNION ALL
        SELECT organisation_id, status, upper(valid), -1 FROM came WHERE upper(valid) IS NOT NULL) AS changes
    GROUP BY organisation_id, status, day
    HAVING sum(change) <> 0
    ORDER BY organisation_id, status, day
    ON CONFLICT (organisation_id, status, day) DO UPDATE SET change = headcount.change + excluded.change;
    RETURN NULL;
END $$;
CREATE FUNCTION membership.standings_go() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO membership.headcount (organisation_id, status, day, change)
    SELECT organisation_id, status, day, sum(change) FROM (
        SELECT organisation_id, status, lower(valid) AS day, -1 AS change FROM went
        UNION ALL
        SELECT organisation_id, status, upper(valid), 1 FROM went WHERE upper(valid) IS NOT NULL) AS changes
    GROUP BY organisation_id, status, day
    HAVING sum(change) <> 0
    ORDER BY organisation_id, status, day
    ON CONFLICT (organisation_id, status, day) DO UPDATE SET change = headcount.change + excluded.change;
    RETURN NULL;
END $$;
CREATE TRIGGER standings_inserted_are_counted AFTER INSERT ON membership.standing
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION membership.standings_come();
CREATE TRIGGER standings_updated_are_counted_anew AFTER UPDATE ON membership.standing
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION membership.standings_come();
CREATE TRIGGER standings_updated_are_no_longer_counted_as_before AFTER UPDATE ON membership.standing
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION membership.standings_go();
CREATE TRIGGER standings_deleted_are_no_longer_counted AFTER DELETE ON membership.standing
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION membership.standings_go();
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON membership.headcount FROM ${program};

CREATE VIEW membership.told AS
SELECT * FROM membership.movement entry
WHERE reverses IS NULL
AND NOT EXISTS (SELECT FROM membership.movement back WHERE back.reverses = entry.id);
COMMENT ON VIEW membership.told IS 'The entries of the journal that hold: an entry that was taken back is left out with the entry that took it back.';

-- The one definition of replay: what the journal, read in order, says about who belonged where as what.
-- Whoever comes in (OPENING, ADMITTED,
-- TRANSFERRED_IN, RESTORED) begins a spell, whoever leaves ends it; what is told outside a spell changes nothing. Of
-- several entries on one day the last recorded holds; neighbouring days of the same kind make one standing.
CREATE VIEW membership.replay AS
WITH told AS (
    SELECT member_id, kind, effective_on, recorded, to_organisation_id, status,
           kind IN ('OPENING', 'ADMITTED', 'TRANSFERRED_IN', 'RESTORED') AS comes,
           kind IN ('TRANSFERRED_OUT', 'STRUCK_OFF', 'RESIGNED', 'EXPELLED', 'DIED', 'ADMISSION_CANCELLED') AS goes
    FROM membership.told
), spelled AS (
    SELECT *,
           count(*) FILTER (WHERE comes OR goes) OVER so_far AS spell,
           count(to_organisation_id) OVER so_far AS place,
           lead(effective_on) OVER so_far AS until
    FROM told
    WINDOW so_far AS (PARTITION BY member_id ORDER BY effective_on, recorded)
), placed AS (
    SELECT member_id, effective_on, recorded, until,
           CASE WHEN first_value(comes) OVER in_spell
                THEN first_value(to_organisation_id) OVER in_place END AS organisation_id,
           CASE WHEN first_value(comes) OVER in_spell
                THEN CASE WHEN bool_or(kind = 'RECOGNISED') OVER in_spell THEN 'OFFICIAL'
                          ELSE coalesce(first_value(status) OVER in_spell, 'PROBATIONARY') END END AS status
    FROM spelled
    WINDOW in_spell AS (PARTITION BY member_id, spell ORDER BY effective_on, recorded),
           in_place AS (PARTITION BY member_id, place ORDER BY effective_on, recorded)
), lasting AS (
    SELECT *,
           (organisation_id, status) IS DISTINCT FROM
               (lag(organisation_id) OVER in_order, lag(status) OVER in_order) AS turns
    FROM placed
    WHERE until IS NULL OR until > effective_on
    WINDOW in_order AS (PARTITION BY member_id ORDER BY effective_on, recorded)
), numbered AS (
    SELECT *, count(*) FILTER (WHERE turns) OVER (PARTITION BY member_id ORDER BY effective_on, recorded) AS stretch
    FROM lasting
)
SELECT member_id, organisation_id, status,
       daterange(min(effective_on), CASE WHEN bool_or(until IS NULL) THEN NULL ELSE max(until) END) AS valid
FROM numbered
WHERE organisation_id IS NOT NULL
GROUP BY member_id, stretch, organisation_id, status;
COMMENT ON VIEW membership.replay IS 'What standing must be: the journal replayed. Asked for one member, for some or for all, it is the same definition.';

-- Whoever appends to the journal, one entry or ten thousand: the standings of the members concerned follow at once.
-- EXECUTE plans for as many members as there are; the checks of foreign keys keep their one plan.
CREATE FUNCTION membership.journal_grows() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = '' AS $$
DECLARE
    concerned UUID[] := ARRAY(SELECT DISTINCT member_id FROM came);
BEGIN
    IF EXISTS (SELECT FROM came
               JOIN membership.movement entry ON entry.id = came.reverses
               WHERE entry.reverses IS NOT NULL
               OR (entry.member_id, entry.kind, entry.effective_on) <> (came.member_id, came.kind, came.effective_on)) THEN
        RAISE EXCEPTION 'an entry is taken back by one of the same member, kind and day, and only once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_reversal_mirrors_its_entry';
    END IF;
    IF NOT EXISTS (SELECT FROM membership.standing WHERE member_id = ANY (concerned)) THEN
        EXECUTE 'INSERT INTO membership.standing (member_id, organisation_id, status, valid)
            SELECT member_id, organisation_id, status, valid FROM membership.replay WHERE member_id = ANY ($1)'
            USING concerned;
        RETURN NULL;
    END IF;
    EXECUTE 'DELETE FROM membership.standing stood
        USING (SELECT * FROM membership.standing WHERE member_id = ANY ($1)
               EXCEPT
               SELECT * FROM membership.replay WHERE member_id = ANY ($1)) AS no_longer
        WHERE stood.member_id = no_longer.member_id AND stood.valid = no_longer.valid'
        USING concerned;
    EXECUTE 'INSERT INTO membership.standing (member_id, organisation_id, status, valid)
        SELECT * FROM membership.replay WHERE member_id = ANY ($1)
        EXCEPT
        SELECT * FROM membership.standing WHERE member_id = ANY ($1)'
        USING concerned;
    RETURN NULL;
END $$;
CREATE TRIGGER a_growing_journal_makes_standings AFTER INSERT ON membership.movement
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION membership.journal_grows();

-- Where the two differ: never, unless somebody reached past the journal.
CREATE VIEW membership.standing_out_of_step AS
(SELECT 'MISSING' AS lack, * FROM membership.replay EXCEPT SELECT 'MISSING', * FROM membership.standing)
UNION ALL
(SELECT 'UNFOUNDED' AS lack, * FROM membership.standing EXCEPT SELECT 'UNFOUNDED', * FROM membership.replay);
COMMENT ON VIEW membership.standing_out_of_step IS 'Standings that the journal tells of and the table lacks (MISSING), or that the table holds and the journal does not tell of (UNFOUNDED).';

CREATE VIEW membership.headcount_out_of_step AS
SELECT organisation_id, status, day, sum(told) AS told, sum(kept) AS kept
FROM (
    SELECT organisation_id, status, lower(valid) AS day, 1 AS told, 0 AS kept FROM membership.standing
    UNION ALL
    SELECT organisation_id, status, upper(valid), -1, 0 FROM membership.standing WHERE upper(valid) IS NOT NULL
    UNION ALL
    SELECT organisation_id, status, day, 0, change FROM membership.headcount
) AS changes
GROUP BY organisation_id, status, day
HAVING sum(told) <> sum(kept);
COMMENT ON VIEW membership.headcount_out_of_step IS 'Days on which the roll-up differs from what a plain count of the standings gives.';

-- The whole derived part anew from the journal.
CREATE FUNCTION membership.rebuild_standing() RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    rebuilt BIGINT;
BEGIN
    LOCK TABLE membership.movement IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM membership.standing;
    DELETE FROM membership.headcount;
    INSERT INTO membership.standing (member_id, organisation_id, status, valid)
    SELECT member_id, organisation_id, status, valid FROM membership.replay;
    GET DIAGNOSTICS rebuilt = ROW_COUNT;
    RETURN rebuilt;
END $$;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON membership.standing FROM ${program};
REVOKE ALL ON FUNCTION membership.rebuild_standing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION membership.rebuild_standing TO ${program};

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON membership.movement
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON membership.standing
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON membership.exemption
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
