package vn.partyregister.statistics;

/**
 * Who comes and who goes below {@code :organisation} in a period, as SQL: the counts and the lists of people begin with the
 * same expressions.
 *
 * <p>Somebody comes or goes by an entry of the journal, or with their organisation when the tree changes. The first entry of
 * a day starts from the tree of the day before and ends in that day's; a change of the tree tells only of those who have no
 * entry that day. So whatever happens, each day leads from its eve's members to its own, and the balance closes.
 *
 * <p>{@code flow} is fenced: a list's narrower conditions would make the planner expect one row and walk all parts for each
 * (measured for the province's admissions of a year: 1,770 ms instead of 90). When the whole tree turns on one day (the reform
 * of 01/07/2025) everybody comes and goes, of which the planner knows nothing: it took minutes. So turns are found by a full
 * join, which no loop can make, standings by their organisation and not by their days, and {@code nobody} lets the planner
 * expect some thousands whatever it counts.
 */
final class Flows {
    /** {@code flow}: one row for each time somebody comes, goes, or passes from one part to another. */
    static final String FLOW = """
            with below as materialized (
                select a.descendant_id as id, a.valid from organisation.ancestry a
                where a.ancestor_id = :organisation and a.valid && daterange(:eve, :to, '[]')
            ), part as materialized (
                select c.descendant_id as id, v.organisation_id as part, c.valid * v.valid as valid
                from organisation.organisation_version v
                join organisation.ancestry c on c.ancestor_id = v.organisation_id and c.valid && v.valid
                    and c.valid && daterange(:eve, :to, '[]')
                where v.parent_id = :organisation and v.valid && daterange(:eve, :to, '[]')
                union all
                select b.id, b.id, b.valid from below b where b.id = :organisation
            ), turned as materialized (
                select coalesce(was.id, now.id) as id, coalesce(upper(was.valid), lower(now.valid)) as day
                from part was full join part now on now.id = was.id and lower(now.valid) = upper(was.valid)
                where coalesce(upper(was.valid), lower(now.valid)) between :from and :to and was.part is distinct from now.part
            ), happened as (
                select s.recorded, s.member_id, s.kind, s.effective_on as day, s.before_on, s.before_id, s.before_as, s.after_id,
                    s.decision_id
                from membership.step s where s.effective_on between :from and :to
                union all
                select 0, s.member_id, 'TREE', t.day, t.day - 1, t.id, s.status, t.id, null
                from turned t
                cross join lateral (select stood.member_id, stood.status from membership.standing stood
                    where stood.organisation_id = t.id and lower(stood.valid) < t.day
                    and (upper_inf(stood.valid) or upper(stood.valid) > t.day)) s
                where not exists (select from membership.told e where e.member_id = s.member_id and e.effective_on = t.day)
                union all
                select 0, cast(null as uuid), null, cast(null as date), null, null, null, null, null
                from generate_series(1, 9000) as nobody (n) where n < 0
            ), flow as materialized (
                select h.*, was_part.part as was_part, now_part.part as now_part,
                    case when was.id is null then 'IN' when now.id is null then 'OUT' else 'INNER' end as side,
                    case when h.before_id is not null and h.after_id is not null and (was.id is null or now.id is null) then
                        case when exists (
                            select from organisation.ancestry b
                            join organisation.ancestry a on a.ancestor_id = b.ancestor_id
                                and a.descendant_id = h.after_id and a.valid @> h.day
                            join organisation.organisation_version v on v.organisation_id = b.ancestor_id and v.valid @> h.day
                            join organisation.organisation_type t on t.code = v.type and t.tier = 'DIRECT'
                            where b.descendant_id = h.before_id and b.valid @> h.before_on)
                        then 'SAME_DIRECT' else 'OTHER_DIRECT' end
                    end as reach
                from happened h
                left join below was on was.id = h.before_id and was.valid @> h.before_on
                left join below now on now.id = h.after_id and now.valid @> h.day
                left join part was_part on was_part.id = h.before_id and was_part.valid @> h.before_on
                left join part now_part on now_part.id = h.after_id and now_part.valid @> h.day
                where (was.id is null) <> (now.id is null)
                    or (was.id is not null and was_part.part is distinct from now_part.part)
            )
            """;

    /** Holds for a row {@code r} of {@code statistics.form_row_source} that counts the row {@code f} of {@code flow}. */
    static final String COUNTED_BY = """
            r.form = :form and r.valid @> cast(:to as date) and r.side = f.side and r.kind = f.kind
            and (r.reach is null or r.reach = f.reach) and (r.status is null or r.status = f.before_as)\
            """;

    /** {@code part}: the organisations below {@code :organisation} on {@code :day}, each with the part it belongs to. */
    static final String STANDING = """
            with part as (
                select c.descendant_id as id, v.organisation_id as part from organisation.organisation_version v
                join organisation.ancestry c on c.ancestor_id = v.organisation_id and c.valid @> cast(:day as date)
                where v.parent_id = :organisation and v.valid @> cast(:day as date)
                union all
                select cast(:organisation as uuid), cast(:organisation as uuid)
            )
            """;

    /** Who stands below {@code :organisation} on {@code :day}, and in which part {@code p} of it. */
    static final String STANDS = """
            from membership.standing s
            join organisation.ancestry a on a.descendant_id = s.organisation_id
                and a.ancestor_id = :organisation and a.valid @> cast(:day as date)
            left join part p on p.id = s.organisation_id
            where s.valid @> cast(:day as date)\
            """;

    private Flows() {}
}
