-- Everything the modules build on. Migrations run as the owner; the program is another role (${program}), which each
-- migration's append-only tables take UPDATE and DELETE away from. MAINTAIN lets an import tell the planner what it added.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${program};
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON TABLES TO ${program};
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO ${program};

CREATE SCHEMA platform;

CREATE FUNCTION platform.folded(written TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(written, NFC)));
COMMENT ON FUNCTION platform.folded IS 'What is left of Vietnamese text for comparing; the same as VietnameseText.folded.';

-- Sessions of the browser: any node of the program can answer.
CREATE TABLE platform.spring_session (
    primary_id CHAR(36) PRIMARY KEY,
    session_id CHAR(36) NOT NULL,
    creation_time BIGINT NOT NULL,
    last_access_time BIGINT NOT NULL,
    max_inactive_interval INT NOT NULL,
    expiry_time BIGINT NOT NULL,
    principal_name VARCHAR(100)
);
CREATE UNIQUE INDEX spring_session_by_id ON platform.spring_session (session_id);
CREATE INDEX spring_session_by_expiry ON platform.spring_session (expiry_time);
CREATE INDEX spring_session_by_principal ON platform.spring_session (principal_name);
CREATE TABLE platform.spring_session_attributes (
    session_primary_id CHAR(36) NOT NULL REFERENCES platform.spring_session (primary_id) ON DELETE CASCADE,
    attribute_name VARCHAR(200) NOT NULL,
    attribute_bytes BYTEA NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Jobs (db-scheduler).
CREATE TABLE platform.scheduled_task (
    task_name TEXT NOT NULL,
    task_instance TEXT NOT NULL,
    task_data BYTEA,
    execution_time TIMESTAMPTZ NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by TEXT,
    last_success TIMESTAMPTZ,
    last_failure TIMESTAMPTZ,
    consecutive_failures INT,
    last_heartbeat TIMESTAMPTZ,
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_by_execution ON platform.scheduled_task (execution_time);
CREATE INDEX scheduled_task_by_heartbeat ON platform.scheduled_task (last_heartbeat);
CREATE INDEX scheduled_task_by_priority ON platform.scheduled_task (priority DESC, execution_time ASC);

-- What is counted may be kept in memory until a fact changes: each transaction that changes a counted fact leaves its
-- number here, and whoever kept a result with its snapshot asks for numbers that the snapshot did not see.
CREATE TABLE platform.counted_fact_change (
    transaction_id XID8 PRIMARY KEY DEFAULT pg_current_xact_id()
);
COMMENT ON TABLE platform.counted_fact_change IS 'The transactions that changed a counted fact.';
REVOKE UPDATE, TRUNCATE ON platform.counted_fact_change FROM ${program};
CREATE FUNCTION platform.counted_facts_change() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    INSERT INTO platform.counted_fact_change DEFAULT VALUES ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION platform.counted_facts_change IS 'For triggers after each statement on tables that figures are counted from.';
