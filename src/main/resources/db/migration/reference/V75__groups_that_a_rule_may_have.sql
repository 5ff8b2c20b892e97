-- The groups that a rule may have a value for, beside those that have one (ADR 73): a rule of admission that nothing marked yet can
-- be marked to apply at once, to cases under way too, by the board and without a program. Those whose every use asks for the mark.
CREATE TABLE reference.rule_group (
    key    TEXT NOT NULL REFERENCES reference.rule_key,
    scope  TEXT NOT NULL,
    names  TEXT NOT NULL REFERENCES reference.rule_key,
    PRIMARY KEY (key, scope)
);
COMMENT ON TABLE reference.rule_group IS 'Groups that a rule may have a value for, with a value or without.';
COMMENT ON COLUMN reference.rule_group.names IS 'The rule that a group stands for: its name is the name of the group.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON reference.rule_group FROM ${program};

INSERT INTO reference.rule_group (key, scope, names)
SELECT 'applies-at-once', upper(replace(key, '-', '_')), key FROM unnest(ARRAY [
    'minimum-age-to-join', 'maximum-age-to-join-without-leave', 'education-to-join', 'education-exception',
    'education-exception-consent', 'education-proof-to-join', 'awareness-certificate-validity', 'youth-union-age',
    'relative-to-verify', 'verification-shortcut', 'biography-validity', 'political-standard', 'believer', 'married-to-a-foreigner',
    'again-consent', 'helper-of-a-candidate', 'place-without-members', 'introducers', 'introducer-together', 'cell-vote', 'base-vote', 'recognition-vote',
    'admission-competence', 'admission-decision', 'ceremony', 'probation', 'recognition-proposal', 'recognition-decision']) AS marked (key);
