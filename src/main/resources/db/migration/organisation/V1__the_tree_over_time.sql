CREATE SCHEMA organisation;

CREATE TABLE organisation.organisation_type (
    code        TEXT PRIMARY KEY,
    tier        TEXT NOT NULL,
    position    INTEGER NOT NULL,
    name_vi     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    short_vi    TEXT NOT NULL,
    valid       DATERANGE NOT NULL,
    directive   TEXT NOT NULL,
    certainty   TEXT NOT NULL,
    CONSTRAINT a_tier_is_known CHECK (tier IN ('CENTRE', 'PROVINCE', 'DIRECT', 'BASE', 'PARTIAL', 'CELL', 'GROUP')),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE organisation.organisation_type IS 'Kinds of party organisation (loại tổ chức đảng), each with the days it existed.';
COMMENT ON COLUMN organisation.organisation_type.tier IS 'Where it stands: CENTRE, PROVINCE, DIRECT (cấp trên trực tiếp của TCCSĐ), BASE (tổ chức cơ sở đảng), PARTIAL (between base and cell), CELL (below a base committee), GROUP (tổ đảng).';

CREATE TABLE organisation.permitted_pair (
    parent_type    TEXT NOT NULL REFERENCES organisation.organisation_type,
    child_type     TEXT NOT NULL REFERENCES organisation.organisation_type,
    valid          DATERANGE NOT NULL,
    needs_approval BOOLEAN NOT NULL DEFAULT false,
    directive      TEXT NOT NULL,
    issuer         TEXT NOT NULL,
    issued_on      DATE NOT NULL,
    clause         TEXT NOT NULL,
    certainty      TEXT NOT NULL,
    PRIMARY KEY (parent_type, child_type, valid WITHOUT OVERLAPS),
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE organisation.permitted_pair IS 'Which type may stand under which, and when.';

CREATE TABLE organisation.organisation_kind (
    code      TEXT PRIMARY KEY,
    position  INTEGER NOT NULL,
    name_vi   TEXT NOT NULL,
    name_en   TEXT NOT NULL,
    sum_into  TEXT REFERENCES organisation.organisation_kind,
    valid     DATERANGE NOT NULL,
    certainty TEXT NOT NULL,
    CONSTRAINT a_certainty_is_known CHECK (certainty IN ('VERIFIED', 'SECONDARY', 'UNVERIFIED'))
);
COMMENT ON TABLE organisation.organisation_kind IS 'Kinds of base organisation (loại hình cơ sở), rows of form 5; sum_into names the row a detail belongs to.';

CREATE TABLE organisation.decision (
    id          UUID PRIMARY KEY,
    issuer_id   UUID,
    issuer_name TEXT NOT NULL,
    number      TEXT NOT NULL,
    issued_on   DATE NOT NULL,
    summary     TEXT,
    CONSTRAINT an_issuer_uses_a_number_once_a_day UNIQUE (issuer_name, number, issued_on),
    CONSTRAINT a_number_is_written CHECK (number <> '' AND issuer_name <> '')
);
COMMENT ON TABLE organisation.decision IS 'A decision (quyết định): one paper, many acts. Tree and journal alike refer to it.';

CREATE TABLE organisation.organisation (
    id         UUID PRIMARY KEY,
    version    INTEGER NOT NULL,
    is_root    BOOLEAN NOT NULL DEFAULT false
);
COMMENT ON TABLE organisation.organisation IS 'The identity of an organisation, kept through every change and never used again.';
CREATE UNIQUE INDEX a_register_has_one_root ON organisation.organisation (is_root) WHERE is_root;
ALTER TABLE organisation.decision ADD FOREIGN KEY (issuer_id) REFERENCES organisation.organisation;

CREATE TABLE organisation.organisation_version (
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    valid           DATERANGE NOT NULL,
    name            TEXT NOT NULL,
    name_folded     TEXT NOT NULL GENERATED ALWAYS AS (platform.folded(name)) STORED,
    type            TEXT NOT NULL REFERENCES organisation.organisation_type,
    kind            TEXT REFERENCES organisation.organisation_kind,
    parent_id       UUID REFERENCES organisation.organisation,
    position        INTEGER NOT NULL DEFAULT 0,
    act             TEXT NOT NULL,
    decision_id     UUID REFERENCES organisation.decision,
    PRIMARY KEY (organisation_id, valid WITHOUT OVERLAPS),
    FOREIGN KEY (parent_id, PERIOD valid) REFERENCES organisation.organisation_version (organisation_id, PERIOD valid)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT an_organisation_is_not_its_own_parent CHECK (parent_id <> organisation_id),
    CONSTRAINT a_version_lasts_at_least_a_day CHECK (NOT isempty(valid)),
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC)),
    CONSTRAINT an_act_is_known CHECK (act IN ('OPENED', 'FOUNDED', 'RENAMED', 'MOVED', 'TYPE_CHANGED', 'KIND_CHANGED'))
);
COMMENT ON TABLE organisation.organisation_version IS 'What an organisation was, and when: valid is half-open, its end is the first day it was something else or nothing.';
COMMENT ON COLUMN organisation.organisation_version.act IS 'What began this version; OPENED is the initial load.';
CREATE INDEX organisation_version_by_parent ON organisation.organisation_version (parent_id);
CREATE INDEX organisation_version_by_name ON organisation.organisation_version USING gin (name_folded gin_trgm_ops);

CREATE TABLE organisation.closing (
    organisation_id UUID PRIMARY KEY REFERENCES organisation.organisation,
    last_day        DATE NOT NULL,
    decision_id     UUID REFERENCES organisation.decision
);
COMMENT ON TABLE organisation.closing IS 'The end of an organisation (kết thúc hoạt động) and the decision that ended it; without one where an import said so.';

CREATE TABLE organisation.organisation_code (
    organisation_id UUID NOT NULL REFERENCES organisation.organisation,
    valid           DATERANGE NOT NULL,
    code            TEXT NOT NULL,
    PRIMARY KEY (organisation_id, valid WITHOUT OVERLAPS),
    CONSTRAINT a_code_names_one_organisation_at_a_time UNIQUE (code, valid WITHOUT OVERLAPS),
    CONSTRAINT a_code_is_written CHECK (code <> '')
);
COMMENT ON TABLE organisation.organisation_code IS 'Codes (mã tổ chức đảng) issued by the superior: dated aliases, never keys.';

CREATE TABLE organisation.ancestry (
    ancestor_id   UUID NOT NULL REFERENCES organisation.organisation,
    descendant_id UUID NOT NULL REFERENCES organisation.organisation,
    valid         DATERANGE NOT NULL,
    depth         INTEGER NOT NULL,
    PRIMARY KEY (ancestor_id, descendant_id, valid WITHOUT OVERLAPS),
    CONSTRAINT an_organisation_is_its_own_ancestor_at_depth_nought CHECK ((depth = 0) = (ancestor_id = descendant_id)),
    CONSTRAINT depth_counts_upward CHECK (depth >= 0)
);
COMMENT ON TABLE organisation.ancestry IS 'The dated closure of the tree: who was below whom when. Derived from the versions; every subtree query joins it.';
CREATE INDEX ancestry_by_descendant ON organisation.ancestry (descendant_id, ancestor_id);

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organisation.organisation_version
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organisation.ancestry
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();
