CREATE TABLE planning.place (
    id          UUID PRIMARY KEY,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    name_folded TEXT NOT NULL GENERATED ALWAYS AS (platform.folded(name)) STORED,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC) AND length(name) <= 200)
);
COMMENT ON TABLE planning.place IS 'Where people live, work or learn: a hamlet (ấp, khóm), an enterprise, a school. What it was when stands in place_state.';
COMMENT ON COLUMN planning.place.kind IS 'A code of place-kind.';
REVOKE UPDATE, DELETE, TRUNCATE ON planning.place FROM ${program};

CREATE TABLE planning.place_state (
    place_id        UUID NOT NULL REFERENCES planning.place,
    valid           DATERANGE NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    cell_id         UUID REFERENCES organisation.organisation,
    has_members     BOOLEAN NOT NULL,
    in_charge_id    UUID REFERENCES member.member,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    PRIMARY KEY (place_id, valid WITHOUT OVERLAPS),
    CONSTRAINT a_state_lasts_at_least_a_day CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    CONSTRAINT a_cell_has_members CHECK (has_members OR cell_id IS NULL)
);
COMMENT ON TABLE planning.place_state IS 'What a place was, and when: under which committee, with which cell, whether members are there, and who is in charge of it. A place without an open state has ended.';
COMMENT ON COLUMN planning.place_state.organisation_id IS 'The committee that looks after it.';
COMMENT ON COLUMN planning.place_state.cell_id IS 'Its own cell; absent where it has none.';
COMMENT ON COLUMN planning.place_state.in_charge_id IS 'The committee member in charge of it (cấp ủy viên phụ trách).';
CREATE INDEX place_state_by_organisation ON planning.place_state (organisation_id);
REVOKE UPDATE, DELETE, TRUNCATE ON planning.place_state FROM ${program};
GRANT UPDATE (valid) ON planning.place_state TO ${program};

CREATE TABLE planning.place_post (
    id          UUID PRIMARY KEY,
    place_id    UUID NOT NULL REFERENCES planning.place,
    post        TEXT NOT NULL,
    holder      TEXT NOT NULL,
    member_id   UUID REFERENCES member.member,
    valid       DATERANGE NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by TEXT NOT NULL,
    CONSTRAINT a_holder_is_named CHECK (holder <> '' AND holder = normalize(btrim(holder), NFC) AND length(holder) <= 100),
    CONSTRAINT a_post_is_held_from_a_day_on CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    CONSTRAINT nobody_holds_a_post_twice_at_once EXCLUDE USING gist (place_id WITH =, post WITH =, holder WITH =, valid WITH &&)
);
COMMENT ON TABLE planning.place_post IS 'Posts of a hamlet (trưởng ấp, phó trưởng ấp, trưởng ban công tác mặt trận …) and who holds them, member or not.';
COMMENT ON COLUMN planning.place_post.post IS 'A code of hamlet-post.';
COMMENT ON COLUMN planning.place_post.member_id IS 'Absent where the holder is no member.';
CREATE INDEX place_post_by_place ON planning.place_post (place_id);
CREATE INDEX place_post_by_member ON planning.place_post (member_id) WHERE member_id IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON planning.place_post FROM ${program};
GRANT UPDATE (valid) ON planning.place_post TO ${program};
