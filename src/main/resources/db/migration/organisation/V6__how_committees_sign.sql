-- A decision bears the name of the committee, not that of the organisation: Huyện ủy Đông, Ban Thường vụ Đảng ủy xã Tây. How the
-- one follows from the other is Vietnamese usage in party papers, no rule of a directive.
CREATE TABLE organisation.committee_name (
    organisation_begins TEXT NOT NULL,
    committee_begins    TEXT NOT NULL,
    PRIMARY KEY (organisation_begins, committee_begins)
);
COMMENT ON TABLE organisation.committee_name IS 'What the committee of an organisation is called whose name begins so: Đảng bộ huyện Đông has the Huyện ủy Đông.';
INSERT INTO organisation.committee_name (organisation_begins, committee_begins) VALUES
    ('Đảng bộ tỉnh', 'Tỉnh ủy'), ('Đảng bộ tỉnh', 'Tỉnh ủy tỉnh'),
    ('Đảng bộ thành phố', 'Thành ủy'), ('Đảng bộ thành phố', 'Thành ủy thành phố'),
    ('Đảng bộ huyện', 'Huyện ủy'), ('Đảng bộ huyện', 'Huyện ủy huyện'),
    ('Đảng bộ thị xã', 'Thị ủy'), ('Đảng bộ thị xã', 'Thị ủy thị xã'),
    ('Đảng bộ quận', 'Quận ủy'), ('Đảng bộ quận', 'Quận ủy quận'),
    ('Đảng bộ xã', 'Đảng ủy'), ('Đảng bộ phường', 'Đảng ủy'), ('Đảng bộ thị trấn', 'Đảng ủy'), ('Đảng bộ đặc khu', 'Đảng ủy'),
    ('Đảng bộ', 'Đảng ủy'), ('Đảng bộ', 'Ban Chấp hành'),
    ('Chi bộ', 'Chi ủy'), ('Chi bộ', 'Chi ủy chi bộ');

CREATE TABLE organisation.signing_body (words TEXT PRIMARY KEY);
COMMENT ON TABLE organisation.signing_body IS 'How a committee is written that signs through a part of itself: Ban Thường vụ Huyện ủy Đông is the Huyện ủy Đông.';
INSERT INTO organisation.signing_body (words) VALUES
    ('Ban Thường vụ'), ('BTV'), ('Ban Chấp hành'), ('BCH'), ('Thường trực'), ('TM. Ban Thường vụ'), ('T/M Ban Thường vụ');

CREATE FUNCTION organisation.names_meant(issuer TEXT) RETURNS TEXT[] LANGUAGE sql STABLE STRICT AS $$
    WITH signer AS (
        SELECT coalesce(
            (SELECT substr(platform.folded(issuer), length(platform.folded(b.words)) + 2) FROM organisation.signing_body b
             WHERE starts_with(platform.folded(issuer), platform.folded(b.words) || ' ') ORDER BY length(b.words) DESC LIMIT 1),
            platform.folded(issuer)) AS words
    )
    SELECT array_agg(name) FROM (
        SELECT platform.folded(issuer) AS name
        UNION SELECT words FROM signer
        UNION SELECT platform.folded(c.organisation_begins) || substr(s.words, length(platform.folded(c.committee_begins)) + 1)
        FROM signer s
        JOIN organisation.committee_name c ON starts_with(s.words, platform.folded(c.committee_begins) || ' ')) meant
$$;
COMMENT ON FUNCTION organisation.names_meant IS 'The names, folded, that an organisation may have whose decision bears this issuer: its own name, or that of its committee or of a part of it.';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON organisation.committee_name, organisation.signing_body FROM ${program};
