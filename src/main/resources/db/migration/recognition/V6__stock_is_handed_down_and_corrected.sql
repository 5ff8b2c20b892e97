-- Ranges are handed down to an organisation below and sent back, each time by a line that goes out and a receipt that names it.
ALTER TABLE recognition.outgoing
    DROP CONSTRAINT a_kind_is_known,
    ADD CONSTRAINT a_kind_is_known CHECK (kind IN ('ISSUED', 'SPOILT', 'LOST', 'SENT_BACK', 'HANDED_DOWN', 'CORRECTED')),
    DROP CONSTRAINT what_is_lost_is_so_for_a_reason,
    ADD CONSTRAINT what_is_lost_or_corrected_is_so_for_a_reason CHECK (kind NOT IN ('LOST', 'CORRECTED') OR why IS NOT NULL);
COMMENT ON COLUMN recognition.outgoing.why IS 'Why it was written off, or what was wrong with the receipt.';
COMMENT ON COLUMN recognition.outgoing.kind IS 'CORRECTED: it had never come in, or otherwise; entered by mistake.';
ALTER TABLE recognition.receipt
    DROP CONSTRAINT a_source_is_known,
    ADD CONSTRAINT a_source_is_known CHECK (source IN ('OUTSIDE', 'BACK', 'HANDED_DOWN', 'SENT_BACK')),
    ADD COLUMN standing INT8MULTIRANGE;
COMMENT ON COLUMN recognition.receipt.source IS 'From outside the register, back from who it was issued to, handed down from above, sent back from below.';
COMMENT ON COLUMN recognition.receipt.standing IS 'Its serials without those that were corrected: what another receipt from outside may not bring in again. Kept by the lines themselves.';
UPDATE recognition.receipt SET standing = int8multirange(serials);
ALTER TABLE recognition.receipt
    ALTER COLUMN standing SET NOT NULL,
    DROP CONSTRAINT a_serial_is_received_once,
    ADD CONSTRAINT a_serial_is_received_once EXCLUDE USING gist (kind WITH =, series WITH =, standing WITH &&)
        WHERE (from_outgoing IS NULL);

CREATE FUNCTION recognition.a_receipt_stands() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    NEW.standing := int8multirange(NEW.serials);
    RETURN NEW;
END $$;
CREATE TRIGGER a_receipt_stands BEFORE INSERT ON recognition.receipt
    FOR EACH ROW EXECUTE FUNCTION recognition.a_receipt_stands();

-- By the right of the owner: the program changes no receipt, and only a correcting line changes what stands.
CREATE FUNCTION recognition.a_correction_frees() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE recognition.receipt SET standing = standing - int8multirange(NEW.serials) WHERE id = NEW.receipt_id;
    RETURN NULL;
END $$;
CREATE TRIGGER a_correction_frees AFTER INSERT ON recognition.outgoing
    FOR EACH ROW WHEN (NEW.kind = 'CORRECTED') EXECUTE FUNCTION recognition.a_correction_frees();

DROP VIEW recognition.stock;
CREATE VIEW recognition.stock AS
SELECT r.id, r.organisation_id, r.kind, r.series, r.serials, r.digits, r.received_on, r.paper, r.source,
       upper(r.serials) - lower(r.serials) AS received, went.issued, went.spoilt, went.handed_down, went.sent_back, went.corrected,
       upper(r.serials) - lower(r.serials) - went.issued - went.spoilt - went.handed_down - went.sent_back - went.corrected AS left_over,
       (int8multirange(r.serials) - went.gone) AS free
FROM recognition.receipt r
CROSS JOIN LATERAL (
    SELECT coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'ISSUED'), 0)::bigint AS issued,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind IN ('SPOILT', 'LOST')), 0)::bigint AS spoilt,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'HANDED_DOWN'), 0)::bigint AS handed_down,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'SENT_BACK'), 0)::bigint AS sent_back,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'CORRECTED'), 0)::bigint AS corrected,
           coalesce(range_agg(o.serials), '{}'::int8multirange) AS gone
    FROM recognition.outgoing o WHERE o.receipt_id = r.id) went;
COMMENT ON VIEW recognition.stock IS 'Each receipt with what became of it: received = issued + written off + handed down + sent back + corrected + left over, and which serials those are.';

CREATE VIEW recognition.stock_entry AS
SELECT r.id AS receipt_id, r.organisation_id, r.kind, r.series, r.digits, r.serials, upper(r.serials) - lower(r.serials) AS things,
       1 AS sign, CASE WHEN r.source IN ('OUTSIDE', 'HANDED_DOWN') THEN 'RECEIVED' ELSE 'RETURNED' END AS what, r.source AS how,
       r.received_on AS day, r.paper, NULL AS why, nullif(giver.organisation_id, r.organisation_id) AS other_id, o.member_id,
       r.recorded_at, r.recorded_by
FROM recognition.receipt r
LEFT JOIN recognition.outgoing o ON o.id = r.from_outgoing
LEFT JOIN recognition.receipt giver ON giver.id = o.receipt_id
UNION ALL
SELECT r.id, r.organisation_id, r.kind, r.series, r.digits, o.serials, upper(o.serials) - lower(o.serials),
       -1, CASE WHEN o.kind IN ('SPOILT', 'LOST') THEN 'WRITTEN_OFF' ELSE o.kind END, o.kind,
       o.happened_on, o.paper, o.why, nullif(taker.organisation_id, r.organisation_id), o.member_id, o.recorded_at, o.recorded_by
FROM recognition.outgoing o
JOIN recognition.receipt r ON r.id = o.receipt_id
LEFT JOIN recognition.receipt taker ON taker.from_outgoing = o.id;
COMMENT ON VIEW recognition.stock_entry IS 'The lines of the stock ledger, what comes in with what goes out: the sum of things by their sign is what is in hand.';
COMMENT ON COLUMN recognition.stock_entry.other_id IS 'The organisation at the other end, where a range is handed down or sent back.';
