-- Somebody is nominated for a place where there is no member yet (nơi chưa có đảng viên): a hamlet, an enterprise, a school.
ALTER TABLE admission.admission_case ADD COLUMN source_place TEXT,
    ADD CONSTRAINT a_place_is_written CHECK (source_place <> '');
COMMENT ON COLUMN admission.admission_case.source_place IS 'The place without members that the candidate is meant for; absent where there is none.';
