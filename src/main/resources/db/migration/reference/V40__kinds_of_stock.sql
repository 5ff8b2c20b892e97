-- What is kept in stock by its serial number: blank cards, badges of each level, certificates.
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('stock-kind', 'CARD', 1, 'Phôi thẻ đảng viên', 'Blank party cards', 'UNVERIFIED'),
    ('stock-kind', 'CERTIFICATE', 2, 'Giấy chứng nhận tặng Huy hiệu Đảng', 'Blank badge certificates', 'UNVERIFIED');
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty)
SELECT 'stock-kind', code, position + 2, 'Huy hiệu ' || name_vi, 'Badge of ' || name_en, certainty
FROM reference.code WHERE list = 'badge-level';
