-- By when what organisations owe is done, when it is told to them, and when to the committee above. No clause was seen for most
-- of these values: they are proposals that the board confirms or changes.
DO $$
DECLARE
    known TEXT;
BEGIN
    SELECT substring(pg_get_constraintdef(oid) FROM 'CHECK (.*)') INTO known
    FROM pg_constraint WHERE conrelid = 'reference.rule_key'::regclass AND conname = 'a_topic_is_known';
    ALTER TABLE reference.rule_key DROP CONSTRAINT a_topic_is_known;
    EXECUTE 'ALTER TABLE reference.rule_key ADD CONSTRAINT a_topic_is_known CHECK (' || known || ' OR topic = ''INBOX'')';
END $$;

INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('obligation-soon', 'INBOX', 5801, 'Việc được báo là sắp đến hạn khi còn', 'Told to be due soon when there are left'),
    ('obligation-escalates-after', 'INBOX', 5802, 'Việc quá hạn được báo lên cấp trên trực tiếp sau', 'Overdue, told to the direct superior committee after'),
    ('badge-proposal-before-award', 'RECOGNITION', 5804, 'Hồ sơ đề nghị tặng Huy hiệu Đảng phải trình trước đợt trao', 'Proposals of badges are due before the day of award by'),
    ('card-check-length', 'RECOGNITION', 5805, 'Thời gian một đợt kiểm tra kỹ thuật thẻ đảng viên', 'Length of a check of party cards'),
    ('term-end-told-before', 'ORGANISATION', 5806, 'Hết nhiệm kỳ cấp ủy được báo trước', 'The end of a committee''s term is told beforehand by'),
    ('reconciliation-due', 'STATISTICS', 5807, 'Thời hạn ký đối chiếu danh sách sau ngày đối chiếu', 'Time to sign a comparison of the registers after its day');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en)
SELECT rule.key, 'ALL', source.valid, rule.value, rule.unit, source.directive_id, 'chưa rõ điểm', 'UNVERIFIED',
    'Giá trị đề xuất, chưa thấy văn bản quy định.', 'A proposal; no clause was seen.'
FROM (VALUES
    ('obligation-soon', '5', 'WORKING_DAYS'),
    ('obligation-escalates-after', '10', 'WORKING_DAYS'),
    ('badge-proposal-before-award', '45', 'DAYS'),
    ('card-check-length', '60', 'WORKING_DAYS'),
    ('term-end-told-before', '3', 'MONTHS'),
    ('reconciliation-due', '15', 'WORKING_DAYS')) AS rule (key, value, unit),
    (VALUES
    (daterange('2012-05-17', '2017-06-05'), '12-hd-btctw-2012'),
    (daterange('2017-06-05', '2022-01-18'), '09-hd-btctw-2017'),
    (daterange('2022-01-18', NULL), '12-hd-btctw-2022')) AS source (valid, directive_id);
