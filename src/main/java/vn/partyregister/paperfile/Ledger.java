package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * The events of paper files: what may be recorded, and its recording. Of one file or of many it is the same judgement.
 * Whoever asks has made sure that the members lie in the scope.
 */
@Component
class Ledger {
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final Supplier<Map<State, Set<Kind>>> steps;

    Ledger(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.steps = SingletonSupplier.of(this::readSteps);
    }

    /** Where these files are, by the names of their members. */
    List<Whereabouts> find(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.id as member_id, m.full_name, coalesce(w.turn, 0) as turn,
                            coalesce(w.state, 'NOT_RECORDED') as state, w.since, w.organisation_id, k.name as organisation,
                            w.place, w.borrower, w.due_on, w.hand_over_id as hand_over
                        from member.member m
                        left join paperfile.whereabouts w on w.member_id = m.id
                        left join lateral (select name from organisation.organisation_version
                            where organisation_id = w.organisation_id
                            order by valid @> cast(:today as date) desc, lower(valid) desc limit 1) k on true
                        where m.id in (:members)
                        order by m.given_name, m.middle_name, m.family_name, m.id
                        """)
                .param("today", businessDay.today())
                .param("members", ids(members))
                .query(new RecordRows<>(Whereabouts.class))
                .list();
    }

    /** As {@link #find}, and nobody else records anything of these files until the transaction ends. */
    List<Whereabouts> hold(Collection<MemberId> members) {
        if (!members.isEmpty()) {
            jdbc.sql("select id from member.member where id in (:members) order by id for no key update")
                    .param("members", ids(members))
                    .query(UUID.class)
                    .list();
        }
        return find(members);
    }

    /** The acts that the state of a file leaves open. */
    Set<Kind> open(State state) {
        return steps.get().getOrDefault(state, Set.of());
    }

    /** Why this cannot be recorded of this file; empty where it can. */
    Optional<RuleBroken> against(Whereabouts file, Kind kind, LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            return Optional.of(new RuleBroken("paperfile.in-the-future", Dates.write(day)));
        }
        var since = file.since();
        if (!open(file.state()).contains(kind)) {
            return Optional.of(new RuleBroken(
                    "paperfile.refused." + file.state(),
                    since == null ? "" : Dates.write(since),
                    file.borrower() == null ? "" : file.borrower()));
        }
        if (since != null && day.isBefore(since)) {
            return Optional.of(new RuleBroken("paperfile.before-the-last", Dates.write(since)));
        }
        return Optional.empty();
    }

    /** Records one event of each of these files. */
    void append(Collection<MemberId> members, Happening happening) {
        var keeper = happening.keeper();
        var handOver = happening.handOver();
        jdbc.sql("""
                        insert into paperfile.event (member_id, turn, kind, happened_on, before, after, previous_on,
                            organisation_id, place, borrower, reason, due_on, hand_over_id, recorded_by)
                        select m.id, coalesce(w.turn, 0) + 1, step.kind, :day, step.before, step.after, w.since,
                            :keeper, :place, :borrower, :reason, :dueOn, :handOver, :username
                        from member.member m
                        left join paperfile.whereabouts w on w.member_id = m.id
                        join paperfile.step step
                            on step.before = coalesce(w.state, 'NOT_RECORDED') and step.kind = :kind
                        where m.id in (:members)
                        """)
                .param("day", happening.day())
                .param("keeper", keeper == null ? null : keeper.id(), java.sql.Types.OTHER)
                .param("place", happening.place(), java.sql.Types.VARCHAR)
                .param("borrower", happening.borrower(), java.sql.Types.VARCHAR)
                .param("reason", happening.reason(), java.sql.Types.VARCHAR)
                .param("dueOn", happening.dueOn(), java.sql.Types.DATE)
                .param("handOver", handOver == null ? null : handOver.id(), java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .param("kind", happening.kind().name())
                .param("members", ids(members))
                .update();
    }

    private static List<UUID> ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::id).toList();
    }

    private Map<State, Set<Kind>> readSteps() {
        var read = new EnumMap<State, Set<Kind>>(State.class);
        jdbc.sql("select before, kind from paperfile.step").query(row -> {
            read.computeIfAbsent(State.valueOf(row.getString("before")), _ -> EnumSet.noneOf(Kind.class))
                    .add(Kind.valueOf(row.getString("kind")));
        });
        return read;
    }
}
