ALTER TABLE exchange.kept_figures ADD COLUMN incomplete INTEGER NOT NULL DEFAULT 0;
COMMENT ON COLUMN exchange.kept_figures.incomplete IS 'Rows that left a cell empty which a directive asks for.';
