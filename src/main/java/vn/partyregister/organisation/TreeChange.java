package vn.partyregister.organisation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.partyregister.organisation.Plan.Line;
import vn.partyregister.organisation.TreeBefore.What;

/**
 * Writes the new tree of a reorganisation, and puts the old one back. First what becomes of each organisation is written
 * down for good; all else follows from that by a few statements, however many organisations there are.
 */
@Repository
class TreeChange {
    private static final String VERSION_CHANGES = """
            (r.after_name is null or (r.before_name, r.before_type, r.before_kind, r.before_parent_id)
                is distinct from (r.after_name, r.after_type, r.after_kind, r.after_parent_id))
            """;

    /** That each version stands below one that was there all the while: asked when all of them are written. */
    private static final String PARENTS = "organisation.organisation_version_parent_id_valid_fkey";

    private final JdbcClient jdbc;
    private final Ancestry ancestry;
    private final ActJournal acts;

    TreeChange(JdbcClient jdbc, Ancestry ancestry, ActJournal acts) {
        this.jdbc = jdbc;
        this.ancestry = ancestry;
        this.acts = acts;
    }

    void make(Plan plan, Census census, Reorganised event) {
        var lines = plan.lines();
        writeDown(lines, census, event.id());
        run("set constraints %s deferred".formatted(PARENTS), event);
        run("""
                update organisation.organisation o set version = version + 1
                from organisation.reorganised r
                where r.reorganisation_id = :id and o.id = r.organisation_id
                """, event);
        run("""
                update organisation.organisation_version v set valid = daterange(lower(v.valid), :day)
                from organisation.reorganised r
                where r.reorganisation_id = :id and v.organisation_id = r.organisation_id and upper_inf(v.valid) and %s
                """.formatted(VERSION_CHANGES), event);
        run("""
                insert into organisation.organisation_version
                    (organisation_id, valid, name, type, kind, parent_id, act, decision_id, reorganisation_id)
                select r.organisation_id, daterange(:day, null), r.after_name, r.after_type, r.after_kind,
                    r.after_parent_id,
                    case when r.before_name is null then 'FOUNDED'
                         when (r.before_type, r.before_kind, r.before_parent_id)
                            is not distinct from (r.after_type, r.after_kind, r.after_parent_id) then 'RENAMED'
                         when (r.before_name, r.before_type, r.before_kind)
                            is not distinct from (r.after_name, r.after_type, r.after_kind) then 'MOVED'
                         when (r.before_name, r.before_parent_id)
                            is not distinct from (r.after_name, r.after_parent_id) then 'TYPE_CHANGED'
                         else 'REORGANISED' end,
                    :decision, :id
                from organisation.reorganised r
                where r.reorganisation_id = :id and r.after_name is not null and %s
                """.formatted(VERSION_CHANGES), event);
        run("""
                insert into organisation.closing (organisation_id, last_day, decision_id, reorganisation_id)
                select r.organisation_id, cast(:day as date) - 1, :decision, :id from organisation.reorganised r
                where r.reorganisation_id = :id and r.after_name is null
                """, event);
        changeCodes(event);
        succeed(event);
        acts.noteAll(event);
        run("set constraints %s immediate".formatted(PARENTS), event);
        ancestry.follow(lines.stream().map(line -> line.id().id()).toList());
    }

    private void changeCodes(Reorganised event) {
        run("""
                update organisation.organisation_code c set valid = daterange(lower(c.valid), :day)
                from organisation.reorganised r
                where r.reorganisation_id = :id and c.organisation_id = r.organisation_id
                and c.valid @> cast(:day as date) and r.after_code is distinct from r.before_code
                """, event);
        run("""
                insert into organisation.organisation_code (organisation_id, valid, code)
                select r.organisation_id, daterange(:day, null), r.after_code from organisation.reorganised r
                where r.reorganisation_id = :id and r.after_code is not null
                and r.after_code is distinct from r.before_code
                """, event);
    }

    private void succeed(Reorganised event) {
        jdbc.sql("""
                        insert into organisation.succession (reorganisation_id, predecessor_id, successor_id, manner)
                        select :id, predecessor, successor, 'MERGED' from unnest(:merged, :into) as m (predecessor, successor)
                        union all
                        select :id, predecessor, successor, 'SPLIT' from unnest(:sources, :splits) as s (predecessor, successor)
                        """)
                .param("id", event.id().id())
                .param("merged", event.mergedIds())
                .param("into", event.successorIds())
                .param(
                        "sources",
                        event.splits().values().stream().map(OrganisationId::id).toArray(UUID[]::new))
                .param(
                        "splits",
                        event.splits().keySet().stream().map(OrganisationId::id).toArray(UUID[]::new))
                .update();
    }

    private void writeDown(List<Line> lines, Census census, ReorganisationId id) {
        jdbc.sql("""
                        insert into organisation.reorganised (reorganisation_id, organisation_id,
                            before_name, before_type, before_kind, before_parent_id, before_code, members_before,
                            after_name, after_type, after_kind, after_parent_id, after_code, members_after)
                        select :id, line.* from unnest(cast(:organisations as uuid[]),
                            cast(:nb as text[]), cast(:tb as text[]), cast(:kb as text[]), cast(:pb as uuid[]),
                            cast(:cb as text[]), cast(:mb as int[]),
                            cast(:na as text[]), cast(:ta as text[]), cast(:ka as text[]), cast(:pa as uuid[]),
                            cast(:ca as text[]), cast(:ma as int[])) as line
                        """)
                .param("id", id.id())
                .param(
                        "organisations",
                        lines.stream().map(line -> line.id().id()).toArray(UUID[]::new))
                .param("nb", texts(lines, line -> text(line.before(), What::name)))
                .param("tb", texts(lines, line -> text(line.before(), What::type)))
                .param("kb", texts(lines, line -> text(line.before(), What::kind)))
                .param("pb", lines.stream().map(line -> parent(line.before())).toArray(UUID[]::new))
                .param("cb", texts(lines, line -> text(line.before(), What::code)))
                .param(
                        "mb",
                        lines.stream()
                                .map(line -> census.beforeOf(line.id()).members())
                                .toArray(Integer[]::new))
                .param("na", texts(lines, line -> text(line.after(), What::name)))
                .param("ta", texts(lines, line -> text(line.after(), What::type)))
                .param("ka", texts(lines, line -> text(line.after(), What::kind)))
                .param("pa", lines.stream().map(line -> parent(line.after())).toArray(UUID[]::new))
                .param("ca", texts(lines, line -> text(line.after(), What::code)))
                .param(
                        "ma",
                        lines.stream()
                                .map(line -> line.after() == null
                                        ? 0
                                        : census.afterOf(line.id()).members())
                                .toArray(Integer[]::new))
                .update();
    }

    /** The old tree again. What was written down of it stays. */
    void takeBack(Reorganised event) {
        var touched = jdbc.sql("select organisation_id from organisation.reorganised where reorganisation_id = :id")
                .param("id", event.id().id())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        run("set constraints %s deferred".formatted(PARENTS), event);
        run("""
                update organisation.organisation o set version = version + 1
                from organisation.reorganised r
                where r.reorganisation_id = :id and o.id = r.organisation_id
                """, event);
        run("delete from organisation.organisation_version where reorganisation_id = :id", event);
        run("""
                update organisation.organisation_version v set valid = daterange(lower(v.valid), null)
                from organisation.reorganised r
                where r.reorganisation_id = :id and v.organisation_id = r.organisation_id and upper(v.valid) = :day and %s
                """.formatted(VERSION_CHANGES), event);
        run("delete from organisation.closing where reorganisation_id = :id", event);
        run("""
                delete from organisation.organisation_code c using organisation.reorganised r
                where r.reorganisation_id = :id and c.organisation_id = r.organisation_id
                and lower(c.valid) = :day and r.after_code is distinct from r.before_code
                """, event);
        run("""
                update organisation.organisation_code c set valid = daterange(lower(c.valid), null)
                from organisation.reorganised r
                where r.reorganisation_id = :id and c.organisation_id = r.organisation_id
                and upper(c.valid) = :day and r.after_code is distinct from r.before_code
                """, event);
        run("set constraints %s immediate".formatted(PARENTS), event);
        ancestry.follow(touched);
    }

    private void run(String sql, Reorganised event) {
        jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("decision", event.decided())
                .update();
    }

    private static @Nullable String text(@Nullable What what, Function<What, @Nullable String> part) {
        return what == null ? null : part.apply(what);
    }

    private static @Nullable UUID parent(@Nullable What what) {
        var parent = what == null ? null : what.parent();
        return parent == null ? null : parent.id();
    }

    private static String[] texts(List<Line> lines, Function<Line, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }
}
