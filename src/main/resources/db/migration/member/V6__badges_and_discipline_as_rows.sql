-- Items 24 and 26 of the form as rows, for lists that ask who holds which badge and whom a discipline stands against.
CREATE VIEW member.badge AS
SELECT s.member_id, r.place, r.badge ->> 'level' AS level,
       cast(substring(r.badge ->> 'level' FROM '[0-9]+$') AS INTEGER) AS years,
       r.badge ->> 'given_on' AS given_on, r.badge ->> 'number' AS number
FROM member.sheet s CROSS JOIN LATERAL jsonb_array_elements(s.content) WITH ORDINALITY AS r (badge, place)
WHERE s.section = 'BADGE';
COMMENT ON VIEW member.badge IS 'Huy hiệu Đảng as the file holds them; given_on as yyyy, yyyy-MM or yyyy-MM-dd.';
CREATE INDEX sheet_of_badges ON member.sheet (member_id) WHERE section = 'BADGE';

CREATE VIEW member.discipline AS
SELECT s.member_id, r.place, r.told ->> 'side' AS side, r.told ->> 'form' AS form, r.told ->> 'given_on' AS given_on,
       r.told ->> 'ended_on' AS ended_on
FROM member.sheet s CROSS JOIN LATERAL jsonb_array_elements(s.content) WITH ORDINALITY AS r (told, place)
WHERE s.section = 'DISCIPLINE';
COMMENT ON VIEW member.discipline IS 'Kỷ luật as the file holds it; without ended_on it has not been lifted.';
CREATE INDEX sheet_of_discipline ON member.sheet (member_id) WHERE section = 'DISCIPLINE';
