-- A paper is often signed by the Huyện ủy, or the Ban Thường vụ Đảng ủy, with no name behind it: whose that is follows from where
-- the people stand. Vietnamese usage in party papers, no rule of a directive.
CREATE TABLE organisation.bare_committee (
    type                TEXT NOT NULL REFERENCES organisation.organisation_type,
    organisation_begins TEXT NOT NULL,
    words               TEXT NOT NULL,
    PRIMARY KEY (type, organisation_begins, words)
);
COMMENT ON TABLE organisation.bare_committee IS 'What the committee of an organisation of a type, whose name begins so, is called where its own name is left out: the Huyện ủy is that of the one Đảng bộ huyện above.';
INSERT INTO organisation.bare_committee (type, organisation_begins, words) VALUES
    ('DB_TINH', 'Đảng bộ tỉnh', 'Tỉnh ủy'), ('DB_TINH', 'Đảng bộ thành phố', 'Thành ủy'),
    ('DB_TT_TW', 'Đảng bộ', 'Đảng ủy'), ('DB_CAPTREN_TT', 'Đảng bộ', 'Đảng ủy'),
    ('DB_HUYEN', 'Đảng bộ huyện', 'Huyện ủy'), ('DB_HUYEN', 'Đảng bộ quận', 'Quận ủy'),
    ('DB_HUYEN', 'Đảng bộ thị xã', 'Thị ủy'), ('DB_HUYEN', 'Đảng bộ thành phố', 'Thành ủy'),
    ('DB_XA', 'Đảng bộ', 'Đảng ủy'), ('DB_CS', 'Đảng bộ', 'Đảng ủy'), ('DB_CS', 'Đảng bộ', 'Đảng ủy cơ sở'),
    ('DB_XA', 'Đảng bộ xã', 'Đảng ủy xã'), ('DB_XA', 'Đảng bộ phường', 'Đảng ủy phường'),
    ('DB_XA', 'Đảng bộ thị trấn', 'Đảng ủy thị trấn'), ('DB_XA', 'Đảng bộ đặc khu', 'Đảng ủy đặc khu'),
    ('DB_CS', 'Đảng bộ xã', 'Đảng ủy xã'), ('DB_CS', 'Đảng bộ phường', 'Đảng ủy phường'),
    ('DB_CS', 'Đảng bộ thị trấn', 'Đảng ủy thị trấn'),
    ('DB_BP', 'Đảng bộ', 'Đảng ủy bộ phận'), ('DB_TRUCTHUOC_CS', 'Đảng bộ', 'Đảng ủy'),
    ('CB_CS', 'Chi bộ', 'Chi ủy'), ('CB_TT', 'Chi bộ', 'Chi ủy');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON organisation.bare_committee FROM ${program};
