-- A base committee decides on admission where the committee above it has delegated that (admission, part 5): the letter is
-- kept with a case, and holds for all cases of that committee from its day on.
INSERT INTO reference.code (list, code, position, name_vi, name_en, certainty) VALUES
    ('case-paper', 'DELEGATION', 12, 'Văn bản ủy quyền cho đảng ủy cơ sở quyết định kết nạp', 'Delegation to a base committee to decide on admissions', 'VERIFIED');
