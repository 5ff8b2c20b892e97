-- A lost file made anew (khôi phục hồ sơ): each step is an entry of its own.
CREATE TABLE member.restoration_step (
    restoration_id UUID NOT NULL,
    kind           TEXT NOT NULL,
    member_id      UUID NOT NULL REFERENCES member.member,
    happened_on    DATE NOT NULL,
    cause          TEXT,
    verified_by    TEXT,
    decision_id    UUID REFERENCES organisation.decision,
    remark         TEXT,
    recorded       TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by    TEXT NOT NULL,
    recorded_for   DATE NOT NULL,
    PRIMARY KEY (restoration_id, kind),
    CONSTRAINT a_step_is_known CHECK (kind IN ('REPORTED', 'DECIDED', 'CLOSED', 'FOUND')),
    CONSTRAINT a_loss_has_its_cause_and_who_verified_it CHECK (num_nonnulls(cause, verified_by) = CASE kind WHEN 'REPORTED' THEN 2 ELSE 0 END),
    CONSTRAINT a_decision_is_named_where_one_was_made CHECK ((kind = 'DECIDED') = (decision_id IS NOT NULL)),
    CONSTRAINT nothing_happens_after_it_is_recorded CHECK (happened_on <= recorded_for)
);
COMMENT ON TABLE member.restoration_step IS 'Steps of restoring lost files: loss reported, committee decided, file whole again, or the lost one found. Never changed itself.';
COMMENT ON COLUMN member.restoration_step.verified_by IS 'Who verified the cause of the loss.';
COMMENT ON COLUMN member.restoration_step.recorded_for IS 'The business day of the entry.';
CREATE INDEX restoration_by_member ON member.restoration_step (member_id);
CREATE INDEX restoration_by_day ON member.restoration_step (happened_on) WHERE kind = 'REPORTED';
REVOKE UPDATE, DELETE, TRUNCATE ON member.restoration_step FROM ${program};

-- Each restoration on one line, for whoever lists them.
CREATE VIEW member.restoration AS
SELECT r.restoration_id AS id, r.member_id, r.happened_on AS reported_on, r.cause, r.verified_by, r.recorded,
       d.happened_on AS decided_on, d.decision_id, d.recorded AS decision_recorded, e.kind AS ended_by, e.happened_on AS ended_on, e.remark,
       coalesce(e.kind, d.kind, r.kind) AS stage
FROM member.restoration_step r
LEFT JOIN member.restoration_step d ON d.restoration_id = r.restoration_id AND d.kind = 'DECIDED'
LEFT JOIN member.restoration_step e ON e.restoration_id = r.restoration_id AND e.kind IN ('CLOSED', 'FOUND')
WHERE r.kind = 'REPORTED';
COMMENT ON VIEW member.restoration IS 'Khôi phục hồ sơ: each restoration with how far it has come.';
