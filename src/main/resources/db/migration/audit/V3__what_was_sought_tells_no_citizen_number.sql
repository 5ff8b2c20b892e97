-- Lists were taken out by a number typed into the search box, and the number stood in the entry. The program masks it
-- now; what was written before is masked here, once, by the owner of the table: the act, its day and its author stay.
UPDATE audit.entry
SET after = jsonb_set(after, '{q}', to_jsonb(regexp_replace(after ->> 'q', '\d(?=(\D*\d){3})', '•', 'g')))
WHERE after ->> 'q' ~ '\d([^A-Za-z0-9]*\d){8}';

-- In an address what is encoded (%20) is no digit of the number.
UPDATE audit.entry
SET before = CASE WHEN before ->> 'query' IS NOT NULL
        THEN jsonb_set(before, '{query}', to_jsonb(regexp_replace(before ->> 'query', '([?&]q=)[^&]*', '\1***')))
        ELSE before END,
    after = CASE WHEN after ->> 'query' IS NOT NULL
        THEN jsonb_set(after, '{query}', to_jsonb(regexp_replace(after ->> 'query', '([?&]q=)[^&]*', '\1***')))
        ELSE after END
WHERE subject = 'saved-list'
  AND regexp_replace(coalesce(before ->> 'query', '') || ' ' || coalesce(after ->> 'query', ''),
      '%[0-9A-Fa-f]{2}', '', 'g') ~ '[?&]q=[^& ]*\d([^A-Za-z0-9& ]*\d){8}';

UPDATE audit.entry
SET after = jsonb_set(after, '{address}', to_jsonb(regexp_replace(after ->> 'address', '([?&]q=)[^&]*', '\1***')))
WHERE act = 'organisation.list-exported'
  AND regexp_replace(after ->> 'address', '%[0-9A-Fa-f]{2}', '', 'g') ~ '[?&]q=[^&]*\d([^A-Za-z0-9&]*\d){8}';
