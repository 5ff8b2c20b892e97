CREATE SCHEMA quality;

CREATE TABLE quality.day (
    day             DATE NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    members         INTEGER NOT NULL,
    to_mend         INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, day),
    CONSTRAINT no_more_to_mend_than_members CHECK (to_mend BETWEEN 0 AND members)
);
COMMENT ON TABLE quality.day IS 'Each day, for the root and each organisation right below it: how many members, how many of them with something to mend.';

CREATE TABLE quality.day_of_check (
    day             DATE NOT NULL,
    organisation_id UUID NOT NULL,
    check_key       TEXT NOT NULL,
    members         INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, check_key, day),
    FOREIGN KEY (organisation_id, day) REFERENCES quality.day (organisation_id, day),
    CONSTRAINT a_check_that_finds_nobody_has_no_row CHECK (members > 0)
);
COMMENT ON TABLE quality.day_of_check IS 'The same by check: how many members it finds.';

-- A day that is counted stays as it was counted.
REVOKE UPDATE, DELETE, TRUNCATE ON quality.day, quality.day_of_check FROM ${program};
