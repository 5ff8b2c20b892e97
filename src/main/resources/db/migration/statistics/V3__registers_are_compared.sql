CREATE TABLE statistics.paper_count (
    id              UUID PRIMARY KEY,
    recorded        BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    counted_on      DATE NOT NULL,
    figure          INTEGER,
    source          TEXT NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    CONSTRAINT nobody_counts_fewer_than_none CHECK (figure >= 0),
    CONSTRAINT a_count_says_where_it_stands CHECK (btrim(source) <> '')
);
COMMENT ON TABLE statistics.paper_count IS 'How many members a committee counts in its own books on a day of comparison (đối chiếu), where it keeps them on paper. The newest holds.';
COMMENT ON COLUMN statistics.paper_count.figure IS 'Null takes back what was said before; the source then says why.';
CREATE INDEX paper_count_by_organisation ON statistics.paper_count (organisation_id, counted_on, recorded);

CREATE TABLE statistics.reconciliation_signature (
    id              UUID PRIMARY KEY,
    recorded        BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    reconciled_on     DATE NOT NULL,
    side            TEXT NOT NULL,
    signed_as       UUID NOT NULL REFERENCES organisation.organisation,
    signed_as_name  TEXT NOT NULL,
    own             INTEGER NOT NULL,
    paper           INTEGER,
    above           INTEGER NOT NULL,
    only_own        UUID[] NOT NULL,
    only_above      UUID[] NOT NULL,
    remark          TEXT,
    account_id      UUID,
    signed_by       TEXT NOT NULL,
    signed_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT a_side_is_known CHECK (side IN ('OWN', 'ABOVE')),
    CONSTRAINT the_people_explain_the_difference CHECK (own - above = cardinality(only_own) - cardinality(only_above)),
    CONSTRAINT a_difference_on_paper_is_explained CHECK (paper IS NULL OR paper = own OR btrim(remark) <> '')
);
COMMENT ON TABLE statistics.reconciliation_signature IS 'Who signed a comparison of the register (biên bản đối chiếu) for which side, and the figures they signed. Two newest signatures over the same figures settle it.';
CREATE INDEX reconciliation_signature_by_organisation ON statistics.reconciliation_signature (organisation_id, reconciled_on, side, recorded);
REVOKE UPDATE, DELETE, TRUNCATE ON statistics.paper_count, statistics.reconciliation_signature FROM ${program};
