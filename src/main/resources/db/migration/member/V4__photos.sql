-- The photo of a member (ảnh 3 × 4), with its past: the latest entry counts.
CREATE TABLE member.photo (
    id           UUID PRIMARY KEY,
    member_id    UUID NOT NULL REFERENCES member.member,
    sealed       BYTEA,
    reason       TEXT,
    recorded     TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by  TEXT NOT NULL,
    recorded_for DATE NOT NULL,
    CONSTRAINT whoever_takes_a_photo_away_says_why CHECK (sealed IS NOT NULL OR reason <> '')
);
COMMENT ON TABLE member.photo IS 'Photos of members: each new one, and each taking away, is an entry of its own. Never changed itself.';
COMMENT ON COLUMN member.photo.sealed IS 'The photo as JPEG without metadata, encrypted with a key outside the database; null where it was taken away.';
COMMENT ON COLUMN member.photo.recorded_for IS 'The business day of the entry.';
CREATE INDEX photo_by_member ON member.photo (member_id, recorded DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON member.photo FROM ${program};
