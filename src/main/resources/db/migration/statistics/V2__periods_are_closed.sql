CREATE TABLE statistics.period_kind (
    code     TEXT PRIMARY KEY,
    months   INTEGER NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    name_vi  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    due_rule TEXT NOT NULL,
    CONSTRAINT a_period_divides_the_year CHECK (months > 0 AND 12 % months = 0)
);
COMMENT ON TABLE statistics.period_kind IS 'The periods that a committee closes (kỳ khóa sổ): each begins with a month and has a whole number of them.';
COMMENT ON COLUMN statistics.period_kind.due_rule IS 'The rule that says until when; a kind without one on its last day is not closed at all.';

INSERT INTO statistics.period_kind (code, months, position, name_vi, name_en, due_rule) VALUES
    ('MONTH', 1, 1, 'Tháng', 'Month', 'period-due-month'),
    ('QUARTER', 3, 2, 'Quý', 'Quarter', 'period-due-quarter'),
    ('HALF_YEAR', 6, 3, 'Sáu tháng', 'Half-year', 'period-due-half-year'),
    ('YEAR', 12, 4, 'Năm', 'Year', 'period-due-year');

CREATE TABLE statistics.closing (
    id               UUID PRIMARY KEY,
    organisation_id  UUID NOT NULL REFERENCES organisation.organisation,
    name             TEXT NOT NULL,
    kind             TEXT NOT NULL REFERENCES statistics.period_kind,
    from_on          DATE NOT NULL,
    to_on            DATE NOT NULL,
    form             TEXT NOT NULL,
    code             TEXT NOT NULL,
    title_vi         TEXT NOT NULL,
    title_en         TEXT NOT NULL,
    directive        TEXT NOT NULL,
    entries          INTEGER NOT NULL,
    fingerprint      TEXT NOT NULL,
    closed_at        TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    closed_by        TEXT NOT NULL,
    reopened_at      TIMESTAMPTZ,
    reopened_by      TEXT,
    reopened_as      TEXT,
    reopening_reason TEXT,
    CONSTRAINT a_period_goes_forward CHECK (from_on <= to_on),
    CONSTRAINT a_reopening_is_whole_or_absent CHECK (num_nulls(reopened_at, reopened_by, reopened_as, reopening_reason) IN (0, 4)),
    CONSTRAINT a_reopening_has_a_reason CHECK (btrim(reopening_reason) <> '')
);
COMMENT ON TABLE statistics.closing IS 'A period closed by a committee (khóa sổ): what its form said then, and by whom. A reopened one stays as history.';
COMMENT ON COLUMN statistics.closing.name IS 'What the organisation was called on the last day.';
COMMENT ON COLUMN statistics.closing.entries IS 'How many entries of the journal the rows of increase and decrease counted.';
COMMENT ON COLUMN statistics.closing.fingerprint IS 'SHA-256 over the entries and the members counted, in their order.';
COMMENT ON COLUMN statistics.closing.reopened_as IS 'The committee above in whose name it was reopened.';
CREATE UNIQUE INDEX a_period_is_closed_once_at_a_time ON statistics.closing (organisation_id, kind, from_on) WHERE reopened_at IS NULL;
CREATE INDEX closing_by_last_day ON statistics.closing (organisation_id, to_on) WHERE reopened_at IS NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON statistics.closing FROM ${program};
GRANT UPDATE (reopened_at, reopened_by, reopened_as, reopening_reason) ON statistics.closing TO ${program};

CREATE TABLE statistics.closed_figure (
    closing_id UUID NOT NULL REFERENCES statistics.closing DEFERRABLE INITIALLY DEFERRED,
    code       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    side       TEXT NOT NULL,
    whole      TEXT,
    sums       BOOLEAN NOT NULL,
    official   BOOLEAN NOT NULL,
    symbol     TEXT NOT NULL,
    label_vi   TEXT NOT NULL,
    label_en   TEXT NOT NULL,
    directive  TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    depth      INTEGER NOT NULL,
    figure     BIGINT NOT NULL,
    before     BIGINT NOT NULL,
    PRIMARY KEY (closing_id, code),
    CONSTRAINT a_frozen_figure_counts_nobody_twice_over CHECK (figure >= 0 AND before >= 0)
);
COMMENT ON TABLE statistics.closed_figure IS 'The rows of a closed form as they stood: the row itself is frozen with its figure, so that a later form changes nothing.';
COMMENT ON COLUMN statistics.closed_figure.before IS 'The same period a year earlier, as it was shown then.';

CREATE TABLE statistics.closed_child (
    closing_id UUID NOT NULL REFERENCES statistics.closing DEFERRABLE INITIALLY DEFERRED,
    part_id    UUID NOT NULL REFERENCES organisation.organisation,
    position   INTEGER NOT NULL,
    name       TEXT,
    figures    BIGINT[] NOT NULL,
    PRIMARY KEY (closing_id, part_id),
    CONSTRAINT a_child_has_a_figure_in_each_column CHECK (cardinality(figures) = 6)
);
COMMENT ON TABLE statistics.closed_child IS 'The parts of a closed form beside the whole: opening, in, in from other parts, out, out to other parts, closing.';
COMMENT ON COLUMN statistics.closed_child.name IS 'Null for those who stand in the organisation itself.';

CREATE TABLE statistics.closed_line (
    closing_id  UUID NOT NULL REFERENCES statistics.closing DEFERRABLE INITIALLY DEFERRED,
    side        TEXT NOT NULL,
    member_id   UUID NOT NULL REFERENCES member.member,
    recorded    BIGINT NOT NULL,
    day         DATE NOT NULL,
    kind        TEXT NOT NULL,
    before_id   UUID,
    before_on   DATE NOT NULL,
    after_id    UUID,
    decision_id UUID,
    codes       TEXT[] NOT NULL,
    PRIMARY KEY (closing_id, side, member_id, recorded, day),
    CONSTRAINT a_side_comes_or_goes CHECK (side IN ('IN', 'OUT'))
);
COMMENT ON TABLE statistics.closed_line IS 'Who came and who went as a closed form counted them: a late fact is what differs from it.';
COMMENT ON COLUMN statistics.closed_line.recorded IS 'The entry of the journal; nought where the organisation itself came or went.';

CREATE TABLE statistics.closed_stock (
    closing_id UUID NOT NULL REFERENCES statistics.closing DEFERRABLE INITIALLY DEFERRED,
    side       TEXT NOT NULL,
    part_id    UUID NOT NULL REFERENCES organisation.organisation,
    members    UUID[] NOT NULL,
    PRIMARY KEY (closing_id, side, part_id),
    CONSTRAINT a_side_opens_or_closes CHECK (side IN ('OPENING', 'CLOSING'))
);
COMMENT ON TABLE statistics.closed_stock IS 'Who stood there on the eve and on the last day as a closed form counted them, by the part they stood in.';

REVOKE UPDATE, DELETE, TRUNCATE ON statistics.closed_figure, statistics.closed_child, statistics.closed_line,
    statistics.closed_stock, statistics.period_kind FROM ${program};
REVOKE INSERT ON statistics.period_kind FROM ${program};
CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON statistics.closing
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
