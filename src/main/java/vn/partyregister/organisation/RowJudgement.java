package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;

/**
 * Says what each row of a list of organisations would do. The rows are laid out in a table of the transaction, matched
 * with the register and with one another level by level, and judged by sets.
 */
@Component
class RowJudgement {
    private final JdbcClient jdbc;
    private final RegisterProperties register;
    private final ObjectProvider<WhoStandsHere> standing;

    RowJudgement(JdbcClient jdbc, RegisterProperties register, ObjectProvider<WhoStandsHere> standing) {
        this.jdbc = jdbc;
        this.register = register;
        this.standing = standing;
    }

    void judge(ImportId batch, Scope scope, LocalDate day) {
        var held = register.held();
        var params = new HashMap<>(scope.params(day));
        params.put("batch", batch.id());
        params.put("opening", held == null ? day : held.openingDay());
        var work = new Work(params, scope);
        work.layOut();
        work.findByCode();
        work.findParents();
        work.findLevelByLevel();
        work.readTypesAndKinds();
        work.date();
        work.refuse();
        work.tell();
    }

    /** The statements of one judgement, in their order. */
    private final class Work {
        private final Map<String, Object> params;
        private final Scope scope;

        private Work(Map<String, Object> params, Scope scope) {
            this.params = params;
            this.scope = scope;
        }

        private int run(String sql) {
            var named = new HashMap<String, Object>();
            params.forEach((name, value) -> {
                if (sql.contains(":" + name)) {
                    named.put(name, value);
                }
            });
            return jdbc.sql(sql).params(named).update();
        }

        /**
         * Notes a problem for the rows a query finds, and takes them out.
         *
         * @param rows a query of the row's number n, the value it is about, and up to three arguments a, b, c
         */
        private void reject(String column, String reason, String rows) {
            run("""
                    with found (n, value, arguments) as (%s),
                    noted as (
                        insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                        select :batch, n, '%s', 'REJECTS', value, '%s', arguments from found)
                    update organisation_row set rejected = true where n in (select n from found)
                    """.formatted(rows, column, reason));
        }

        private void warn(String column, String reason, String rows) {
            run("""
                    insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments)
                    select :batch, n, '%s', 'WARNS', value, '%s', arguments from (%s) as found (n, value, arguments)
                    """.formatted(column, reason, rows));
        }

        /** In the scope, or just above its tops: their own rows name that parent. */
        private String reached(String column) {
            return scope.everything() || scope.isNothing()
                    ? scope.condition(column)
                    : """
                    (%s or %s in (select top.parent_id from organisation.organisation_version top
                        where top.organisation_id in (:scope) and top.valid @> cast(:asAt as date)))""".formatted(scope.condition(column), column);
        }

        void layOut() {
            run("drop table if exists pg_temp.organisation_row");
            run("""
                    create temporary table organisation_row (
                        n int primary key, code text, name text, name_f text, type_f text, type text, kind_f text, kind text,
                        parent text, parent_f text, path_f text, founded_on date, ended_on date,
                        target uuid, is_new boolean, is_root boolean not null default false,
                        parent_n int, parent_o uuid, level int, starts date, ends date, rejected boolean not null default false
                    ) on commit drop""");
            run("""
                    insert into organisation_row (n, code, name, name_f, type_f, kind_f, parent, parent_f, founded_on, ended_on)
                    select row_number, value ->> 'code', value ->> 'name', platform.folded(value ->> 'name'),
                        platform.folded(value ->> 'type'), platform.folded(value ->> 'kind'), value ->> 'parent',
                        regexp_replace(platform.folded(value ->> 'parent'), '\\s+[/>»]\\s+', ' / ', 'g'),
                        cast(value ->> 'founded_on' as date), cast(value ->> 'ended_on' as date)
                    from exchange.staged_row r
                    where upload_id = :batch and not committed and not exists (
                        select 1 from exchange.problem p
                        where p.upload_id = r.upload_id and p.row_number = r.row_number and p.weight = 'REJECTS')""");
            run("update organisation_row set path_f = concat_ws(' / ', parent_f, name_f)");
            run("create index on organisation_row (name_f)");
            run("create index on organisation_row (code)");
            run("create index on organisation_row (parent_n)");
            run("create index on organisation_row (target)");
            run("analyze organisation_row");
        }

        void findByCode() {
            reject("code", "organisation.import.code-twice", """
                    select n, code, array[cast(first as text)] from (
                        select n, code, min(n) over (partition by code) as first
                        from organisation_row where code is not null) as coded where n > first""");
            run("""
                    update organisation_row r set target = c.organisation_id, is_new = false
                    from organisation.organisation_code c
                    where c.code = r.code and c.valid @> cast(:asAt as date) and not r.rejected""");
            reject("code", "organisation.import.out-of-scope", """
                    select n, code, cast('{}' as text[]) from organisation_row
                    where target is not null and not %s""".formatted(scope.condition("target")));
        }

        void findParents() {
            run("""
                    update organisation_row r set parent_n = p.n from organisation_row p
                    where p.code = r.parent and p.n <> r.n and not exists (
                        select 1 from organisation_row q where q.code = p.code and q.n < p.n and q.n <> r.n)""");
            run("""
                    update organisation_row r set parent_o = c.organisation_id from organisation.organisation_code c
                    where r.parent_n is null and c.code = r.parent and c.valid @> cast(:asAt as date) and %s
                    """.formatted(reached("c.organisation_id")));
            byName("name_f = r.parent_f", "v.name_folded = r.parent_f");
            byPath();
            reject("parent", "organisation.import.parent-unknown", """
                    select n, parent, cast('{}' as text[]) from organisation_row
                    where parent is not null and parent_n is null and parent_o is null and not rejected""");
            root();
        }

        private void byName(String inFile, String inRegister) {
            reject("parent", "organisation.import.parent-ambiguous", """
                    select r.n, r.parent, array[cast(count(*) as text)]
                    from organisation_row r join organisation_row p on p.%s and p.n <> r.n
                    where r.parent_n is null and r.parent_o is null and not r.rejected
                    group by r.n, r.parent having count(*) > 1""".formatted(inFile));
            run("""
                    update organisation_row r set parent_n = p.n from organisation_row p
                    where r.parent_n is null and r.parent_o is null and not r.rejected and p.%s and p.n <> r.n
                    """.formatted(inFile));
            reject("parent", "organisation.import.parent-ambiguous", """
                    select r.n, r.parent, array[cast(count(*) as text)]
                    from organisation_row r join organisation.organisation_version v
                        on %s and v.valid @> cast(:asAt as date)
                    where r.parent_n is null and r.parent_o is null and not r.rejected and %s
                    group by r.n, r.parent having count(*) > 1""".formatted(
                            inRegister, reached("v.organisation_id")));
            run("""
                    update organisation_row r set parent_o = v.organisation_id from organisation.organisation_version v
                    where r.parent_n is null and r.parent_o is null and not r.rejected
                    and %s and v.valid @> cast(:asAt as date) and %s
                    """.formatted(inRegister, reached("v.organisation_id")));
        }

        /** A parent written as a path, "Đảng bộ huyện A / Đảng bộ xã B": the longest end that both know must agree. */
        private void byPath() {
            if (jdbc.sql("select exists (select 1 from organisation_row where parent_f like '% / %')")
                    .query(Boolean.class)
                    .single()) {
                run("drop table if exists pg_temp.organisation_path");
                run("""
                        create temporary table organisation_path on commit drop as
                        with recursive path (organisation_id, name_f, path_f) as (
                            select organisation_id, name_folded, name_folded from organisation.organisation_version
                            where parent_id is null and valid @> cast(:asAt as date)
                            union all
                            select v.organisation_id, v.name_folded, path.path_f || ' / ' || v.name_folded
                            from path join organisation.organisation_version v
                                on v.parent_id = path.organisation_id and v.valid @> cast(:asAt as date))
                        select cast(null as int) as n, organisation_id, name_f, path_f from path where %s
                        union all
                        select n, target, name_f, path_f from organisation_row
                        """.formatted(reached("organisation_id")));
                run("create index on organisation_path (name_f)");
                run("""
                        with asked as (
                            select n, parent_f, regexp_replace(parent_f, '^.* / ', '') as last from organisation_row
                            where parent_n is null and parent_o is null and not rejected and parent_f like '% / %'),
                        matched as (
                            select asked.n, p.n as parent_n, p.organisation_id,
                                count(*) filter (where p.n is not null) over (partition by asked.n) as in_file,
                                count(*) filter (where p.n is null) over (partition by asked.n) as in_register
                            from asked join organisation_path p on p.name_f = asked.last and p.n is distinct from asked.n
                                and (p.path_f = asked.parent_f or right(p.path_f, length(asked.parent_f) + 3) = ' / ' || asked.parent_f
                                    or right(asked.parent_f, length(p.path_f) + 3) = ' / ' || p.path_f and p.path_f like '% / %'))
                        update organisation_row r
                        set parent_n = m.parent_n, parent_o = case when m.parent_n is null then m.organisation_id end
                        from matched m
                        where m.n = r.n and (m.parent_n is not null and m.in_file = 1
                            or m.parent_n is null and m.in_file = 0 and m.in_register = 1)""".replace("%%", "%"));
            }
        }

        /** Without a parent stands the root alone; an organisation found by its code keeps the parent it has. */
        private void root() {
            run("""
                    update organisation_row r set target = v.organisation_id, is_new = false, is_root = true
                    from organisation.organisation o join organisation.organisation_version v on v.organisation_id = o.id
                    where o.is_root and v.valid @> cast(:asAt as date) and not r.rejected
                    and r.parent is null and (r.target = o.id or r.target is null and v.name_folded = r.name_f)
                    """);
            run("""
                    update organisation_row set is_root = true, is_new = true, target = uuidv7(), level = 0
                    where n = (select min(n) from organisation_row where parent is null and target is null and not rejected)
                    and not exists (select 1 from organisation.organisation where is_root)""");
            reject("parent", "organisation.import.parent-missing", """
                    select n, name, cast('{}' as text[]) from organisation_row
                    where parent is null and target is null and not rejected""");
            reject("parent", "organisation.import.out-of-scope", """
                    select n, name, cast('{}' as text[]) from organisation_row
                    where is_root and not rejected and not %s""".formatted(scope.everything() ? "true" : "false"));
        }

        void findLevelByLevel() {
            run("update organisation_row set level = 0 where target is not null");
            var level = 1;
            params.put("level", level);
            while (run("""
                            with placed as (
                                select r.n, v.organisation_id
                                from organisation_row r
                                left join organisation_row p on p.n = r.parent_n
                                left join lateral (
                                    select v.organisation_id from organisation.organisation_version v
                                    where v.parent_id = coalesce(p.target, r.parent_o) and v.name_folded = r.name_f
                                    and v.valid @> cast(:asAt as date)
                                    and (r.code is null or not exists (select 1 from organisation.organisation_code c
                                        where c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)))
                                    order by v.organisation_id limit 1) v on true
                                where r.target is null and not r.rejected and coalesce(p.target, r.parent_o) is not null)
                            update organisation_row r
                            set target = coalesce(placed.organisation_id, uuidv7()), is_new = placed.organisation_id is null, level = :level
                            from placed where placed.n = r.n""") > 0) {
                params.put("level", ++level);
            }
            reject("name", "organisation.import.twice", """
                    select n, name, array[cast(first as text)] from (
                        select n, name, rejected, min(n) over (partition by target) as first
                        from organisation_row where target is not null) as found
                    where n > first and not rejected""");
            reject("name", "organisation.import.twice", """
                    select n, name, array[cast(first as text)] from (
                        select r.n, r.name, r.code, r.rejected,
                            min(r.n) over (partition by r.name_f, coalesce(p.target, r.parent_o)) as first,
                            bool_and(r.code is not null) over (partition by r.name_f, coalesce(p.target, r.parent_o)) as coded
                        from organisation_row r left join organisation_row p on p.n = r.parent_n
                        where r.is_new and not r.is_root) as found
                    where n > first and not coded and not rejected""");
            reject("parent", "organisation.import.parent-in-circle", """
                    with recursive up (n, start, at) as (
                        select r.n, r.target, coalesce(p.target, r.parent_o)
                        from organisation_row r left join organisation_row p on p.n = r.parent_n
                        where not r.is_new and r.parent is not null and not r.rejected
                        union
                        select up.n, up.start, coalesce(p.target, r.parent_o, held.parent_id)
                        from up
                        left join organisation_row r on r.target = up.at
                        left join organisation_row p on p.n = r.parent_n
                        left join organisation.organisation_version held
                            on held.organisation_id = up.at and held.valid @> cast(:asAt as date)
                        where up.at <> up.start)
                    select r.n, r.parent, cast('{}' as text[]) from organisation_row r
                    where not r.rejected and exists (select 1 from up where up.n = r.n and up.at = up.start)""");
            reject("parent", "organisation.import.parent-rejected", """
                    select n, parent, cast('{}' as text[]) from organisation_row where target is null and not rejected""");
        }

        void readTypesAndKinds() {
            // Names are folded once each, not once for each row.
            run("""
                    with called as materialized (
                        select code, unnest(array[lower(code), platform.folded(name_vi), platform.folded(short_vi), platform.folded(name_en)]) as name
                        from organisation.organisation_type)
                    update organisation_row r set type = t.code from called t
                    where r.type_f = t.name
                    and not exists (select 1 from organisation.type_synonym s where s.written_folded = r.type_f and s.type <> t.code)""");
            run("""
                    with called as materialized (
                        select code, unnest(array[lower(code), platform.folded(name_vi), platform.folded(name_en)]) as name
                        from organisation.organisation_kind)
                    update organisation_row r set kind = k.code from called k where r.kind_f = k.name""");
            reject("kind", "organisation.import.kind-unknown", """
                    select n, kind_f, cast('{}' as text[]) from organisation_row where kind_f is not null and kind is null and not rejected""");
        }

        /** Each organisation starts on its founding day, the opening day otherwise, but never before its parent. */
        void date() {
            var levels = jdbc.sql("select coalesce(max(level), 0) from organisation_row")
                    .query(Integer.class)
                    .single();
            for (var level = 0; level <= levels; level++) {
                params.put("level", level);
                run("""
                        update organisation_row r
                        set starts = greatest(coalesce(r.founded_on, :opening), coalesce(p.starts,
                            (select min(lower(v.valid)) from organisation.organisation_version v
                             where v.organisation_id = coalesce(r.parent_o, p.target))))
                        from organisation_row x left join organisation_row p on p.n = x.parent_n
                        where x.n = r.n and r.is_new and r.level = :level""");
                run("""
                        update organisation_row r set type = s.type
                        from organisation_row x
                        left join organisation_row p on p.n = x.parent_n
                        join organisation.type_synonym s on s.written_folded = x.type_f
                        where x.n = r.n and r.type is null and r.level = :level
                        and (not exists (select 1 from organisation.type_synonym o where o.written_folded = s.written_folded and o.type <> s.type)
                            or exists (select 1 from organisation.permitted_pair pair
                                where pair.child_type = s.type and pair.valid @> coalesce(r.starts, cast(:asAt as date))
                                and pair.parent_type = coalesce(p.type, (select v.type from organisation.organisation_version v
                                    where v.organisation_id = coalesce(r.parent_o, p.target, (select h.parent_id
                                        from organisation.organisation_version h
                                        where h.organisation_id = r.target and h.valid @> cast(:asAt as date)))
                                    and v.valid @> cast(:asAt as date)))))""");
            }
        }

        void refuse() {
            reject("type", "organisation.import.type-unknown", """
                    select n, type_f, cast('{}' as text[]) from organisation_row where type_f is not null and type is null and not rejected""");
            reject("name", "organisation.import.name-missing", """
                    select n, name, cast('{}' as text[]) from organisation_row where is_new and name is null and not rejected""");
            reject("type", "organisation.import.type-missing", """
                    select n, name, cast('{}' as text[]) from organisation_row where is_new and type is null and not rejected""");
            reject("founded_on", "organisation.import.in-future", """
                    select n, cast(founded_on as text), array[to_char(founded_on, 'DD/MM/YYYY')] from organisation_row
                    where founded_on > :asAt and not rejected""");
            reject("ended_on", "organisation.import.in-future", """
                    select n, cast(ended_on as text), array[to_char(ended_on, 'DD/MM/YYYY')] from organisation_row
                    where ended_on > :asAt and not rejected""");
            reject("ended_on", "organisation.import.ended-before-start", """
                    select r.n, cast(r.ended_on as text), array[to_char(r.ended_on, 'DD/MM/YYYY')]
                    from organisation_row r left join organisation.organisation_version v
                        on v.organisation_id = r.target and upper_inf(v.valid)
                    where r.ended_on < coalesce(r.starts, lower(v.valid)) and not r.rejected""");
            reject("type", "organisation.import.pair-forbidden", """
                    with judged as (
                        select r.n, coalesce(r.type, held.type) as type, coalesce(p.type, above.type) as parent_type,
                            coalesce(r.starts, cast(:asAt as date)) as day
                        from organisation_row r
                        left join organisation_row p on p.n = r.parent_n
                        left join organisation.organisation_version held
                            on held.organisation_id = r.target and held.valid @> cast(:asAt as date)
                        left join organisation.organisation_version above
                            on above.organisation_id = coalesce(p.target, r.parent_o, held.parent_id)
                            and above.valid @> cast(:asAt as date)
                        where not r.rejected and not (r.is_root and r.parent is null) and (r.is_new or r.type <> held.type
                            or coalesce(p.target, r.parent_o) <> held.parent_id or p.type <> above.type))
                    select j.n, child.name_vi, array[child.name_vi, parent.name_vi, to_char(j.day, 'DD/MM/YYYY'), coalesce(
                        (select min(directive) from organisation.permitted_pair s where s.valid @> j.day), child.directive)]
                    from judged j
                    join organisation.organisation_type child on child.code = j.type
                    join organisation.organisation_type parent on parent.code = j.parent_type
                    where not exists (select 1 from organisation.permitted_pair pair where pair.parent_type = j.parent_type
                        and pair.child_type = j.type and pair.valid @> j.day)""");
            refuseEnds();
            reject("name", "organisation.import.out-of-scope", """
                    select r.n, r.name, cast('{}' as text[]) from organisation_row r
                    left join organisation.organisation_version held
                        on held.organisation_id = r.target and held.valid @> cast(:asAt as date)
                    left join organisation_row p on p.n = r.parent_n and not p.is_new
                    where not r.rejected and (not r.is_new and not %s
                        or r.parent_o is distinct from held.parent_id and r.parent_o is not null and not %s
                        or p.target is distinct from held.parent_id and p.target is not null and not %s)""".formatted(
                            scope.condition("r.target"), scope.condition("r.parent_o"), scope.condition("p.target")));
            var more = refuseBelow();
            while (more > 0) {
                more = refuseBelow();
            }
            warn("founded_on", "organisation.import.starts-with-parent", """
                    select n, cast(founded_on as text), array[to_char(founded_on, 'DD/MM/YYYY'), to_char(starts, 'DD/MM/YYYY')]
                    from organisation_row where is_new and founded_on < starts and not rejected""");
        }

        private void refuseEnds() {
            reject("ended_on", "organisation.import.parent-ended", """
                    select r.n, r.parent, cast('{}' as text[]) from organisation_row r join organisation_row p on p.n = r.parent_n
                    where p.ended_on is not null and (r.ended_on is null or r.ended_on > p.ended_on) and not r.rejected""");
            reject("ended_on", "organisation.closing-with-children", """
                    select distinct r.n, cast(r.ended_on as text), array[r.name]
                    from organisation_row r
                    join organisation.organisation_version child on child.parent_id = r.target and child.valid @> cast(:asAt as date)
                    left join organisation_row c on c.target = child.organisation_id and not c.rejected
                    where r.ended_on is not null and not r.is_new and not r.rejected
                    and (c.n is null or c.ended_on is null or c.ended_on > r.ended_on)
                    and (c.n is null or c.parent_n is not distinct from r.n or c.parent is null)""");
            refuseEndsOfTheOccupied();
        }

        private void refuseEndsOfTheOccupied() {
            var ending = jdbc.sql("""
                            select target, min(ended_on) over () as first from organisation_row
                            where ended_on is not null and not is_new and not rejected
                            """)
                    .query((row, _) -> Map.entry(
                            new OrganisationId(row.getObject("target", UUID.class)),
                            row.getObject("first", LocalDate.class)))
                    .list();
            var occupied = new HashSet<UUID>();
            if (!ending.isEmpty()) {
                var organisations = new ArrayList<OrganisationId>();
                ending.forEach(entry -> organisations.add(entry.getKey()));
                var from = ending.getFirst().getValue().plusDays(1);
                standing.forEach(who ->
                        who.occupied(organisations, from).forEach(organisation -> occupied.add(organisation.id())));
            }
            params.put("occupied", occupied.toArray(UUID[]::new));
            reject("ended_on", "organisation.closing-with-members", """
                    select n, cast(ended_on as text), array[coalesce(name, code)] from organisation_row
                    where target = any(:occupied) and not rejected""");
        }

        private int refuseBelow() {
            return run("""
                    with found as (
                        select r.n, r.parent from organisation_row r join organisation_row p on p.n = r.parent_n
                        where p.rejected and (p.is_new or p.target is null) and not r.rejected),
                    noted as (
                        insert into exchange.problem (upload_id, row_number, column_key, weight, value, reason)
                        select :batch, n, 'parent', 'REJECTS', parent, 'organisation.import.parent-rejected' from found)
                    update organisation_row set rejected = true where n in (select n from found)""");
        }

        void tell() {
            run("delete from exchange.difference where upload_id = :batch");
            run("""
                    insert into exchange.difference (upload_id, row_number, column_key, here, there)
                    select :batch, r.n, field.key, field.here, field.there
                    from organisation_row r
                    join organisation.organisation_version v on v.organisation_id = r.target and v.valid @> cast(:asAt as date)
                    left join organisation.organisation_code c on c.organisation_id = r.target and c.valid @> cast(:asAt as date)
                    left join organisation_row p on p.n = r.parent_n
                    left join organisation.organisation_version above
                        on above.organisation_id = v.parent_id and above.valid @> cast(:asAt as date)
                    cross join lateral (values
                        ('code', c.code, r.code, c.code is distinct from r.code),
                        ('name', v.name, r.name, v.name is distinct from r.name),
                        ('type', v.type, r.type, v.type is distinct from r.type),
                        ('kind', v.kind, r.kind, v.kind is distinct from r.kind),
                        ('parent', above.name, r.parent, v.parent_id is distinct from coalesce(p.target, r.parent_o)),
                        ('ended_on', case when not upper_inf(v.valid) then cast(upper(v.valid) - 1 as text) end,
                            cast(r.ended_on as text), upper(v.valid) - 1 is distinct from r.ended_on)) as field (key, here, there, differs)
                    where not r.is_new and not r.rejected and field.there is not null and field.differs""");
            run("""
                    update exchange.staged_row s
                    set target_id = r.target, verdict = case when r.rejected then 'REJECTED' when r.is_new then 'NEW'
                            when exists (select 1 from exchange.difference d where d.upload_id = :batch and d.row_number = r.n)
                            then 'CHANGED' else 'UNCHANGED' end,
                        value = s.value || jsonb_strip_nulls(jsonb_build_object('type', r.type, 'kind', r.kind,
                            'parent.id', coalesce(p.target, r.parent_o), 'parent.row', r.parent_n,
                            'starts_on', r.starts, 'root', case when r.is_root then true end,
                            'judged_on', cast(:asAt as date)))
                    from organisation_row r left join organisation_row p on p.n = r.parent_n
                    where s.upload_id = :batch and s.row_number = r.n""");
            run("""
                    update exchange.staged_row s set target_id = null
                    where upload_id = :batch and verdict = 'REJECTED' and exists (
                        select 1 from organisation_row r where r.n = s.row_number and r.is_new)""");
            run("""
                    update exchange.staged_row s set verdict = 'REJECTED'
                    where upload_id = :batch and not committed and exists (select 1 from exchange.problem p
                        where p.upload_id = s.upload_id and p.row_number = s.row_number and p.weight = 'REJECTS')""");
        }
    }
}
