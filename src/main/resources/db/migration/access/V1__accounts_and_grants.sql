CREATE SCHEMA access;

CREATE TABLE access.account (
    id            UUID PRIMARY KEY,
    version       INTEGER NOT NULL,
    username      TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change   BOOLEAN NOT NULL DEFAULT false,
    sample        BOOLEAN NOT NULL DEFAULT false,
    ended_on      DATE,
    opened_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT a_username_is_plain CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,49}$'),
    CONSTRAINT a_name_is_written CHECK (name <> '')
);
COMMENT ON COLUMN access.account.ended_on IS 'The first day on which the account is no more (a real calendar day).';
COMMENT ON COLUMN access.account.must_change IS 'The password is a temporary one: nothing else can be done before it is changed.';
COMMENT ON COLUMN access.account.sample IS 'A sample account signs in only in a sample register, and only from this machine.';

CREATE TABLE access.grant_of_role (
    id              UUID PRIMARY KEY,
    account_id      UUID NOT NULL REFERENCES access.account,
    role            TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation.organisation,
    valid           DATERANGE NOT NULL,
    CONSTRAINT a_role_is_known CHECK (role IN ('CELL_SECRETARY', 'CLERK', 'BOARD', 'INSPECTOR', 'AUDITOR', 'ADMIN')),
    CONSTRAINT only_an_administrator_stands_outside_the_tree CHECK ((role = 'ADMIN') = (organisation_id IS NULL)),
    CONSTRAINT a_role_is_granted_once_at_a_time EXCLUDE USING gist
        (account_id WITH =, role WITH =, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000') WITH =, valid WITH &&),
    CONSTRAINT a_grant_lasts_at_least_a_day CHECK (NOT isempty(valid))
);
COMMENT ON TABLE access.grant_of_role IS 'Who holds which role over which subtree, and when (real calendar days).';
CREATE INDEX grant_by_account ON access.grant_of_role (account_id);

CREATE TABLE access.first_code (
    only_one  BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_one),
    code_hash BYTEA NOT NULL,
    made_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.first_code IS 'The one-time code that lets the first administrator in, as a keyed hash; gone once there is an administrator.';

CREATE TABLE access.attempt (
    id         TEXT PRIMARY KEY,
    state      BYTEA,
    expires_at BIGINT
);
COMMENT ON TABLE access.attempt IS 'How many sign-ins a user name or an address may still try (Bucket4j).';
CREATE INDEX attempt_by_expiry ON access.attempt (expires_at);
