CREATE SCHEMA reference;

CREATE TABLE reference.directive (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    number      TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    issued_on   DATE,
    issued_year INTEGER NOT NULL,
    in_force    DATERANGE NOT NULL,
    subject_vi  TEXT NOT NULL,
    subject_en  TEXT NOT NULL,
    certainty   TEXT NOT NULL,
    CONSTRAINT an_issuer_uses_a_number_once_a_day UNIQUE NULLS NOT DISTINCT (number, issuer, issued_on),
    CONSTRAINT the_year_is_that_of_the_day CHECK (issued_year = extract(year FROM issued_on)),
    CONSTRAINT a_number_and_an_issuer_are_written CHECK (number <> '' AND issuer <> ''),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.directive IS 'A directive (văn bản). Numbers are used again in each term: number, issuer and day together name one.';
COMMENT ON COLUMN reference.directive.issued_on IS 'Absent where only the year is known.';
COMMENT ON COLUMN reference.directive.certainty IS 'VERIFIED: a page quoting it was read; SECONDARY: news, quiz or code that follows it; UNVERIFIED: general knowledge.';

CREATE TABLE reference.rule_key (
    key      TEXT PRIMARY KEY,
    topic    TEXT NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    name_vi  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    CONSTRAINT a_topic_is_known CHECK (topic IN ('ADMISSION', 'ORGANISATION', 'NUMBERS'))
);
COMMENT ON TABLE reference.rule_key IS 'What a rule answers. Its answers, each for its time, stand in rule.';

CREATE TABLE reference.rule (
    key          TEXT NOT NULL REFERENCES reference.rule_key,
    scope        TEXT NOT NULL DEFAULT 'ALL',
    valid        DATERANGE NOT NULL,
    value        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    directive_id TEXT NOT NULL REFERENCES reference.directive,
    clause       TEXT NOT NULL,
    certainty    TEXT NOT NULL,
    remark_vi    TEXT,
    remark_en    TEXT,
    PRIMARY KEY (key, scope, valid WITHOUT OVERLAPS),
    CONSTRAINT a_rule_holds_at_least_a_day CHECK (NOT isempty(valid)),
    CONSTRAINT a_unit_is_known CHECK (unit IN ('YEARS', 'MONTHS', 'DAYS', 'WORKING_DAYS', 'MEMBERS', 'OFFICIAL_MEMBERS', 'CODE', 'PATTERN')),
    CONSTRAINT an_amount_is_a_whole_number CHECK (unit IN ('CODE', 'PATTERN') OR value ~ '^[0-9]{1,6}$'),
    CONSTRAINT a_clause_is_written CHECK (clause <> ''),
    CONSTRAINT a_remark_is_in_both_languages CHECK (num_nulls(remark_vi, remark_en) IN (0, 2)),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.rule IS 'The rulebook: what holds when, by which clause of which directive, and how sure that is.';
COMMENT ON COLUMN reference.rule.scope IS 'Whom it binds: ALL, or a group that the rule itself names.';
COMMENT ON COLUMN reference.rule.valid IS 'Half-open: its end is the first day on which it no longer holds.';

CREATE TABLE reference.code (
    list         TEXT NOT NULL,
    code         TEXT NOT NULL,
    position     INTEGER NOT NULL,
    name_vi      TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    sum_into     TEXT,
    part_of_list TEXT,
    part_of      TEXT,
    valid        DATERANGE NOT NULL DEFAULT '(,)',
    certainty    TEXT NOT NULL,
    PRIMARY KEY (list, code),
    FOREIGN KEY (list, sum_into) REFERENCES reference.code (list, code),
    FOREIGN KEY (part_of_list, part_of) REFERENCES reference.code (list, code),
    CONSTRAINT a_place_in_the_list_is_taken_once UNIQUE (list, position),
    CONSTRAINT a_code_is_capital_letters_and_figures CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    CONSTRAINT a_name_is_tidy CHECK (name_vi <> '' AND name_vi = normalize(btrim(name_vi), NFC) AND name_en <> ''),
    CONSTRAINT the_greater_part_is_whole_or_absent CHECK (num_nulls(part_of_list, part_of) IN (0, 2)),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.code IS 'Code lists (danh mục): what may stand in a field of the member file, in the official order.';
COMMENT ON COLUMN reference.code.sum_into IS 'The row of the same list that this one is counted into.';
COMMENT ON COLUMN reference.code.part_of IS 'The district of a commune, the province of a district.';
COMMENT ON COLUMN reference.code.valid IS 'When it existed. An old decision, card or birthplace keeps a name that has ended.';

CREATE TABLE reference.code_synonym (
    list    TEXT NOT NULL,
    code    TEXT NOT NULL,
    written TEXT NOT NULL,
    folded  TEXT NOT NULL GENERATED ALWAYS AS (platform.folded(written)) STORED,
    FOREIGN KEY (list, code) REFERENCES reference.code (list, code),
    CONSTRAINT a_way_of_writing_means_one_code PRIMARY KEY (list, folded)
);
COMMENT ON TABLE reference.code_synonym IS 'How people write a code in their own lists, beside its name.';

CREATE TABLE reference.code_successor (
    list         TEXT NOT NULL,
    code         TEXT NOT NULL,
    successor    TEXT NOT NULL,
    since        DATE NOT NULL,
    directive_id TEXT REFERENCES reference.directive,
    certainty    TEXT NOT NULL,
    PRIMARY KEY (list, code, successor),
    FOREIGN KEY (list, code) REFERENCES reference.code (list, code),
    FOREIGN KEY (list, successor) REFERENCES reference.code (list, code),
    CONSTRAINT nothing_succeeds_itself CHECK (code <> successor),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.code_successor IS 'What a place that ended became part of.';

CREATE TABLE reference.holiday (
    day       DATE PRIMARY KEY,
    kind      TEXT NOT NULL,
    occasion  TEXT NOT NULL,
    source    TEXT NOT NULL,
    certainty TEXT NOT NULL,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('HOLIDAY', 'SUBSTITUTE', 'SWAPPED_OFF', 'MADE_UP')),
    CONSTRAINT an_occasion_is_known CHECK (occasion IN ('NEW_YEAR', 'TET', 'HUNG_KINGS', 'VICTORY', 'LABOUR', 'NATIONAL')),
    CONSTRAINT only_a_weekend_day_makes_up CHECK ((kind = 'MADE_UP') <= (extract(isodow FROM day) IN (6, 7))),
    CONSTRAINT only_a_weekday_is_a_substitute CHECK ((kind IN ('SUBSTITUTE', 'SWAPPED_OFF')) <= (extract(isodow FROM day) NOT IN (6, 7))),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.holiday IS 'Days that differ from the plain week: HOLIDAY by law, SUBSTITUTE for one on a weekend, SWAPPED_OFF for a day made up, MADE_UP: a Saturday that is worked.';

CREATE TABLE reference.calendar_year (
    year      INTEGER PRIMARY KEY,
    certainty TEXT NOT NULL,
    remark_vi TEXT,
    remark_en TEXT,
    CONSTRAINT a_remark_is_in_both_languages CHECK (num_nulls(remark_vi, remark_en) IN (0, 2)),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE reference.calendar_year IS 'The years whose holidays are all in holiday. Working days of other years are not known and not guessed.';

-- The program reads these; they change by migration alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA reference FROM ${program};
