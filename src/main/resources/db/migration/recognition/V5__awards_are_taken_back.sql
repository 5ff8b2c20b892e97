-- A serial that comes back is a receipt that names how it had gone: it has one place at a time, and only what comes in from
-- outside is asked whether it was there already.
ALTER TABLE recognition.outgoing
    ADD COLUMN why TEXT,
    ADD CONSTRAINT an_outgoing_is_named_with_its_serials UNIQUE (id, serials),
    DROP CONSTRAINT a_kind_is_known,
    ADD CONSTRAINT a_kind_is_known CHECK (kind IN ('ISSUED', 'SPOILT', 'LOST', 'SENT_BACK')),
    ADD CONSTRAINT a_reason_is_written CHECK (why <> ''),
    ADD CONSTRAINT what_is_lost_is_so_for_a_reason CHECK (kind <> 'LOST' OR why IS NOT NULL);
COMMENT ON COLUMN recognition.outgoing.why IS 'Why it was written off.';
ALTER TABLE recognition.receipt
    ADD COLUMN source TEXT NOT NULL DEFAULT 'OUTSIDE',
    ADD COLUMN from_outgoing UUID,
    ADD CONSTRAINT a_source_is_known CHECK (source IN ('OUTSIDE', 'BACK')),
    ADD CONSTRAINT what_comes_from_a_stock_names_how_it_left CHECK ((source = 'OUTSIDE') = (from_outgoing IS NULL)),
    ADD CONSTRAINT what_went_out_comes_in_once UNIQUE (from_outgoing),
    ADD FOREIGN KEY (from_outgoing, serials) REFERENCES recognition.outgoing (id, serials),
    DROP CONSTRAINT a_serial_is_received_once,
    ADD CONSTRAINT a_serial_is_received_once EXCLUDE USING gist (kind WITH =, series WITH =, serials WITH &&)
        WHERE (from_outgoing IS NULL);
COMMENT ON COLUMN recognition.receipt.source IS 'From outside the register, or back from who it was issued to.';
COMMENT ON COLUMN recognition.receipt.from_outgoing IS 'How the same serials had left a stock of the register; absent where they came from outside.';

DROP VIEW recognition.stock;
CREATE VIEW recognition.stock AS
SELECT r.id, r.organisation_id, r.kind, r.series, r.serials, r.digits, r.received_on, r.paper, r.source,
       upper(r.serials) - lower(r.serials) AS received, went.issued, went.spoilt, went.sent_back,
       upper(r.serials) - lower(r.serials) - went.issued - went.spoilt - went.sent_back AS left_over,
       (int8multirange(r.serials) - went.gone) AS free
FROM recognition.receipt r
CROSS JOIN LATERAL (
    SELECT coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'ISSUED'), 0)::bigint AS issued,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind IN ('SPOILT', 'LOST')), 0)::bigint AS spoilt,
           coalesce(sum(upper(o.serials) - lower(o.serials)) FILTER (WHERE o.kind = 'SENT_BACK'), 0)::bigint AS sent_back,
           coalesce(range_agg(o.serials), '{}'::int8multirange) AS gone
    FROM recognition.outgoing o WHERE o.receipt_id = r.id) went;
COMMENT ON VIEW recognition.stock IS 'Each receipt with what became of it: received = issued + written off + sent back + left over, and which serials those are.';

-- An award that was taken back can be made again: each time has its number, and the next one names the one before it.
ALTER TABLE recognition.award
    ADD COLUMN occurrence INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN follows INTEGER GENERATED ALWAYS AS (nullif(occurrence - 1, 0)) STORED,
    ADD COLUMN outgoing_id UUID REFERENCES recognition.outgoing;
UPDATE recognition.award a SET outgoing_id = o.id
FROM recognition.outgoing o JOIN recognition.receipt r ON r.id = o.receipt_id
WHERE o.member_id = a.member_id AND o.kind = 'ISSUED' AND r.kind = a.level
AND recognition.serial(r.series, lower(o.serials), r.digits) = a.number;
ALTER TABLE recognition.award
    DROP CONSTRAINT a_level_is_awarded_once,
    DROP CONSTRAINT a_badge_number_is_given_once,
    ADD CONSTRAINT a_level_is_awarded_once_at_a_time PRIMARY KEY (member_id, level, occurrence),
    ADD CONSTRAINT awards_are_counted_from_one CHECK (occurrence >= 1),
    ADD CONSTRAINT a_badge_is_awarded_once UNIQUE (outgoing_id),
    ADD CONSTRAINT a_number_is_that_of_a_badge_of_the_stock CHECK ((number IS NULL) = (outgoing_id IS NULL));
COMMENT ON COLUMN recognition.award.occurrence IS 'Which time the level is awarded to them: the second after the first was taken back.';
COMMENT ON COLUMN recognition.award.outgoing_id IS 'How the badge left the stock; absent where none was taken.';

CREATE TABLE recognition.badge_withdrawal (
    id           UUID PRIMARY KEY,
    member_id    UUID NOT NULL REFERENCES member.member,
    level        TEXT NOT NULL,
    occurrence   INTEGER,
    number       TEXT,
    ground       TEXT NOT NULL,
    withdrawn_on DATE NOT NULL,
    why          TEXT NOT NULL,
    decision_id  UUID REFERENCES organisation.decision,
    badge_goes   TEXT,
    recorded_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by  TEXT NOT NULL,
    FOREIGN KEY (member_id, level, occurrence) REFERENCES recognition.award (member_id, level, occurrence),
    CONSTRAINT an_award_is_taken_back_once UNIQUE (member_id, level, occurrence),
    CONSTRAINT a_ground_is_known CHECK (ground IN ('ENTERED_WRONGLY', 'REVOKED', 'PUT_OUT')),
    CONSTRAINT a_reason_is_written CHECK (why <> ''),
    CONSTRAINT what_is_revoked_is_so_by_a_decision CHECK (ground <> 'REVOKED' OR decision_id IS NOT NULL),
    CONSTRAINT only_who_is_put_out_hands_back_what_was_never_awarded_here CHECK (ground = 'PUT_OUT' OR occurrence IS NOT NULL),
    CONSTRAINT where_a_badge_goes_is_known CHECK (badge_goes IN ('STOCK', 'SPOILT', 'LOST'))
);
COMMENT ON TABLE recognition.badge_withdrawal IS 'A badge taken back (thu hồi Huy hiệu, hủy quyết định tặng): entered wrongly, revoked, or of who was put out of the Party. The award stays.';
COMMENT ON COLUMN recognition.badge_withdrawal.occurrence IS 'Which award of the level; absent for a badge that the file holds and no act of the register awarded.';
COMMENT ON COLUMN recognition.badge_withdrawal.badge_goes IS 'What became of a badge of the stock; absent where none had been taken.';
REVOKE UPDATE, DELETE, TRUNCATE ON recognition.badge_withdrawal FROM ${program};

ALTER TABLE recognition.award
    ADD CONSTRAINT it_is_awarded_again_once_it_was_taken_back FOREIGN KEY (member_id, level, follows)
        REFERENCES recognition.badge_withdrawal (member_id, level, occurrence);

CREATE VIEW recognition.standing_award AS
SELECT a.* FROM recognition.award a
WHERE NOT EXISTS (SELECT FROM recognition.badge_withdrawal w
                  WHERE w.member_id = a.member_id AND w.level = a.level AND w.occurrence = a.occurrence);
COMMENT ON VIEW recognition.standing_award IS 'The awards that were not taken back.';

-- Whoever was left out, or comes to be awarded again for the same day, stands on a further list.
ALTER TABLE recognition.batch DROP CONSTRAINT an_organisation_has_one_batch_for_a_day;
CREATE UNIQUE INDEX an_organisation_has_one_open_batch_for_a_day ON recognition.batch (organisation_id, award_day) WHERE state <> 'DECIDED';
