-- What is looked at in a file, as data: how heavy it weighs and who mends it. What makes a file fail stands in the
-- program (member.CheckConditions), once for the page, the saving of a section and the import.
CREATE TABLE member.check_kind (
    key       TEXT PRIMARY KEY,
    topic     TEXT NOT NULL,
    position  INTEGER NOT NULL UNIQUE,
    severity  TEXT NOT NULL,
    mended_by TEXT NOT NULL,
    section   TEXT,
    item      TEXT,
    rule_key  TEXT REFERENCES reference.rule_key,
    CONSTRAINT a_topic_is_known CHECK (topic IN ('MISSING', 'DATES', 'CAREER', 'DUPLICATES', 'NUMBERS', 'CODES', 'PLACES')),
    CONSTRAINT a_severity_is_known CHECK (severity IN ('REFUSES', 'WARNS')),
    CONSTRAINT who_mends_is_known CHECK (mended_by IN ('CELL', 'BASE', 'BOARD')),
    CONSTRAINT an_item_is_told_with_its_section CHECK (num_nulls(section, item) IN (0, 2))
);
COMMENT ON TABLE member.check_kind IS 'The kinds of checks of the member''s file: of one item, or of each item that it suits.';
COMMENT ON COLUMN member.check_kind.severity IS 'REFUSES: a saving that brings it about is refused; WARNS: it is told.';
COMMENT ON COLUMN member.check_kind.mended_by IS 'CELL: chi bộ; BASE: cấp ủy cơ sở; BOARD: Ban Tổ chức Tỉnh ủy.';
COMMENT ON COLUMN member.check_kind.item IS 'The item to look at; absent where there is one check for each item that the kind suits.';
COMMENT ON COLUMN member.check_kind.rule_key IS 'The rule behind it; where absent, that of the item, if any.';

CREATE TABLE member.check_mender (
    kind      TEXT NOT NULL REFERENCES member.check_kind,
    item      TEXT NOT NULL,
    mended_by TEXT NOT NULL,
    PRIMARY KEY (kind, item),
    CONSTRAINT who_mends_is_known CHECK (mended_by IN ('CELL', 'BASE', 'BOARD'))
);
COMMENT ON TABLE member.check_mender IS 'Items that somebody else mends than the rest of their kind.';

INSERT INTO member.check_kind (key, topic, position, severity, mended_by, section, item, rule_key) VALUES
    ('missing', 'MISSING', 1, 'WARNS', 'CELL', NULL, NULL, NULL),
    ('in-the-future', 'DATES', 2, 'REFUSES', 'BASE', NULL, NULL, NULL),
    ('joined-before-birth', 'DATES', 3, 'REFUSES', 'BASE', 'ENTRY', 'joined_on', NULL),
    ('too-young', 'DATES', 4, 'WARNS', 'BASE', 'ENTRY', 'joined_on', 'minimum-age-to-join'),
    ('decided-after-joining', 'DATES', 5, 'REFUSES', 'BASE', 'ENTRY', 'decided_on', NULL),
    ('official-before-joining', 'DATES', 6, 'REFUSES', 'BASE', 'ENTRY', 'official_on', NULL),
    ('probation-too-short', 'DATES', 7, 'WARNS', 'BASE', 'ENTRY', 'official_on', 'probation'),
    ('card-before-joining', 'DATES', 8, 'WARNS', 'BASE', 'NUMBERS', 'card_issued_on', NULL),
    ('career-gap', 'CAREER', 9, 'WARNS', 'CELL', 'CAREER', 'since', NULL),
    ('career-overlap', 'CAREER', 10, 'WARNS', 'CELL', 'CAREER', 'since', NULL),
    ('same-name-and-birth', 'DUPLICATES', 11, 'WARNS', 'BASE', 'IDENTITY', 'full_name', NULL),
    ('same-former-identity', 'DUPLICATES', 12, 'WARNS', 'BASE', 'NUMBERS', 'former_identity', NULL),
    ('same-old-card', 'DUPLICATES', 13, 'WARNS', 'BOARD', 'NUMBERS', 'old_card_number', NULL),
    ('number-form', 'NUMBERS', 14, 'WARNS', 'BASE', NULL, NULL, NULL),
    ('old-number', 'NUMBERS', 15, 'WARNS', 'BOARD', NULL, NULL, NULL),
    ('unknown-code', 'CODES', 16, 'WARNS', 'BASE', NULL, NULL, NULL),
    ('ended-place', 'PLACES', 17, 'WARNS', 'CELL', NULL, NULL, NULL);

INSERT INTO member.check_mender (kind, item, mended_by) VALUES
    ('missing', 'file_number', 'BOARD'),
    ('missing', 'decided_on', 'BASE');

-- The program reads these; they change by migration alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON member.check_kind, member.check_mender FROM ${program};

-- A month as a number, so that months can be counted: the first or the last that yyyy, yyyy-MM or yyyy-MM-dd may mean.
CREATE FUNCTION member.month_number(written TEXT, unknown_month INTEGER) RETURNS INTEGER
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN cast(left(written, 4) AS INTEGER) * 12 + coalesce(cast(nullif(substring(written, 6, 2), '') AS INTEGER), unknown_month);

-- Each stretch of a career beside all that began before it. What is not known is held against nobody: for a gap every
-- date is read as kindly as it can be, and so it is for an overlap. A stretch without an end lasts.
CREATE VIEW member.career_seam AS
SELECT c.member_id,
       member.month_number(c.since, 1) AS begins_earliest,
       member.month_number(c.since, 12) AS begins_latest,
       coalesce(member.month_number(c.until, 12), 1000000) AS ends_latest,
       max(coalesce(member.month_number(c.until, 12), 1000000)) OVER before AS covered_until,
       max(coalesce(member.month_number(c.until, 1), 1000000)) OVER before AS taken_until
FROM member.career c
WHERE c.since IS NOT NULL
WINDOW before AS (PARTITION BY c.member_id ORDER BY member.month_number(c.since, 1), c.place
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);
COMMENT ON VIEW member.career_seam IS 'Months as numbers: where each stretch begins, and until when those before it reach.';

CREATE VIEW member.career_whole AS
SELECT member_id, max(ends_latest) AS ends_latest,
       bool_or(begins_earliest > covered_until + 1) AS has_gap,
       bool_or(begins_latest < taken_until) AS has_overlap
FROM member.career_seam GROUP BY member_id;
COMMENT ON VIEW member.career_whole IS 'Each career: the last month it reaches, whether a whole month is left out, whether two stretches share more than the month of change.';

-- Who has the same name and birth date.
CREATE INDEX member_by_birth_and_name ON member.member (born_earliest, split_part(names_folded, ' | ', 1));

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE ON member.sheet
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
