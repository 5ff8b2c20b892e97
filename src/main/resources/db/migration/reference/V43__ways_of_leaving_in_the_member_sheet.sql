-- The official sheet says of everybody who left but the dead and the moved that they left. Ours can say how.
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('activity-status', 'STRUCK_OFF', 6, 'Đã bị xóa tên', 'Struck off', 'UNVERIFIED'),
    ('activity-status', 'EXPELLED', 7, 'Đã bị khai trừ', 'Expelled', 'UNVERIFIED');
INSERT INTO reference.code_synonym (list, code, written) VALUES
    ('activity-status', 'STRUCK_OFF', 'Xóa tên'),
    ('activity-status', 'STRUCK_OFF', 'Bị xóa tên'),
    ('activity-status', 'STRUCK_OFF', 'Đã xóa tên'),
    ('activity-status', 'EXPELLED', 'Khai trừ'),
    ('activity-status', 'EXPELLED', 'Bị khai trừ'),
    ('activity-status', 'EXPELLED', 'Đã khai trừ');
