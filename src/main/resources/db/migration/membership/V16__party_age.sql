-- Interruptions of long ago, which no entry of the journal tells.
CREATE TABLE membership.interruption (
    id            UUID PRIMARY KEY,
    member_id     UUID NOT NULL REFERENCES member.member,
    valid         DATERANGE NOT NULL,
    ground        TEXT NOT NULL,
    paper         TEXT NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by   TEXT NOT NULL,
    withdrawn_at  TIMESTAMPTZ,
    withdrawn_by  TEXT,
    withdrawn_why TEXT,
    CONSTRAINT a_ground_is_known CHECK (ground IN ('STRUCK_OFF', 'EXPELLED', 'RESIGNED', 'LOST_CONTACT', 'TRANSFER_GAP')),
    CONSTRAINT an_interruption_has_begun_and_ended CHECK (NOT isempty(valid) AND NOT lower_inf(valid) AND NOT upper_inf(valid)),
    CONSTRAINT a_paper_proves_it CHECK (paper <> ''),
    CONSTRAINT what_is_withdrawn_is_so_for_a_reason CHECK
        (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) IN (0, 3) AND withdrawn_why <> ''),
    CONSTRAINT interruptions_do_not_overlap EXCLUDE USING gist (member_id WITH =, valid WITH &&) WHERE (withdrawn_at IS NULL)
);
COMMENT ON TABLE membership.interruption IS 'Time outside of the Party, or out of contact with it, from before the journal: what the member declared and the cell verified.';
COMMENT ON COLUMN membership.interruption.valid IS 'Half-open: its end is the day membership goes on.';
COMMENT ON COLUMN membership.interruption.paper IS 'What proves it: the decision of that time, or the record of the verification.';
REVOKE DELETE, TRUNCATE ON membership.interruption FROM ${program};
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON membership.interruption
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

CREATE VIEW membership.break AS
SELECT gone.member_id, daterange(gone.effective_on, CASE WHEN back.day IS NOT NULL THEN greatest(back.day, gone.effective_on) END) AS valid,
       CASE WHEN back.kind = 'RESTORED' THEN 'RESTORED' ELSE gone.kind END AS ground
FROM membership.told gone
LEFT JOIN LATERAL (
    SELECT entry.kind,
           CASE WHEN entry.kind = 'ADMITTED' THEN least(d.issued_on, entry.effective_on) ELSE entry.effective_on END AS day
    FROM membership.told entry
    LEFT JOIN organisation.decision d ON d.id = entry.decision_id
    WHERE entry.member_id = gone.member_id AND (entry.effective_on, entry.recorded) > (gone.effective_on, gone.recorded)
    AND entry.kind IN ('OPENING', 'ADMITTED', 'TRANSFERRED_IN', 'RESTORED')
    ORDER BY entry.effective_on, entry.recorded LIMIT 1) back ON true
WHERE gone.kind IN ('STRUCK_OFF', 'RESIGNED', 'EXPELLED')
UNION ALL
SELECT member_id, valid, kind FROM membership.dated_fact WHERE withdrawn_at IS NULL AND kind IN ('LOST_CONTACT', 'SUSPENDED')
UNION ALL
SELECT member_id, valid, ground FROM membership.interruption WHERE withdrawn_at IS NULL;
COMMENT ON VIEW membership.break IS 'Whatever may interrupt party age, with its ground. The rulebook says which grounds do. Being admitted again ends one on the day of the decision.';

-- A cancelled admission never was one: party age begins with the admission after it.
CREATE VIEW membership.begun_anew AS
SELECT DISTINCT ON (entry.member_id) entry.member_id, entry.effective_on AS joined_on, d.issued_on AS decided_on
FROM membership.told entry
JOIN membership.told cancelled ON cancelled.member_id = entry.member_id AND cancelled.kind = 'ADMISSION_CANCELLED'
    AND (cancelled.effective_on, cancelled.recorded) < (entry.effective_on, entry.recorded)
LEFT JOIN organisation.decision d ON d.id = entry.decision_id
WHERE entry.kind = 'ADMITTED'
AND NOT EXISTS (SELECT FROM membership.told later WHERE later.member_id = entry.member_id AND later.kind = 'ADMISSION_CANCELLED'
    AND (later.effective_on, later.recorded) > (entry.effective_on, entry.recorded))
ORDER BY entry.member_id, entry.effective_on, entry.recorded;
COMMENT ON VIEW membership.begun_anew IS 'Who was admitted after an admission that was cancelled: the first such admission, with its decision.';

-- The same computation as the PartyAge of the program, for lists; a property test holds the two together.
CREATE FUNCTION membership.party_age(day DATE)
RETURNS TABLE (member_id UUID, begins DATE, left_out INTEGER, counted_from DATE) LANGUAGE sql STABLE AS $$
    WITH broken AS MATERIALIZED (
        SELECT b.member_id, range_agg(b.valid) AS spans
        FROM membership.break b
        JOIN reference.rule r ON r.key = 'party-age-interruption' AND r.scope = b.ground AND r.valid @> day AND r.value = 'LEFT_OUT'
        GROUP BY b.member_id
    )
    SELECT m.id, start.begins, coalesce(gone.days, 0), start.begins + coalesce(gone.days, 0)
    FROM member.member m
    LEFT JOIN membership.begun_anew anew ON anew.member_id = m.id
    CROSS JOIN LATERAL (SELECT CASE WHEN anew.member_id IS NULL THEN m.decided_on ELSE anew.decided_on END AS decided_on,
        CASE WHEN anew.member_id IS NULL THEN m.joined_on ELSE anew.joined_on END AS joined_on) entered
    CROSS JOIN LATERAL (SELECT coalesce(CASE WHEN (SELECT r.value FROM reference.rule r WHERE r.key = 'party-age-begins'
        AND r.valid @> day) = 'DECISION_DAY' THEN entered.decided_on END, entered.joined_on) AS begins) start
    LEFT JOIN broken ON broken.member_id = m.id
    LEFT JOIN LATERAL (
        SELECT cast(sum(upper(span) - lower(span)) AS INTEGER) AS days
        FROM unnest(broken.spans * datemultirange(daterange(start.begins, greatest(day, start.begins)))) AS span) gone
        ON broken.member_id IS NOT NULL
$$;
COMMENT ON FUNCTION membership.party_age IS 'Party age (tuổi Đảng) as at a day, of everybody: from when it runs, how many days are left out, and from which day it counts when they are. It is a member''s once they are official.';
