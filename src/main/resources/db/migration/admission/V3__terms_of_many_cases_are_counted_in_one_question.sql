-- As before, but for the last days: counted here, where reference.last_day would be planned anew for each of thousands of days.
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
            WHEN c.stage = 'DECIDED' THEN CASE WHEN EXISTS (SELECT FROM reference.rule r WHERE r.key = 'ceremony-counted-from'
                AND r.valid @> c.rule_day AND r.value = 'DECISION_RECEIVED') THEN coalesce(c.received_on, c.decided_on) ELSE c.decided_on END
            WHEN c.stage = 'CEREMONY' THEN c.joined_on
            WHEN c.stage IN ('PROBATION', 'SELF_REVIEW') THEN CAST(c.joined_on + (SELECT make_interval(months => CAST(r.value AS INTEGER))
                FROM reference.rule r WHERE r.key = 'probation' AND r.valid @> c.rule_day) AS DATE)
            WHEN c.stage = 'CELL_VOTED_OFFICIAL' THEN c.proposed_on END AS starts
    FROM admission.admission_case c WHERE c.ended_on IS NULL),
begun AS MATERIALIZED (
    SELECT w.id, w.rule, w.starts, CAST(r.value AS INTEGER) AS amount, r.unit
    FROM waiting w
    JOIN reference.rule r ON r.key = w.rule AND r.scope = 'ALL' AND r.valid @> CASE WHEN EXISTS (
        SELECT FROM reference.rule o WHERE o.key = 'applies-at-once' AND o.scope = upper(replace(w.rule, '-', '_'))
        AND o.valid @> w.starts) THEN w.starts ELSE w.rule_day END
    WHERE w.starts IS NOT NULL),
term AS MATERIALIZED (
    SELECT starts, amount, unit, CASE unit
        WHEN 'DAYS' THEN starts + amount
        WHEN 'MONTHS' THEN CAST(starts + make_interval(months => amount) AS DATE)
        WHEN 'YEARS' THEN CAST(starts + make_interval(years => amount) AS DATE)
        WHEN 'WORKING_DAYS' THEN (
            SELECT min(reached.day) FROM reference.working_day began
            JOIN reference.working_day reached ON reached.stretch = began.stretch
                AND reached.passed = began.passed + amount AND reached.day >= began.day
            WHERE began.day = starts) END AS due_on
    FROM (SELECT DISTINCT starts, amount, unit FROM begun) AS terms)
SELECT b.id, b.rule, t.due_on FROM begun b LEFT JOIN term t ON t.starts = b.starts AND t.amount = b.amount AND t.unit = b.unit;
