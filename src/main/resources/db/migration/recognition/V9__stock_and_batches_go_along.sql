-- What an organisation that is merged has in stock, and its batches under way, go along to the one it goes into.
ALTER TABLE recognition.outgoing
    DROP CONSTRAINT a_kind_is_known,
    ADD CONSTRAINT a_kind_is_known CHECK (kind IN ('ISSUED', 'SPOILT', 'LOST', 'SENT_BACK', 'HANDED_DOWN', 'CORRECTED', 'REORGANISED')),
    ADD COLUMN reorganisation_id UUID REFERENCES organisation.reorganisation,
    ADD CONSTRAINT what_goes_along_does_so_by_a_reorganisation CHECK ((kind = 'REORGANISED') = (reorganisation_id IS NOT NULL));
COMMENT ON COLUMN recognition.outgoing.kind IS 'CORRECTED: it had never come in, or otherwise; entered by mistake. REORGANISED: it went along to the organisation that followed, or back when that was taken back.';
CREATE INDEX outgoing_by_reorganisation ON recognition.outgoing (reorganisation_id) WHERE reorganisation_id IS NOT NULL;
ALTER TABLE recognition.receipt
    DROP CONSTRAINT a_source_is_known,
    ADD CONSTRAINT a_source_is_known CHECK (source IN ('OUTSIDE', 'BACK', 'HANDED_DOWN', 'SENT_BACK', 'REORGANISED'));
COMMENT ON COLUMN recognition.receipt.source IS 'From outside the register, back from who it was issued to, handed down from above, sent back from below, taken over in a reorganisation.';

CREATE OR REPLACE VIEW recognition.stock AS
SELECT r.id, r.organisation_id, r.kind, r.series, r.serials, r.digits, r.received_on, r.paper, r.source,
       upper(r.serials) - lower(r.serials) AS received, went.issued, went.spoilt, went.handed_down, went.sent_back, went.corrected,
       upper(r.serials) - lower(r.serials) - went.issued - went.spoilt - went.handed_down - went.sent_back - went.corrected AS left_over,
       (int8multirange(r.serials) - went.gone) AS free
FROM recognition.receipt r
CROSS JOIN LATERAL (
    SELECT coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'ISSUED'), 0)::bigint AS issued,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind IN ('SPOILT', 'LOST')), 0)::bigint AS spoilt,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind IN ('HANDED_DOWN', 'REORGANISED')), 0)::bigint AS handed_down,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'SENT_BACK'), 0)::bigint AS sent_back,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'CORRECTED'), 0)::bigint AS corrected,
           coalesce(range_agg(o.serials), '{}'::int8multirange) AS gone
    FROM recognition.outgoing o WHERE o.receipt_id = r.id) went;
COMMENT ON COLUMN recognition.stock.handed_down IS 'To an organisation below, or along to the one that followed in a reorganisation.';

CREATE OR REPLACE VIEW recognition.stock_entry AS
SELECT r.id AS receipt_id, r.organisation_id, r.kind, r.series, r.digits, r.serials, upper(r.serials) - lower(r.serials) AS things,
       1 AS sign, CASE WHEN r.source IN ('OUTSIDE', 'HANDED_DOWN', 'REORGANISED') THEN 'RECEIVED' ELSE 'RETURNED' END AS what,
       r.source AS how, r.received_on AS day, r.paper, NULL AS why, nullif(giver.organisation_id, r.organisation_id) AS other_id,
       o.member_id, r.recorded_at, r.recorded_by
FROM recognition.receipt r
LEFT JOIN recognition.outgoing o ON o.id = r.from_outgoing
LEFT JOIN recognition.receipt giver ON giver.id = o.receipt_id
UNION ALL
SELECT r.id, r.organisation_id, r.kind, r.series, r.digits, o.serials, upper(o.serials) - lower(o.serials), -1,
       CASE WHEN o.kind IN ('SPOILT', 'LOST') THEN 'WRITTEN_OFF' WHEN o.kind = 'REORGANISED' THEN 'HANDED_DOWN' ELSE o.kind END, o.kind,
       o.happened_on, o.paper, o.why, nullif(taker.organisation_id, r.organisation_id), o.member_id, o.recorded_at, o.recorded_by
FROM recognition.outgoing o
JOIN recognition.receipt r ON r.id = o.receipt_id
LEFT JOIN recognition.receipt taker ON taker.from_outgoing = o.id;

CREATE TABLE recognition.carried_batch (
    reorganisation_id UUID NOT NULL REFERENCES organisation.reorganisation,
    batch_id          UUID NOT NULL REFERENCES recognition.batch,
    from_id           UUID NOT NULL REFERENCES organisation.organisation,
    into_id           UUID NOT NULL REFERENCES organisation.organisation,
    content           TEXT NOT NULL,
    PRIMARY KEY (reorganisation_id, batch_id)
);
COMMENT ON TABLE recognition.carried_batch IS 'Which batches under way went along with which organisation.';
COMMENT ON COLUMN recognition.carried_batch.content IS 'A fingerprint of the batch as it went along: whether anything was done to it since.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.carried_batch FROM ${program};

CREATE FUNCTION recognition.batch_content(batch UUID) RETURNS TEXT LANGUAGE sql STABLE AS $$
    SELECT md5(concat_ws('|', b.state, (SELECT string_agg(concat_ws(' ', p.member_id, p.level, p.basis, p.ground, p.removed_why), '|'
            ORDER BY p.member_id) FROM recognition.proposal p WHERE p.batch_id = b.id)))
    FROM recognition.batch b WHERE b.id = batch
$$;
COMMENT ON FUNCTION recognition.batch_content IS 'A fingerprint of the state of a batch and of all its lines.';
