-- The items of 2-HSĐV stand in member.item, once. Here stays what the paper alone has: the organisations at its head, the
-- exemption, which the journal tells, and for the sections of many rows the heading and the room to write by hand.
DELETE FROM reference.form_field
WHERE form = 'member-sheet'
AND key NOT IN ('PROVINCE', 'DIRECT', 'BASE', 'PARTIAL', 'CELL', 'exempt-from', 'career', 'training', 'commendations', 'badges',
    'titles', 'discipline', 'history', 'foreign-relations', 'relatives', 'economy');

UPDATE reference.form_field AS f
SET key = s.section, number = NULL
FROM (VALUES
    ('career', 'CAREER'),
    ('training', 'TRAINING'),
    ('commendations', 'COMMENDATION'),
    ('badges', 'BADGE'),
    ('titles', 'TITLE'),
    ('discipline', 'DISCIPLINE'),
    ('history', 'HISTORY'),
    ('foreign-relations', 'FOREIGN'),
    ('relatives', 'FAMILY'),
    ('economy', 'ECONOMY')
) AS s (key, section)
WHERE f.form = 'member-sheet' AND f.key = s.key;

-- Which sections are sensitive is told by the sections themselves.
ALTER TABLE reference.form_field DROP COLUMN sensitive;
COMMENT ON COLUMN reference.form_field.key IS 'What the register writes there: of a sheet, a section of the member''s form too. What it does not know stays blank.';
COMMENT ON COLUMN reference.form_field.number IS 'As printed before the title; absent where the member''s form tells it.';
