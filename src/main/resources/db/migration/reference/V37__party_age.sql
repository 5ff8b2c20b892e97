-- Party age (tuổi Đảng): from which day it runs, what is left out of it, how long probation lasted under earlier charters
-- (member-file 5).
ALTER TABLE reference.rule_key DROP CONSTRAINT a_topic_is_known;
ALTER TABLE reference.rule_key ADD CONSTRAINT a_topic_is_known CHECK (topic IN ('ADMISSION', 'ORGANISATION', 'NUMBERS', 'FILE', 'RECOGNITION'));

INSERT INTO reference.directive (id, kind, number, issuer, issued_on, issued_year, in_force, subject_vi, subject_en, certainty) VALUES
    ('charter-1935', 'Điều lệ', 'Điều lệ Đảng Cộng sản Đông Dương', 'Đại hội đại biểu toàn quốc lần thứ I', '1935-03-31', 1935, '[1935-03-31,1951-02-19)', 'Điều lệ Đảng Cộng sản Đông Dương', 'Charter of the Communist Party of Indochina', 'UNVERIFIED'),
    ('charter-1951', 'Điều lệ', 'Điều lệ Đảng Lao động Việt Nam', 'Đại hội đại biểu toàn quốc lần thứ II', '1951-02-19', 1951, '[1951-02-19,1960-09-10)', 'Điều lệ Đảng Lao động Việt Nam', 'Charter of the Vietnam Workers'' Party', 'UNVERIFIED'),
    ('charter-1960', 'Điều lệ', 'Điều lệ Đảng (Đại hội III–X)', 'Đại hội đại biểu toàn quốc lần thứ III đến lần thứ X', '1960-09-10', 1960, '[1960-09-10,2011-01-19)', 'Điều lệ Đảng từ Đại hội III đến trước Đại hội XI (chưa đọc được từng điều lệ)', 'The charters from the third to before the eleventh congress (not read one by one)', 'UNVERIFIED');

INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('rule-answer', 'DECISION_DAY', 1, 'từ ngày ra quyết định kết nạp', 'from the day of the decision to admit', 'VERIFIED'),
    ('rule-answer', 'ENTRY_DAY', 2, 'từ ngày vào Đảng ghi trên thẻ đảng viên', 'from the day of entry on the party card', 'VERIFIED'),
    ('rule-answer', 'LEFT_OUT', 3, 'không tính', 'not counted', 'VERIFIED'),
    ('rule-answer', 'COUNTED', 4, 'được tính', 'counted', 'VERIFIED');

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('party-age-begins', 'RECOGNITION', 3700, 'Tuổi Đảng tính từ', 'Party age runs from'),
    ('party-age-without-decision', 'RECOGNITION', 3701, 'Tuổi Đảng khi không còn quyết định kết nạp', 'Party age where the decision is not kept'),
    ('party-age-interruption', 'RECOGNITION', 3702, 'Thời gian gián đoạn trong tuổi Đảng', 'Interruptions of party age'),
    ('historic-probation', 'RECOGNITION', 3703, 'Thời gian dự bị theo các Điều lệ trước', 'Probation under earlier charters');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT 'party-age-begins', 'ALL', source.valid, 'DECISION_DAY', 'CODE', source.directive_id, 'điểm 4.5', source.certainty,
    'Chỉ tính khi đã được công nhận chính thức.', 'It counts once the member is recognised as official.'
FROM (VALUES
    (daterange('2011-11-01', '2016-07-25'), '45-qd-tw-2011', 'UNVERIFIED'),
    (daterange('2016-07-25', '2021-07-30'), '29-qd-tw-2016', 'VERIFIED'),
    (daterange('2021-07-30', '2025-01-20'), '24-qd-tw-2021', 'VERIFIED'),
    (daterange('2025-01-20', '2025-07-01'), '232-qd-tw-2025', 'UNVERIFIED'),
    (daterange('2025-07-01', '2026-04-08'), '294-qd-tw-2025', 'UNVERIFIED'),
    (daterange('2026-04-08', '2026-07-26'), '20-qd-tw-2026', 'UNVERIFIED'),
    (daterange('2026-07-26', NULL), '208-qd-tw-2026', 'SECONDARY')) AS source (valid, directive_id, certainty);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT rule.key, rule.scope, source.valid, rule.value, 'CODE', source.directive_id, 'tính tuổi Đảng',
    CASE WHEN source.directive_id = '01-hd-tw-2021' THEN rule.certainty ELSE 'UNVERIFIED' END, rule.remark_vi, rule.remark_en
FROM (VALUES
    ('party-age-without-decision', 'ALL', 'ENTRY_DAY', 'VERIFIED', 'Lấy ngày vào Đảng ghi trong thẻ đảng viên.', 'The day of entry on the party card is taken.'),
    ('party-age-interruption', 'STRUCK_OFF', 'LEFT_OUT', 'VERIFIED', 'Bị xóa tên, sau đó kết nạp lại.', 'Struck off, later admitted again.'),
    ('party-age-interruption', 'EXPELLED', 'LEFT_OUT', 'VERIFIED', 'Bị khai trừ (kể cả khai trừ có thời hạn theo Điều lệ Đại hội II), sau đó kết nạp lại.', 'Expelled (for a time too, as the second charter knew it), later admitted again.'),
    ('party-age-interruption', 'RESIGNED', 'LEFT_OUT', 'SECONDARY', 'Ra khỏi Đảng theo nguyện vọng, sau đó kết nạp lại.', 'Left on request, later admitted again.'),
    ('party-age-interruption', 'LOST_CONTACT', 'LEFT_OUT', 'VERIFIED', 'Mất liên lạc với tổ chức đảng.', 'Out of contact with the Party.'),
    ('party-age-interruption', 'TRANSFER_GAP', 'LEFT_OUT', 'VERIFIED', 'Gián đoạn do chuyển sinh hoạt đảng.', 'A gap caused by a transfer.'),
    ('party-age-interruption', 'RESTORED', 'COUNTED', 'VERIFIED', 'Bị xử lý oan, được khôi phục đảng tịch: tính liên tục.', 'Wrongly removed and restored: continuous.'),
    ('party-age-interruption', 'SUSPENDED', 'COUNTED', 'UNVERIFIED', 'Đình chỉ sinh hoạt: vẫn là đảng viên.', 'Suspended: still a member.')) AS rule (key, scope, value, certainty, remark_vi, remark_en),
    (VALUES
    (daterange('2016-09-20', '2021-09-28'), '01-hd-tw-2016'),
    (daterange('2021-09-28', '2025-06-09'), '01-hd-tw-2021'),
    (daterange('2025-06-09', NULL), '06-hd-tw-2025')) AS source (valid, directive_id);

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('historic-probation', 'WORKER', '[1935-03-31,1951-12-01)', '2', 'MONTHS', 'charter-1935', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Công nhân.', 'Workers.'),
    ('historic-probation', 'PEASANT', '[1935-03-31,1951-12-01)', '4', 'MONTHS', 'charter-1935', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Nông dân.', 'Peasants.'),
    ('historic-probation', 'OTHER', '[1935-03-31,1951-12-01)', '6', 'MONTHS', 'charter-1935', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Trí thức và thành phần khác.', 'Intellectuals and others.'),
    ('historic-probation', 'OTHER_PARTY', '[1935-03-31,1951-12-01)', '12', 'MONTHS', 'charter-1935', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Người lãnh đạo của đảng khác chuyển sang.', 'Leaders who came from other parties.'),
    ('historic-probation', 'WORKER', '[1951-12-01,1960-09-10)', '6', 'MONTHS', 'charter-1951', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Theo thành phần; quân nhân được giảm.', 'By class; eased for soldiers.'),
    ('historic-probation', 'PEASANT', '[1951-12-01,1960-09-10)', '12', 'MONTHS', 'charter-1951', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Theo thành phần; quân nhân được giảm.', 'By class; eased for soldiers.'),
    ('historic-probation', 'OTHER', '[1951-12-01,1960-09-10)', '24', 'MONTHS', 'charter-1951', 'phụ lục 1, 12-HD/BTCTW 2022', 'VERIFIED', 'Theo thành phần; quân nhân được giảm.', 'By class; eased for soldiers.'),
    ('historic-probation', 'ALL', '[1960-09-10,2011-01-19)', '12', 'MONTHS', 'charter-1960', 'chưa đọc được phụ lục', 'UNVERIFIED', 'Các Điều lệ có khác nhau theo thành phần; chưa đọc được, không dùng để từ chối.', 'The charters differ by class; not read, and nothing is refused by it.');
