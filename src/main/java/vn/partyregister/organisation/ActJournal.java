package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was done to organisations, act by act: appended to, never changed. */
@Repository
class ActJournal {
    private static final String CLOSED = "CLOSED";

    private final JdbcClient jdbc;

    ActJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It began, or became something else, on the first day of a version. */
    void note(OrganisationId id, @Nullable Version before, Version after, UUID decision) {
        append(id, after.act().name(), after.from(), before, after, decision);
    }

    /** It ended with a day. */
    void noteEnd(OrganisationId id, Version before, LocalDate lastDay, UUID decision) {
        append(id, CLOSED, lastDay, before, null, decision);
    }

    private void append(
            OrganisationId id,
            String kind,
            LocalDate day,
            @Nullable Version before,
            @Nullable Version after,
            UUID decision) {
        jdbc.sql("""
                        insert into organisation.act (organisation_id, kind, day, decision_id,
                            before_name, before_type, before_kind, before_parent_id, before_code,
                            after_name, after_type, after_kind, after_parent_id, after_code)
                        select :id, :act, :day, :decision, b.*, case when b.name is not null then c.code end,
                            a.*, case when a.name is not null then c.code end
                        from (values (cast(:name as text), cast(:type as text), cast(:kind as text), cast(:parent as uuid)))
                            as b (name, type, kind, parent)
                        cross join (values (cast(:newName as text), cast(:newType as text), cast(:newKind as text),
                            cast(:newParent as uuid))) as a (name, type, kind, parent)
                        left join organisation.organisation_code c
                            on c.organisation_id = :id and c.valid @> cast(:day as date)
                        """)
                .param("id", id.id())
                .param("act", kind)
                .param("day", day)
                .param("decision", decision)
                .param("name", before == null ? null : before.name())
                .param("type", before == null ? null : before.type())
                .param("kind", before == null ? null : before.kind())
                .param("parent", parent(before))
                .param("newName", after == null ? null : after.name())
                .param("newType", after == null ? null : after.type())
                .param("newKind", after == null ? null : after.kind())
                .param("newParent", parent(after))
                .update();
    }

    /** All that a reorganisation has written down, each organisation by one act. */
    void noteAll(Reorganised event) {
        jdbc.sql("""
                        insert into organisation.act (organisation_id, kind, day, decision_id, reorganisation_id,
                            before_name, before_type, before_kind, before_parent_id, before_code,
                            after_name, after_type, after_kind, after_parent_id, after_code)
                        select organisation_id,
                            case when before_name is null then 'FOUNDED' when after_name is null then 'CLOSED'
                                 when (before_type, before_kind, before_parent_id, before_code)
                                    is not distinct from (after_type, after_kind, after_parent_id, after_code) then 'RENAMED'
                                 when (before_name, before_type, before_kind, before_code)
                                    is not distinct from (after_name, after_type, after_kind, after_code) then 'MOVED'
                                 when (before_name, before_parent_id, before_code)
                                    is not distinct from (after_name, after_parent_id, after_code) then 'TYPE_CHANGED'
                                 when (before_name, before_type, before_kind, before_parent_id)
                                    is not distinct from (after_name, after_type, after_kind, after_parent_id) then 'CODE_CHANGED'
                                 else 'REORGANISED' end,
                            case when after_name is null then cast(:day as date) - 1 else :day end, :decision, :id,
                            before_name, before_type, before_kind, before_parent_id, before_code,
                            after_name, after_type, after_kind, after_parent_id, after_code
                        from organisation.reorganised
                        where reorganisation_id = :id
                        order by organisation_id
                        """)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("decision", event.decided())
                .update();
    }

    private static @Nullable String parent(@Nullable Version version) {
        var parent = version == null ? null : version.parent();
        return parent == null ? null : parent.toString();
    }
}
