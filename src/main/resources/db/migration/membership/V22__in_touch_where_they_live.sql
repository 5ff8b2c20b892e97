CREATE TABLE membership.residence_link (
    id              UUID PRIMARY KEY,
    member_id       UUID NOT NULL REFERENCES member.member,
    valid           DATERANGE NOT NULL,
    mode            TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation.organisation,
    place           TEXT,
    responsible     TEXT,
    letter_id       UUID REFERENCES organisation.decision,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    ended_at        TIMESTAMPTZ,
    ended_by        TEXT,
    withdrawn_at    TIMESTAMPTZ,
    withdrawn_by    TEXT,
    withdrawn_why   TEXT,
    CONSTRAINT a_mode_is_known CHECK (mode IN ('FULL', 'NO_ATTENDANCE', 'NOT_INTRODUCED')),
    CONSTRAINT a_link_lasts_at_least_a_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    CONSTRAINT who_is_introduced_has_a_letter CHECK ((mode = 'NOT_INTRODUCED') = (letter_id IS NULL)),
    CONSTRAINT who_is_introduced_is_so_to_one_body CHECK
        (num_nonnulls(organisation_id, place) = CASE mode WHEN 'NOT_INTRODUCED' THEN 0 ELSE 1 END),
    CONSTRAINT a_place_is_written CHECK (place <> ''),
    CONSTRAINT an_end_was_recorded_by_somebody CHECK (num_nulls(ended_at, ended_by) IN (0, 2)),
    CONSTRAINT what_is_withdrawn_is_so_for_a_reason CHECK
        (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) IN (0, 3) AND withdrawn_why <> ''),
    CONSTRAINT a_member_keeps_in_touch_with_one_place_at_a_time
        EXCLUDE USING gist (member_id WITH =, valid WITH &&) WHERE (withdrawn_at IS NULL)
);
COMMENT ON TABLE membership.residence_link IS 'With which party body where they live a working member keeps in touch (giữ mối liên hệ nơi cư trú, 213-QĐ/TW). Moves no count.';
COMMENT ON COLUMN membership.residence_link.mode IS 'FULL, NO_ATTENDANCE (introduced, need not attend: barracks, far posts, full-time study) or NOT_INTRODUCED (special forces …).';
COMMENT ON COLUMN membership.residence_link.place IS 'The party body where they live, where it is none of this register.';
COMMENT ON COLUMN membership.residence_link.responsible IS 'The committee member there who is responsible for the link (cấp ủy viên phụ trách).';
COMMENT ON COLUMN membership.residence_link.letter_id IS 'The letter of introduction (giấy giới thiệu), numbered like any document.';
CREATE INDEX residence_link_by_organisation ON membership.residence_link (organisation_id) WHERE organisation_id IS NOT NULL;
REVOKE DELETE, TRUNCATE ON membership.residence_link FROM ${program};

CREATE TABLE membership.residence_comment (
    id            UUID PRIMARY KEY,
    link_id       UUID NOT NULL REFERENCES membership.residence_link,
    year          INTEGER NOT NULL,
    text          TEXT NOT NULL,
    commented_on  DATE NOT NULL,
    signed_by     TEXT NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by   TEXT NOT NULL,
    withdrawn_at  TIMESTAMPTZ,
    withdrawn_by  TEXT,
    withdrawn_why TEXT,
    CONSTRAINT a_comment_is_written_and_signed CHECK (text <> '' AND signed_by <> ''),
    CONSTRAINT what_is_withdrawn_is_so_for_a_reason CHECK
        (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) IN (0, 3) AND withdrawn_why <> '')
);
COMMENT ON TABLE membership.residence_comment IS 'The yearly written comment of the party body where a member lives: a formal paper, as it was signed.';
CREATE UNIQUE INDEX one_comment_a_year ON membership.residence_comment (link_id, year) WHERE withdrawn_at IS NULL;
REVOKE DELETE, TRUNCATE ON membership.residence_comment FROM ${program};
