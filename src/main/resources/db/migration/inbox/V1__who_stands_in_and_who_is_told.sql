-- What is owed is computed (ADR 31); kept are only who stands in for whom, and to whom the day's figures were sent (ADR 48, 49).
CREATE SCHEMA inbox;

CREATE TABLE inbox.delegation (
    id            UUID PRIMARY KEY,
    of_account_id UUID NOT NULL REFERENCES access.account,
    to_account_id UUID NOT NULL REFERENCES access.account,
    valid         DATERANGE NOT NULL,
    reason        TEXT NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by   TEXT NOT NULL,
    withdrawn_at  TIMESTAMPTZ,
    withdrawn_by  TEXT,
    CONSTRAINT nobody_stands_in_for_themselves CHECK (of_account_id <> to_account_id),
    CONSTRAINT a_delegation_has_a_first_and_a_last_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid) AND NOT upper_inf(valid)),
    CONSTRAINT a_delegation_has_a_reason CHECK (btrim(reason) <> ''),
    CONSTRAINT a_withdrawal_is_whole_or_absent CHECK (num_nulls(withdrawn_at, withdrawn_by) IN (0, 2)),
    CONSTRAINT one_stands_in_for_somebody_at_a_time
        EXCLUDE USING gist (of_account_id WITH =, valid WITH &&) WHERE (withdrawn_at IS NULL)
);
COMMENT ON TABLE inbox.delegation IS 'Who sees the obligations of whom while they are away (ủy quyền khi đi vắng). It shows, and grants no right.';
COMMENT ON COLUMN inbox.delegation.valid IS 'Half-open, in the calendar of accounts: its end is the day after the last day.';
CREATE INDEX delegation_by_stand_in ON inbox.delegation (to_account_id, valid);
REVOKE UPDATE, DELETE, TRUNCATE ON inbox.delegation FROM ${program};
GRANT UPDATE (withdrawn_at, withdrawn_by) ON inbox.delegation TO ${program};

CREATE TABLE inbox.subscription (
    account_id UUID PRIMARY KEY REFERENCES access.account,
    address    TEXT NOT NULL,
    since      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT an_address_is_one CHECK (address ~ '^[^@[:space:],;<>]+@[^@[:space:],;<>]+$' AND length(address) <= 254)
);
COMMENT ON TABLE inbox.subscription IS 'Who is sent the figures of the inbox each day, at which address.';

CREATE TABLE inbox.sent_digest (
    account_id UUID NOT NULL REFERENCES access.account,
    day        DATE NOT NULL,
    overdue    BIGINT NOT NULL,
    soon       BIGINT NOT NULL,
    open       BIGINT NOT NULL,
    sent_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT a_digest_is_sent_once_a_day PRIMARY KEY (account_id, day)
);
COMMENT ON TABLE inbox.sent_digest IS 'What was sent to whom: figures only, once a day, whichever node sends it.';
REVOKE UPDATE, DELETE, TRUNCATE ON inbox.sent_digest FROM ${program};
