CREATE FUNCTION organisation.type_in_number(number TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT coalesce(upper(normalize((regexp_match(number, '^\s*\d+\S?\s*[-/]\s*([^-/\s\d]+)'))[1], NFC)), 'QĐ')
$$;
COMMENT ON FUNCTION organisation.type_in_number IS 'The type of document (loại văn bản) as the symbol of its number says: 12-QĐ/HU is a QĐ. A bare number is a decision.';

CREATE FUNCTION organisation.running_number(number TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT coalesce(lower((regexp_match(number, '^\s*0*([1-9]\d*[[:alpha:]]?)(?![[:alpha:]])'))[1]), lower(number))
$$;
COMMENT ON FUNCTION organisation.running_number IS 'What counts in a number: 05-QĐ/ĐU and 5 - QĐ/ĐU are the fifth.';

ALTER TABLE organisation.decision
    ADD COLUMN type TEXT GENERATED ALWAYS AS (organisation.type_in_number(number)) STORED,
    ADD COLUMN running TEXT GENERATED ALWAYS AS (organisation.running_number(number)) STORED,
    ADD COLUMN runs DATERANGE,
    DROP CONSTRAINT an_issuer_uses_a_number_once_a_day,
    ADD CONSTRAINT an_issuer_uses_a_number_once_a_day UNIQUE NULLS NOT DISTINCT (issuer_name, number, issued_on, issuer_id),
    ADD CONSTRAINT who_issues_numbers_them_through_a_stretch_of_time CHECK ((issuer_id IS NULL) = (runs IS NULL)),
    ADD CONSTRAINT a_number_is_given_while_it_runs CHECK (runs @> issued_on),
    ADD CONSTRAINT a_number_is_used_once_in_a_term
        EXCLUDE USING gist (issuer_id WITH =, type WITH =, running WITH =, runs WITH &&) WHERE (issuer_id IS NOT NULL);
COMMENT ON COLUMN organisation.decision.issuer_id IS 'The organisation of this register whose committee issued it; absent where it is of elsewhere, or written only by name.';
COMMENT ON COLUMN organisation.decision.runs IS 'The days through which the issuer''s numbers of this type run: its term, or the year where no term is known.';
CREATE INDEX decision_by_number ON organisation.decision (running, type);
