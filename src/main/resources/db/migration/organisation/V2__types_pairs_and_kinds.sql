-- Source: the Charter and the rules of its application, each with the days it was in force. Certainty says how well the
-- source is known: VERIFIED was read in a text that restates it, SECONDARY is reported, UNVERIFIED is general knowledge.
INSERT INTO organisation.organisation_type (code, tier, position, name_vi, name_en, short_vi, valid, directive, certainty) VALUES
    ('TW', 'CENTRE', 10, 'Ban Chấp hành Trung ương', 'Central Committee', 'Trung ương', '(,)', 'Điều lệ Đảng, Điều 10', 'VERIFIED'),
    ('DB_TINH', 'PROVINCE', 20, 'Đảng bộ tỉnh, thành phố trực thuộc Trung ương', 'Provincial party committee', 'Đảng bộ tỉnh', '(,)', 'Điều lệ Đảng, Điều 10', 'VERIFIED'),
    ('DB_TT_TW', 'PROVINCE', 30, 'Đảng bộ trực thuộc Trung ương', 'Party committee directly under the Centre', 'Đảng bộ trực thuộc TW', '(,)', 'Điều lệ Đảng, Điều 10', 'SECONDARY'),
    ('DB_HUYEN', 'DIRECT', 40, 'Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh', 'District party committee', 'Đảng bộ huyện', '(,2025-07-01)', '294-QĐ/TW', 'VERIFIED'),
    ('DB_CAPTREN_TT', 'DIRECT', 50, 'Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng', 'Committee directly above base organisations', 'Đảng bộ cấp trên trực tiếp', '(,)', 'Điều lệ Đảng, Điều 10', 'VERIFIED'),
    ('DB_XA', 'BASE', 60, 'Đảng bộ xã, phường, thị trấn, đặc khu', 'Commune party committee', 'Đảng bộ xã', '(,)', 'Điều lệ Đảng, Điều 21', 'VERIFIED'),
    ('DB_CS', 'BASE', 70, 'Đảng bộ cơ sở', 'Base party committee', 'Đảng bộ cơ sở', '(,)', 'Điều lệ Đảng, Điều 21', 'VERIFIED'),
    ('CB_CS', 'BASE', 80, 'Chi bộ cơ sở', 'Base party cell', 'Chi bộ cơ sở', '(,2026-07-26)', '208-QĐ/TW', 'SECONDARY'),
    ('DB_BP', 'PARTIAL', 90, 'Đảng bộ bộ phận', 'Partial party committee', 'Đảng bộ bộ phận', '(,2026-07-26)', '208-QĐ/TW', 'UNVERIFIED'),
    ('DB_TRUCTHUOC_CS', 'PARTIAL', 100, 'Đảng bộ trực thuộc cơ sở', 'Committee under a base committee', 'Đảng bộ trực thuộc cơ sở', '[2026-07-26,)', '208-QĐ/TW', 'SECONDARY'),
    ('CB_TT', 'CELL', 110, 'Chi bộ trực thuộc', 'Party cell under a committee', 'Chi bộ', '(,)', 'Điều lệ Đảng, Điều 24', 'VERIFIED'),
    ('TO_DANG', 'GROUP', 120, 'Tổ đảng', 'Party group', 'Tổ đảng', '(,)', 'Điều lệ Đảng, Điều 24', 'VERIFIED');

-- The three models: with districts; without them; and since 208-QĐ/TW, where all cells are simply "chi bộ" (CB_TT).
WITH model (number, valid, directive, issuer, issued_on) AS (VALUES
    (1, daterange(NULL, '2025-07-01'), 'Điều lệ Đảng (khóa XI)', 'Đại hội đại biểu toàn quốc lần thứ XI', date '2011-01-19'),
    (2, daterange('2025-07-01', '2026-07-26'), '294-QĐ/TW', 'Ban Chấp hành Trung ương', date '2025-05-26'),
    (3, daterange('2026-07-26', NULL), '208-QĐ/TW', 'Ban Chấp hành Trung ương', date '2026-07-26')),
pair (model, parent_type, child_type, needs_approval, clause, certainty) AS (VALUES
    (1, 'TW', 'DB_TINH', false, 'Điều 10', 'VERIFIED'), (2, 'TW', 'DB_TINH', false, 'Điều lệ Đảng, Điều 10', 'VERIFIED'), (3, 'TW', 'DB_TINH', false, 'Điều lệ Đảng, Điều 10', 'VERIFIED'),
    (1, 'TW', 'DB_TT_TW', false, 'Điều 10', 'SECONDARY'), (2, 'TW', 'DB_TT_TW', false, 'Điều lệ Đảng, Điều 10', 'SECONDARY'), (3, 'TW', 'DB_TT_TW', false, 'Điều lệ Đảng, Điều 10', 'SECONDARY'),
    (1, 'DB_TINH', 'DB_HUYEN', false, 'Điều 10', 'VERIFIED'),
    (1, 'DB_TINH', 'DB_CAPTREN_TT', false, 'Điều 10', 'VERIFIED'), (2, 'DB_TINH', 'DB_CAPTREN_TT', false, 'Điều lệ Đảng, Điều 10', 'VERIFIED'), (3, 'DB_TINH', 'DB_CAPTREN_TT', false, 'Điều lệ Đảng, Điều 10', 'SECONDARY'),
    (2, 'DB_TINH', 'DB_XA', false, 'Điều lệ Đảng, Điều 10', 'VERIFIED'), (3, 'DB_TINH', 'DB_XA', false, 'Đảng bộ cơ sở trực thuộc cấp ủy cấp tỉnh', 'SECONDARY'),
    (1, 'DB_TINH', 'DB_CS', false, '24-QĐ/TW, điểm 6.3.1', 'VERIFIED'), (2, 'DB_TINH', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'VERIFIED'), (3, 'DB_TINH', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'SECONDARY'),
    (1, 'DB_TINH', 'CB_CS', false, '24-QĐ/TW, điểm 6.3.1', 'VERIFIED'), (2, 'DB_TINH', 'CB_CS', false, 'Điều lệ Đảng, Điều 21', 'VERIFIED'), (3, 'DB_TINH', 'CB_TT', false, 'Chi bộ', 'UNVERIFIED'),
    (1, 'DB_TT_TW', 'DB_CAPTREN_TT', false, 'Điều 10', 'UNVERIFIED'), (2, 'DB_TT_TW', 'DB_CAPTREN_TT', false, 'Điều lệ Đảng, Điều 10', 'UNVERIFIED'), (3, 'DB_TT_TW', 'DB_CAPTREN_TT', false, 'Điều lệ Đảng, Điều 10', 'UNVERIFIED'),
    (1, 'DB_TT_TW', 'DB_CS', false, 'Điều 21', 'UNVERIFIED'), (2, 'DB_TT_TW', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'UNVERIFIED'), (3, 'DB_TT_TW', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'UNVERIFIED'),
    (1, 'DB_TT_TW', 'CB_CS', false, 'Điều 21', 'UNVERIFIED'), (2, 'DB_TT_TW', 'CB_CS', false, 'Điều lệ Đảng, Điều 21', 'UNVERIFIED'), (3, 'DB_TT_TW', 'CB_TT', false, 'Chi bộ', 'UNVERIFIED'),
    (1, 'DB_HUYEN', 'DB_XA', false, 'Điều 21', 'VERIFIED'), (1, 'DB_HUYEN', 'DB_CS', false, 'Điều 21', 'VERIFIED'), (1, 'DB_HUYEN', 'CB_CS', false, 'Điều 21', 'VERIFIED'),
    (1, 'DB_CAPTREN_TT', 'DB_CS', false, 'Điều 21', 'VERIFIED'), (2, 'DB_CAPTREN_TT', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'VERIFIED'), (3, 'DB_CAPTREN_TT', 'DB_CS', false, 'Điều lệ Đảng, Điều 21', 'SECONDARY'),
    (1, 'DB_CAPTREN_TT', 'CB_CS', false, 'Điều 21', 'VERIFIED'), (2, 'DB_CAPTREN_TT', 'CB_CS', false, 'Điều lệ Đảng, Điều 21', 'VERIFIED'), (3, 'DB_CAPTREN_TT', 'CB_TT', false, 'Chi bộ', 'SECONDARY'),
    (1, 'DB_XA', 'DB_BP', true, 'Điều 21.5', 'VERIFIED'), (2, 'DB_XA', 'DB_BP', true, 'Điều lệ Đảng, Điều 21.5', 'VERIFIED'), (3, 'DB_XA', 'DB_TRUCTHUOC_CS', true, 'Đảng bộ trực thuộc cơ sở (thí điểm)', 'SECONDARY'),
    (1, 'DB_XA', 'CB_TT', false, 'Điều 21, 24', 'VERIFIED'), (2, 'DB_XA', 'CB_TT', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'), (3, 'DB_XA', 'CB_TT', false, 'Chi bộ', 'SECONDARY'),
    (2, 'DB_XA', 'DB_CS', true, 'Đảng bộ xã thí điểm là cấp trên trực tiếp của tổ chức cơ sở đảng', 'VERIFIED'),
    (2, 'DB_XA', 'CB_CS', true, 'Đảng bộ xã thí điểm là cấp trên trực tiếp của tổ chức cơ sở đảng', 'VERIFIED'),
    (1, 'DB_CS', 'DB_BP', true, 'Điều 21.5', 'VERIFIED'), (2, 'DB_CS', 'DB_BP', true, 'Điều lệ Đảng, Điều 21.5', 'VERIFIED'), (3, 'DB_CS', 'DB_TRUCTHUOC_CS', true, 'Đảng bộ trực thuộc cơ sở (thí điểm)', 'SECONDARY'),
    (1, 'DB_CS', 'CB_TT', false, 'Điều 21, 24', 'VERIFIED'), (2, 'DB_CS', 'CB_TT', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'), (3, 'DB_CS', 'CB_TT', false, 'Chi bộ', 'SECONDARY'),
    (1, 'DB_BP', 'CB_TT', false, 'Điều 24', 'VERIFIED'), (2, 'DB_BP', 'CB_TT', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'), (3, 'DB_TRUCTHUOC_CS', 'CB_TT', false, 'Chi bộ', 'SECONDARY'),
    (1, 'CB_CS', 'TO_DANG', false, 'Điều 24', 'VERIFIED'), (2, 'CB_CS', 'TO_DANG', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'),
    (1, 'CB_TT', 'TO_DANG', false, 'Điều 24', 'VERIFIED'), (2, 'CB_TT', 'TO_DANG', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'), (3, 'CB_TT', 'TO_DANG', false, 'Điều lệ Đảng, Điều 24', 'VERIFIED'))
INSERT INTO organisation.permitted_pair (parent_type, child_type, valid, needs_approval, directive, issuer, issued_on, clause, certainty)
SELECT parent_type, child_type, valid, needs_approval, directive, issuer, issued_on, clause, certainty
FROM pair JOIN model ON model.number = pair.model;

-- The rows of form 5-BTCTW.
INSERT INTO organisation.organisation_kind (code, position, name_vi, name_en, sum_into, valid, certainty) VALUES
    ('XA', 10, 'Xã', 'Commune', NULL, '(,)', 'SECONDARY'),
    ('PHUONG', 20, 'Phường', 'Ward', NULL, '(,)', 'SECONDARY'),
    ('THI_TRAN', 30, 'Thị trấn', 'Township', NULL, '(,2025-07-01)', 'SECONDARY'),
    ('DAC_KHU', 40, 'Đặc khu', 'Special zone', NULL, '[2025-07-01,)', 'UNVERIFIED'),
    ('DANG_DOAN_THE', 50, 'Cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể chính trị – xã hội', 'Party, Fatherland Front and mass organisation bodies', NULL, '(,)', 'SECONDARY'),
    ('NHA_NUOC', 60, 'Cơ quan nhà nước', 'State bodies', NULL, '(,)', 'SECONDARY'),
    ('SU_NGHIEP', 70, 'Đơn vị sự nghiệp', 'Service units', NULL, '(,)', 'SECONDARY'),
    ('SU_NGHIEP_CONG', 71, 'Đơn vị sự nghiệp công lập', 'Public service units', 'SU_NGHIEP', '(,)', 'SECONDARY'),
    ('SU_NGHIEP_TU', 72, 'Đơn vị sự nghiệp ngoài công lập', 'Non-public service units', 'SU_NGHIEP', '(,)', 'SECONDARY'),
    ('QUAN_DOI', 80, 'Quân đội', 'Army', NULL, '(,)', 'SECONDARY'),
    ('CONG_AN', 90, 'Công an', 'Public security', NULL, '(,)', 'SECONDARY'),
    ('DOANH_NGHIEP', 100, 'Doanh nghiệp và hợp tác xã', 'Enterprises and cooperatives', NULL, '(,)', 'SECONDARY'),
    ('DN_NHA_NUOC', 110, 'Doanh nghiệp có vốn nhà nước', 'Enterprises with state capital', 'DOANH_NGHIEP', '(,)', 'SECONDARY'),
    ('DN_NN_100', 111, 'Doanh nghiệp 100% vốn nhà nước', 'Wholly state-owned enterprises', 'DN_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_NN_TU_50', 112, 'Doanh nghiệp có từ 50% vốn nhà nước trở lên', 'Enterprises with half or more state capital', 'DN_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_NN_DUOI_50', 113, 'Doanh nghiệp có dưới 50% vốn nhà nước', 'Enterprises with less than half state capital', 'DN_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_NGOAI_NHA_NUOC', 120, 'Doanh nghiệp ngoài nhà nước', 'Non-state enterprises', 'DOANH_NGHIEP', '(,)', 'SECONDARY'),
    ('DN_CO_PHAN', 121, 'Công ty cổ phần', 'Joint-stock companies', 'DN_NGOAI_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_TU_NHAN', 122, 'Doanh nghiệp tư nhân', 'Private enterprises', 'DN_NGOAI_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_TNHH', 123, 'Công ty trách nhiệm hữu hạn', 'Limited companies', 'DN_NGOAI_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_HOP_DANH', 124, 'Công ty hợp danh', 'Partnerships', 'DN_NGOAI_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_VON_NUOC_NGOAI', 125, 'Doanh nghiệp có vốn đầu tư nước ngoài', 'Enterprises with foreign capital', 'DN_NGOAI_NHA_NUOC', '(,)', 'SECONDARY'),
    ('DN_100_NUOC_NGOAI', 126, 'Doanh nghiệp 100% vốn nước ngoài', 'Wholly foreign-owned enterprises', 'DN_VON_NUOC_NGOAI', '(,)', 'SECONDARY'),
    ('HOP_TAC_XA', 130, 'Hợp tác xã', 'Cooperatives', 'DOANH_NGHIEP', '(,)', 'SECONDARY'),
    ('NUOC_NGOAI', 140, 'Tổ chức cơ sở đảng ở ngoài nước', 'Base organisations abroad', NULL, '(,)', 'SECONDARY'),
    ('KHAC', 150, 'Loại hình khác', 'Other', NULL, '(,)', 'SECONDARY');

-- How people also write a type; a name with several meanings takes the one permitted under its parent.
CREATE TABLE organisation.type_synonym (
    written_folded TEXT NOT NULL,
    type           TEXT NOT NULL REFERENCES organisation.organisation_type,
    PRIMARY KEY (written_folded, type)
);
COMMENT ON TABLE organisation.type_synonym IS 'How a type is also written in lists, folded.';
INSERT INTO organisation.type_synonym (written_folded, type)
SELECT platform.folded(written), type FROM (VALUES
    ('Chi bộ', 'CB_CS'), ('Chi bộ', 'CB_TT'), ('Chi bộ trực thuộc đảng bộ cơ sở', 'CB_TT'), ('Chi bộ trực thuộc', 'CB_TT'),
    ('Chi bộ ấp', 'CB_TT'), ('Chi bộ khóm', 'CB_TT'), ('CBCS', 'CB_CS'), ('ĐBCS', 'DB_CS'), ('ĐBBP', 'DB_BP'), ('CBTT', 'CB_TT'),
    ('Đảng bộ tỉnh', 'DB_TINH'), ('Đảng bộ thành phố trực thuộc Trung ương', 'DB_TINH'), ('Tỉnh ủy', 'DB_TINH'),
    ('Đảng bộ huyện', 'DB_HUYEN'), ('Đảng bộ quận', 'DB_HUYEN'), ('Đảng bộ thị xã', 'DB_HUYEN'),
    ('Đảng bộ thành phố', 'DB_HUYEN'), ('Đảng bộ thành phố thuộc tỉnh', 'DB_HUYEN'), ('Huyện ủy', 'DB_HUYEN'), ('Đảng bộ cấp huyện', 'DB_HUYEN'),
    ('Đảng bộ tương đương cấp huyện', 'DB_CAPTREN_TT'), ('Đảng bộ cấp trên trực tiếp', 'DB_CAPTREN_TT'),
    ('Đảng bộ cấp trên trực tiếp cơ sở', 'DB_CAPTREN_TT'), ('Đảng bộ cấp trên cơ sở', 'DB_CAPTREN_TT'),
    ('Đảng bộ xã', 'DB_XA'), ('Đảng bộ phường', 'DB_XA'), ('Đảng bộ thị trấn', 'DB_XA'), ('Đảng bộ đặc khu', 'DB_XA'),
    ('Đảng bộ xã, phường, thị trấn', 'DB_XA')) AS synonym (written, type);
