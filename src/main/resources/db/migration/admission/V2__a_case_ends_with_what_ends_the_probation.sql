ALTER TABLE admission.admission_case
    DROP CONSTRAINT a_stage_is_known,
    DROP CONSTRAINT what_is_over_has_an_end,
    ADD CONSTRAINT a_stage_is_known CHECK (stage IN ('SOURCE', 'SYMPATHISER', 'COURSE_DONE', 'HELPER_SET', 'APPLIED', 'BIO_DECLARED',
        'BIO_VERIFIED', 'OPINIONS', 'CELL_VOTED', 'PARTIAL_APPRAISED', 'BASE_RESOLVED', 'DECIDED', 'CEREMONY', 'PROBATION',
        'SELF_REVIEW', 'CELL_VOTED_OFFICIAL', 'OFFICIAL', 'REMOVED', 'WITHDRAWN', 'REFUSED', 'NOT_WORTHY', 'CANCELLED', 'STRUCK', 'LEFT')),
    ADD CONSTRAINT what_is_over_has_an_end CHECK
        ((stage IN ('OFFICIAL', 'REMOVED', 'WITHDRAWN', 'REFUSED', 'CANCELLED', 'STRUCK', 'LEFT')) = (ended_on IS NOT NULL));

-- Who died, went elsewhere or asked to leave while on probation: no stage leads here by hand, the journal alone tells of it.
INSERT INTO admission.stage (code, valid, position, side, only_under, first_from, last_from, asks, form_code, directive_id, clause, certainty) VALUES
    ('LEFT', '[2011-01-19,)', 23, true, NULL, -1, -1, '{}', NULL, 'charter-2011', 'Điều 5', 'SECONDARY');
