-- The stock ledger (sổ kho): what was received by its serials, and what became of each. The balance is a question, not a
-- column, so that it always closes.
CREATE TABLE recognition.receipt (
    id              UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    kind            TEXT NOT NULL,
    series          TEXT NOT NULL,
    serials         INT8RANGE NOT NULL,
    digits          INTEGER NOT NULL,
    received_on     DATE NOT NULL,
    paper           TEXT NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    UNIQUE (id, serials),
    CONSTRAINT a_receipt_has_at_least_one_serial CHECK
        (NOT isempty(serials) AND NOT lower_inf(serials) AND NOT upper_inf(serials) AND lower(serials) >= 0),
    CONSTRAINT serials_have_room_in_their_digits CHECK (digits BETWEEN 1 AND 12 AND length((upper(serials) - 1)::text) <= digits),
    CONSTRAINT a_paper_is_named CHECK (paper <> ''),
    CONSTRAINT a_serial_is_received_once EXCLUDE USING gist (kind WITH =, series WITH =, serials WITH &&)
);
COMMENT ON TABLE recognition.receipt IS 'A range of serials that came into the stock of an organisation: blank cards, badges, certificates.';
COMMENT ON COLUMN recognition.receipt.series IS 'The letters before the figures; empty where there are none.';
COMMENT ON COLUMN recognition.receipt.digits IS 'How many figures a serial is written with, leading zeros among them.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.receipt FROM ${program};

CREATE TABLE recognition.outgoing (
    id               UUID PRIMARY KEY,
    receipt_id       UUID NOT NULL,
    receipt_serials  INT8RANGE NOT NULL,
    serials          INT8RANGE NOT NULL,
    kind             TEXT NOT NULL,
    happened_on      DATE NOT NULL,
    paper            TEXT NOT NULL,
    member_id        UUID REFERENCES member.member,
    recorded_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by      TEXT NOT NULL,
    FOREIGN KEY (receipt_id, receipt_serials) REFERENCES recognition.receipt (id, serials),
    CONSTRAINT a_kind_is_known CHECK (kind IN ('ISSUED', 'SPOILT', 'SENT_BACK')),
    CONSTRAINT what_goes_out_had_come_in CHECK (NOT isempty(serials) AND receipt_serials @> serials),
    CONSTRAINT one_serial_goes_to_a_member CHECK (member_id IS NULL OR (kind = 'ISSUED' AND upper(serials) = lower(serials) + 1)),
    CONSTRAINT a_paper_is_named CHECK (paper <> ''),
    CONSTRAINT a_serial_goes_out_once EXCLUDE USING gist (receipt_id WITH =, serials WITH &&)
);
COMMENT ON TABLE recognition.outgoing IS 'Serials that left the stock: issued to a member, spoilt and destroyed, sent back to the level above.';
CREATE INDEX outgoing_by_member ON recognition.outgoing (member_id) WHERE member_id IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.outgoing FROM ${program};

CREATE VIEW recognition.stock AS
SELECT r.id, r.organisation_id, r.kind, r.series, r.serials, r.digits, r.received_on, r.paper,
       upper(r.serials) - lower(r.serials) AS received, went.issued, went.spoilt, went.sent_back,
       upper(r.serials) - lower(r.serials) - went.issued - went.spoilt - went.sent_back AS left_over,
       (int8multirange(r.serials) - went.gone) AS free
FROM recognition.receipt r
CROSS JOIN LATERAL (
    SELECT coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'ISSUED'), 0)::bigint AS issued,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'SPOILT'), 0)::bigint AS spoilt,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'SENT_BACK'), 0)::bigint AS sent_back,
           coalesce(range_agg(o.serials), '{}'::int8multirange) AS gone
    FROM recognition.outgoing o WHERE o.receipt_id = r.id) went;
COMMENT ON VIEW recognition.stock IS 'Each receipt with what became of it: received = issued + spoilt + sent back + left over, and which serials those are.';

CREATE FUNCTION recognition.serial(series TEXT, number BIGINT, digits INTEGER) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT series || lpad(number::text, digits, '0')
$$;
COMMENT ON FUNCTION recognition.serial IS 'A serial as it stands on the thing.';
