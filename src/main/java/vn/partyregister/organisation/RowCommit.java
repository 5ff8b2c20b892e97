package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.exchange.ImportId;

/**
 * Writes judged rows, range by range. A range takes with it what its rows need to stand: the new or moved parents above
 * them, and below those that close, the children that leave first; so that the tree is whole after every range.
 */
@Component
class RowCommit {
    private final JdbcClient jdbc;
    private final OrganisationStore store;
    private final OrganisationCodes codes;
    private final Ancestry ancestry;
    private final AuditTrail trail;

    RowCommit(JdbcClient jdbc, OrganisationStore store, OrganisationCodes codes, Ancestry ancestry, AuditTrail trail) {
        this.jdbc = jdbc;
        this.store = store;
        this.codes = codes;
        this.ancestry = ancestry;
        this.trail = trail;
    }

    /** @return how many of the rows it wrote lie outside the range */
    int write(ImportId batch, int first, int last) {
        store.lockTree();
        jdbc.sql("set constraints all deferred").update();
        layOut(batch, first, last);
        lookBefore();
        writeNew();
        writeChanged();
        writeCodes();
        close();
        jdbc.sql("set constraints all immediate").update();
        ancestry.follow(targets());
        jdbc.sql("""
                        update exchange.staged_row s set committed = true
                        where upload_id = :batch and row_number in (select n from organisation_written)
                        """).param("batch", batch.id()).update();
        writeActs();
        trail.changedAll("organisation.changed-by-import", "organisation", changes());
        var written = targets().size();
        if (written > 0) {
            trail.changed(
                    "organisation.imported",
                    new Subject("import", batch.id(), null),
                    null,
                    Map.of("first", first, "last", last, "organisations", written));
        }
        return jdbc.sql("select count(*) from organisation_written where n not between :first and :last")
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .single();
    }

    /** What each of them is before the range is written; a row that says nothing of a column leaves it. */
    private void lookBefore() {
        jdbc.sql("drop table if exists pg_temp.organisation_told").update();
        jdbc.sql("""
                        create temporary table organisation_told on commit drop as
                        select w.n, w.target, coalesce(w.starts, w.day) as day, w.ended_on,
                            v.name as before_name, v.type as before_type, v.kind as before_kind, v.parent_id as before_parent_id,
                            c.code as before_code, coalesce(w.name, v.name) as after_name, coalesce(w.type, v.type) as after_type,
                            coalesce(w.kind, v.kind) as after_kind, coalesce(w.parent_id, v.parent_id) as after_parent_id,
                            coalesce(w.code, c.code) as after_code
                        from organisation_written w
                        left join organisation.organisation_version v on v.organisation_id = w.target and v.valid @> w.day
                        left join organisation.organisation_code c on c.organisation_id = w.target and c.valid @> w.day
                        where w.is_new or v.organisation_id is not null
                        """).update();
    }

    private void writeActs() {
        jdbc.sql("""
                        insert into organisation.act (organisation_id, kind, day,
                            before_name, before_type, before_kind, before_parent_id, before_code,
                            after_name, after_type, after_kind, after_parent_id, after_code)
                        select target, case when before_name is null then 'OPENED'
                                when after_parent_id is distinct from before_parent_id then 'MOVED'
                                when after_type <> before_type then 'TYPE_CHANGED' when after_name <> before_name then 'RENAMED'
                                when after_kind is distinct from before_kind then 'KIND_CHANGED' else 'CODE_CHANGED' end,
                            day, before_name, before_type, before_kind, before_parent_id, before_code,
                            after_name, after_type, after_kind, after_parent_id, after_code
                        from organisation_told
                        where (before_name, before_type, before_kind, before_parent_id, before_code) is distinct from
                            (after_name, after_type, after_kind, after_parent_id, after_code)
                        order by n
                        """).update();
        jdbc.sql("""
                        insert into organisation.act
                            (organisation_id, kind, day, before_name, before_type, before_kind, before_parent_id, before_code)
                        select w.target, 'CLOSED', w.ended_on, v.name, v.type, v.kind, v.parent_id, c.code
                        from organisation_written w
                        join organisation.organisation_version v on v.organisation_id = w.target and v.valid @> w.ended_on
                        left join organisation.organisation_code c on c.organisation_id = w.target and c.valid @> w.ended_on
                        order by w.n
                        """).update();
    }

    /** Each organisation as it was before the range and as it is after it, for the trail. */
    private List<Changed> changes() {
        return jdbc.sql("select * from organisation_told order by n")
                .query((row, _) -> {
                    var id = row.getObject("target", UUID.class);
                    return new Changed(
                            id,
                            id,
                            Told.of(row, "before", null),
                            Told.of(row, "after", row.getObject("ended_on", LocalDate.class)));
                })
                .list();
    }

    /** An organisation as the trail keeps it. */
    private record Told(
            String name,
            String type,
            @Nullable String kind,
            @Nullable UUID parent,
            @Nullable String code,
            LocalDate day,
            @Nullable LocalDate lastDay) {
        static @Nullable Told of(ResultSet row, String side, @Nullable LocalDate lastDay) throws SQLException {
            var name = row.getString(side + "_name");
            return name == null
                    ? null
                    : new Told(
                            name,
                            row.getString(side + "_type"),
                            row.getString(side + "_kind"),
                            row.getObject(side + "_parent_id", UUID.class),
                            row.getString(side + "_code"),
                            row.getObject("day", LocalDate.class),
                            lastDay);
        }
    }

    private List<UUID> targets() {
        return jdbc.sql("select target from organisation_written")
                .query((row, _) -> row.getObject("target", UUID.class))
                .list();
    }

    private void layOut(ImportId batch, int first, int last) {
        jdbc.sql("drop table if exists pg_temp.organisation_written").update();
        jdbc.sql("""
                        create temporary table organisation_written on commit drop as
                        with recursive pending as materialized (
                            select row_number as n, target_id as target, verdict, value,
                                cast(value ->> 'parent.row' as int) as parent_n,
                                value ->> 'ended_on' is not null and verdict = 'CHANGED' as closes
                            from exchange.staged_row
                            where upload_id = :batch and verdict in ('NEW', 'CHANGED') and not committed),
                        edge (n, needs) as materialized (
                            select n, parent_n from pending where parent_n is not null
                            union
                            select closing.n, child.n
                            from pending closing
                            join organisation.organisation_version v on v.parent_id = closing.target and upper_inf(v.valid)
                            join pending child on child.target = v.organisation_id
                            where closing.closes),
                        taken (n) as (
                            select n from pending where n between :first and :last
                            union
                            select edge.needs from taken join edge on edge.n = taken.n)
                        select n, target, verdict = 'NEW' as is_new, coalesce(cast(value ->> 'root' as boolean), false) as is_root,
                            value ->> 'code' as code, value ->> 'name' as name, value ->> 'type' as type, value ->> 'kind' as kind,
                            cast(value ->> 'parent.id' as uuid) as parent_id, cast(value ->> 'starts_on' as date) as starts,
                            cast(value ->> 'ended_on' as date) as ended_on, cast(value ->> 'judged_on' as date) as day
                        from pending where n in (select n from taken)
                        """)
                .param("batch", batch.id())
                .param("first", first)
                .param("last", last)
                .update();
    }

    private void writeNew() {
        jdbc.sql("""
                        insert into organisation.organisation (id, version, is_root)
                        select target, 0, is_root from organisation_written where is_new
                        """).update();
        jdbc.sql("""
                        insert into organisation.organisation_version
                            (organisation_id, valid, name, type, kind, parent_id, position, act)
                        select target, daterange(starts, ended_on + 1), name, type, kind, parent_id, n, 'OPENED'
                        from organisation_written where is_new
                        """).update();
    }

    /**
     * A version that began this very day becomes what the row says, and rests on no decision any more, nor on a
     * reorganisation; an older one ends and a new one begins.
     */
    private void writeChanged() {
        jdbc.sql("drop table if exists pg_temp.organisation_changed").update();
        jdbc.sql("""
                        create temporary table organisation_changed on commit drop as
                        select w.target, w.day, v.valid, coalesce(w.name, v.name) as name, coalesce(w.type, v.type) as type,
                            coalesce(w.kind, v.kind) as kind, coalesce(w.parent_id, v.parent_id) as parent_id, v.position,
                            case when w.parent_id <> v.parent_id then 'MOVED' when w.type <> v.type then 'TYPE_CHANGED'
                                when w.name <> v.name then 'RENAMED' else 'KIND_CHANGED' end as act
                        from organisation_written w
                        join organisation.organisation_version v on v.organisation_id = w.target and v.valid @> w.day
                        where not w.is_new and (w.name <> v.name or w.type <> v.type or w.kind is distinct from v.kind and w.kind is not null
                            or w.parent_id <> v.parent_id)
                        """).update();
        jdbc.sql("""
                        update organisation.organisation_version v set name = c.name, type = c.type, kind = c.kind, parent_id = c.parent_id,
                            act = case when v.act in ('OPENED', 'FOUNDED') then v.act else c.act end,
                            decision_id = null, reorganisation_id = null
                        from organisation_changed c
                        where c.target = v.organisation_id and v.valid = c.valid and lower(c.valid) = c.day
                        """).update();
        jdbc.sql("""
                        update organisation.organisation_version v set valid = daterange(lower(c.valid), c.day)
                        from organisation_changed c
                        where c.target = v.organisation_id and v.valid = c.valid and lower(c.valid) < c.day
                        """).update();
        jdbc.sql("""
                        insert into organisation.organisation_version
                            (organisation_id, valid, name, type, kind, parent_id, position, act)
                        select target, daterange(day, upper(valid)), name, type, kind, parent_id, position, act
                        from organisation_changed where lower(valid) < day
                        """).update();
        jdbc.sql("""
                        update organisation.organisation set version = version + 1
                        where id in (select target from organisation_written where not is_new)
                        """).update();
    }

    private void writeCodes() {
        jdbc.sql("""
                        delete from organisation.organisation_code c using organisation_written w
                        where c.organisation_id = w.target and w.code <> c.code and lower(c.valid) >= w.day
                        """).update();
        jdbc.sql("""
                        update organisation.organisation_code c set valid = daterange(lower(c.valid), w.day)
                        from organisation_written w
                        where c.organisation_id = w.target and w.code <> c.code and c.valid @> w.day
                        """).update();
        jdbc.sql("""
                        insert into organisation.organisation_code (organisation_id, valid, code)
                        select w.target, daterange(coalesce(w.starts, w.day), case when is_new then ended_on + 1 end), w.code
                        from organisation_written w
                        where w.code is not null and not exists (select 1 from organisation.organisation_code c
                            where c.organisation_id = w.target and c.code = w.code and c.valid @> coalesce(w.starts, w.day))
                        """).update();
    }

    private void close() {
        jdbc.sql("""
                        update organisation.organisation_version v set valid = daterange(lower(v.valid), w.ended_on + 1)
                        from organisation_written w
                        where v.organisation_id = w.target and not w.is_new and w.ended_on is not null and upper_inf(v.valid)
                        """).update();
        codes.endWith("select target, ended_on from organisation_written where not is_new and ended_on is not null");
        jdbc.sql("""
                        insert into organisation.closing (organisation_id, last_day)
                        select target, ended_on from organisation_written where ended_on is not null
                        on conflict (organisation_id) do nothing
                        """).update();
    }
}
