CREATE SCHEMA member;

CREATE TABLE member.member (
    id                       UUID PRIMARY KEY,
    version                  INTEGER NOT NULL,
    official_id              TEXT UNIQUE,
    full_name                TEXT NOT NULL,
    family_name              TEXT COLLATE "vi-x-icu" NOT NULL,
    middle_name              TEXT COLLATE "vi-x-icu" NOT NULL,
    given_name               TEXT COLLATE "vi-x-icu" NOT NULL,
    birth_name               TEXT,
    alias                    TEXT,
    names_folded             TEXT NOT NULL GENERATED ALWAYS AS
        (platform.folded(full_name || coalesce(' | ' || birth_name, '') || coalesce(' | ' || alias, ''))) STORED,
    sex                      TEXT NOT NULL,
    born_earliest            DATE NOT NULL,
    born_precision           TEXT NOT NULL,
    ethnicity                TEXT NOT NULL,
    religion                 TEXT NOT NULL,
    citizen_number_sealed    BYTEA,
    citizen_number_hash      BYTEA UNIQUE,
    citizen_number_end       TEXT,
    former_identity_sealed   BYTEA,
    former_identity_hash     BYTEA,
    card_number              TEXT UNIQUE,
    card_place               TEXT,
    card_issued_on           DATE,
    old_card_number          TEXT,
    file_number              TEXT UNIQUE,
    birthplace_country       TEXT,
    birthplace_province      TEXT,
    birthplace_detail        TEXT,
    native_province          TEXT,
    native_commune           TEXT,
    native_detail            TEXT,
    residence_province       TEXT,
    residence_commune        TEXT,
    residence_detail         TEXT,
    decided_on               DATE,
    joined_on                DATE NOT NULL,
    official_on              DATE,
    occupation_at_entry      TEXT,
    occupation               TEXT,
    occupation_detail        TEXT,
    general_education        TEXT,
    qualification            TEXT,
    academic_title           TEXT,
    political_theory         TEXT,
    foreign_languages        TEXT,
    informatics              TEXT,
    CONSTRAINT a_name_is_tidy CHECK (full_name <> '' AND full_name = normalize(btrim(full_name), NFC)),
    CONSTRAINT a_name_is_no_longer_than_a_line CHECK (length(full_name) <= 100),
    CONSTRAINT sex_is_male_or_female CHECK (sex IN ('MALE', 'FEMALE')),
    CONSTRAINT a_birth_date_is_known_to_day_month_or_year CHECK (born_precision IN ('DAY', 'MONTH', 'YEAR')),
    CONSTRAINT nobody_joins_before_birth CHECK (joined_on > born_earliest),
    CONSTRAINT nobody_is_official_before_joining CHECK (official_on >= joined_on),
    CONSTRAINT a_sealed_number_is_whole_or_absent CHECK (num_nulls(citizen_number_sealed, citizen_number_hash, citizen_number_end) IN (0, 3)),
    CONSTRAINT a_former_number_is_whole_or_absent CHECK (num_nulls(former_identity_sealed, former_identity_hash) IN (0, 2))
);
COMMENT ON TABLE member.member IS 'The person (đảng viên): who they are. Where they belong is told by membership alone.';
COMMENT ON COLUMN member.member.official_id IS 'The id of the official database (cột ID).';
COMMENT ON COLUMN member.member.citizen_number_sealed IS 'Số định danh cá nhân, encrypted with a key outside the database.';
COMMENT ON COLUMN member.member.citizen_number_hash IS 'Keyed hash of the citizen number: it finds a number without telling it.';
COMMENT ON COLUMN member.member.citizen_number_end IS 'The last three digits, shown to those who may not see all.';
COMMENT ON COLUMN member.member.joined_on IS 'Ngày vào Đảng (ngày kết nạp): the ceremony, the start of probation.';
COMMENT ON COLUMN member.member.decided_on IS 'Ngày quyết định kết nạp: the start of party age, where the decision is kept.';
COMMENT ON COLUMN member.member.old_card_number IS 'Số thẻ theo quyết định 85.';
CREATE INDEX member_by_given_name ON member.member (given_name, middle_name, family_name, id);
CREATE INDEX member_by_any_name ON member.member USING gin (names_folded gin_trgm_ops);
CREATE INDEX member_by_old_card ON member.member (old_card_number);
CREATE INDEX member_by_former_identity ON member.member (former_identity_hash);

CREATE TRIGGER figures_are_counted_anew AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON member.member
    FOR EACH STATEMENT EXECUTE FUNCTION platform.counted_facts_change();

-- All that figures are counted from, without reading the rest of a member.
CREATE INDEX member_counted ON member.member (id)
    INCLUDE (born_earliest, sex, ethnicity, general_education, qualification);
