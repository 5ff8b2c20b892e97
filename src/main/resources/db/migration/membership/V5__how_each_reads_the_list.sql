CREATE TABLE membership.list_view (
    account_id UUID PRIMARY KEY REFERENCES access.account,
    columns    TEXT[] NOT NULL,
    density    TEXT NOT NULL,
    CONSTRAINT a_density_is_normal_or_compact CHECK (density IN ('NORMAL', 'COMPACT'))
);
COMMENT ON TABLE membership.list_view IS 'The columns of the member list an account has chosen, and how close its rows stand.';
