-- The papers of a member's file (domain dossiers: member-file 1, admission 7).
INSERT INTO dossier.paper_kind (code, position, name_vi, name_en, certainty) VALUES
    ('AWARENESS_CERTIFICATE', 1, 'Giấy chứng nhận học lớp nhận thức về Đảng', 'Certificate of the awareness course', 'VERIFIED'),
    ('APPLICATION', 2, 'Đơn xin vào Đảng', 'Application to join', 'VERIFIED'),
    ('ADMISSION_BIOGRAPHY', 3, 'Lý lịch của người xin vào Đảng', 'Biography of the applicant', 'VERIFIED'),
    ('INTRODUCTION', 4, 'Giấy giới thiệu người vào Đảng của đảng viên chính thức', 'Introduction by official members', 'VERIFIED'),
    ('UNION_RESOLUTION', 5, 'Nghị quyết giới thiệu của ban chấp hành đoàn thanh niên (công đoàn)', 'Resolution of the youth union (trade union)', 'VERIFIED'),
    ('ADMISSION_OPINIONS', 6, 'Tổng hợp ý kiến nhận xét đối với người vào Đảng', 'Summary of opinions on the applicant', 'VERIFIED'),
    ('ADMISSION_CELL_RESOLUTION', 7, 'Nghị quyết của chi bộ xét kết nạp', 'Resolution of the cell on the admission', 'VERIFIED'),
    ('ADMISSION_APPRAISAL', 8, 'Báo cáo thẩm định của đảng ủy bộ phận (kết nạp)', 'Appraisal of the partial committee (admission)', 'UNVERIFIED'),
    ('ADMISSION_BASE_RESOLUTION', 9, 'Nghị quyết của đảng ủy (chi ủy) cơ sở đề nghị kết nạp', 'Resolution of the base committee on the admission', 'VERIFIED'),
    ('ADMISSION_DECISION', 10, 'Quyết định kết nạp đảng viên', 'Decision of admission', 'VERIFIED'),
    ('NEW_MEMBER_CERTIFICATE', 11, 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', 'Certificate of the class of new members', 'VERIFIED'),
    ('SELF_REVIEW', 12, 'Bản tự kiểm điểm của đảng viên dự bị', 'Self-review of the probationary member', 'VERIFIED'),
    ('HELPER_COMMENT', 13, 'Bản nhận xét của đảng viên được phân công giúp đỡ', 'Comment of the helper', 'VERIFIED'),
    ('RECOGNITION_OPINIONS', 14, 'Tổng hợp ý kiến nhận xét về đảng viên dự bị', 'Summary of opinions on the probationary member', 'VERIFIED'),
    ('RECOGNITION_CELL_RESOLUTION', 15, 'Nghị quyết của chi bộ đề nghị công nhận chính thức', 'Resolution of the cell on the recognition', 'VERIFIED'),
    ('RECOGNITION_APPRAISAL', 16, 'Báo cáo thẩm định của đảng ủy bộ phận (công nhận chính thức)', 'Appraisal of the partial committee (recognition)', 'UNVERIFIED'),
    ('RECOGNITION_BASE_RESOLUTION', 17, 'Nghị quyết của đảng ủy cơ sở đề nghị công nhận chính thức', 'Resolution of the base committee on the recognition', 'VERIFIED'),
    ('RECOGNITION_DECISION', 18, 'Quyết định công nhận đảng viên chính thức', 'Decision of recognition', 'SECONDARY'),
    ('MEMBER_BIOGRAPHY', 19, 'Lý lịch đảng viên', 'Biography of the member', 'VERIFIED'),
    ('MEMBER_SHEET', 20, 'Phiếu đảng viên', 'Member''s sheet', 'VERIFIED'),
    ('SUPPLEMENT', 21, 'Phiếu bổ sung hồ sơ đảng viên', 'Yearly supplement to the file', 'VERIFIED'),
    ('YEARLY_REVIEW', 22, 'Bản kiểm điểm, kết quả đánh giá hằng năm', 'Yearly self-review and rating', 'UNVERIFIED'),
    ('REWARD_DECISION', 23, 'Quyết định khen thưởng', 'Decision on a reward', 'UNVERIFIED'),
    ('DISCIPLINE_DECISION', 24, 'Quyết định kỷ luật', 'Decision on discipline', 'UNVERIFIED'),
    ('RESIDENCE_COMMENT', 25, 'Nhận xét của cấp ủy nơi cư trú', 'Comment of the committee at the residence', 'UNVERIFIED'),
    ('TRANSFER_REVIEW', 26, 'Bản kiểm điểm khi chuyển sinh hoạt đảng', 'Self-review at a transfer', 'UNVERIFIED'),
    ('TRANSFER_LETTER', 27, 'Giấy giới thiệu sinh hoạt đảng', 'Letter of transfer', 'VERIFIED'),
    ('OTHER', 28, 'Giấy tờ khác', 'Another paper', 'UNVERIFIED');

-- The numbers of the forms under the three guidances whose forms are known. Of 12 to 16 and of the files' own forms,
-- sources disagree from 2022 on.
INSERT INTO dossier.paper_form (kind, valid, form, directive_id, certainty)
SELECT numbered.kind, guidance.valid, numbered.form, guidance.directive_id,
       CASE WHEN guidance.directive_id = '12-hd-btctw-2022' AND numbered.certainty = 'VERIFIED' THEN 'SECONDARY'
            ELSE numbered.certainty END
FROM (VALUES
    ('AWARENESS_CERTIFICATE', 'CN-NTVĐ', 'VERIFIED'), ('APPLICATION', '1-KNĐ', 'VERIFIED'),
    ('ADMISSION_BIOGRAPHY', '2-KNĐ', 'VERIFIED'), ('INTRODUCTION', '3-KNĐ', 'VERIFIED'),
    ('UNION_RESOLUTION', '4-KNĐ', 'VERIFIED'), ('ADMISSION_OPINIONS', '5-KNĐ', 'VERIFIED'),
    ('ADMISSION_CELL_RESOLUTION', '6-KNĐ', 'VERIFIED'), ('ADMISSION_APPRAISAL', '7-KNĐ', 'UNVERIFIED'),
    ('ADMISSION_BASE_RESOLUTION', '8-KNĐ', 'VERIFIED'), ('ADMISSION_DECISION', '9-KNĐ', 'VERIFIED'),
    ('NEW_MEMBER_CERTIFICATE', 'CN-ĐVM', 'UNVERIFIED'), ('SELF_REVIEW', '10-KNĐ', 'VERIFIED'),
    ('HELPER_COMMENT', '11-KNĐ', 'VERIFIED'), ('RECOGNITION_OPINIONS', '12-KNĐ', 'VERIFIED'),
    ('RECOGNITION_CELL_RESOLUTION', '13-KNĐ', 'VERIFIED'), ('RECOGNITION_APPRAISAL', '14-KNĐ', 'UNVERIFIED'),
    ('RECOGNITION_BASE_RESOLUTION', '15-KNĐ', 'VERIFIED'), ('RECOGNITION_DECISION', '16-KNĐ', 'SECONDARY'),
    ('MEMBER_BIOGRAPHY', '1-HSĐV', 'UNVERIFIED'), ('MEMBER_SHEET', '2-HSĐV', 'VERIFIED'),
    ('SUPPLEMENT', '3-HSĐV', 'UNVERIFIED'), ('TRANSFER_LETTER', 'GGT-SHĐ', 'VERIFIED')
) AS numbered (kind, form, certainty)
CROSS JOIN (VALUES
    ('12-hd-btctw-2012', DATERANGE '[2012-05-17,2017-06-05)'),
    ('09-hd-btctw-2017', DATERANGE '[2017-06-05,2022-01-18)'),
    ('12-hd-btctw-2022', DATERANGE '[2022-01-18,)')
) AS guidance (directive_id, valid);

-- What a file must hold. What was asked before 2012 was not seen: only what every file of those years holds is asked.
INSERT INTO dossier.requirement (kind, binds, reckoned_on, valid, directive_id, certainty) VALUES
    ('APPLICATION', 'ALL', 'ENTRY', '(,2012-05-17)', NULL, 'UNVERIFIED'),
    ('ADMISSION_BIOGRAPHY', 'ALL', 'ENTRY', '(,2012-05-17)', NULL, 'UNVERIFIED'),
    ('ADMISSION_DECISION', 'ALL', 'ENTRY', '(,2012-05-17)', NULL, 'UNVERIFIED'),
    ('RECOGNITION_DECISION', 'OFFICIAL', 'RECOGNITION', '(,2012-05-17)', NULL, 'UNVERIFIED');
INSERT INTO dossier.requirement (kind, binds, reckoned_on, valid, directive_id, certainty)
SELECT asked.kind, asked.binds, asked.reckoned_on, guidance.valid, guidance.directive_id, asked.certainty
FROM (VALUES
    ('AWARENESS_CERTIFICATE', 'ALL', 'ENTRY', 'VERIFIED'), ('APPLICATION', 'ALL', 'ENTRY', 'VERIFIED'),
    ('ADMISSION_BIOGRAPHY', 'ALL', 'ENTRY', 'VERIFIED'), ('INTRODUCTION', 'ALL', 'ENTRY', 'VERIFIED'),
    ('ADMISSION_OPINIONS', 'ALL', 'ENTRY', 'VERIFIED'), ('ADMISSION_CELL_RESOLUTION', 'ALL', 'ENTRY', 'VERIFIED'),
    ('ADMISSION_BASE_RESOLUTION', 'ALL', 'ENTRY', 'VERIFIED'), ('ADMISSION_DECISION', 'ALL', 'ENTRY', 'VERIFIED'),
    ('NEW_MEMBER_CERTIFICATE', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'),
    ('SELF_REVIEW', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'), ('HELPER_COMMENT', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'),
    ('RECOGNITION_OPINIONS', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'),
    ('RECOGNITION_CELL_RESOLUTION', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'),
    ('RECOGNITION_BASE_RESOLUTION', 'OFFICIAL', 'RECOGNITION', 'VERIFIED'),
    ('RECOGNITION_DECISION', 'OFFICIAL', 'RECOGNITION', 'SECONDARY'),
    ('MEMBER_BIOGRAPHY', 'ALL', 'TODAY', 'SECONDARY'), ('MEMBER_SHEET', 'ALL', 'TODAY', 'VERIFIED')
) AS asked (kind, binds, reckoned_on, certainty)
CROSS JOIN (VALUES
    ('12-hd-btctw-2012', DATERANGE '[2012-05-17,2017-06-05)'),
    ('09-hd-btctw-2017', DATERANGE '[2017-06-05,2022-01-18)'),
    ('12-hd-btctw-2022', DATERANGE '[2022-01-18,)')
) AS guidance (directive_id, valid);
