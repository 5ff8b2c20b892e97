CREATE TABLE membership.saved_list (
    id          UUID PRIMARY KEY,
    account_id  UUID NOT NULL REFERENCES access.account,
    name        TEXT NOT NULL,
    query       TEXT NOT NULL,
    shared_with UUID REFERENCES organisation.organisation,
    saved_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT a_name_is_tidy CHECK (name <> '' AND name = normalize(btrim(name), NFC)),
    CONSTRAINT a_name_is_no_longer_than_a_line CHECK (length(name) <= 100),
    CONSTRAINT an_account_names_each_list_differently UNIQUE (account_id, name),
    CONSTRAINT a_list_is_an_address_without_its_path CHECK (query LIKE '?%' AND query !~ '[\s<>"]')
);
COMMENT ON TABLE membership.saved_list IS 'Member lists kept by name: what each asks for, never whom it shows. Whoever opens one sees their own scope.';
COMMENT ON COLUMN membership.saved_list.query IS 'The parameters of the list in an address: its filter and order.';
COMMENT ON COLUMN membership.saved_list.shared_with IS 'Whoever''s scope lies within this organisation sees the list too; null keeps it to its owner.';
CREATE INDEX saved_list_by_organisation ON membership.saved_list (shared_with) WHERE shared_with IS NOT NULL;
