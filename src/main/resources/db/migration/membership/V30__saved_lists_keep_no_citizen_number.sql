-- Who had saved a search for one person's number keeps the list, and it finds nobody: the number is gone from it.
UPDATE membership.saved_list
SET query = regexp_replace(query, '([?&]q=)[^&]*', '\1***')
WHERE regexp_replace(query, '%[0-9A-Fa-f]{2}', '', 'g') ~ '[?&]q=[^&]*\d([^A-Za-z0-9&]*\d){8}';

ALTER TABLE membership.saved_list
    ADD CONSTRAINT a_list_keeps_no_number_that_may_identify_somebody
        CHECK (regexp_replace(query, '%[0-9A-Fa-f]{2}', '', 'g') !~ '[?&]q=[^&]*\d([^A-Za-z0-9&]*\d){8}');
