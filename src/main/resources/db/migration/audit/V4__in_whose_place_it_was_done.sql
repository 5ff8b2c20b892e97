-- What is done with a role that somebody who is away has lent is done in their place, and the entry says so.
ALTER TABLE audit.entry ADD COLUMN in_place_of TEXT[],
    ADD CONSTRAINT in_place_of_somebody_or_nobody CHECK (cardinality(in_place_of) > 0);
COMMENT ON COLUMN audit.entry.in_place_of IS 'Usernames of those who were away and whose lent roles were used; absent where a role of their own reached as far.';
