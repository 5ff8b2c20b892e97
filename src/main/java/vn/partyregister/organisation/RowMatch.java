package vn.partyregister.organisation;

/** Finds the organisation each row means, by its code or by its name below its parent; what is not found is new. */
final class RowMatch {
    private final JudgedRows rows;

    RowMatch(JudgedRows rows) {
        this.rows = rows;
    }

    /**
     * A code means the organisation that held it on the day the row is about; otherwise the last one that held it
     * before, unless the row's organisation was founded only afterwards.
     */
    void findByCode() {
        rows.reject("code", "organisation.import.code-twice", """
                select n, code, array[cast(first as text)] from (
                    select n, code, min(n) over (partition by code) as first
                    from organisation_row where code is not null) as coded where n > first""");
        rows.run("""
                update organisation_row r set target = held.organisation_id, is_new = false
                from (select distinct on (r.n) r.n, c.organisation_id
                    from organisation_row r
                    join organisation.organisation_code c on c.code = r.code
                    join organisation_known k on k.organisation_id = c.organisation_id
                    where not r.rejected and (c.valid @> r.about or c.valid @> cast(:asAt as date) and k.since <= r.about
                        or lower(c.valid) <= r.about and (r.founded_on is null or r.founded_on < upper(c.valid)))
                    order by r.n, c.valid @> r.about desc, c.valid @> cast(:asAt as date) desc, lower(c.valid) desc) held
                where held.n = r.n""");
        rows.reject("code", "organisation.import.out-of-scope", """
                select r.n, r.code, cast('{}' as text[])
                from organisation_row r join organisation_known k on k.organisation_id = r.target
                where not %s""".formatted(
                        rows.scope().condition("r.target", "k.seen")));
    }

    /** Without a parent stands the root alone; an organisation found by its code keeps the parent it has. */
    void findRoot() {
        rows.run("""
                update organisation_row r set target = k.organisation_id, is_new = false, is_root = true
                from organisation.organisation o join organisation_known k on k.organisation_id = o.id
                where o.is_root and not r.rejected
                and r.parent is null and (r.target = o.id or r.target is null and k.name_f = r.name_f)
                """);
        rows.run("""
                update organisation_row set is_root = true, is_new = true, target = uuidv7(), level = 0
                where n = (select min(n) from organisation_row where parent is null and target is null and not rejected)
                and not exists (select 1 from organisation.organisation where is_root)""");
        rows.reject("parent", "organisation.import.parent-missing", """
                select n, name, cast('{}' as text[]) from organisation_row
                where parent is null and target is null and not rejected""");
        rows.reject("parent", "organisation.import.out-of-scope", """
                select n, name, cast('{}' as text[]) from organisation_row
                where is_root and not rejected and not %s""".formatted(
                        rows.scope().everything() ? "true" : "false"));
    }

    /** From the top down; one that had ended is meant where none of this name stands, unless it was founded afterwards. */
    void findLevelByLevel() {
        rows.run("update organisation_row set level = 0 where target is not null");
        var level = 1;
        rows.set("level", level);
        while (rows.run("""
                        with placed as (
                            select r.n, held.organisation_id
                            from organisation_row r
                            left join organisation_row p on p.n = r.parent_n
                            left join lateral (
                                select k.organisation_id from organisation_known k
                                where k.parent_id = coalesce(p.target, r.parent_o) and k.name_f = r.name_f
                                and (r.code is null or k.code is null)
                                and (k.last_day is null or r.founded_on is null or r.founded_on <= k.last_day)
                                order by k.since <= r.about and coalesce(k.last_day, r.about) >= r.about desc,
                                    k.last_day desc nulls first, k.organisation_id limit 1) held on true
                            where r.target is null and not r.rejected and coalesce(p.target, r.parent_o) is not null)
                        update organisation_row r
                        set target = coalesce(placed.organisation_id, uuidv7()), is_new = placed.organisation_id is null, level = :level
                        from placed where placed.n = r.n""") > 0) {
            rows.set("level", ++level);
        }
        rejectRepeated();
        rejectCircles();
        rows.reject("parent", "organisation.import.parent-rejected", """
                select n, parent, cast('{}' as text[]) from organisation_row where target is null and not rejected""");
    }

    private void rejectRepeated() {
        rows.reject("name", "organisation.import.twice", """
                select n, name, array[cast(first as text)] from (
                    select n, name, rejected, min(n) over (partition by target) as first
                    from organisation_row where target is not null) as found
                where n > first and not rejected""");
        rows.reject("name", "organisation.import.twice", """
                select n, name, array[cast(first as text)] from (
                    select r.n, r.name, r.code, r.rejected,
                        min(r.n) over (partition by r.name_f, coalesce(p.target, r.parent_o)) as first,
                        bool_and(r.code is not null) over (partition by r.name_f, coalesce(p.target, r.parent_o)) as coded
                    from organisation_row r left join organisation_row p on p.n = r.parent_n
                    where r.is_new and not r.is_root) as found
                where n > first and not coded and not rejected""");
    }

    private void rejectCircles() {
        rows.reject("parent", "organisation.import.parent-in-circle", """
                with recursive up (n, start, at) as (
                    select r.n, r.target, coalesce(p.target, r.parent_o)
                    from organisation_row r left join organisation_row p on p.n = r.parent_n
                    where not r.is_new and r.parent is not null and not r.rejected
                    union
                    select up.n, up.start, coalesce(p.target, r.parent_o, held.parent_id)
                    from up
                    left join organisation_row r on r.target = up.at
                    left join organisation_row p on p.n = r.parent_n
                    left join organisation_known held on held.organisation_id = up.at
                    where up.at <> up.start)
                select r.n, r.parent, cast('{}' as text[]) from organisation_row r
                where not r.rejected and exists (select 1 from up where up.n = r.n and up.at = up.start)""");
    }
}
