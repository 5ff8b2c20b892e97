-- Whose decision it is, is found by the whole name of the organisation: for each of two hundred cases of one meeting.
CREATE INDEX organisation_version_by_whole_name ON organisation.organisation_version (name_folded);
