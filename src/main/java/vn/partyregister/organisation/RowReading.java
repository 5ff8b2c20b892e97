package vn.partyregister.organisation;

/** Reads the types and kinds of the rows, and dates those that are new. */
final class RowReading {
    private final JudgedRows rows;

    RowReading(JudgedRows rows) {
        this.rows = rows;
    }

    /** Names are folded once each, not once for each row. */
    void readTypesAndKinds() {
        rows.run("""
                with called as materialized (
                    select code, unnest(array[lower(code), platform.folded(name_vi), platform.folded(short_vi), platform.folded(name_en)]) as name
                    from organisation.organisation_type)
                update organisation_row r set type = t.code from called t
                where r.type_f = t.name
                and not exists (select 1 from organisation.type_synonym s where s.written_folded = r.type_f and s.type <> t.code)""");
        rows.run("""
                with called as materialized (
                    select code, unnest(array[lower(code), platform.folded(name_vi), platform.folded(name_en)]) as name
                    from organisation.organisation_kind)
                update organisation_row r set kind = k.code from called k where r.kind_f = k.name""");
        rows.reject("kind", "organisation.import.kind-unknown", """
                select n, kind_f, cast('{}' as text[]) from organisation_row
                where kind_f is not null and kind is null and not rejected""");
    }

    /**
     * Each organisation starts on its founding day, the opening day otherwise, but never before its parent. Its day and
     * its parent decide what a name means that several types go by.
     */
    void date() {
        var levels = rows.jdbc()
                .sql("select coalesce(max(level), 0) from organisation_row")
                .query(Integer.class)
                .single();
        for (var level = 0; level <= levels; level++) {
            rows.set("level", level);
            rows.run("""
                    update organisation_row r
                    set starts = greatest(coalesce(r.founded_on, :opening), coalesce(p.starts, above.since))
                    from organisation_row x
                    left join organisation_row p on p.n = x.parent_n
                    left join organisation_known above on above.organisation_id = coalesce(x.parent_o, p.target)
                    where x.n = r.n and r.is_new and r.level = :level""");
            rows.run("""
                    update organisation_row r set type = s.type
                    from organisation_row x
                    left join organisation_row p on p.n = x.parent_n
                    left join organisation_known held on held.organisation_id = x.target
                    left join organisation_known above
                        on above.organisation_id = coalesce(x.parent_o, p.target, held.parent_id)
                    join organisation.type_synonym s on s.written_folded = x.type_f
                    where x.n = r.n and r.type is null and r.level = :level
                    and (not exists (select 1 from organisation.type_synonym o where o.written_folded = s.written_folded and o.type <> s.type)
                        or exists (select 1 from organisation.permitted_pair pair
                            where pair.child_type = s.type and pair.valid @> coalesce(r.starts, held.seen, cast(:asAt as date))
                            and pair.parent_type = coalesce(p.type, above.type)))""");
        }
    }
}
