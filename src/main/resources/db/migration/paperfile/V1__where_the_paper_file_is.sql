CREATE SCHEMA paperfile;

-- What may follow on what: the one home of it, asked by the acts, by the bulk hand-over and by the table of events.
CREATE TABLE paperfile.step (
    before TEXT NOT NULL,
    kind   TEXT NOT NULL,
    after  TEXT NOT NULL,
    PRIMARY KEY (before, kind),
    CONSTRAINT an_act_leads_to_one_state UNIQUE (before, kind, after),
    CONSTRAINT a_state_is_known CHECK (before IN ('NOT_RECORDED', 'IN_PLACE', 'LENT', 'SEALED', 'ON_THE_WAY', 'MISSING')
        AND after IN ('IN_PLACE', 'LENT', 'SEALED', 'ON_THE_WAY', 'MISSING')),
    CONSTRAINT an_act_is_known CHECK (kind IN ('PLACED', 'LENT', 'RETURNED', 'SEALED', 'HANDED_OVER', 'RECEIVED', 'MISSING', 'FOUND'))
);
COMMENT ON TABLE paperfile.step IS 'Which act may be recorded of a paper file in which state, and the state it leads to.';
INSERT INTO paperfile.step (before, kind, after) VALUES
    ('NOT_RECORDED', 'PLACED', 'IN_PLACE'),
    ('NOT_RECORDED', 'MISSING', 'MISSING'),
    ('IN_PLACE', 'PLACED', 'IN_PLACE'),
    ('IN_PLACE', 'LENT', 'LENT'),
    ('IN_PLACE', 'SEALED', 'SEALED'),
    ('IN_PLACE', 'HANDED_OVER', 'ON_THE_WAY'),
    ('IN_PLACE', 'MISSING', 'MISSING'),
    ('LENT', 'RETURNED', 'IN_PLACE'),
    ('LENT', 'MISSING', 'MISSING'),
    ('SEALED', 'PLACED', 'IN_PLACE'),
    ('SEALED', 'HANDED_OVER', 'ON_THE_WAY'),
    ('SEALED', 'MISSING', 'MISSING'),
    ('ON_THE_WAY', 'RECEIVED', 'IN_PLACE'),
    ('ON_THE_WAY', 'MISSING', 'MISSING'),
    ('MISSING', 'FOUND', 'IN_PLACE');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON paperfile.step FROM ${program};

CREATE TABLE paperfile.hand_over (
    id                   UUID PRIMARY KEY,
    number               TEXT NOT NULL,
    handed_over_on       DATE NOT NULL,
    from_organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    to_organisation_id   UUID REFERENCES organisation.organisation,
    to_name              TEXT NOT NULL,
    handed_by            TEXT,
    received_by          TEXT,
    recorded_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by          TEXT NOT NULL,
    CONSTRAINT a_number_is_used_once_a_day UNIQUE (from_organisation_id, number, handed_over_on),
    CONSTRAINT files_go_to_another_organisation CHECK (to_organisation_id <> from_organisation_id),
    CONSTRAINT a_number_and_a_receiver_are_written CHECK (number <> '' AND to_name <> '')
);
COMMENT ON TABLE paperfile.hand_over IS 'The record of a hand-over (biên bản bàn giao): its files are the events that name it.';
COMMENT ON COLUMN paperfile.hand_over.to_organisation_id IS 'Absent where the receiver is none that the one who recorded it may see: another province, another district.';
REVOKE UPDATE, DELETE, TRUNCATE ON paperfile.hand_over FROM ${program};

CREATE TABLE paperfile.event (
    member_id       UUID NOT NULL REFERENCES member.member,
    turn            INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    happened_on     DATE NOT NULL,
    before          TEXT NOT NULL,
    after           TEXT NOT NULL,
    previous_turn   INTEGER GENERATED ALWAYS AS (nullif(turn - 1, 0)) STORED,
    previous_on     DATE,
    organisation_id UUID REFERENCES organisation.organisation,
    place           TEXT,
    borrower        TEXT,
    reason          TEXT,
    due_on          DATE,
    hand_over_id    UUID REFERENCES paperfile.hand_over,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    recorded_by     TEXT NOT NULL,
    PRIMARY KEY (member_id, turn),
    CONSTRAINT a_turn_is_taken_once UNIQUE (member_id, turn, after, happened_on),
    CONSTRAINT an_act_fits_the_state_before FOREIGN KEY (before, kind, after) REFERENCES paperfile.step (before, kind, after),
    CONSTRAINT the_state_before_is_what_the_last_event_left FOREIGN KEY (member_id, previous_turn, before, previous_on)
        REFERENCES paperfile.event (member_id, turn, after, happened_on),
    CONSTRAINT only_the_first_event_follows_on_nothing CHECK (turn > 0
        AND (turn = 1) = (before = 'NOT_RECORDED') AND (turn = 1) = (previous_on IS NULL)),
    CONSTRAINT no_event_is_before_the_last_one CHECK (happened_on >= previous_on),
    CONSTRAINT what_is_put_somewhere_has_a_keeper_and_a_place CHECK
        ((kind IN ('PLACED', 'RECEIVED', 'FOUND')) = (organisation_id IS NOT NULL)
            AND (organisation_id IS NULL) = (place IS NULL) AND place <> ''),
    CONSTRAINT a_loan_has_a_borrower_and_a_due_day CHECK
        ((kind = 'LENT') = (borrower IS NOT NULL) AND (borrower IS NULL) = (due_on IS NULL) AND borrower <> ''),
    CONSTRAINT a_loan_has_a_reason CHECK (kind <> 'LENT' OR reason IS NOT NULL AND reason <> ''),
    CONSTRAINT a_loan_is_due_no_earlier_than_it_begins CHECK (due_on >= happened_on),
    CONSTRAINT a_hand_over_has_its_record CHECK ((kind = 'HANDED_OVER') = (hand_over_id IS NOT NULL))
);
COMMENT ON TABLE paperfile.event IS 'What happened to a member''s paper file. Appended to, never changed.';
COMMENT ON COLUMN paperfile.event.turn IS 'The place of the event in the history of the file, from 1: two clerks at once cannot both take it.';
COMMENT ON COLUMN paperfile.event.reason IS 'Why the file was lent; for other acts what was remarked.';
CREATE INDEX event_by_hand_over ON paperfile.event (hand_over_id) WHERE hand_over_id IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON paperfile.event FROM ${program};

CREATE TABLE paperfile.whereabouts (
    member_id       UUID PRIMARY KEY REFERENCES member.member,
    turn            INTEGER NOT NULL,
    state           TEXT NOT NULL,
    since           DATE NOT NULL,
    organisation_id UUID REFERENCES organisation.organisation,
    place           TEXT,
    borrower        TEXT,
    due_on          DATE,
    hand_over_id    UUID REFERENCES paperfile.hand_over,
    CONSTRAINT a_borrower_holds_what_is_lent CHECK ((state = 'LENT') = (borrower IS NOT NULL) AND (borrower IS NULL) = (due_on IS NULL)),
    CONSTRAINT the_latest_event_is_one_of_the_history FOREIGN KEY (member_id, turn, state, since)
        REFERENCES paperfile.event (member_id, turn, after, happened_on)
);
COMMENT ON TABLE paperfile.whereabouts IS 'Where each paper file is now: derived from the events in the same transaction, never written otherwise. No row: nothing was ever recorded.';
COMMENT ON COLUMN paperfile.whereabouts.organisation_id IS 'Who keeps it, or kept it last.';
CREATE INDEX whereabouts_by_state ON paperfile.whereabouts (state, due_on);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON paperfile.whereabouts FROM ${program};

CREATE FUNCTION paperfile.file_moves() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO paperfile.whereabouts AS known
        (member_id, turn, state, since, organisation_id, place, borrower, due_on, hand_over_id)
    VALUES (NEW.member_id, NEW.turn, NEW.after, NEW.happened_on, NEW.organisation_id, NEW.place, NEW.borrower, NEW.due_on,
        NEW.hand_over_id)
    ON CONFLICT (member_id) DO UPDATE SET
        turn = excluded.turn, state = excluded.state, since = excluded.since,
        organisation_id = coalesce(excluded.organisation_id, known.organisation_id),
        place = coalesce(excluded.place, known.place),
        borrower = excluded.borrower, due_on = excluded.due_on, hand_over_id = excluded.hand_over_id;
    RETURN NULL;
END $$;
CREATE TRIGGER an_event_tells_where_the_file_is AFTER INSERT ON paperfile.event
    FOR EACH ROW EXECUTE FUNCTION paperfile.file_moves();
