-- Replay tells who stood where on which day; flows ask what each entry did, also when it was not the last of its day. Each
-- day begins where the standing of the day before ends, so that asking for some days reads the journal of these days alone.
CREATE VIEW membership.step AS
WITH told AS (
    SELECT entry.id, entry.member_id, entry.kind, entry.effective_on, entry.recorded, entry.to_organisation_id, entry.status,
           entry.decision_id, stood.organisation_id AS stood_in, stood.status AS stood_as,
           entry.kind IN ('OPENING', 'ADMITTED', 'TRANSFERRED_IN', 'RESTORED') AS comes,
           entry.kind IN ('TRANSFERRED_OUT', 'STRUCK_OFF', 'RESIGNED', 'EXPELLED', 'DIED', 'ADMISSION_CANCELLED') AS goes
    FROM membership.told entry
    LEFT JOIN membership.standing stood ON stood.member_id = entry.member_id AND stood.valid @> entry.effective_on - 1
), turned AS (
    SELECT *,
           count(*) FILTER (WHERE comes OR goes) OVER so_far AS turn,
           count(to_organisation_id) OVER so_far AS place
    FROM told
    WINDOW so_far AS (PARTITION BY member_id, effective_on ORDER BY recorded)
), placed AS (
    SELECT *,
           CASE WHEN turn = 0 THEN stood_in IS NOT NULL ELSE first_value(comes) OVER in_turn END AS stands,
           coalesce(first_value(to_organisation_id) OVER in_place, stood_in) AS stands_in,
           CASE WHEN bool_or(kind = 'RECOGNISED') OVER in_turn THEN 'OFFICIAL'
                WHEN turn = 0 THEN stood_as
                ELSE coalesce(first_value(status) OVER in_turn, 'PROBATIONARY') END AS stands_as
    FROM turned
    WINDOW in_turn AS (PARTITION BY member_id, effective_on, turn ORDER BY recorded),
           in_place AS (PARTITION BY member_id, effective_on, place ORDER BY recorded)
)
SELECT id, member_id, kind, effective_on, recorded, decision_id,
       CASE WHEN lag(recorded) OVER in_order IS NULL THEN effective_on - 1 ELSE effective_on END AS before_on,
       CASE WHEN lag(recorded) OVER in_order IS NULL THEN stood_in
            WHEN lag(stands) OVER in_order THEN lag(stands_in) OVER in_order END AS before_id,
       CASE WHEN lag(recorded) OVER in_order IS NULL THEN stood_as
            WHEN lag(stands) OVER in_order THEN lag(stands_as) OVER in_order END AS before_as,
       CASE WHEN stands THEN stands_in END AS after_id,
       CASE WHEN stands THEN stands_as END AS after_as
FROM placed
WINDOW in_order AS (PARTITION BY member_id, effective_on ORDER BY recorded);
COMMENT ON VIEW membership.step IS 'What each entry that holds did: where the member stood before it and after it, and as what. The last of a day leads to the standing of that day.';
COMMENT ON COLUMN membership.step.before_on IS 'The day the place before is to be looked for in the tree: the day before, for the first entry of a day.';
