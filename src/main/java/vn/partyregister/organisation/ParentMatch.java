package vn.partyregister.organisation;

/**
 * Finds the parent each row names: by its code, its name, or its path; first among the other rows of the file, then in
 * the register, where one that stood on the day the row is about goes before one that had ended.
 */
final class ParentMatch {
    /** Of what is known in the register as k, what stood on the day that row r is about comes first. */
    private static final String RANK =
            "case when k.since <= r.about and coalesce(k.last_day, r.about) >= r.about then 1 else 2 end";

    private final JudgedRows rows;

    ParentMatch(JudgedRows rows) {
        this.rows = rows;
    }

    void find() {
        byCode();
        byName();
        byPath();
        rows.reject("parent", "organisation.import.parent-unknown", """
                select n, parent, cast('{}' as text[]) from organisation_row
                where parent is not null and parent_n is null and parent_o is null and not rejected""");
    }

    private void byCode() {
        rows.run("""
                update organisation_row r set parent_n = p.n from organisation_row p
                where p.code = r.parent and p.n <> r.n and not exists (
                    select 1 from organisation_row q where q.code = p.code and q.n < p.n and q.n <> r.n)""");
        rows.run("""
                update organisation_row r set parent_o = held.organisation_id
                from (select distinct on (r.n) r.n, k.organisation_id
                    from organisation_row r
                    join organisation.organisation_code c on c.code = r.parent and lower(c.valid) <= r.about
                    join organisation_known k on k.organisation_id = c.organisation_id
                    where r.parent_n is null and %s
                    order by r.n, c.valid @> r.about desc, lower(c.valid) desc) held
                where held.n = r.n
                """.formatted(reached()));
    }

    private void byName() {
        rows.reject("parent", "organisation.import.parent-ambiguous", """
                select r.n, r.parent, array[cast(count(*) as text)]
                from organisation_row r join organisation_row p on p.name_f = r.parent_f and p.n <> r.n
                where r.parent_n is null and r.parent_o is null and not r.rejected
                group by r.n, r.parent having count(*) > 1""");
        rows.run("""
                update organisation_row r set parent_n = p.n from organisation_row p
                where r.parent_n is null and r.parent_o is null and not r.rejected and p.name_f = r.parent_f and p.n <> r.n
                """);
        rows.run("drop table if exists pg_temp.organisation_named");
        rows.run("""
                create temporary table organisation_named on commit drop as
                select n, parent, organisation_id, count(*) over (partition by n) as alike
                from (select r.n, r.parent, k.organisation_id, %1$s as rank, min(%1$s) over (partition by r.n) as best
                    from organisation_row r join organisation_known k on k.name_f = r.parent_f
                    where r.parent_n is null and r.parent_o is null and not r.rejected and %2$s) ranked
                where rank = best
                """.formatted(RANK, reached()));
        rows.reject("parent", "organisation.import.parent-ambiguous", """
                select distinct n, parent, array[cast(alike as text)] from organisation_named where alike > 1""");
        rows.run("""
                update organisation_row r set parent_o = m.organisation_id
                from organisation_named m where m.n = r.n and m.alike = 1""");
    }

    /** A parent written as a path, "Đảng bộ huyện A / Đảng bộ xã B": the longest end that both know must agree. */
    private void byPath() {
        if (rows.jdbc()
                .sql("select exists (select 1 from organisation_row where parent_f like '% / %')")
                .query(Boolean.class)
                .single()) {
            layOutPaths();
            rows.run("""
                    with candidate as (
                        select r.n, k.n as parent_n, k.organisation_id, case when k.n is not null then 0 else %s end as rank
                        from organisation_row r
                        join organisation_path k on k.name_f = regexp_replace(r.parent_f, '^.* / ', '')
                            and k.n is distinct from r.n
                            and (k.path_f = r.parent_f or right(k.path_f, length(r.parent_f) + 3) = ' / ' || r.parent_f
                                or right(r.parent_f, length(k.path_f) + 3) = ' / ' || k.path_f and k.path_f like '%% / %%')
                        where r.parent_n is null and r.parent_o is null and not r.rejected and r.parent_f like '%% / %%'),
                    matched as (
                        select n, parent_n, organisation_id, rank, min(rank) over (partition by n) as best,
                            count(*) over (partition by n, rank) as alike
                        from candidate)
                    update organisation_row r
                    set parent_n = m.parent_n, parent_o = case when m.parent_n is null then m.organisation_id end
                    from matched m
                    where m.n = r.n and m.rank = m.best and m.alike = 1""".formatted(RANK));
        }
    }

    /** A row whose parent is found by now lies below it by name, whether it wrote a name or a code. */
    private void layOutPaths() {
        rows.run("drop table if exists pg_temp.organisation_path");
        rows.run("""
                create temporary table organisation_path on commit drop as
                with recursive path (organisation_id, name_f, path_f) as (
                    select organisation_id, name_f, name_f from organisation_known where parent_id is null
                    union all
                    select k.organisation_id, k.name_f, path.path_f || ' / ' || k.name_f
                    from path join organisation_known k on k.parent_id = path.organisation_id)
                select cast(null as int) as n, k.organisation_id, path.name_f, path.path_f, k.since, k.last_day
                from path join organisation_known k using (organisation_id) where %s
                union all
                select r.n, r.target, r.name_f, concat_ws(' / ', case when r.parent_f like '%% / %%' then r.parent_f
                    else coalesce(p.name_f, above.name_f, r.parent_f) end, r.name_f), cast(null as date), cast(null as date)
                from organisation_row r
                left join organisation_row p on p.n = r.parent_n
                left join organisation_known above on above.organisation_id = r.parent_o
                """.formatted(reached()));
        rows.run("create index on organisation_path (name_f)");
    }

    /** What is known as k lies in the scope, or just above its tops: their own rows name that parent. */
    private String reached() {
        var inside = rows.scope().condition("k.organisation_id", "k.seen");
        return rows.scope().everything() || rows.scope().isNothing() ? inside : """
                (%s or k.organisation_id in (select top.parent_id from organisation.organisation_version top
                    where top.organisation_id in (:scope) and top.valid @> cast(:asAt as date)))""".formatted(inside);
    }
}
