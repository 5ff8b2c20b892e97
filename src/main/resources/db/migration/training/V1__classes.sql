CREATE SCHEMA training;

CREATE TABLE training.class (
    id              UUID PRIMARY KEY,
    version         INTEGER NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    kind            TEXT NOT NULL,
    name            TEXT NOT NULL,
    audience        TEXT NOT NULL,
    place           TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    year            INTEGER NOT NULL GENERATED ALWAYS AS (CAST(extract(year FROM from_on) AS INTEGER)) STORED,
    expected        INTEGER NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    cancelled_on    DATE,
    cancelled_by    TEXT,
    cancelled_why   TEXT,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('AWARENESS', 'NEW_MEMBER')),
    CONSTRAINT a_class_ends_no_earlier_than_it_begins CHECK (to_on >= from_on),
    CONSTRAINT a_class_expects_somebody CHECK (expected > 0),
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC) AND length(name) <= 200),
    CONSTRAINT an_audience_and_a_place_are_written CHECK (audience <> '' AND place <> ''),
    CONSTRAINT what_is_cancelled_is_so_by_somebody_for_a_reason CHECK
        (num_nulls(cancelled_on, cancelled_by, cancelled_why) IN (0, 3) AND cancelled_why <> '')
);
COMMENT ON TABLE training.class IS 'Lớp bồi dưỡng: AWARENESS for who is no member yet (nhận thức về Đảng), NEW_MEMBER for who is on probation (đảng viên mới).';
COMMENT ON COLUMN training.class.organisation_id IS 'The committee that holds it and signs its certificates.';
COMMENT ON COLUMN training.class.year IS 'The year of its plan: that in which it begins.';
COMMENT ON COLUMN training.class.audience IS 'A code of class-audience.';
CREATE INDEX class_by_organisation ON training.class (organisation_id, from_on);
REVOKE DELETE, TRUNCATE ON training.class FROM ${program};

CREATE TABLE training.participant (
    id                    UUID PRIMARY KEY,
    class_id              UUID NOT NULL REFERENCES training.class,
    organisation_id       UUID NOT NULL REFERENCES organisation.organisation,
    seen_on               DATE NOT NULL,
    member_id             UUID REFERENCES member.member,
    full_name             TEXT NOT NULL,
    family_name           TEXT COLLATE "vi-x-icu" NOT NULL,
    middle_name           TEXT COLLATE "vi-x-icu" NOT NULL,
    given_name            TEXT COLLATE "vi-x-icu" NOT NULL,
    name_folded           TEXT NOT NULL GENERATED ALWAYS AS (platform.folded(full_name)) STORED,
    born_earliest         DATE NOT NULL,
    born_precision        TEXT NOT NULL,
    citizen_number_sealed BYTEA,
    citizen_number_hash   BYTEA,
    citizen_number_end    TEXT,
    registered_at         TIMESTAMPTZ NOT NULL DEFAULT now(),
    registered_by         TEXT NOT NULL,
    left_at               TIMESTAMPTZ,
    left_by               TEXT,
    left_why              TEXT,
    CONSTRAINT a_name_is_tidy CHECK (full_name <> '' AND full_name = normalize(btrim(full_name), NFC) AND length(full_name) <= 100),
    CONSTRAINT a_birth_date_is_known_to_day_month_or_year CHECK (born_precision IN ('DAY', 'MONTH', 'YEAR')),
    CONSTRAINT a_sealed_number_is_whole_or_absent CHECK
        (num_nulls(citizen_number_sealed, citizen_number_hash, citizen_number_end) IN (0, 3)),
    CONSTRAINT who_is_taken_off_is_so_for_a_reason CHECK (num_nulls(left_at, left_by, left_why) IN (0, 3) AND left_why <> '')
);
COMMENT ON TABLE training.participant IS 'Who is registered for a class, as they were written then: a certificate keeps the name it was issued to.';
COMMENT ON COLUMN training.participant.organisation_id IS 'The cell or organisation that sent them; for a member, where they stood.';
COMMENT ON COLUMN training.participant.seen_on IS 'The day of the tree by which that organisation lies below others.';
COMMENT ON COLUMN training.participant.member_id IS 'Absent for who is no member.';
COMMENT ON COLUMN training.participant.citizen_number_hash IS 'Keyed hash, as in the member''s file: it finds a certificate by the number without telling it.';
CREATE UNIQUE INDEX a_member_is_registered_once_for_a_class ON training.participant (class_id, member_id)
    WHERE left_at IS NULL AND member_id IS NOT NULL;
CREATE UNIQUE INDEX a_number_is_registered_once_for_a_class ON training.participant (class_id, citizen_number_hash)
    WHERE left_at IS NULL AND citizen_number_hash IS NOT NULL;
CREATE UNIQUE INDEX a_name_with_its_birth_date_is_registered_once_for_a_class
    ON training.participant (class_id, name_folded, born_earliest, born_precision)
    WHERE left_at IS NULL AND member_id IS NULL AND citizen_number_hash IS NULL;
CREATE INDEX participant_by_organisation ON training.participant (organisation_id);
CREATE INDEX participant_by_member ON training.participant (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX participant_by_number ON training.participant (citizen_number_hash) WHERE citizen_number_hash IS NOT NULL;
CREATE INDEX participant_by_name ON training.participant (name_folded);
REVOKE UPDATE, DELETE, TRUNCATE ON training.participant FROM ${program};
GRANT UPDATE (left_at, left_by, left_why) ON training.participant TO ${program};

CREATE TABLE training.outcome (
    recorded       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    participant_id UUID NOT NULL REFERENCES training.participant,
    outcome        TEXT NOT NULL,
    why            TEXT,
    recorded_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by    TEXT NOT NULL,
    CONSTRAINT an_outcome_is_known CHECK (outcome IN ('FINISHED', 'NOT_FINISHED')),
    CONSTRAINT who_has_not_finished_has_not_for_a_reason CHECK ((outcome = 'NOT_FINISHED') = (why IS NOT NULL) AND why <> '')
);
COMMENT ON TABLE training.outcome IS 'How the class ended for somebody. Appended to, never changed: the newest holds.';
CREATE INDEX outcome_by_participant ON training.outcome (participant_id, recorded);
REVOKE UPDATE, DELETE, TRUNCATE ON training.outcome FROM ${program};

CREATE TABLE training.certificate (
    id              UUID PRIMARY KEY,
    participant_id  UUID NOT NULL REFERENCES training.participant,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    kind            TEXT NOT NULL,
    year            INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    issued_on       DATE NOT NULL,
    form_code       TEXT NOT NULL,
    issued_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    issued_by       TEXT NOT NULL,
    revoked_at      TIMESTAMPTZ,
    revoked_by      TEXT,
    revoked_why     TEXT,
    CONSTRAINT a_kind_is_known CHECK (kind IN ('AWARENESS', 'NEW_MEMBER')),
    CONSTRAINT an_issuer_uses_a_number_once_a_year UNIQUE (organisation_id, kind, year, number),
    CONSTRAINT numbers_begin_with_one CHECK (number > 0),
    CONSTRAINT the_year_is_that_of_the_day CHECK (year = extract(year FROM issued_on)),
    CONSTRAINT what_is_revoked_is_so_for_a_reason CHECK (num_nulls(revoked_at, revoked_by, revoked_why) IN (0, 3) AND revoked_why <> '')
);
COMMENT ON TABLE training.certificate IS 'Giấy chứng nhận. Until when it is valid is told by the rulebook of the day on which it is asked.';
COMMENT ON COLUMN training.certificate.number IS 'Runs for each issuer, kind and year; a revoked certificate keeps its number.';
COMMENT ON COLUMN training.certificate.form_code IS 'The form (mẫu) it was written on.';
CREATE UNIQUE INDEX somebody_holds_one_certificate_of_a_class ON training.certificate (participant_id) WHERE revoked_at IS NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON training.certificate FROM ${program};
GRANT UPDATE (revoked_at, revoked_by, revoked_why) ON training.certificate TO ${program};

CREATE VIEW training.attendance AS
SELECT p.*, o.outcome, o.why, g.id AS certificate_id, g.number, g.issued_on
FROM training.participant p
LEFT JOIN LATERAL (SELECT l.outcome, l.why FROM training.outcome l
    WHERE l.participant_id = p.id ORDER BY l.recorded DESC LIMIT 1) o ON true
LEFT JOIN training.certificate g ON g.participant_id = p.id AND g.revoked_at IS NULL
WHERE p.left_at IS NULL;
COMMENT ON VIEW training.attendance IS 'Who attends, how the class ended for them, and the certificate they hold of it.';
