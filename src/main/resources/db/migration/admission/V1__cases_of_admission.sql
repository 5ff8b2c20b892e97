CREATE SCHEMA admission;

-- The way from quần chúng to official member, and the ways that end elsewhere: in which order, what each step asks for.
CREATE TABLE admission.stage (
    code         TEXT NOT NULL,
    valid        DATERANGE NOT NULL,
    position     INTEGER NOT NULL,
    side         BOOLEAN NOT NULL,
    only_under   TEXT,
    first_from   INTEGER,
    last_from    INTEGER,
    asks         TEXT[] NOT NULL,
    form_code    TEXT,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    clause       TEXT NOT NULL,
    certainty    TEXT NOT NULL,
    PRIMARY KEY (code, valid WITHOUT OVERLAPS),
    CONSTRAINT a_condition_is_known CHECK (only_under IN ('PARTIAL', 'BASE_COMMITTEE')),
    CONSTRAINT what_is_asked_is_known CHECK (asks <@ ARRAY ['DOCUMENT', 'DECISION', 'RECEIVED', 'VOTE', 'HELPERS', 'INTRODUCERS', 'GROUND', 'REASON']),
    CONSTRAINT a_side_leaves_the_way_between_two_stages CHECK (num_nulls(first_from, last_from) = CASE WHEN side THEN 0 ELSE 2 END),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE admission.stage IS 'The stages of an admission as dated data: their order, what each asks for, the form that goes with it.';
COMMENT ON COLUMN admission.stage.side IS 'Leads off the way to official membership.';
COMMENT ON COLUMN admission.stage.only_under IS 'PARTIAL: only in a cell below a partial committee; BASE_COMMITTEE: not in a cell that is a base organisation itself.';
COMMENT ON COLUMN admission.stage.first_from IS 'The first stage, by its position, from which the way may be left here.';
INSERT INTO admission.stage (code, valid, position, side, only_under, first_from, last_from, asks, form_code, directive_id, clause, certainty) VALUES
    ('SOURCE', '[2011-01-19,)', 0, false, NULL, NULL, NULL, '{}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('SYMPATHISER', '[2011-01-19,)', 1, false, NULL, NULL, NULL, '{DOCUMENT}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('COURSE_DONE', '[2011-01-19,)', 2, false, NULL, NULL, NULL, '{DOCUMENT}', 'CN-NTVĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('HELPER_SET', '[2011-01-19,)', 3, false, NULL, NULL, NULL, '{HELPERS}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('APPLIED', '[2011-01-19,)', 4, false, NULL, NULL, NULL, '{}', '1-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('BIO_DECLARED', '[2011-01-19,)', 5, false, NULL, NULL, NULL, '{}', '2-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('BIO_VERIFIED', '[2011-01-19,)', 6, false, NULL, NULL, NULL, '{}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('OPINIONS', '[2011-01-19,)', 7, false, NULL, NULL, NULL, '{INTRODUCERS}', '3-KNĐ, 4-KNĐ, 5-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('CELL_VOTED', '[2011-01-19,)', 8, false, NULL, NULL, NULL, '{DOCUMENT,VOTE}', '6-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('PARTIAL_APPRAISED', '[2011-01-19,)', 9, false, 'PARTIAL', NULL, NULL, '{DOCUMENT}', '7-KNĐ', 'charter-2011', 'Điều 4', 'UNVERIFIED'),
    ('BASE_RESOLVED', '[2011-01-19,)', 10, false, 'BASE_COMMITTEE', NULL, NULL, '{DOCUMENT,VOTE}', '8-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('DECIDED', '[2011-01-19,)', 11, false, NULL, NULL, NULL, '{DECISION,RECEIVED}', '9-KNĐ', 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('CEREMONY', '[2011-01-19,)', 12, false, NULL, NULL, NULL, '{}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('PROBATION', '[2011-01-19,)', 13, false, NULL, NULL, NULL, '{HELPERS}', '1-HSĐV, 2-HSĐV', 'charter-2011', 'Điều 5', 'VERIFIED'),
    ('SELF_REVIEW', '[2011-01-19,)', 14, false, NULL, NULL, NULL, '{}', '10-KNĐ, 11-KNĐ, 12-KNĐ', 'charter-2011', 'Điều 5', 'VERIFIED'),
    ('CELL_VOTED_OFFICIAL', '[2011-01-19,)', 15, false, NULL, NULL, NULL, '{DOCUMENT,VOTE}', '13-KNĐ', 'charter-2011', 'Điều 5', 'VERIFIED'),
    ('OFFICIAL', '[2011-01-19,)', 16, false, NULL, NULL, NULL, '{DECISION}', '16-KNĐ', 'charter-2011', 'Điều 5', 'VERIFIED'),
    ('REMOVED', '[2011-01-19,)', 17, true, NULL, 0, 3, '{REASON}', NULL, 'charter-2011', 'Điều 4', 'SECONDARY'),
    ('WITHDRAWN', '[2011-01-19,)', 18, true, NULL, 0, 11, '{REASON}', NULL, 'charter-2011', 'Điều 4', 'UNVERIFIED'),
    ('REFUSED', '[2011-01-19,)', 19, true, NULL, 4, 10, '{REASON}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('NOT_WORTHY', '[2011-01-19,)', 20, true, NULL, 12, 14, '{DOCUMENT,REASON}', NULL, 'charter-2011', 'Điều 5', 'VERIFIED'),
    ('CANCELLED', '[2011-01-19,)', 21, true, NULL, 11, 15, '{DECISION,GROUND,REASON}', NULL, 'charter-2011', 'Điều 4', 'VERIFIED'),
    ('STRUCK', '[2011-01-19,)', 22, true, NULL, 20, 20, '{DECISION,REASON}', NULL, 'charter-2011', 'Điều 5', 'VERIFIED');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON admission.stage FROM ${program};

CREATE TABLE admission.admission_case (
    id                    UUID PRIMARY KEY,
    version               INTEGER NOT NULL,
    organisation_id       UUID NOT NULL REFERENCES organisation.organisation,
    full_name             TEXT NOT NULL,
    family_name           TEXT NOT NULL,
    middle_name           TEXT NOT NULL,
    given_name            TEXT NOT NULL,
    name_folded           TEXT NOT NULL GENERATED ALWAYS AS (platform.folded(full_name)) STORED,
    sex                   TEXT NOT NULL,
    born_earliest         DATE NOT NULL,
    born_precision        TEXT NOT NULL,
    ethnicity             TEXT NOT NULL,
    religion              TEXT NOT NULL,
    category              TEXT NOT NULL,
    mass_organisation     TEXT NOT NULL,
    general_education     TEXT,
    education_proof       TEXT,
    education_exception   TEXT,
    residence             TEXT,
    foreign_spouse        BOOLEAN NOT NULL,
    citizen_number_sealed BYTEA,
    citizen_number_hash   BYTEA,
    citizen_number_end    TEXT,
    again_id              UUID REFERENCES member.member,
    member_id             UUID REFERENCES member.member,
    rule_day              DATE NOT NULL,
    stage                 TEXT NOT NULL,
    since                 DATE NOT NULL,
    ended_on              DATE,
    certificate_on        DATE,
    voted_on              DATE,
    decided_on            DATE,
    received_on           DATE,
    joined_on             DATE,
    biography_on          DATE,
    proposed_on           DATE,
    official_on           DATE,
    recorded_at           TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by           TEXT NOT NULL,
    CONSTRAINT a_name_is_written CHECK (full_name <> '' AND given_name <> ''),
    CONSTRAINT a_number_is_sealed_hashed_and_shown_or_absent CHECK
        (num_nulls(citizen_number_sealed, citizen_number_hash, citizen_number_end) IN (0, 3)),
    CONSTRAINT a_stage_is_known CHECK (stage IN ('SOURCE', 'SYMPATHISER', 'COURSE_DONE', 'HELPER_SET', 'APPLIED', 'BIO_DECLARED',
        'BIO_VERIFIED', 'OPINIONS', 'CELL_VOTED', 'PARTIAL_APPRAISED', 'BASE_RESOLVED', 'DECIDED', 'CEREMONY', 'PROBATION',
        'SELF_REVIEW', 'CELL_VOTED_OFFICIAL', 'OFFICIAL', 'REMOVED', 'WITHDRAWN', 'REFUSED', 'NOT_WORTHY', 'CANCELLED', 'STRUCK')),
    CONSTRAINT what_is_over_has_an_end CHECK
        ((stage IN ('OFFICIAL', 'REMOVED', 'WITHDRAWN', 'REFUSED', 'CANCELLED', 'STRUCK')) = (ended_on IS NOT NULL)),
    CONSTRAINT a_ceremony_follows_a_decision CHECK (joined_on >= decided_on),
    CONSTRAINT a_probationer_is_a_member CHECK (joined_on IS NULL OR member_id IS NOT NULL),
    CONSTRAINT an_official_member_was_on_probation CHECK (official_on IS NULL OR joined_on IS NOT NULL)
);
COMMENT ON TABLE admission.admission_case IS 'A case of admission (hồ sơ kết nạp): the candidate, and how far the case has come. The days beside the stage repeat those of the steps that hold, for lists and deadlines.';
COMMENT ON COLUMN admission.admission_case.rule_day IS 'The day whose rules the case follows to its end: the day it was opened.';
COMMENT ON COLUMN admission.admission_case.again_id IS 'The member the candidate once was.';
COMMENT ON COLUMN admission.admission_case.member_id IS 'The member the candidate became at the ceremony.';
CREATE UNIQUE INDEX a_citizen_number_is_in_one_live_case ON admission.admission_case (citizen_number_hash) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX a_former_member_has_one_live_case ON admission.admission_case (again_id) WHERE ended_on IS NULL;
CREATE INDEX admission_case_by_organisation ON admission.admission_case (organisation_id, ended_on);
CREATE INDEX admission_case_by_stage ON admission.admission_case (stage, since);
CREATE INDEX admission_case_by_member ON admission.admission_case (member_id);
CREATE INDEX admission_case_by_name ON admission.admission_case USING gin (name_folded gin_trgm_ops);

CREATE TABLE admission.step (
    case_id           UUID NOT NULL REFERENCES admission.admission_case,
    position          INTEGER NOT NULL,
    kind              TEXT NOT NULL,
    stage             TEXT NOT NULL,
    day               DATE NOT NULL,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    document_number   TEXT,
    document_day      DATE,
    document_issuer   TEXT,
    received_on       DATE,
    vote_entitled     INTEGER,
    vote_present      INTEGER,
    vote_in_favour    INTEGER,
    vote_against      INTEGER,
    first_member_id   UUID REFERENCES member.member,
    second_member_id  UUID REFERENCES member.member,
    mass_organisation TEXT,
    reason            TEXT,
    recorded_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by       TEXT NOT NULL,
    PRIMARY KEY (case_id, position),
    CONSTRAINT a_kind_is_known CHECK (kind IN ('REACHED', 'CHANGED', 'BACK', 'MOVED')),
    CONSTRAINT a_document_is_numbered_on_a_day CHECK (num_nulls(document_number, document_day) IN (0, 2)),
    CONSTRAINT a_vote_is_whole_or_absent CHECK (num_nulls(vote_entitled, vote_present, vote_in_favour, vote_against) IN (0, 4)),
    CONSTRAINT votes_fit CHECK (vote_in_favour >= 0 AND vote_against >= 0 AND vote_in_favour + vote_against <= vote_present
        AND vote_present <= vote_entitled),
    CONSTRAINT two_are_two CHECK (first_member_id <> second_member_id),
    CONSTRAINT who_goes_back_or_moves_says_why CHECK (kind NOT IN ('BACK', 'MOVED') OR reason <> '')
);
COMMENT ON TABLE admission.step IS 'Every step of a case, appended and never changed. A step back is a row too: the steps behind it no longer hold.';
COMMENT ON COLUMN admission.step.vote_entitled IS 'All official members of the cell (for the base: all committee members), not only those present.';
REVOKE UPDATE, DELETE, TRUNCATE ON admission.step FROM ${program};

CREATE TABLE admission.relative (
    case_id     UUID NOT NULL REFERENCES admission.admission_case,
    position    INTEGER NOT NULL,
    relation    TEXT NOT NULL,
    full_name   TEXT NOT NULL,
    place       TEXT NOT NULL,
    letter      TEXT,
    sent_on     DATE,
    returned_on DATE,
    result      TEXT,
    verifier    TEXT,
    PRIMARY KEY (case_id, position),
    CONSTRAINT a_name_and_a_place_are_written CHECK (full_name <> '' AND place <> ''),
    CONSTRAINT an_answer_comes_after_the_letter CHECK (returned_on >= sent_on),
    CONSTRAINT a_result_was_returned_or_is_not_needed CHECK (result IS NULL OR returned_on IS NOT NULL OR result = 'NOT_NEEDED')
);
COMMENT ON TABLE admission.relative IS 'Whom the background verification (thẩm tra lý lịch) asks about, the letter out and what came back.';
REVOKE DELETE, TRUNCATE ON admission.relative FROM ${program};

CREATE TABLE admission.paper (
    case_id     UUID NOT NULL REFERENCES admission.admission_case,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    number      TEXT NOT NULL,
    day         DATE NOT NULL,
    issuer      TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (case_id, position),
    CONSTRAINT a_number_and_an_issuer_are_written CHECK (number <> '' AND issuer <> '')
);
COMMENT ON TABLE admission.paper IS 'Consents and written comments that a case holds beside its steps.';
REVOKE UPDATE, DELETE, TRUNCATE ON admission.paper FROM ${program};
REVOKE DELETE, TRUNCATE ON admission.admission_case FROM ${program};

-- A term by the rules of the case, or by those of the day where a new rule applies at once.
CREATE FUNCTION admission.last_day(rule TEXT, rule_day DATE, starts DATE) RETURNS DATE LANGUAGE sql STABLE AS $$
    SELECT reference.last_day(starts, CAST(r.value AS INTEGER), r.unit) FROM reference.rule r
    WHERE r.key = rule AND r.scope = 'ALL' AND r.valid @> CASE WHEN EXISTS (
        SELECT FROM reference.rule o WHERE o.key = 'applies-at-once' AND o.scope = upper(replace(rule, '-', '_'))
        AND o.valid @> starts) THEN starts ELSE rule_day END
$$;

CREATE VIEW admission.deadline AS
SELECT c.id,
    admission.last_day('awareness-certificate-validity', c.rule_day, c.certificate_on) AS certificate_until,
    admission.last_day('admission-decision', c.rule_day, c.voted_on) AS decide_by,
    admission.last_day('ceremony', c.rule_day, CASE WHEN EXISTS (SELECT FROM reference.rule r
        WHERE r.key = 'ceremony-counted-from' AND r.valid @> c.rule_day AND r.value = 'DECISION_RECEIVED')
        THEN coalesce(c.received_on, c.decided_on) ELSE c.decided_on END) AS ceremony_by,
    admission.last_day('member-biography', c.rule_day, c.joined_on) AS biography_by,
    admission.last_day('recognition-proposal', c.rule_day, admission.last_day('probation', c.rule_day, c.joined_on)) AS propose_by,
    admission.last_day('recognition-decision', c.rule_day, c.proposed_on) AS recognise_by
FROM admission.admission_case c;
COMMENT ON VIEW admission.deadline IS 'The last days of the terms of a case; absent where the term has not begun, or no rule or calendar tells it.';

-- What a case under way has to come to next, and by when. Terms that begin on the same day are counted once, however many cases.
CREATE VIEW admission.due AS
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
    SELECT starts, amount, unit, reference.last_day(starts, amount, unit) AS due_on
    FROM (SELECT DISTINCT starts, amount, unit FROM begun) AS terms)
SELECT b.id, b.rule, t.due_on FROM begun b JOIN term t ON t.starts = b.starts AND t.amount = b.amount AND t.unit = b.unit;
COMMENT ON VIEW admission.due IS 'The rule whose term runs for a case under way, and the last day of it.';
