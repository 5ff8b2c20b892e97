ALTER TABLE access.grant_of_role
    ADD COLUMN for_account_id UUID REFERENCES access.account,
    ADD CONSTRAINT what_is_lent_has_an_end CHECK (for_account_id IS NULL OR NOT upper_inf(valid) AND role <> 'ADMIN'),
    ADD CONSTRAINT nobody_stands_in_for_themselves CHECK (for_account_id <> account_id);
COMMENT ON COLUMN access.grant_of_role.for_account_id IS 'In whose place it is held: it holds only while that account holds the same role there itself.';
CREATE INDEX grant_by_lender ON access.grant_of_role (for_account_id) WHERE for_account_id IS NOT NULL;
