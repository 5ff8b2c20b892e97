CREATE SCHEMA transfer;

CREATE TABLE transfer.transfer (
    id                       UUID PRIMARY KEY,
    version                  INTEGER NOT NULL,
    code                     TEXT NOT NULL,
    kind                     TEXT NOT NULL,
    direction                TEXT NOT NULL,
    stage                    TEXT NOT NULL,
    member_id                UUID REFERENCES member.member,
    newcomer_full_name       TEXT,
    newcomer_born_earliest   DATE,
    newcomer_born_precision  TEXT,
    newcomer_card_number     TEXT,
    newcomer_joined_on       DATE,
    newcomer_official_on     DATE,
    from_id                  UUID REFERENCES organisation.organisation,
    to_id                    UUID REFERENCES organisation.organisation,
    elsewhere                TEXT,
    ground                   TEXT,
    decided_on               DATE NOT NULL,
    requested_on             DATE NOT NULL,
    returns_on               DATE,
    begun_late_why           TEXT,
    letter_id                UUID REFERENCES organisation.decision,
    letter_number            TEXT,
    letter_issued_on         DATE,
    letter_issuer            TEXT,
    introduced_on            DATE,
    received_on              DATE,
    presented_late_why       TEXT,
    ended_on                 DATE,
    ended_why                TEXT,
    dossier_travelled        BOOLEAN,
    dossier_on               DATE,
    recorded_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by              TEXT NOT NULL,
    CONSTRAINT a_code_finds_one_letter UNIQUE (code),
    CONSTRAINT a_kind_is_known CHECK (kind IN ('OFFICIAL', 'TEMPORARY', 'INTERNAL', 'ABROAD')),
    CONSTRAINT a_stage_is_known CHECK (stage IN
        ('REQUESTED', 'SIGNING', 'IN_TRANSIT', 'ARRIVING', 'ACCEPTED', 'RETURNED', 'CANCELLED')),
    CONSTRAINT it_goes_one_way CHECK (CASE direction
        WHEN 'WITHIN' THEN from_id IS NOT NULL AND to_id IS NOT NULL AND elsewhere IS NULL
        WHEN 'OUT' THEN from_id IS NOT NULL AND to_id IS NULL AND elsewhere <> ''
        WHEN 'IN' THEN from_id IS NULL AND to_id IS NOT NULL AND elsewhere <> ''
        ELSE false END),
    CONSTRAINT nobody_is_transferred_to_where_they_are CHECK (from_id <> to_id),
    CONSTRAINT it_is_somebodys CHECK (member_id IS NOT NULL OR newcomer_full_name IS NOT NULL),
    CONSTRAINT only_who_comes_is_new CHECK (newcomer_full_name IS NULL OR direction = 'IN'),
    CONSTRAINT a_newcomer_is_known_by_their_letter CHECK (num_nulls(newcomer_full_name, newcomer_born_earliest,
        newcomer_born_precision, newcomer_joined_on) IN (0, 4)),
    CONSTRAINT who_is_accepted_is_a_member CHECK (stage <> 'ACCEPTED' OR member_id IS NOT NULL),
    CONSTRAINT a_temporary_transfer_ends CHECK ((kind = 'TEMPORARY') = (returns_on IS NOT NULL)),
    CONSTRAINT a_letter_is_whole_or_absent CHECK
        (num_nulls(letter_id, letter_number, letter_issued_on, letter_issuer) IN (0, 4)),
    CONSTRAINT a_letter_introduces CHECK (introduced_on IS NULL OR letter_id IS NOT NULL),
    CONSTRAINT it_is_under_way_with_a_letter CHECK
        (stage NOT IN ('IN_TRANSIT', 'ARRIVING', 'ACCEPTED', 'RETURNED') OR introduced_on IS NOT NULL),
    CONSTRAINT what_is_over_has_an_end CHECK ((stage IN ('ACCEPTED', 'RETURNED', 'CANCELLED')) = (ended_on IS NOT NULL)),
    CONSTRAINT what_came_to_nothing_did_so_for_a_reason CHECK
        ((stage IN ('RETURNED', 'CANCELLED')) = (ended_why IS NOT NULL) AND ended_why <> ''),
    CONSTRAINT a_dossier_travels_on_a_day CHECK ((dossier_travelled IS TRUE) = (dossier_on IS NOT NULL))
);
COMMENT ON TABLE transfer.transfer IS 'A transfer of party membership (chuyển sinh hoạt đảng) and how far it has come. Until it is accepted the member is counted at the sender.';
COMMENT ON COLUMN transfer.transfer.code IS 'Printed on the letter; finds it again.';
COMMENT ON COLUMN transfer.transfer.newcomer_full_name IS 'Whom the letter of another province names, until the register knows them.';
COMMENT ON COLUMN transfer.transfer.decided_on IS 'The decision, or the move, that the transfer follows from: its term begins then.';
COMMENT ON COLUMN transfer.transfer.introduced_on IS 'The last box of the sender was filled: the letter is out.';
COMMENT ON COLUMN transfer.transfer.received_on IS 'The receiver has seen the letter, perhaps before the sender has said here that it is out.';
COMMENT ON COLUMN transfer.transfer.ended_on IS 'Accepted, returned or cancelled on this day.';
COMMENT ON COLUMN transfer.transfer.dossier_travelled IS 'Whether the paper file went along; absent while nobody has said.';
CREATE UNIQUE INDEX a_member_is_transferred_once_at_a_time ON transfer.transfer (member_id)
    WHERE stage IN ('REQUESTED', 'SIGNING', 'IN_TRANSIT', 'ARRIVING');
CREATE UNIQUE INDEX a_letter_introduces_one_member ON transfer.transfer (letter_id) WHERE stage <> 'CANCELLED';
CREATE INDEX transfer_by_member ON transfer.transfer (member_id);
CREATE INDEX transfer_by_stage ON transfer.transfer (stage, ended_on);

CREATE TABLE transfer.box (
    transfer_id     UUID NOT NULL REFERENCES transfer.transfer,
    position        INTEGER NOT NULL,
    side            TEXT NOT NULL,
    level           TEXT NOT NULL,
    organisation_id UUID REFERENCES organisation.organisation,
    name            TEXT NOT NULL,
    filled_on       DATE,
    filled_by       TEXT,
    PRIMARY KEY (transfer_id, position),
    CONSTRAINT a_side_is_known CHECK (side IN ('FROM', 'TO')),
    CONSTRAINT a_level_is_known CHECK (level IN ('CELL', 'PARTIAL', 'BASE', 'DIRECT', 'PROVINCE', 'ELSEWHERE')),
    CONSTRAINT only_elsewhere_is_no_organisation CHECK ((level = 'ELSEWHERE') = (organisation_id IS NULL)),
    CONSTRAINT somebody_filled_it_on_a_day CHECK (num_nulls(filled_on, filled_by) IN (0, 2))
);
COMMENT ON TABLE transfer.box IS 'The boxes of a letter in their order: up from the cell of the sender, down to the cell of the receiver.';
CREATE INDEX box_by_organisation ON transfer.box (organisation_id);

REVOKE DELETE, TRUNCATE ON transfer.transfer, transfer.box FROM ${program};

-- Deadlines follow from the facts, the rulebook and the holidays as they are known now.
CREATE VIEW transfer.deadline AS
SELECT t.id,
       (SELECT reference.last_day(t.decided_on, CAST(r.value AS INTEGER), r.unit) FROM reference.rule r
        WHERE r.key = 'transfer-start-' || lower(t.kind) AND r.scope = 'ALL' AND r.valid @> t.decided_on) AS begin_by,
       (SELECT reference.last_day(t.introduced_on, CAST(r.value AS INTEGER), r.unit) FROM reference.rule r
        WHERE r.key = 'transfer-presentation-' || lower(t.kind) AND r.scope = 'ALL' AND r.valid @> t.introduced_on) AS present_by
FROM transfer.transfer t;
COMMENT ON VIEW transfer.deadline IS 'The last days on which the sender may begin and the receiver be presented with the letter; absent where no rule names one.';
