-- While an import fills an empty journal, the planner still takes it for empty and reads all of it for each range of
-- members: the work grew with the square of the file (measured: 0.1 s for the first 2,000 members, 1.1 s for the last).
-- What the trigger asks for are always some members out of many: by an index, whatever the statistics say.
ALTER FUNCTION membership.journal_grows SET enable_seqscan = off;
