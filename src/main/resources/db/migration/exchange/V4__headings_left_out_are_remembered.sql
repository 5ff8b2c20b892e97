ALTER TABLE exchange.remembered_heading ALTER COLUMN column_key DROP NOT NULL;
COMMENT ON COLUMN exchange.remembered_heading.column_key IS
    'What the heading means; null where it was left out although its words resemble those of a column.';
