CREATE SCHEMA committee;

CREATE TABLE committee.post_kind (
    code           TEXT PRIMARY KEY,
    position       INTEGER NOT NULL UNIQUE,
    name_vi        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    fills          TEXT NOT NULL REFERENCES committee.post_kind DEFERRABLE INITIALLY DEFERRED,
    in_body        BOOLEAN NOT NULL,
    in_standing    BOOLEAN NOT NULL,
    makes_standing BOOLEAN NOT NULL,
    CONSTRAINT the_standing_committee_is_part_of_the_body CHECK (in_body OR NOT in_standing),
    CONSTRAINT who_makes_the_standing_committee_is_in_it CHECK (in_standing OR NOT makes_standing)
);
COMMENT ON TABLE committee.post_kind IS 'Posts (chức vụ) of committees. The posts of all organisations are named from here; which organisation has which is told by post_of_type.';
COMMENT ON COLUMN committee.post_kind.fills IS 'The post that its holder fills: a standing deputy secretary is a deputy secretary.';
COMMENT ON COLUMN committee.post_kind.makes_standing IS 'Where it is held there is a standing committee; a secretary and a deputy alone make none.';
COMMENT ON COLUMN committee.post_kind.in_body IS 'Its holder is a member of the committee: a secretary is not recorded as a plain member again.';

CREATE TABLE committee.post_of_type (
    type      TEXT NOT NULL REFERENCES organisation.organisation_type,
    body      TEXT NOT NULL,
    post      TEXT NOT NULL REFERENCES committee.post_kind,
    valid     DATERANGE NOT NULL,
    least     INTEGER NOT NULL,
    most      INTEGER,
    directive TEXT NOT NULL,
    clause    TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (type, body, post, valid WITHOUT OVERLAPS),
    CONSTRAINT a_body_is_known CHECK (body IN ('COMMITTEE', 'CELL_COMMITTEE', 'SECRETARY_ALONE')),
    CONSTRAINT no_fewer_than_none_and_no_more_than_the_most CHECK (least >= 0 AND least <= coalesce(most, least)),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE committee.post_of_type IS 'Which posts the body of a type of organisation has, when, and by which directive.';
COMMENT ON COLUMN committee.post_of_type.body IS 'COMMITTEE: ban chấp hành; CELL_COMMITTEE: chi ủy; SECRETARY_ALONE: a cell with a secretary and no committee.';
COMMENT ON COLUMN committee.post_of_type.least IS 'How many holders it must have: fewer is a vacancy.';
COMMENT ON COLUMN committee.post_of_type.most IS 'More holders than this are warned of; absent where no number is known.';

CREATE TABLE committee.rule_of_type (
    type     TEXT NOT NULL REFERENCES organisation.organisation_type,
    body     TEXT NOT NULL,
    measure  TEXT NOT NULL,
    rule_key TEXT NOT NULL,
    PRIMARY KEY (type, body, measure),
    CONSTRAINT a_body_is_known CHECK (body IN ('COMMITTEE', 'CELL_COMMITTEE', 'SECRETARY_ALONE')),
    CONSTRAINT a_measure_is_known CHECK (measure IN
        ('OFFICIAL_MEMBERS_NEEDED', 'OFFICIAL_MEMBERS_ENOUGH', 'MOST_MEMBERS', 'MOST_IN_STANDING', 'SHARE_OF_STANDING', 'TERM'))
);
COMMENT ON TABLE committee.rule_of_type IS 'By which rule of the rulebook a measure of a body is judged; the rule itself is dated.';

CREATE TABLE committee.term (
    id              UUID PRIMARY KEY,
    version         INTEGER NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    label           TEXT NOT NULL,
    body            TEXT NOT NULL,
    valid           DATERANGE NOT NULL,
    members         INTEGER NOT NULL,
    decision_id     UUID NOT NULL REFERENCES organisation.decision,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    taken_back_at   TIMESTAMPTZ,
    taken_back_by   TEXT,
    taken_back_why  TEXT,
    CONSTRAINT a_body_is_known CHECK (body IN ('COMMITTEE', 'CELL_COMMITTEE', 'SECRETARY_ALONE')),
    CONSTRAINT a_term_has_a_first_and_a_last_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid) AND NOT upper_inf(valid)),
    CONSTRAINT a_label_is_written CHECK (label <> '' AND length(label) <= 50),
    CONSTRAINT a_body_has_somebody CHECK (members > 0),
    CONSTRAINT what_is_taken_back_is_so_for_a_reason CHECK
        (num_nulls(taken_back_at, taken_back_by, taken_back_why) IN (0, 3) AND taken_back_why <> ''),
    -- WITHOUT OVERLAPS knows no condition, and a term that was taken back stands in nobody's way.
    CONSTRAINT terms_of_an_organisation_do_not_overlap
        EXCLUDE USING gist (organisation_id WITH =, valid WITH &&) WHERE (taken_back_at IS NULL)
);
COMMENT ON TABLE committee.term IS 'Terms of committees (nhiệm kỳ cấp ủy). The end is the one decided, never computed from the type.';
COMMENT ON COLUMN committee.term.valid IS 'Half-open: its end is the day after the last day.';
COMMENT ON COLUMN committee.term.members IS 'How many members the decision gives the body, its secretary included.';
CREATE INDEX term_by_organisation ON committee.term (organisation_id);

CREATE TABLE committee.term_end (
    term_id     UUID NOT NULL REFERENCES committee.term,
    number      INTEGER NOT NULL,
    last_day    DATE NOT NULL,
    was         DATE NOT NULL,
    decision_id UUID NOT NULL REFERENCES organisation.decision,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (term_id, number),
    CONSTRAINT another_end_is_another_day CHECK (last_day <> was)
);
COMMENT ON TABLE committee.term_end IS 'Terms ended early or prolonged, each time with its decision; only appended to.';

CREATE TABLE committee.holding (
    id               UUID PRIMARY KEY,
    term_id          UUID NOT NULL REFERENCES committee.term,
    member_id        UUID NOT NULL REFERENCES member.member,
    post             TEXT NOT NULL REFERENCES committee.post_kind,
    manner           TEXT NOT NULL,
    place            INTEGER NOT NULL,
    valid            DATERANGE NOT NULL,
    decision_id      UUID NOT NULL REFERENCES organisation.decision,
    left_decision_id UUID REFERENCES organisation.decision,
    recorded_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by      TEXT NOT NULL,
    taken_back_at    TIMESTAMPTZ,
    taken_back_by    TEXT,
    taken_back_why   TEXT,
    CONSTRAINT a_manner_is_known CHECK (manner IN ('ELECTED', 'APPOINTED')),
    CONSTRAINT a_post_is_held_from_a_day_to_a_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid) AND NOT upper_inf(valid)),
    CONSTRAINT a_place_in_the_order_is_counted_from_one CHECK (place BETWEEN 1 AND 999),
    CONSTRAINT what_is_taken_back_is_so_for_a_reason CHECK
        (num_nulls(taken_back_at, taken_back_by, taken_back_why) IN (0, 3) AND taken_back_why <> ''),
    CONSTRAINT nobody_holds_a_post_twice_at_once
        EXCLUDE USING gist (term_id WITH =, member_id WITH =, post WITH =, valid WITH &&) WHERE (taken_back_at IS NULL)
);
COMMENT ON TABLE committee.holding IS 'Who held which post in a term, and when.';
COMMENT ON COLUMN committee.holding.place IS 'The order in which holders of a post are named.';
COMMENT ON COLUMN committee.holding.valid IS 'To the end of the term, unless a decision (left_decision_id) ended it sooner.';
CREATE INDEX holding_by_term ON committee.holding (term_id);
CREATE INDEX holding_by_member ON committee.holding (member_id);

-- Checked when the transaction ends: a term and its posts change together.
CREATE FUNCTION committee.holding_lies_within_its_term() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF EXISTS (SELECT FROM committee.holding h JOIN committee.term t ON t.id = h.term_id
               WHERE h.id = NEW.id AND h.taken_back_at IS NULL
               AND (t.taken_back_at IS NOT NULL OR NOT t.valid @> h.valid)) THEN
        RAISE EXCEPTION 'a post is held within its term'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_post_is_held_within_its_term';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION committee.term_holds_its_posts() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF EXISTS (SELECT FROM committee.holding h JOIN committee.term t ON t.id = h.term_id
               WHERE t.id = NEW.id AND h.taken_back_at IS NULL
               AND (t.taken_back_at IS NOT NULL OR NOT t.valid @> h.valid)) THEN
        RAISE EXCEPTION 'a post is held within its term'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_term_holds_its_posts';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER a_post_is_held_within_its_term AFTER INSERT OR UPDATE ON committee.holding
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION committee.holding_lies_within_its_term();
CREATE CONSTRAINT TRIGGER a_term_holds_its_posts AFTER UPDATE ON committee.term
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION committee.term_holds_its_posts();

-- Nothing is deleted: what is wrong is taken back. Post kinds and their rules change by migration alone.
REVOKE DELETE, TRUNCATE ON ALL TABLES IN SCHEMA committee FROM ${program};
REVOKE UPDATE ON committee.term_end FROM ${program};
REVOKE INSERT, UPDATE ON committee.post_kind, committee.post_of_type, committee.rule_of_type FROM ${program};
