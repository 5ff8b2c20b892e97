package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Organisation in, organisation out. SQL, because an entity cannot hold the dated rows the schema guards. */
@Repository
class OrganisationStore {
    private final JdbcClient jdbc;
    private final TreeLock tree;
    private final OrganisationCodes codes;
    private final Ancestry ancestry;
    private final ActJournal acts;

    OrganisationStore(JdbcClient jdbc, TreeLock tree, OrganisationCodes codes, Ancestry ancestry, ActJournal acts) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.codes = codes;
        this.ancestry = ancestry;
        this.acts = acts;
    }

    void lockTree() {
        tree.own();
    }

    /** The organisation, if it lies in the scope on a day. */
    Organisation get(OrganisationId id, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select o.version, lower(v.valid) as starts, upper(v.valid) as ends, v.name, v.type, v.kind,
                            v.parent_id, v.act
                        from organisation.organisation o
                        join organisation.organisation_version v on v.organisation_id = o.id
                        where o.id = :id and %s
                        order by v.valid desc limit 1
                        """.formatted(scope.condition("o.id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query((row, _) -> new Organisation(id, row.getInt("version"), version(row)))
                .optional()
                .orElseThrow(() -> new NotFound("organisation.unknown"));
    }

    private static Version version(ResultSet row) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new Version(
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("name"),
                row.getString("type"),
                row.getString("kind"),
                parent == null ? null : new OrganisationId(parent),
                Act.valueOf(row.getString("act")));
    }

    void insert(OrganisationId id, Version first, @Nullable String code, UUID decision) {
        jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, :root)")
                .param("id", id.id())
                .param("root", first.parent() == null)
                .update();
        write(id, first, decision);
        if (code != null) {
            jdbc.sql("""
                            insert into organisation.organisation_code (organisation_id, valid, code)
                            values (:id, daterange(:from, null), :code)
                            """)
                    .param("id", id.id())
                    .param("from", first.from())
                    .param("code", code)
                    .update();
        }
        acts.note(id, null, first, decision);
        ancestry.follow(List.of(id.id()));
    }

    /**
     * Ends the last version where the next begins. Where both begin on the same day, the version of that day becomes what
     * came of both; what each of them did, and by which decision, is kept all the same.
     */
    void save(Organisation organisation, Version next, UUID decision) {
        revise(organisation);
        jdbc.sql("set constraints all deferred").update();
        if (next.from().equals(organisation.last().from())) {
            jdbc.sql("""
                            delete from organisation.organisation_version
                            where organisation_id = :id and lower(valid) = :from
                            """)
                    .param("id", organisation.id().id())
                    .param("from", next.from())
                    .update();
            var act = organisation.last().act().then(next.act());
            write(
                    organisation.id(),
                    new Version(next.from(), null, next.name(), next.type(), next.kind(), next.parent(), act),
                    decision);
        } else {
            end(organisation.id(), next.from());
            write(organisation.id(), next, decision);
        }
        jdbc.sql("set constraints all immediate").update();
        acts.note(organisation.id(), organisation.last(), next, decision);
        ancestry.follow(List.of(organisation.id().id()));
    }

    void close(Organisation organisation, LocalDate lastDay, UUID decision) {
        revise(organisation);
        end(organisation.id(), lastDay.plusDays(1));
        codes.endWith(
                "select cast(:id as uuid), cast(:day as date)",
                Map.of("id", organisation.id().id(), "day", lastDay));
        jdbc.sql("""
                        insert into organisation.closing (organisation_id, last_day, decision_id)
                        values (:id, :day, :decision)
                        """)
                .param("id", organisation.id().id())
                .param("day", lastDay)
                .param("decision", decision)
                .update();
        acts.noteEnd(organisation.id(), organisation.last(), lastDay, decision);
        ancestry.follow(List.of(organisation.id().id()));
    }

    private void end(OrganisationId id, LocalDate until) {
        jdbc.sql("""
                        update organisation.organisation_version set valid = daterange(lower(valid), :until)
                        where organisation_id = :id and upper_inf(valid)
                        """).param("id", id.id()).param("until", until).update();
    }

    private void write(OrganisationId id, Version version, UUID decision) {
        jdbc.sql("""
                        insert into organisation.organisation_version
                            (organisation_id, valid, name, type, kind, parent_id, act, decision_id)
                        values (:id, daterange(:from, :until), :name, :type, :kind, cast(:parent as uuid), :act, :decision)
                        """)
                .param("id", id.id())
                .param("from", version.from())
                .param("until", version.until())
                .param("name", version.name())
                .param("type", version.type())
                .param("kind", version.kind())
                .param(
                        "parent",
                        version.parent() == null ? null : version.parent().toString())
                .param("act", version.act().name())
                .param("decision", decision)
                .update();
    }

    private void revise(Organisation organisation) {
        var found = jdbc.sql("""
                        update organisation.organisation set version = version + 1
                        where id = :id and version = :revision
                        """)
                .param("id", organisation.id().id())
                .param("revision", organisation.revision())
                .update();
        if (found == 0) {
            throw new ObjectOptimisticLockingFailureException(
                    Organisation.class, organisation.id().id());
        }
    }

    LocalDate firstDay(OrganisationId id) {
        return jdbc.sql(
                        "select min(lower(valid)) as first from organisation.organisation_version where organisation_id = ?")
                .params(List.of(id.id()))
                .query((row, _) -> row.getObject("first", LocalDate.class))
                .single();
    }

    String typeOn(OrganisationId id, LocalDate day) {
        return jdbc.sql("select type from organisation.organisation_version where organisation_id = ? and valid @> ?")
                .params(List.of(id.id(), day))
                .query((row, _) -> row.getString("type"))
                .single();
    }

    boolean hasRoot() {
        return is("select exists (select 1 from organisation.organisation where is_root)", List.of());
    }

    boolean hasSiblingNamed(@Nullable OrganisationId parent, String name, LocalDate day, @Nullable OrganisationId but) {
        return parent != null
                && is("""
                        select exists (select 1 from organisation.organisation_version
                        where parent_id = ? and name_folded = platform.folded(?) and (upper_inf(valid) or valid @> ?)
                        and organisation_id is distinct from cast(? as uuid))
                        """, java.util.Arrays.asList(parent.id(), name, day, but == null ? null : but.toString()));
    }

    boolean isBelow(OrganisationId organisation, OrganisationId above, LocalDate from) {
        return is("""
                select exists (select 1 from organisation.ancestry
                where descendant_id = ? and ancestor_id = ? and valid && daterange(?, null))
                """, List.of(organisation.id(), above.id(), from));
    }

    boolean hasChildren(OrganisationId id, LocalDate from) {
        return is("""
                select exists (select 1 from organisation.organisation_version
                where parent_id = ? and valid && daterange(?, null))
                """, List.of(id.id(), from));
    }

    boolean isTaken(String code, LocalDate from) {
        return is("""
                select exists (select 1 from organisation.organisation_code where code = ? and valid && daterange(?, null))
                """, List.of(code, from));
    }

    /** The types of those standing directly under it on a day or later. */
    List<String> typesBelow(OrganisationId id, LocalDate from) {
        return jdbc.sql("""
                        select distinct type from organisation.organisation_version
                        where parent_id = ? and valid && daterange(?, null) order by type
                        """)
                .params(List.of(id.id(), from))
                .query((row, _) -> row.getString("type"))
                .list();
    }

    private boolean is(String question, List<?> params) {
        return jdbc.sql(question).params(params).query(Boolean.class).single();
    }
}
