CREATE TABLE membership.bulk_work (
    id            UUID PRIMARY KEY,
    act           TEXT NOT NULL,
    undoes        UUID REFERENCES membership.bulk_work,
    state         TEXT NOT NULL,
    terms         JSONB,
    account_id    UUID NOT NULL REFERENCES access.account,
    username      TEXT NOT NULL,
    address       TEXT,
    everything    BOOLEAN NOT NULL,
    organisations UUID[] NOT NULL,
    chosen        INTEGER NOT NULL DEFAULT 0,
    to_write      INTEGER NOT NULL DEFAULT 0,
    written       INTEGER NOT NULL DEFAULT 0,
    refusal       TEXT,
    chosen_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    finished_at   TIMESTAMPTZ,
    CONSTRAINT a_state_is_known CHECK (state IN ('CHOSEN', 'JUDGED', 'WRITING', 'DONE', 'ABANDONED')),
    CONSTRAINT what_is_judged_has_its_terms CHECK (terms IS NOT NULL OR state IN ('CHOSEN', 'ABANDONED')),
    CONSTRAINT what_is_over_has_its_moment CHECK ((finished_at IS NOT NULL) = (state IN ('DONE', 'ABANDONED')))
);
COMMENT ON TABLE membership.bulk_work IS 'One act for many people at once: who was chosen, on what terms, how far its writing has come.';
COMMENT ON COLUMN membership.bulk_work.terms IS 'What holds for all of them, as its act reads it: the ground and the decision of an exemption, the item and its new value.';
COMMENT ON COLUMN membership.bulk_work.undoes IS 'The work that this one takes back.';
COMMENT ON COLUMN membership.bulk_work.organisations IS 'How far the clerk''s right reached when the writing was asked for.';
CREATE INDEX bulk_work_by_account ON membership.bulk_work (account_id, chosen_at DESC);
CREATE UNIQUE INDEX a_work_is_undone_once ON membership.bulk_work (undoes) WHERE undoes IS NOT NULL AND state <> 'ABANDONED';
REVOKE DELETE, TRUNCATE ON membership.bulk_work FROM ${program};

CREATE TABLE membership.bulk_person (
    work_id         UUID NOT NULL REFERENCES membership.bulk_work,
    member_id       UUID NOT NULL REFERENCES member.member,
    organisation_id UUID REFERENCES organisation.organisation,
    verdict         TEXT,
    before          TEXT,
    reason          TEXT,
    arguments       TEXT[] NOT NULL DEFAULT '{}',
    source          JSONB,
    PRIMARY KEY (work_id, member_id),
    CONSTRAINT a_verdict_is_known CHECK (verdict IN ('WRITE', 'LEFT_OUT', 'WRITTEN')),
    CONSTRAINT who_is_left_out_is_told_why CHECK ((verdict = 'LEFT_OUT') = (reason IS NOT NULL) OR verdict IS NULL AND reason IS NULL)
);
COMMENT ON TABLE membership.bulk_person IS 'Whom a work is for, and what became of each: written, or left out for a reason.';
COMMENT ON COLUMN membership.bulk_person.organisation_id IS 'Where they belonged when they were judged; null where the clerk''s right did not reach.';
COMMENT ON COLUMN membership.bulk_person.before IS 'What stood there before it was written, as far as the act takes its place; undoing puts it back.';
COMMENT ON COLUMN membership.bulk_person.reason IS 'A message key, with its arguments, and the rule that says so.';

-- What a work took back: nothing that was decided is lost.
CREATE TABLE membership.withdrawn_exemption (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id    UUID NOT NULL REFERENCES member.member,
    valid        DATERANGE NOT NULL,
    ground       TEXT NOT NULL,
    decision_id  UUID REFERENCES organisation.decision,
    recorded_at  TIMESTAMPTZ NOT NULL,
    recorded_by  TEXT NOT NULL,
    withdrawn_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    withdrawn_by TEXT NOT NULL
);
COMMENT ON TABLE membership.withdrawn_exemption IS 'Exemptions that were entered by mistake and taken back, as they stood. Never changed itself.';
CREATE INDEX withdrawn_exemption_by_member ON membership.withdrawn_exemption (member_id);
REVOKE UPDATE, DELETE, TRUNCATE ON membership.withdrawn_exemption FROM ${program};
