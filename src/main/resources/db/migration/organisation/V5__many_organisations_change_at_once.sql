-- One event with one decision changes many organisations on one day: drafted step by step, foreseen, then carried out whole.
CREATE TABLE organisation.reorganisation (
    id              UUID PRIMARY KEY,
    version         INTEGER NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    name            TEXT NOT NULL,
    effective_on    DATE NOT NULL,
    issuer          TEXT,
    number          TEXT,
    issued_on       DATE,
    summary         TEXT,
    state           TEXT NOT NULL,
    done            INTEGER NOT NULL DEFAULT 0,
    stopped         TEXT,
    stopped_at      TEXT[] NOT NULL DEFAULT '{}',
    drafted_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    drafted_by      TEXT NOT NULL,
    changed_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    changed_by      TEXT NOT NULL,
    account_id      UUID,
    address         TEXT,
    decision_id     UUID REFERENCES organisation.decision,
    applied_at      TIMESTAMPTZ,
    applied_by      TEXT,
    reversed_at     TIMESTAMPTZ,
    reversed_by     TEXT,
    reversed_why    TEXT,
    CONSTRAINT a_state_is_known CHECK (state IN ('DRAFT', 'APPLYING', 'APPLIED', 'REVERSING', 'REVERSED', 'ABANDONED')),
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC)),
    CONSTRAINT a_decision_is_whole_or_absent CHECK (num_nulls(issuer, number, issued_on) IN (0, 3)),
    CONSTRAINT a_share_is_done CHECK (done BETWEEN 0 AND 100),
    CONSTRAINT what_was_carried_out_was_so_by_somebody_by_a_decision CHECK
        (num_nulls(applied_at, applied_by, decision_id) IN (0, 3) AND (applied_at IS NOT NULL) = (state IN ('APPLIED', 'REVERSING', 'REVERSED'))),
    CONSTRAINT what_is_taken_back_is_so_for_a_reason CHECK
        (num_nulls(reversed_at, reversed_by) IN (0, 2) AND (reversed_at IS NOT NULL) = (state = 'REVERSED')
         AND (coalesce(reversed_why, '') <> '' OR state NOT IN ('REVERSING', 'REVERSED')))
);
COMMENT ON TABLE organisation.reorganisation IS 'Sắp xếp tổ chức: one event that merges, splits, moves, renames, founds or ends many organisations by one decision on one day.';
COMMENT ON COLUMN organisation.reorganisation.organisation_id IS 'The organisation within whose subtree it happens: whoever keeps it keeps the draft.';
COMMENT ON COLUMN organisation.reorganisation.effective_on IS 'The first day of the new tree.';
COMMENT ON COLUMN organisation.reorganisation.done IS 'How far its job has come, in hundredths.';
COMMENT ON COLUMN organisation.reorganisation.stopped IS 'Why the job stopped, a message key, with its arguments in stopped_at.';
COMMENT ON COLUMN organisation.reorganisation.account_id IS 'Who asked for the job that is at work, and address from where.';
CREATE INDEX reorganisation_by_organisation ON organisation.reorganisation (organisation_id);
REVOKE DELETE, TRUNCATE ON organisation.reorganisation FROM ${program};

CREATE TABLE organisation.reorganisation_step (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    number            INTEGER NOT NULL,
    act               TEXT NOT NULL,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    source_id         UUID REFERENCES organisation.organisation,
    target_id         UUID REFERENCES organisation.organisation,
    name              TEXT,
    type              TEXT REFERENCES organisation.organisation_type,
    kind              TEXT REFERENCES organisation.organisation_kind,
    code              TEXT,
    PRIMARY KEY (reorganisation_id, number),
    CONSTRAINT an_act_is_known CHECK (act IN ('FOUND', 'SPLIT', 'MERGE', 'MOVE', 'CHANGE_TYPE', 'RENAME', 'CLOSE')),
    CONSTRAINT an_act_is_done_to_an_organisation_once UNIQUE (reorganisation_id, organisation_id, act),
    CONSTRAINT who_begins_or_is_renamed_has_a_name CHECK ((act IN ('FOUND', 'SPLIT', 'RENAME')) = (name IS NOT NULL)),
    CONSTRAINT who_begins_or_changes_has_a_type CHECK ((act IN ('FOUND', 'SPLIT', 'CHANGE_TYPE')) = (type IS NOT NULL)),
    CONSTRAINT who_is_put_somewhere_has_a_place CHECK ((act IN ('FOUND', 'SPLIT', 'MERGE', 'MOVE')) = (target_id IS NOT NULL)),
    CONSTRAINT who_is_split_off_is_so_from_somewhere CHECK ((act = 'SPLIT') = (source_id IS NOT NULL)),
    CONSTRAINT nothing_is_merged_into_or_put_under_itself CHECK (target_id <> organisation_id AND source_id <> organisation_id),
    CONSTRAINT who_ends_gets_no_code CHECK (code IS NULL OR (code <> '' AND act NOT IN ('MERGE', 'CLOSE')))
);
COMMENT ON TABLE organisation.reorganisation_step IS 'What a reorganisation does, organisation by organisation. The order is that of writing: all of it happens on one day.';
COMMENT ON COLUMN organisation.reorganisation_step.organisation_id IS 'To which organisation; for FOUND and SPLIT an identity reserved for the one that begins: it has no version until then.';
COMMENT ON COLUMN organisation.reorganisation_step.source_id IS 'From which organisation a new one is split off.';
COMMENT ON COLUMN organisation.reorganisation_step.target_id IS 'Into which organisation it goes (MERGE), or under which it stands.';

-- What became of each organisation, written when it happens and never changed: the annex of the decision.
CREATE TABLE organisation.reorganised (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    organisation_id   UUID NOT NULL REFERENCES organisation.organisation,
    before_name       TEXT,
    before_type       TEXT REFERENCES organisation.organisation_type,
    before_kind       TEXT REFERENCES organisation.organisation_kind,
    before_parent_id  UUID REFERENCES organisation.organisation,
    before_code       TEXT,
    members_before    INTEGER NOT NULL,
    after_name        TEXT,
    after_type        TEXT REFERENCES organisation.organisation_type,
    after_kind        TEXT REFERENCES organisation.organisation_kind,
    after_parent_id   UUID REFERENCES organisation.organisation,
    after_code        TEXT,
    members_after     INTEGER NOT NULL,
    PRIMARY KEY (reorganisation_id, organisation_id),
    CONSTRAINT an_organisation_was_there_before_or_after CHECK (num_nulls(before_name, after_name) < 2),
    CONSTRAINT who_was_there_was_something CHECK ((before_name IS NULL) = (before_type IS NULL) AND (after_name IS NULL) = (after_type IS NULL))
);
COMMENT ON TABLE organisation.reorganised IS 'Each organisation that a reorganisation changed, as it was and as it became, with the members of its subtree; without a before it began, without an after it ended.';
CREATE INDEX reorganised_by_organisation ON organisation.reorganised (organisation_id);

CREATE TABLE organisation.succession (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    predecessor_id    UUID NOT NULL REFERENCES organisation.organisation,
    successor_id      UUID NOT NULL REFERENCES organisation.organisation,
    manner            TEXT NOT NULL,
    PRIMARY KEY (reorganisation_id, predecessor_id, successor_id),
    CONSTRAINT a_manner_is_known CHECK (manner IN ('MERGED', 'SPLIT')),
    CONSTRAINT nobody_succeeds_themselves CHECK (predecessor_id <> successor_id)
);
COMMENT ON TABLE organisation.succession IS 'What became of whom (tổ chức kế thừa). It holds while its reorganisation does.';
CREATE INDEX succession_by_predecessor ON organisation.succession (predecessor_id);
CREATE INDEX succession_by_successor ON organisation.succession (successor_id);
REVOKE UPDATE, DELETE, TRUNCATE ON organisation.reorganised, organisation.succession FROM ${program};

ALTER TABLE organisation.organisation_version
    ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation,
    DROP CONSTRAINT an_act_is_known,
    ADD CONSTRAINT an_act_is_known CHECK (act IN ('OPENED', 'FOUNDED', 'RENAMED', 'MOVED', 'TYPE_CHANGED', 'KIND_CHANGED', 'REORGANISED'));
COMMENT ON COLUMN organisation.organisation_version.reorganisation_id IS 'The reorganisation that began this version.';
CREATE INDEX organisation_version_by_reorganisation ON organisation.organisation_version (reorganisation_id) WHERE reorganisation_id IS NOT NULL;
ALTER TABLE organisation.closing ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation;
COMMENT ON COLUMN organisation.closing.reorganisation_id IS 'The reorganisation that ended it.';
