ALTER TABLE statistics.closing ADD COLUMN in_transit INTEGER
    CONSTRAINT nobody_is_in_transit_less_than_once CHECK (in_transit >= 0);
COMMENT ON COLUMN statistics.closing.in_transit IS 'How many of those on the list at the end were in transit when it was closed, counted at the sender until accepted (đang chuyển sinh hoạt); NULL for what was closed before this was kept.';
