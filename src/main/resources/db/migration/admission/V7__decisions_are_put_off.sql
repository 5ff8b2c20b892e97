-- The term of a decision is put off in a special case, for a reason: a step of the case, whose day stands beside it for lists.
ALTER TABLE admission.step ADD COLUMN until_on DATE,
    DROP CONSTRAINT a_kind_is_known,
    DROP CONSTRAINT who_goes_back_or_moves_says_why,
    ADD CONSTRAINT a_kind_is_known CHECK (kind IN ('REACHED', 'CHANGED', 'BACK', 'MOVED', 'EXTENDED')),
    ADD CONSTRAINT who_goes_back_moves_or_extends_says_why CHECK (kind NOT IN ('BACK', 'MOVED', 'EXTENDED') OR reason <> ''),
    ADD CONSTRAINT an_extension_and_nothing_else_has_a_last_day CHECK ((kind = 'EXTENDED') = (until_on IS NOT NULL));
COMMENT ON COLUMN admission.step.until_on IS 'The last day of a decision whose term was extended.';

ALTER TABLE admission.admission_case ADD COLUMN decide_until DATE, ADD COLUMN recognise_until DATE,
    ADD CONSTRAINT what_is_put_off_was_voted_on CHECK ((decide_until IS NULL OR decide_until > voted_on)
        AND (recognise_until IS NULL OR recognise_until > proposed_on));
COMMENT ON COLUMN admission.admission_case.decide_until IS 'The last day of the decision on the admission where its term was extended.';
COMMENT ON COLUMN admission.admission_case.recognise_until IS 'The last day of the decision on the recognition where its term was extended.';

-- The day a term begins, by the rules of the case or, of a rule that applies at once, by those of the day itself.
CREATE VIEW admission.counted_case AS
SELECT c.id, c.full_name, c.family_name, c.middle_name, c.given_name, c.organisation_id, c.rule_day, c.stage, c.ended_on, c.certificate_on, c.voted_on, c.decided_on, c.joined_on, c.proposed_on,
    c.decide_until, c.recognise_until, CASE WHEN c.stage = 'OFFICIAL' THEN c.since END AS recognised_on,
    CASE WHEN (SELECT range_agg(r.valid) FROM reference.rule r WHERE r.key = 'ceremony-counted-from' AND r.scope = 'ALL'
            AND r.value = 'DECISION_RECEIVED')
        @> CASE WHEN (SELECT range_agg(o.valid) FROM reference.rule o WHERE o.key = 'applies-at-once'
            AND o.scope = 'CEREMONY_COUNTED_FROM') @> c.decided_on THEN c.decided_on ELSE c.rule_day END
        THEN coalesce(c.received_on, c.decided_on) ELSE c.decided_on END AS ceremony_from,
    CASE p.unit WHEN 'DAYS' THEN c.joined_on + CAST(p.value AS INTEGER)
        WHEN 'MONTHS' THEN CAST(c.joined_on + make_interval(months => CAST(p.value AS INTEGER)) AS DATE)
        WHEN 'YEARS' THEN CAST(c.joined_on + make_interval(years => CAST(p.value AS INTEGER)) AS DATE)
        WHEN 'WORKING_DAYS' THEN reference.last_day(c.joined_on, CAST(p.value AS INTEGER), p.unit) END AS probation_over
FROM admission.admission_case c
LEFT JOIN reference.rule p ON p.key = 'probation' AND p.scope = 'ALL'
    AND p.valid @> CASE WHEN (SELECT range_agg(o.valid) FROM reference.rule o WHERE o.key = 'applies-at-once'
        AND o.scope = 'PROBATION') @> c.joined_on THEN c.joined_on ELSE c.rule_day END;
COMMENT ON VIEW admission.counted_case IS 'Cases with the days that their terms are counted from: the ceremony from the decision or its receipt, what follows from the end of probation.';

CREATE OR REPLACE VIEW admission.deadline AS
SELECT c.id,
    admission.last_day('awareness-certificate-validity', c.rule_day, c.certificate_on) AS certificate_until,
    greatest(admission.last_day('admission-decision', c.rule_day, c.voted_on), c.decide_until) AS decide_by,
    admission.last_day('ceremony', c.rule_day, c.ceremony_from) AS ceremony_by,
    (SELECT reference.last_day(c.joined_on, CAST(r.value AS INTEGER), r.unit) FROM reference.rule r
        WHERE r.key = 'member-biography' AND r.scope = 'ALL' AND r.valid @> c.joined_on) AS biography_by,
    admission.last_day('recognition-proposal', c.rule_day, c.probation_over) AS propose_by,
    greatest(admission.last_day('recognition-decision', c.rule_day, c.proposed_on), c.recognise_until) AS recognise_by
FROM admission.counted_case c;

CREATE OR REPLACE VIEW admission.due AS
WITH waiting AS MATERIALIZED (
    SELECT c.id, c.rule_day,
        CASE WHEN c.stage IN ('COURSE_DONE', 'HELPER_SET', 'APPLIED', 'BIO_DECLARED', 'BIO_VERIFIED', 'OPINIONS') THEN 'awareness-certificate-validity'
            WHEN c.stage IN ('CELL_VOTED', 'PARTIAL_APPRAISED', 'BASE_RESOLVED') THEN 'admission-decision'
            WHEN c.stage = 'DECIDED' THEN 'ceremony'
            WHEN c.stage = 'CEREMONY' THEN 'member-biography'
            WHEN c.stage IN ('PROBATION', 'SELF_REVIEW') THEN 'recognition-proposal'
            WHEN c.stage = 'CELL_VOTED_OFFICIAL' THEN 'recognition-decision' END AS rule,
        CASE WHEN c.stage IN ('COURSE_DONE', 'HELPER_SET', 'APPLIED', 'BIO_DECLARED', 'BIO_VERIFIED', 'OPINIONS') THEN c.certificate_on
            WHEN c.stage IN ('CELL_VOTED', 'PARTIAL_APPRAISED', 'BASE_RESOLVED') THEN c.voted_on
            WHEN c.stage = 'DECIDED' THEN c.ceremony_from
            WHEN c.stage = 'CEREMONY' THEN c.joined_on
            WHEN c.stage IN ('PROBATION', 'SELF_REVIEW') THEN c.probation_over
            WHEN c.stage = 'CELL_VOTED_OFFICIAL' THEN c.proposed_on END AS starts,
        CASE WHEN c.stage IN ('CELL_VOTED', 'PARTIAL_APPRAISED', 'BASE_RESOLVED') THEN c.decide_until
            WHEN c.stage = 'CELL_VOTED_OFFICIAL' THEN c.recognise_until END AS extended
    FROM admission.counted_case c WHERE c.ended_on IS NULL),
marked AS MATERIALIZED (
    SELECT lower(replace(scope, '_', '-')) AS rule, range_agg(valid) AS days FROM reference.rule
    WHERE key = 'applies-at-once' GROUP BY scope),
begun AS (
    SELECT w.id, w.rule, w.starts, w.extended, CAST(r.value AS INTEGER) AS amount, r.unit
    FROM waiting w
    LEFT JOIN marked m ON m.rule = w.rule
    -- One value holds on a day; said by LIMIT, since a condition on a range makes the planner expect none at all.
    CROSS JOIN LATERAL (SELECT value, unit FROM reference.rule
        WHERE key = w.rule AND scope = 'ALL'
        AND valid @> CASE WHEN w.rule = 'member-biography' OR m.days @> w.starts THEN w.starts ELSE w.rule_day END
        LIMIT 1) r
    WHERE w.starts IS NOT NULL)
SELECT b.id, b.rule, greatest(b.extended, CASE b.unit
    WHEN 'DAYS' THEN b.starts + b.amount
    WHEN 'MONTHS' THEN CAST(b.starts + make_interval(months => b.amount) AS DATE)
    WHEN 'YEARS' THEN CAST(b.starts + make_interval(years => b.amount) AS DATE)
    WHEN 'WORKING_DAYS' THEN CASE WHEN reached.day < b.starts THEN b.starts ELSE reached.day END END) AS due_on
FROM begun b
LEFT JOIN reference.working_day began ON began.day = b.starts
LEFT JOIN reference.day_reached reached ON b.unit = 'WORKING_DAYS' AND reached.stretch = began.stretch
    AND reached.passed = began.passed + b.amount;
