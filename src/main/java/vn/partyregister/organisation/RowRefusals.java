package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Refuses the rows that the tree cannot take, each with its reason. */
final class RowRefusals {
    private final JudgedRows rows;
    private final Iterable<WhoStandsHere> standing;

    RowRefusals(JudgedRows rows, Iterable<WhoStandsHere> standing) {
        this.rows = rows;
        this.standing = standing;
    }

    void refuse() {
        refuseWhatIsMissing();
        refuseDays();
        refusePairs();
        refuseKinds();
        refuseEnds();
        refuseOutOfScope("true");
        var more = refuseBelow();
        while (more > 0) {
            more = refuseBelow();
        }
        rows.warn("founded_on", "organisation.import.starts-with-parent", """
                select n, cast(founded_on as text), array[to_char(founded_on, 'DD/MM/YYYY'), to_char(starts, 'DD/MM/YYYY')]
                from organisation_row where is_new and founded_on < starts and not rejected""");
        warnOfCodes();
    }

    /** No official page confirms the form of the rule, so that codes of other forms are taken: they are looked at. */
    private void warnOfCodes() {
        rows.warn("code", "organisation.import.code-form", """
                select r.n, r.code, array[d.number || ', ' || f.clause]
                from organisation_row r
                join reference.rule f on f.key = 'organisation-code' and f.scope = 'ALL' and f.valid @> cast(:asAt as date)
                join reference.directive d on d.id = f.directive_id
                left join organisation_known held on held.organisation_id = r.target
                where not r.rejected and r.code is distinct from held.code
                and r.code !~ ('^(?:' || replace(f.value, '\\p{Lu}', '[[:upper:]]') || ')$')""");
    }

    private void refuseWhatIsMissing() {
        rows.reject("type", "organisation.import.type-unknown", """
                select n, type_f, cast('{}' as text[]) from organisation_row
                where type_f is not null and type is null and not rejected""");
        rows.reject("name", "organisation.import.name-missing", """
                select n, name, cast('{}' as text[]) from organisation_row where is_new and name is null and not rejected""");
        rows.reject("type", "organisation.import.type-missing", """
                select n, name, cast('{}' as text[]) from organisation_row where is_new and type is null and not rejected""");
    }

    private void refuseDays() {
        for (var column : List.of("founded_on", "ended_on")) {
            rows.reject(column, "organisation.import.in-future", """
                    select n, cast(%1$s as text), array[to_char(%1$s, 'DD/MM/YYYY')] from organisation_row
                    where %1$s > :asAt and not rejected""".formatted(column));
        }
        rows.reject("ended_on", "organisation.import.ended-before-start", """
                select r.n, cast(r.ended_on as text), array[to_char(r.ended_on, 'DD/MM/YYYY')]
                from organisation_row r left join organisation_known held on held.organisation_id = r.target
                where r.ended_on < coalesce(r.starts, held.version_since) and held.last_day is null and not r.rejected""");
    }

    private void refusePairs() {
        rows.reject("type", "organisation.import.pair-forbidden", """
                with judged as (
                    select r.n, coalesce(r.type, held.type) as type, coalesce(p.type, above.type) as parent_type,
                        coalesce(r.starts, cast(:asAt as date)) as day
                    from organisation_row r
                    left join organisation_row p on p.n = r.parent_n
                    left join organisation_known held on held.organisation_id = r.target
                    left join organisation_known above
                        on above.organisation_id = coalesce(p.target, r.parent_o, held.parent_id)
                    where not r.rejected and not (r.is_root and r.parent is null) and held.last_day is null
                    and (r.is_new or r.type <> held.type or coalesce(p.target, r.parent_o) <> held.parent_id
                        or p.type <> above.type))
                select j.n, child.name_vi, array[child.name_vi, parent.name_vi, to_char(j.day, 'DD/MM/YYYY'),
                    (select d.number || ', ' || f.clause from organisation.what_forbids(j.parent_type, j.type, j.day) f
                        join reference.directive d on d.id = f.directive_id)]
                from judged j
                join organisation.organisation_type child on child.code = j.type
                join organisation.organisation_type parent on parent.code = j.parent_type
                where not exists (select 1 from organisation.permitted_pair pair where pair.parent_type = j.parent_type
                    and pair.child_type = j.type and pair.valid @> j.day)""");
    }

    /** A kind is judged on the day from which it holds; one that stood already is not asked about. */
    private void refuseKinds() {
        rows.reject("kind", "organisation.import.kind-not-there", """
                select r.n, k.name_vi, array[k.name_vi, to_char(coalesce(r.starts, cast(:asAt as date)), 'DD/MM/YYYY'), d.number || ', ' || k.clause]
                from organisation_row r
                join organisation.organisation_kind k on k.code = r.kind
                join reference.directive d on d.id = k.directive_id
                left join organisation_known held on held.organisation_id = r.target
                where not r.rejected and held.last_day is null and not k.valid @> coalesce(r.starts, cast(:asAt as date))
                and (r.is_new or r.kind is distinct from held.kind)""");
    }

    /** @param moved of which rows the organisation above is asked, too: a condition on {@code organisation_row r} */
    void refuseOutOfScope(String moved) {
        rows.reject("name", "organisation.import.out-of-scope", """
                select r.n, r.name, cast('{}' as text[]) from organisation_row r
                left join organisation_row p on p.n = r.parent_n and not p.is_new
                left join organisation_known held on held.organisation_id = r.target
                left join organisation_known above on above.organisation_id = coalesce(r.parent_o, p.target)
                where not r.rejected and (not r.is_new and not %s
                    or above.organisation_id is distinct from held.parent_id and above.organisation_id is not null and not %s
                        and %s)
                """.formatted(
                        rows.scope().condition("held.organisation_id", "held.seen"),
                        rows.scope().condition("above.organisation_id", "above.seen"),
                        moved));
    }

    private void refuseEnds() {
        rows.reject("ended_on", "organisation.import.parent-ended", """
                select r.n, r.parent, cast('{}' as text[])
                from organisation_row r
                left join organisation_row p on p.n = r.parent_n
                left join organisation_known held on held.organisation_id = r.target
                left join organisation_known above on above.organisation_id = coalesce(r.parent_o, p.target)
                where not r.rejected and coalesce(above.last_day, p.ended_on)
                    < coalesce(held.last_day, r.ended_on, cast('infinity' as date))""");
        rows.reject("ended_on", "organisation.closing-with-children", """
                select distinct r.n, cast(r.ended_on as text), array[coalesce(r.name, held.name)]
                from organisation_row r
                join organisation_known held on held.organisation_id = r.target and held.last_day is null
                join organisation.organisation_version child
                    on child.parent_id = r.target and child.valid && daterange(r.ended_on + 1, null)
                left join organisation_row c on c.target = child.organisation_id and not c.rejected
                where r.ended_on is not null and not r.rejected
                and (c.n is null or c.ended_on is null or c.ended_on > r.ended_on)
                and (c.n is null or c.parent_n is not distinct from r.n or c.parent is null
                    or r.ended_on < cast(:asAt as date) - 1)""");
        refuseEndsOfTheOccupied();
    }

    /** Each end is held against those who stand there from the day after it on. */
    private void refuseEndsOfTheOccupied() {
        var occupied = new HashSet<UUID>();
        ending().forEach((day, organisations) -> standing.forEach(who ->
                who.occupied(organisations, day.plusDays(1)).forEach(organisation -> occupied.add(organisation.id()))));
        rows.set("occupied", occupied.toArray(UUID[]::new));
        rows.reject("ended_on", "organisation.closing-with-members", """
                select n, cast(ended_on as text), array[coalesce(name, code)] from organisation_row
                where target = any(:occupied) and not rejected""");
    }

    private Map<LocalDate, List<OrganisationId>> ending() {
        var ending = new TreeMap<LocalDate, List<OrganisationId>>();
        rows.jdbc().sql("""
                        select r.target, r.ended_on
                        from organisation_row r
                        join organisation_known held on held.organisation_id = r.target and held.last_day is null
                        where r.ended_on is not null and not r.rejected
                        """).query(row -> {
            ending.computeIfAbsent(row.getObject("ended_on", LocalDate.class), _ -> new ArrayList<>())
                    .add(new OrganisationId(row.getObject("target", UUID.class)));
        });
        return ending;
    }

    private int refuseBelow() {
        return rows.run("""
                with found as (
                    select r.n, r.parent from organisation_row r join organisation_row p on p.n = r.parent_n
                    where p.rejected and (p.is_new or p.target is null) and not r.rejected),
                noted as (
                    insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason)
                    select :batch, n, 'parent', 'REJECTS', parent, 'organisation.import.parent-rejected' from found)
                update organisation_row set rejected = true where n in (select n from found)""");
    }
}
