CREATE TABLE access.grant_reorganised (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    grant_id          UUID NOT NULL REFERENCES access.grant_of_role ON DELETE CASCADE,
    was               DATERANGE NOT NULL,
    now_id            UUID REFERENCES access.grant_of_role ON DELETE SET NULL,
    PRIMARY KEY (reorganisation_id, grant_id)
);
COMMENT ON TABLE access.grant_reorganised IS 'Roles that ended because their organisation did, and the same role on its successor where it passed on.';
COMMENT ON COLUMN access.grant_reorganised.was IS 'When the role would have been held.';
COMMENT ON COLUMN access.grant_reorganised.now_id IS 'The role on the successor; absent where an administrator has to grant anew.';
