-- The forms of a case of admission (domain dossier on admission, part 7). The dossier of each guidance is a row of its own:
-- a case prints the codes of the guidance it began under. Of 2012 most forms were read; two programs of 2026 number 12 to 16 anew.
INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty)
SELECT named.key, guidance.valid, named.code, named.name_vi, named.name_en, guidance.directive_id,
    CASE WHEN guidance.directive_id = '12-hd-btctw-2022' AND named.certainty = 'VERIFIED' THEN 'SECONDARY' ELSE named.certainty END
FROM (VALUES
    ('admission-application', '1-KNĐ', 'Đơn xin vào Đảng', 'Application to join', 'VERIFIED'),
    ('admission-biography', '2-KNĐ', 'Lý lịch của người xin vào Đảng', 'Biography of the applicant', 'VERIFIED'),
    ('admission-introduction', '3-KNĐ', 'Giấy giới thiệu người vào Đảng', 'Introduction by an official member', 'VERIFIED'),
    ('admission-introduction-two', '3A-KNĐ', 'Giấy giới thiệu người vào Đảng của hai đảng viên', 'Introduction by two official members', 'VERIFIED'),
    ('admission-youth-union', '4-KNĐ', 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng', 'Resolution of the youth-union committee', 'VERIFIED'),
    ('admission-trade-union', '4A-KNĐ', 'Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng', 'Resolution of the trade-union committee', 'SECONDARY'),
    ('admission-opinions', '5-KNĐ', 'Tổng hợp ý kiến nhận xét đối với người vào Đảng', 'Summary of opinions on the applicant', 'VERIFIED'),
    ('admission-opinions-residence', '5B-KNĐ', 'Ý kiến nhận xét của chi ủy nơi cư trú', 'Opinion of the cell committee at the residence', 'VERIFIED'),
    ('admission-opinions-workplace', '5C-KNĐ', 'Ý kiến nhận xét của các tổ chức chính trị – xã hội nơi làm việc', 'Opinions of the organisations at work', 'VERIFIED'),
    ('admission-cell-resolution', '6-KNĐ', 'Nghị quyết của chi bộ đề nghị kết nạp đảng viên', 'Resolution of the cell on the admission', 'VERIFIED'),
    ('admission-appraisal', '7-KNĐ', 'Báo cáo thẩm định của đảng ủy bộ phận về kết nạp đảng viên', 'Appraisal of the partial committee (admission)', 'UNVERIFIED'),
    ('admission-base-resolution', '8-KNĐ', 'Nghị quyết của đảng ủy cơ sở đề nghị kết nạp đảng viên', 'Resolution of the base committee on the admission', 'VERIFIED'),
    ('admission-decision', '9-KNĐ', 'Quyết định kết nạp đảng viên', 'Decision of admission', 'VERIFIED'),
    ('admission-decision-base', '9A-KNĐ', 'Quyết định kết nạp đảng viên của đảng ủy cơ sở được ủy quyền', 'Decision of admission by a base committee', 'UNVERIFIED'),
    ('recognition-self-review', '10-KNĐ', 'Bản tự kiểm điểm của đảng viên dự bị', 'Self-review of the probationary member', 'VERIFIED'),
    ('recognition-helper', '11-KNĐ', 'Bản nhận xét đảng viên dự bị của người giúp đỡ', 'Comment of the helper', 'VERIFIED')
) AS named (key, code, name_vi, name_en, certainty)
CROSS JOIN (VALUES
    (DATERANGE '[2012-05-17,2017-06-05)', '12-hd-btctw-2012'),
    (DATERANGE '[2017-06-05,2022-01-18)', '09-hd-btctw-2017'),
    (DATERANGE '[2022-01-18,)', '12-hd-btctw-2022')) AS guidance (valid, directive_id);

INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty)
SELECT named.key, guidance.valid, named.code, named.name_vi, named.name_en, guidance.directive_id,
    CASE WHEN guidance.directive_id = '12-hd-btctw-2022' AND named.certainty = 'VERIFIED' THEN 'SECONDARY' ELSE named.certainty END
FROM (VALUES
    ('recognition-opinions', '12-KNĐ', 'Tổng hợp ý kiến nhận xét đối với đảng viên dự bị', 'Summary of opinions on the probationary member', 'VERIFIED'),
    ('recognition-cell-resolution', '13-KNĐ', 'Nghị quyết của chi bộ đề nghị công nhận đảng viên chính thức', 'Resolution of the cell on the recognition', 'VERIFIED'),
    ('recognition-appraisal', '14-KNĐ', 'Báo cáo thẩm định của đảng ủy bộ phận về công nhận đảng viên chính thức', 'Appraisal of the partial committee (recognition)', 'UNVERIFIED'),
    ('recognition-base-resolution', '15-KNĐ', 'Nghị quyết của đảng ủy cơ sở đề nghị công nhận đảng viên chính thức', 'Resolution of the base committee on the recognition', 'VERIFIED'),
    ('recognition-decision', '16-KNĐ', 'Quyết định công nhận đảng viên chính thức', 'Decision of recognition', 'SECONDARY')
) AS named (key, code, name_vi, name_en, certainty)
CROSS JOIN (VALUES
    (DATERANGE '[2012-05-17,2017-06-05)', '12-hd-btctw-2012'),
    (DATERANGE '[2017-06-05,2022-01-18)', '09-hd-btctw-2017'),
    (DATERANGE '[2022-01-18,2026-07-26)', '12-hd-btctw-2022')) AS guidance (valid, directive_id);

-- Which guidance numbered them anew in 2026 was not seen: the regulation of that day stands for it.
INSERT INTO reference.form (key, valid, code, name_vi, name_en, directive_id, certainty) VALUES
    ('recognition-opinions-workplace', '[2026-07-26,)', '12-KNĐ', 'Ý kiến nhận xét của các tổ chức chính trị – xã hội đối với đảng viên dự bị', 'Opinions of the organisations on the probationary member', '208-qd-tw-2026', 'SECONDARY'),
    ('recognition-opinions-residence', '[2026-07-26,)', '13-KNĐ', 'Ý kiến nhận xét của chi ủy nơi cư trú đối với đảng viên dự bị', 'Opinion of the cell committee at the residence on the probationary member', '208-qd-tw-2026', 'SECONDARY'),
    ('recognition-cell-resolution', '[2026-07-26,)', '14-KNĐ', 'Nghị quyết của chi bộ đề nghị công nhận đảng viên chính thức', 'Resolution of the cell on the recognition', '208-qd-tw-2026', 'SECONDARY'),
    ('recognition-report', '[2026-07-26,)', '15-KNĐ', 'Báo cáo về việc đề nghị công nhận đảng viên chính thức', 'Report on the proposed recognition', '208-qd-tw-2026', 'SECONDARY'),
    ('recognition-decision', '[2026-07-26,)', '16-KNĐ', 'Quyết định công nhận đảng viên chính thức', 'Decision of recognition', '208-qd-tw-2026', 'SECONDARY');

CREATE TABLE reference.dossier_form (
    form       TEXT NOT NULL,
    valid      DATERANGE NOT NULL,
    slug       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    writer     TEXT NOT NULL,
    stage      TEXT NOT NULL,
    only_when  TEXT,
    shown_by   TEXT NOT NULL,
    paper_kind TEXT,
    scan_kind  TEXT,
    PRIMARY KEY (form, valid WITHOUT OVERLAPS),
    FOREIGN KEY (form, PERIOD valid) REFERENCES reference.form (key, PERIOD valid),
    CONSTRAINT an_address_means_one_form UNIQUE (slug, valid WITHOUT OVERLAPS),
    CONSTRAINT a_place_in_a_dossier_is_taken_once UNIQUE (position, valid WITHOUT OVERLAPS),
    CONSTRAINT an_address_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT a_writer_is_known CHECK (writer IN ('CANDIDATE', 'INTRODUCER', 'HELPER', 'UNION', 'WORKPLACE', 'RESIDENCE', 'TRAINING_CENTRE',
        'CELL_COMMITTEE', 'CELL', 'PARTIAL', 'BASE', 'COMPETENT')),
    CONSTRAINT a_condition_is_known CHECK (only_when IN ('PARTIAL', 'BASE_COMMITTEE', 'YOUTH_UNION', 'TRADE_UNION', 'ONE_INTRODUCER', 'TWO_INTRODUCERS',
        'DECIDED_ABOVE', 'DECIDED_BY_BASE')),
    CONSTRAINT a_form_is_shown_by_a_step_its_document_or_a_paper CHECK (shown_by IN ('STEP', 'DOCUMENT', 'PAPER') AND (shown_by = 'PAPER') = (paper_kind IS NOT NULL))
);
COMMENT ON TABLE reference.dossier_form IS 'The forms that the dossier of an admission (hồ sơ kết nạp) holds, in their order: who writes each, and at which stage it is due.';
COMMENT ON COLUMN reference.dossier_form.slug IS 'The code as it stands in an address.';
COMMENT ON COLUMN reference.dossier_form.only_when IS 'Where the dossier needs it at all: below a partial committee, introduced by a union, decided by a base committee. Absent: always.';
COMMENT ON COLUMN reference.dossier_form.shown_by IS 'What shows that the dossier holds it: the step of its stage, the document of that step, or a paper of the case.';
COMMENT ON COLUMN reference.dossier_form.paper_kind IS 'A code of case-paper.';
COMMENT ON COLUMN reference.dossier_form.scan_kind IS 'The kind of paper its scan is in the file of a member.';

INSERT INTO reference.dossier_form (form, valid, slug, position, writer, stage, only_when, shown_by, paper_kind, scan_kind) VALUES
    ('class-certificate-awareness', '[2012-05-17,)', 'cn-ntvd', 1, 'TRAINING_CENTRE', 'COURSE_DONE', NULL, 'DOCUMENT', NULL, 'AWARENESS_CERTIFICATE'),
    ('admission-application', '[2012-05-17,)', '1-knd', 2, 'CANDIDATE', 'APPLIED', NULL, 'STEP', NULL, 'APPLICATION'),
    ('admission-biography', '[2012-05-17,)', '2-knd', 3, 'CANDIDATE', 'BIO_DECLARED', NULL, 'STEP', NULL, 'ADMISSION_BIOGRAPHY'),
    ('admission-introduction', '[2012-05-17,)', '3-knd', 4, 'INTRODUCER', 'OPINIONS', 'ONE_INTRODUCER', 'STEP', NULL, 'INTRODUCTION'),
    ('admission-introduction-two', '[2012-05-17,)', '3a-knd', 5, 'INTRODUCER', 'OPINIONS', 'TWO_INTRODUCERS', 'STEP', NULL, 'INTRODUCTION'),
    ('admission-youth-union', '[2012-05-17,)', '4-knd', 6, 'UNION', 'OPINIONS', 'YOUTH_UNION', 'STEP', NULL, 'UNION_RESOLUTION'),
    ('admission-trade-union', '[2012-05-17,)', '4a-knd', 7, 'UNION', 'OPINIONS', 'TRADE_UNION', 'STEP', NULL, 'UNION_RESOLUTION'),
    ('admission-opinions', '[2012-05-17,)', '5-knd', 8, 'CELL_COMMITTEE', 'OPINIONS', NULL, 'STEP', NULL, 'ADMISSION_OPINIONS'),
    ('admission-opinions-residence', '[2012-05-17,)', '5b-knd', 9, 'RESIDENCE', 'OPINIONS', NULL, 'PAPER', 'OPINIONS_RESIDENCE', 'ADMISSION_OPINIONS'),
    ('admission-opinions-workplace', '[2012-05-17,)', '5c-knd', 10, 'WORKPLACE', 'OPINIONS', NULL, 'PAPER', 'OPINIONS_WORKPLACE', 'ADMISSION_OPINIONS'),
    ('admission-cell-resolution', '[2012-05-17,)', '6-knd', 11, 'CELL', 'CELL_VOTED', NULL, 'DOCUMENT', NULL, 'ADMISSION_CELL_RESOLUTION'),
    ('admission-appraisal', '[2012-05-17,)', '7-knd', 12, 'PARTIAL', 'PARTIAL_APPRAISED', 'PARTIAL', 'DOCUMENT', NULL, 'ADMISSION_APPRAISAL'),
    ('admission-base-resolution', '[2012-05-17,)', '8-knd', 13, 'BASE', 'BASE_RESOLVED', 'BASE_COMMITTEE', 'DOCUMENT', NULL, 'ADMISSION_BASE_RESOLUTION'),
    ('admission-decision', '[2012-05-17,)', '9-knd', 14, 'COMPETENT', 'DECIDED', 'DECIDED_ABOVE', 'DOCUMENT', NULL, 'ADMISSION_DECISION'),
    ('admission-decision-base', '[2012-05-17,)', '9a-knd', 15, 'BASE', 'DECIDED', 'DECIDED_BY_BASE', 'DOCUMENT', NULL, 'ADMISSION_DECISION'),
    ('recognition-self-review', '[2012-05-17,)', '10-knd', 16, 'CANDIDATE', 'SELF_REVIEW', NULL, 'STEP', NULL, 'SELF_REVIEW'),
    ('recognition-helper', '[2012-05-17,)', '11-knd', 17, 'HELPER', 'SELF_REVIEW', NULL, 'STEP', NULL, 'HELPER_COMMENT'),
    ('class-certificate-new_member', '[2012-05-17,)', 'cn-dvm', 18, 'TRAINING_CENTRE', 'SELF_REVIEW', NULL, 'PAPER', 'NEW_MEMBER_CLASS', 'NEW_MEMBER_CERTIFICATE'),
    ('recognition-opinions', '[2012-05-17,2026-07-26)', '12-knd', 19, 'CELL_COMMITTEE', 'SELF_REVIEW', NULL, 'STEP', NULL, 'RECOGNITION_OPINIONS'),
    ('recognition-opinions-workplace', '[2026-07-26,)', '12-knd', 19, 'WORKPLACE', 'SELF_REVIEW', NULL, 'PAPER', 'RECOGNITION_WORKPLACE', 'RECOGNITION_OPINIONS'),
    ('recognition-opinions-residence', '[2026-07-26,)', '13-knd', 20, 'RESIDENCE', 'SELF_REVIEW', NULL, 'PAPER', 'RECOGNITION_RESIDENCE', 'RECOGNITION_OPINIONS'),
    ('recognition-cell-resolution', '[2012-05-17,2026-07-26)', '13-knd', 20, 'CELL', 'CELL_VOTED_OFFICIAL', NULL, 'DOCUMENT', NULL, 'RECOGNITION_CELL_RESOLUTION'),
    ('recognition-cell-resolution', '[2026-07-26,)', '14-knd', 21, 'CELL', 'CELL_VOTED_OFFICIAL', NULL, 'DOCUMENT', NULL, 'RECOGNITION_CELL_RESOLUTION'),
    ('recognition-appraisal', '[2012-05-17,2026-07-26)', '14-knd', 21, 'PARTIAL', 'CELL_VOTED_OFFICIAL', 'PARTIAL', 'PAPER', 'RECOGNITION_APPRAISAL', 'RECOGNITION_APPRAISAL'),
    ('recognition-base-resolution', '[2012-05-17,2026-07-26)', '15-knd', 22, 'BASE', 'CELL_VOTED_OFFICIAL', 'BASE_COMMITTEE', 'PAPER', 'RECOGNITION_BASE', 'RECOGNITION_BASE_RESOLUTION'),
    ('recognition-report', '[2026-07-26,)', '15-knd', 22, 'BASE', 'CELL_VOTED_OFFICIAL', 'BASE_COMMITTEE', 'PAPER', 'RECOGNITION_BASE', 'RECOGNITION_BASE_RESOLUTION'),
    ('recognition-decision', '[2012-05-17,)', '16-knd', 23, 'COMPETENT', 'OFFICIAL', NULL, 'DOCUMENT', NULL, 'RECOGNITION_DECISION');

-- Papers of a recognition for which the case has no step of its own.
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('case-paper', 'RECOGNITION_APPRAISAL', 8, 'Báo cáo thẩm định của đảng ủy bộ phận (công nhận chính thức)', 'Appraisal of the partial committee (recognition)', 'UNVERIFIED'),
    ('case-paper', 'RECOGNITION_BASE', 9, 'Nghị quyết, báo cáo của đảng ủy cơ sở (công nhận chính thức)', 'Resolution or report of the base committee (recognition)', 'VERIFIED'),
    ('case-paper', 'RECOGNITION_WORKPLACE', 10, 'Ý kiến các tổ chức nơi làm việc về đảng viên dự bị', 'Opinions at work on the probationary member', 'SECONDARY'),
    ('case-paper', 'RECOGNITION_RESIDENCE', 11, 'Ý kiến chi ủy nơi cư trú về đảng viên dự bị', 'Opinion at the residence on the probationary member', 'SECONDARY');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON reference.dossier_form FROM ${program};
