package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.FollowsReorganisation;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;

/**
 * Members of this register who are with an organisation only for a time, or keep in touch with it where they live, go along
 * when it goes into another: the stay is cut on the day before and goes on there, by the same letter. Who is at home with the one
 * that follows is nobody's guest any more, and is told, as is who is with one that goes into none.
 */
@Component
@Order(2)
class StaysMoveAlong implements FollowsReorganisation {
    /** Both ends of a stay in one line: the part before, its last day as it was, and who takes them in from the day on. */
    private static final String MOVING = """
            select f.id, f.member_id, f.organisation_id as from_id, going.into_id, upper(f.valid) as until
            from %s f
            join unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as going (gone_id, into_id) on going.gone_id = f.organisation_id
            where f.withdrawn_at is null and lower(f.valid) < :day and (upper_inf(f.valid) or upper(f.valid) > :day)
            and not exists (select from membership.standing home where home.member_id = f.member_id
                and home.valid @> cast(:day as date) and (home.organisation_id = going.into_id or home.organisation_id in
                    (select other.gone_id from unnest(cast(:merged as uuid[]), cast(:successors as uuid[])) as other (gone_id, into_id)
                     where other.into_id = going.into_id)))
            """;

    private static final String STAYING = """
            select f.organisation_id from %s f
            where f.organisation_id = any(:ended) and f.withdrawn_at is null and f.valid && daterange(:day, null)
            and f.id not in (select id from (%s) m)
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    StaysMoveAlong(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String part() {
        return "membership.reorganisation";
    }

    @Override
    public List<Consequence> foresee(Reorganised event) {
        var found = new ArrayList<Consequence>();
        for (var kind : Kind.values()) {
            barPlacesWithoutMembers(kind, event, found);
            var moving = moving(kind, event).size();
            if (moving > 0) {
                found.add(Consequence.tells(kind.moves, moving));
            }
            var staying = event.named(ask(STAYING.formatted(kind.table, MOVING.formatted(kind.table)), event));
            if (!staying.isEmpty()) {
                found.add(Consequence.warns(
                        kind.stays,
                        staying.size(),
                        Consequence.named(staying.stream().distinct().toList())));
            }
        }
        return found;
    }

    /** Guests are with cells alone, as members are. */
    private void barPlacesWithoutMembers(Kind kind, Reorganised event, List<Consequence> found) {
        var barren = event.after().entrySet().stream()
                .filter(one -> !one.getValue().holdsMembers())
                .map(one -> one.getKey().id())
                .toList();
        moving(kind, event).stream()
                .map(Moving::intoId)
                .filter(barren::contains)
                .distinct()
                .forEach(into -> found.add(Consequence.bars("membership.reorganisation.hosts-none", event.name(into))));
    }

    private List<Moving> moving(Kind kind, Reorganised event) {
        return ask(MOVING.formatted(kind.table) + " order by f.id", event)
                .query(new RecordRows<>(Moving.class))
                .list();
    }

    /** Whoever ends, extends or withdraws one of them meanwhile waits. */
    @Override
    public void hold(Reorganised event) {
        for (var kind : Kind.values()) {
            ask("""
                    select 1 from member.member where id in (select member_id from (%s) m
                        union select member_id from %s where reorganisation_id = :id)
                    order by id for no key update
                    """.formatted(MOVING.formatted(kind.table), kind.table), event)
                    .query((row, _) -> row.getInt(1))
                    .list();
        }
    }

    @Override
    public void follow(Reorganised event) {
        for (var kind : Kind.values()) {
            var moving = moving(kind, event);
            if (!moving.isEmpty()) {
                cut(kind, moving, event.day());
                goOn(kind, moving, event);
                writeDown(kind, "reorganised", moving);
            }
        }
    }

    private void cut(Kind kind, List<Moving> moving, LocalDate day) {
        jdbc.sql("update %s set valid = daterange(lower(valid), :day) where id = any(:ids)".formatted(kind.table))
                .param("day", day)
                .param("ids", ids(moving))
                .update();
    }

    private void goOn(Kind kind, List<Moving> moving, Reorganised event) {
        jdbc.sql("""
                        insert into %1$s (id, valid, organisation_id, follows_id, reorganisation_id, recorded_by, %2$s)
                        select uuidv7(), daterange(:day, cast(going.until as date)), going.into_id, f.id, :id, :by, %3$s
                        from unnest(cast(:ids as uuid[]), cast(:into as uuid[]), cast(:until as text[])) as going (id, into_id, until)
                        join %1$s f on f.id = going.id
                        """.formatted(kind.table, kind.kept, kind.taken))
                .param("id", event.id().id())
                .param("day", event.day())
                .param("by", Author.current().username())
                .param("ids", ids(moving))
                .param("into", moving.stream().map(Moving::intoId).toArray(UUID[]::new))
                .param("until", lastDays(moving))
                .update();
    }

    /** What was done with one of them since, and who was taken in where nothing is once it is taken back. */
    @Override
    public List<Consequence> restingOn(Reorganised event) {
        var resting = jdbc.sql("""
                        select count(*) from (
                            select f.id from membership.dated_fact f join membership.dated_fact before on before.id = f.follows_id
                            where f.reorganisation_id = :id and f.ended_at is not distinct from before.ended_at
                                and f.extended <> before.extended
                            union select f.id from membership.dated_fact f join membership.dated_fact before on before.id = f.follows_id
                            where f.reorganisation_id = :id and f.ended_at is distinct from before.ended_at
                            union select f.id from membership.dated_fact f where f.reorganisation_id = :id and f.withdrawn_at is not null
                            union select f.id from membership.dated_fact f where f.organisation_id = any(:begun)
                                and f.reorganisation_id is distinct from :id and f.withdrawn_at is null
                            union select l.id from membership.residence_link l join membership.residence_link before on before.id = l.follows_id
                            where l.reorganisation_id = :id and (l.withdrawn_at is not null or l.ended_at is distinct from before.ended_at
                                or exists (select from membership.residence_comment c where c.link_id = l.id and c.withdrawn_at is null))
                            union select l.id from membership.residence_link l where l.organisation_id = any(:begun)
                                and l.reorganisation_id is distinct from :id and l.withdrawn_at is null) resting
                        """)
                .param("id", event.id().id())
                .param("begun", event.begunIds())
                .query(Integer.class)
                .single();
        return resting == 0 ? List.of() : List.of(Consequence.bars("membership.reorganisation.stays-rest", resting));
    }

    /** The part that went on is withdrawn, and the one before lasts as long again as it did. */
    @Override
    public void takeBack(Reorganised event, String reason) {
        for (var kind : Kind.values()) {
            var moved = jdbc.sql("""
                            update %s set withdrawn_at = now(), withdrawn_by = :by, withdrawn_why = :reason
                            where reorganisation_id = :id and withdrawn_at is null
                            returning follows_id as id, member_id, organisation_id as from_id, organisation_id as into_id, upper(valid) as until
                            """.formatted(kind.table))
                    .param("id", event.id().id())
                    .param("by", Author.current().username())
                    .param("reason", reason)
                    .query(new RecordRows<>(Moving.class))
                    .list();
            jdbc.sql("""
                            update %s f set valid = daterange(lower(f.valid), cast(back.until as date))
                            from unnest(cast(:ids as uuid[]), cast(:until as text[])) as back (id, until) where f.id = back.id
                            """.formatted(kind.table))
                    .param("ids", ids(moved))
                    .param("until", lastDays(moved))
                    .update();
            writeDown(kind, "reorganisation-reversed", moved);
        }
    }

    private void writeDown(Kind kind, String what, List<Moving> moved) {
        audit.changedAll(
                kind.act + "-" + what,
                "member",
                moved.stream()
                        .map(one -> new Changed(one.memberId(), one.intoId(), null, Map.of("stay", one.id())))
                        .toList());
    }

    private StatementSpec ask(String sql, Reorganised event) {
        return jdbc.sql(sql)
                .param("id", event.id().id())
                .param("day", event.day())
                .param("ended", event.endedIds())
                .param("merged", event.mergedIds())
                .param("successors", event.successorIds());
    }

    private static UUID[] ids(List<Moving> moving) {
        return moving.stream().map(Moving::id).toArray(UUID[]::new);
    }

    private static @Nullable String[] lastDays(List<Moving> moving) {
        return moving.stream()
                .map(one -> one.until() == null ? null : one.until().toString())
                .toArray(String[]::new);
    }

    /** What somebody may be to an organisation without belonging there. */
    private enum Kind {
        TAKEN_IN(
                "membership.dated_fact",
                "member.fact",
                "membership.reorganisation.hosts-move",
                "membership.reorganisation.hosts",
                "begun_on, member_id, kind, decision_id, extended, ended_at, ended_by",
                "coalesce(f.begun_on, lower(f.valid)), f.member_id, f.kind, f.decision_id, f.extended, f.ended_at, f.ended_by"),
        IN_TOUCH(
                "membership.residence_link",
                "member.residence",
                "membership.reorganisation.residences-move",
                "membership.reorganisation.residences",
                "member_id, mode, responsible, letter_id, ended_at, ended_by",
                "f.member_id, f.mode, f.responsible, f.letter_id, f.ended_at, f.ended_by");

        private final String table;
        private final String act;
        private final String moves;
        private final String stays;
        private final String kept;
        private final String taken;

        Kind(String table, String act, String moves, String stays, String kept, String taken) {
            this.table = table;
            this.act = act;
            this.moves = moves;
            this.stays = stays;
            this.kept = kept;
            this.taken = taken;
        }
    }

    /** @param until the day after the last one; null while none is known */
    private record Moving(
            UUID id,
            UUID memberId,
            UUID fromId,
            UUID intoId,
            @Nullable LocalDate until) {}
}
