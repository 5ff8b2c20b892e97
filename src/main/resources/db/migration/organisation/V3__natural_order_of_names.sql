CREATE COLLATION organisation.by_name (provider = icu, locale = 'vi-u-kn-true');
COMMENT ON COLLATION organisation.by_name IS 'Vietnamese, numbers by their value: "ấp 2" before "ấp 10".';
GRANT USAGE ON SCHEMA organisation TO ${program};
