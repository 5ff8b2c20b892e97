CREATE SCHEMA supplement;

CREATE TABLE supplement.campaign (
    id              UUID PRIMARY KEY,
    version         INTEGER NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    year            INTEGER NOT NULL,
    opens_on        DATE NOT NULL,
    due_on          DATE NOT NULL,
    guidance        TEXT NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by     TEXT NOT NULL,
    closed_on       DATE,
    closed_by       TEXT,
    CONSTRAINT a_campaign_does_not_open_before_its_year CHECK (opens_on >= make_date(year, 1, 1)),
    CONSTRAINT a_campaign_is_not_due_before_it_opens CHECK (due_on >= opens_on),
    CONSTRAINT the_guidance_is_named CHECK (guidance <> ''),
    CONSTRAINT a_campaign_is_closed_by_somebody_on_a_day CHECK (num_nulls(closed_on, closed_by) IN (0, 2)),
    CONSTRAINT a_campaign_does_not_close_before_it_opens CHECK (closed_on >= opens_on)
);
COMMENT ON TABLE supplement.campaign IS 'Đợt bổ sung hồ sơ đảng viên: an organisation asks all its members for the yearly supplement (phiếu bổ sung, 3-HSĐV).';
COMMENT ON COLUMN supplement.campaign.organisation_id IS 'Its whole subtree is asked.';
COMMENT ON COLUMN supplement.campaign.guidance IS 'The number of the letter that asks for it.';
CREATE UNIQUE INDEX one_campaign_of_an_organisation_and_year_is_open
    ON supplement.campaign (organisation_id, year) WHERE closed_on IS NULL;
REVOKE DELETE, TRUNCATE ON supplement.campaign FROM ${program};

CREATE TABLE supplement.expected (
    campaign_id     UUID NOT NULL REFERENCES supplement.campaign,
    member_id       UUID NOT NULL REFERENCES member.member,
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    since           DATE NOT NULL,
    PRIMARY KEY (campaign_id, member_id)
);
COMMENT ON TABLE supplement.expected IS 'Who is to hand in: whoever stood in the subtree on the opening day, and who was added later.';
COMMENT ON COLUMN supplement.expected.organisation_id IS 'Where they stood on that day; counts go by the tree of that day.';
COMMENT ON COLUMN supplement.expected.since IS 'The opening day, or the day they were added.';
CREATE INDEX expected_by_member ON supplement.expected (member_id);
CREATE INDEX expected_by_organisation ON supplement.expected (campaign_id, organisation_id);
REVOKE UPDATE, DELETE, TRUNCATE ON supplement.expected FROM ${program};

CREATE TABLE supplement.handing_in (
    campaign_id  UUID NOT NULL,
    member_id    UUID NOT NULL,
    handed_in_on DATE NOT NULL,
    changed      BOOLEAN NOT NULL,
    recorded_at  TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_by  TEXT NOT NULL,
    PRIMARY KEY (campaign_id, member_id),
    CONSTRAINT only_who_is_expected_hands_in FOREIGN KEY (campaign_id, member_id) REFERENCES supplement.expected
);
COMMENT ON TABLE supplement.handing_in IS 'A supplement that was handed in. What changed stands in member.amendment, recorded between the supplement before and this one.';
COMMENT ON COLUMN supplement.handing_in.changed IS 'False: the member declares that nothing changed.';
CREATE INDEX handing_in_by_member ON supplement.handing_in (member_id, recorded_at);
REVOKE UPDATE, DELETE, TRUNCATE ON supplement.handing_in FROM ${program};

-- What the supplement of a member is to show: from which day or moment, until which.
CREATE VIEW supplement.reach AS
SELECT e.campaign_id, e.member_id, c.opens_on, before.recorded_at AS after, h.recorded_at AS until
FROM supplement.expected e
JOIN supplement.campaign c ON c.id = e.campaign_id
LEFT JOIN supplement.handing_in h ON h.campaign_id = e.campaign_id AND h.member_id = e.member_id
LEFT JOIN LATERAL (
    SELECT max(p.recorded_at) AS recorded_at FROM supplement.handing_in p
    WHERE p.member_id = e.member_id AND p.campaign_id <> e.campaign_id AND (h.recorded_at IS NULL OR p.recorded_at < h.recorded_at)
) before ON true;
COMMENT ON VIEW supplement.reach IS 'Amendments of a supplement: those recorded after the supplement before (without one, those of the opening day and later), up to its handing in.';
