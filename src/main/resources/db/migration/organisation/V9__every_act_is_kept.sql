-- What was done to an organisation, each act with its own decision (ADR 75). A version lasts at least a day: of several acts on
-- one day it shows what came of all of them, and no more what each of them did.
CREATE TABLE organisation.act (
    number            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    kind              TEXT NOT NULL,
    day               DATE NOT NULL,
    decision_id       UUID REFERENCES organisation.decision,
    reorganisation_id UUID REFERENCES organisation.reorganisation,
    before_name       TEXT,
    before_type       TEXT REFERENCES organisation.organisation_type,
    before_kind       TEXT REFERENCES organisation.organisation_kind,
    before_parent_id  UUID REFERENCES organisation.organisation,
    before_code       TEXT,
    after_name        TEXT,
    after_type        TEXT REFERENCES organisation.organisation_type,
    after_kind        TEXT REFERENCES organisation.organisation_kind,
    after_parent_id   UUID REFERENCES organisation.organisation,
    after_code        TEXT,
    CONSTRAINT an_act_is_known CHECK (kind IN ('OPENED', 'FOUNDED', 'RENAMED', 'MOVED', 'TYPE_CHANGED', 'KIND_CHANGED',
        'CODE_CHANGED', 'REORGANISED', 'CLOSED')),
    CONSTRAINT who_begins_was_nothing_before CHECK ((kind IN ('OPENED', 'FOUNDED')) = (before_name IS NULL)),
    CONSTRAINT who_ends_is_nothing_after CHECK ((kind = 'CLOSED') = (after_name IS NULL)),
    CONSTRAINT who_was_there_was_something CHECK ((before_name IS NULL) = (before_type IS NULL) AND (after_name IS NULL) = (after_type IS NULL)),
    CONSTRAINT a_reorganisation_is_decided CHECK (reorganisation_id IS NULL OR decision_id IS NOT NULL)
);
COMMENT ON TABLE organisation.act IS 'What was done to an organisation, in the order of writing: as it was before, as it was after, by which decision. Appended to, never changed; the acts of a reorganisation hold while that does.';
COMMENT ON COLUMN organisation.act.day IS 'The first day of what it made; of a closing the last day.';
COMMENT ON COLUMN organisation.act.decision_id IS 'Absent where an import said so.';
COMMENT ON COLUMN organisation.act.before_name IS 'As it was right before the act; absent where it began. The columns of before and after go together.';
CREATE INDEX act_by_organisation ON organisation.act (organisation_id, day);
REVOKE UPDATE, DELETE, TRUNCATE ON organisation.act FROM ${program};

COMMENT ON COLUMN organisation.organisation_version.act IS 'What began this version, and decision_id the last decision of its first day: each act of it stands in act. OPENED is the initial load.';

-- What happened until now, as far as it is still known: the versions, each beside the one before it, then the ends; and what
-- reorganisations did that were taken back, whose versions are gone.
WITH told AS (
    SELECT v.organisation_id,
        CASE WHEN b.organisation_id IS NULL AND v.act NOT IN ('OPENED', 'FOUNDED') THEN 'OPENED'
             WHEN b.organisation_id IS NOT NULL AND v.act IN ('OPENED', 'FOUNDED') THEN 'REORGANISED' ELSE v.act END AS kind,
        lower(v.valid) AS day, v.decision_id,
        CASE WHEN v.decision_id IS NOT NULL THEN v.reorganisation_id END AS reorganisation_id,
        b.name AS before_name, b.type AS before_type, b.kind AS before_kind, b.parent_id AS before_parent_id, bc.code AS before_code,
        v.name AS after_name, v.type AS after_type, v.kind AS after_kind, v.parent_id AS after_parent_id, c.code AS after_code
    FROM organisation.organisation_version v
    LEFT JOIN organisation.organisation_version b ON b.organisation_id = v.organisation_id AND upper(b.valid) = lower(v.valid)
    LEFT JOIN organisation.organisation_code c ON c.organisation_id = v.organisation_id AND c.valid @> lower(v.valid)
    LEFT JOIN organisation.organisation_code bc ON bc.organisation_id = v.organisation_id AND bc.valid @> lower(v.valid) - 1
    UNION ALL
    SELECT e.organisation_id, 'CLOSED', e.last_day, e.decision_id, e.reorganisation_id,
        v.name, v.type, v.kind, v.parent_id, c.code, NULL, NULL, NULL, NULL, NULL
    FROM organisation.closing e
    JOIN organisation.organisation_version v ON v.organisation_id = e.organisation_id AND v.valid @> e.last_day
    LEFT JOIN organisation.organisation_code c ON c.organisation_id = e.organisation_id AND c.valid @> e.last_day
    UNION ALL
    SELECT r.organisation_id,
        CASE WHEN r.before_name IS NULL THEN 'FOUNDED' WHEN r.after_name IS NULL THEN 'CLOSED' ELSE 'REORGANISED' END,
        CASE WHEN r.after_name IS NULL THEN head.effective_on - 1 ELSE head.effective_on END, head.decision_id, head.id,
        r.before_name, r.before_type, r.before_kind, r.before_parent_id, r.before_code,
        r.after_name, r.after_type, r.after_kind, r.after_parent_id, r.after_code
    FROM organisation.reorganised r
    JOIN organisation.reorganisation head ON head.id = r.reorganisation_id AND head.state = 'REVERSED')
INSERT INTO organisation.act (organisation_id, kind, day, decision_id, reorganisation_id,
    before_name, before_type, before_kind, before_parent_id, before_code,
    after_name, after_type, after_kind, after_parent_id, after_code)
SELECT * FROM told ORDER BY day, kind = 'CLOSED', organisation_id;
