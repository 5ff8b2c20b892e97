-- The end of a term in working days for many terms at once: a join, where reference.last_day would be planned for each of them.
CREATE VIEW reference.day_reached AS
SELECT stretch, passed, min(day) AS day FROM reference.working_day GROUP BY stretch, passed;
COMMENT ON VIEW reference.day_reached IS 'The first day by whose end so many working days have passed.';

-- Which day the ceremony is counted from, how far a decision is put off and what a late ceremony needs can be marked to apply at
-- once, since everything that reads them asks for the mark. The biography of a member cannot: that is said beside the others.
INSERT INTO reference.rule_group (key, scope, names)
SELECT 'applies-at-once', upper(replace(key, '-', '_')), key
FROM unnest(ARRAY ['ceremony-counted-from', 'decision-extension', 'late-ceremony']) AS marked (key);

CREATE TABLE reference.rule_without_group (
    key    TEXT NOT NULL REFERENCES reference.rule_key,
    names  TEXT NOT NULL REFERENCES reference.rule_key,
    why_vi TEXT NOT NULL,
    why_en TEXT NOT NULL,
    PRIMARY KEY (key, names),
    CONSTRAINT a_reason_is_written_in_both_languages CHECK (why_vi <> '' AND why_en <> '')
);
COMMENT ON TABLE reference.rule_without_group IS 'Rules that are no group of another rule where a reader would look for them, and why.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON reference.rule_without_group FROM ${program};
INSERT INTO reference.rule_without_group (key, names, why_vi, why_en) VALUES
    ('applies-at-once', 'member-biography', 'luôn theo quy định của ngày tổ chức lễ kết nạp, với mọi đảng viên mới, có hồ sơ kết nạp trong sổ hay không; không cần đánh dấu.',
     'always taken of the day of the ceremony, for every new member, with a case in the register or without; it needs no mark.');
