-- As before, beside each role that is lent the one who lent it: what is done with it is done in their place.
DROP FUNCTION access.roles_held(UUID, DATE);
CREATE FUNCTION access.roles_held(asking UUID, on_day DATE)
    RETURNS TABLE (must_change BOOLEAN, role TEXT, organisation_id UUID, root BOOLEAN, rootless BOOLEAN, in_place_of TEXT)
    LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT c.must_change, g.role, g.organisation_id, coalesce(o.is_root, false),
           NOT EXISTS (SELECT FROM organisation.organisation r WHERE r.is_root), lender.username
    FROM access.account c
    LEFT JOIN access.grant_of_role g ON g.account_id = c.id AND g.valid @> on_day
        AND (g.for_account_id IS NULL OR EXISTS (
            SELECT FROM access.grant_of_role own
            JOIN access.account away ON away.id = own.account_id AND (away.ended_on IS NULL OR away.ended_on > on_day)
            WHERE own.account_id = g.for_account_id AND own.for_account_id IS NULL AND own.role = g.role
            AND own.organisation_id = g.organisation_id AND own.valid @> on_day))
    LEFT JOIN organisation.organisation o ON o.id = g.organisation_id
    LEFT JOIN access.account lender ON lender.id = g.for_account_id
    WHERE c.id = asking AND (c.ended_on IS NULL OR c.ended_on > on_day)
    ORDER BY (SELECT count(*) FROM organisation.ancestry a
              WHERE a.descendant_id = g.organisation_id AND upper_inf(a.valid)),
             g.organisation_id;
END $$;
COMMENT ON FUNCTION access.roles_held IS 'The roles an account holds on a day, of the highest organisation first; no row where the account has ended, one without a role where it holds none. A role that is lent holds while the one it is held for holds it there, and their account stands; it names them.';
