CREATE SCHEMA recognition;

CREATE TABLE recognition.batch (
    id                UUID PRIMARY KEY,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    award_day         DATE NOT NULL,
    occasion          TEXT,
    state             TEXT NOT NULL DEFAULT 'DRAWN_UP',
    submission_number TEXT,
    submitted_on      DATE,
    decision_id       UUID REFERENCES organisation.decision,
    recorded_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by       TEXT NOT NULL,
    decided_at        TIMESTAMPTZ,
    decided_by        TEXT,
    CONSTRAINT a_state_is_known CHECK (state IN ('DRAWN_UP', 'SUBMITTED', 'DECIDED')),
    CONSTRAINT an_occasion_is_written CHECK (occasion <> ''),
    CONSTRAINT what_is_submitted_has_a_number_and_a_day CHECK
        (num_nulls(submission_number, submitted_on) IN (0, 2) AND (state = 'DRAWN_UP') = (submitted_on IS NULL)),
    CONSTRAINT what_is_decided_has_its_decision CHECK
        (num_nulls(decision_id, decided_at, decided_by) IN (0, 3) AND (state = 'DECIDED') = (decision_id IS NOT NULL)),
    CONSTRAINT an_organisation_has_one_batch_for_a_day UNIQUE (organisation_id, award_day)
);
COMMENT ON TABLE recognition.batch IS 'Those proposed together for a badge (đợt tặng Huy hiệu Đảng): drawn up, submitted, decided.';
REVOKE DELETE, TRUNCATE ON recognition.batch FROM ${program};

CREATE TABLE recognition.proposal (
    batch_id        UUID NOT NULL REFERENCES recognition.batch,
    member_id       UUID NOT NULL REFERENCES member.member,
    level           TEXT NOT NULL,
    basis           TEXT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    begins          DATE NOT NULL,
    left_out        INTEGER NOT NULL,
    full_on         DATE NOT NULL,
    ground          TEXT,
    removed_why     TEXT,
    recorded_by     TEXT NOT NULL,
    PRIMARY KEY (batch_id, member_id),
    CONSTRAINT a_basis_is_known CHECK (basis IN ('FULL', 'EARLY', 'POSTHUMOUS')),
    CONSTRAINT what_is_out_of_the_ordinary_has_its_ground CHECK ((basis = 'FULL') <= (ground IS NULL) AND (basis <> 'FULL') <= (ground <> '')),
    CONSTRAINT who_is_removed_is_so_for_a_reason CHECK (removed_why <> '')
);
COMMENT ON TABLE recognition.proposal IS 'One member of a batch, as computed on the day of the proposal.';
COMMENT ON COLUMN recognition.proposal.full_on IS 'The day on which the years of the level are full.';
REVOKE DELETE, TRUNCATE ON recognition.proposal FROM ${program};
CREATE INDEX proposal_by_member ON recognition.proposal (member_id);

-- The journal of awards. What somebody holds is told by their file (item 24), written in the same transaction.
CREATE TABLE recognition.award (
    member_id   UUID NOT NULL REFERENCES member.member,
    level       TEXT NOT NULL,
    basis       TEXT NOT NULL,
    batch_id    UUID NOT NULL REFERENCES recognition.batch,
    awarded_on  DATE NOT NULL,
    decision_id UUID NOT NULL REFERENCES organisation.decision,
    number      TEXT,
    CONSTRAINT a_level_is_awarded_once PRIMARY KEY (member_id, level),
    CONSTRAINT a_badge_number_is_given_once UNIQUE (level, number),
    CONSTRAINT a_basis_is_known CHECK (basis IN ('FULL', 'EARLY', 'POSTHUMOUS')),
    CONSTRAINT a_number_is_written CHECK (number <> '')
);
COMMENT ON TABLE recognition.award IS 'A badge awarded by a decision of the register (quyết định tặng, truy tặng). Appended to, never changed.';
CREATE INDEX award_by_batch ON recognition.award (batch_id);
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.award FROM ${program};

CREATE TABLE recognition.lost_badge (
    id           UUID PRIMARY KEY,
    member_id    UUID NOT NULL REFERENCES member.member,
    level        TEXT NOT NULL,
    reported_on  DATE NOT NULL,
    account      TEXT NOT NULL,
    number       TEXT,
    recorded_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by  TEXT NOT NULL,
    CONSTRAINT an_account_is_written CHECK (account <> ''),
    CONSTRAINT a_new_number_is_given_once UNIQUE (level, number),
    CONSTRAINT a_loss_is_told_once_a_day UNIQUE (member_id, level, reported_on)
);
COMMENT ON TABLE recognition.lost_badge IS 'A badge that was lost, by the written account of its holder, and the number of the one given instead.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.lost_badge FROM ${program};
