-- The dossier names no such term: a proposal, to be set by the province.
INSERT INTO reference.rule_key (key, topic, position, name_vi, name_en) VALUES
    ('certificate-end-told-before', 'ADMISSION', 5024, 'Giấy chứng nhận bồi dưỡng nhận thức về Đảng sắp hết giá trị được báo trước', 'The end of a certificate of the awareness course is told beforehand by');

INSERT INTO reference.rule (key, scope, valid, value, unit, directive_id, clause, certainty, remark_vi, remark_en) VALUES
    ('certificate-end-told-before', 'ALL', '[2012-05-17,)', '3', 'MONTHS', '12-hd-btctw-2012', 'chưa rõ điểm', 'UNVERIFIED', 'Giá trị đề xuất, chưa thấy văn bản quy định.', 'A proposal; no clause was seen.');
