-- Who reads four digits of a card that is worn out, or of a number on the phone, finds whose it is.
CREATE INDEX member_by_part_of_card ON member.member USING gin (card_number gin_trgm_ops);
CREATE INDEX member_by_part_of_old_card ON member.member USING gin (old_card_number gin_trgm_ops);
CREATE INDEX member_by_part_of_file_number ON member.member USING gin (file_number gin_trgm_ops);
