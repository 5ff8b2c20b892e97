package vn.partyregister.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Rulebook;

/** Who attends a class: registered, taken off the list, and told how it ended for them. */
@Service
@Transactional
public class Participants {
    private static final int SHOWN_DIGITS = 3;

    private final Classes classes;
    private final Probationers probationers;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final Seal seal;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Participants(
            Classes classes,
            Probationers probationers,
            Rulebook rulebook,
            BusinessDay businessDay,
            Seal seal,
            JdbcTemplate batches,
            JdbcClient jdbc) {
        this.classes = classes;
        this.probationers = probationers;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.seal = seal;
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Registers people who are no members: all of them, or nobody. */
    public int register(TrainingClassId id, List<NewParticipant> people, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireFor(ClassKind.AWARENESS);
        if (people.isEmpty()) {
            throw new RuleBroken("training.nobody-named");
        }
        var today = businessDay.today();
        requireSentFromBelow(held, people, today);
        requireNoMembers(held, people);
        var fresh = people.stream().map(this::registered).toList();
        insert(held, fresh, today);
        requireAll(fresh);
        classes.note("training.registered", held, null, Map.of("people", people.size()));
        return people.size();
    }

    private Registered registered(NewParticipant person) {
        var number = person.citizenNumber();
        return new Registered(
                ParticipantId.next().id(),
                person,
                PersonName.of(person.fullName()),
                number == null ? null : seal.seal(number),
                number == null ? null : seal.hash(number),
                number == null ? null : number.substring(number.length() - SHOWN_DIGITS));
    }

    /** Who is registered already is passed over here, and found missing afterwards. */
    private void insert(TrainingClass held, List<Registered> people, LocalDate today) {
        batches.batchUpdate("""
                insert into training.participant (id, class_id, organisation_id, seen_on, full_name, family_name,
                    middle_name, given_name, born_earliest, born_precision, citizen_number_sealed,
                    citizen_number_hash, citizen_number_end, registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, people, people.size(), (row, one) -> {
            row.setObject(1, one.id());
            row.setObject(2, held.id().id());
            row.setObject(3, one.told().sentBy().id());
            row.setObject(4, today);
            row.setString(5, one.name().full());
            row.setString(6, one.name().family());
            row.setString(7, one.name().middle());
            row.setString(8, one.name().given());
            row.setObject(9, one.told().born().earliest());
            row.setString(10, one.told().born().precision().name());
            row.setBytes(11, one.sealed());
            row.setBytes(12, one.hash());
            row.setString(13, one.end());
            row.setString(14, Author.current().username());
        });
    }

    private void requireAll(List<Registered> people) {
        var known = Set.copyOf(jdbc.sql("select id from training.participant where id = any(:ids)")
                .param("ids", people.stream().map(Registered::id).toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
        people.stream().filter(one -> !known.contains(one.id())).findFirst().ifPresent(twice -> {
            throw new RuleBroken("training.registered-already", twice.told().fullName());
        });
    }

    private void requireSentFromBelow(TrainingClass held, List<NewParticipant> people, LocalDate today) {
        var below = Set.copyOf(jdbc.sql("""
                        select descendant_id from organisation.ancestry where ancestor_id = :organiser
                            and descendant_id = any(:senders) and valid @> cast(:today as date)
                        """)
                .param("organiser", held.organisation().id())
                .param(
                        "senders",
                        people.stream().map(one -> one.sentBy().id()).distinct().toArray(UUID[]::new))
                .param("today", today)
                .query((row, _) -> row.getObject("descendant_id", UUID.class))
                .list());
        people.stream().filter(one -> !below.contains(one.sentBy().id())).findFirst().ifPresent(elsewhere -> {
            throw new RuleBroken("training.sent-from-elsewhere", elsewhere.fullName());
        });
    }

    private void requireNoMembers(TrainingClass held, List<NewParticipant> people) {
        var hashes = new HashMap<String, NewParticipant>();
        people.forEach(one -> {
            if (one.citizenNumber() != null) {
                hashes.put(HexFormat.of().formatHex(seal.hash(one.citizenNumber())), one);
            }
        });
        jdbc.sql("""
                        select encode(m.citizen_number_hash, 'hex') as hash from member.member m
                        join membership.standing s on s.member_id = m.id
                        where m.citizen_number_hash in (select decode(told.hash, 'hex') from unnest(:hashes) as told (hash))
                            and s.valid @> cast(:day as date)
                        """)
                .param("hashes", hashes.keySet().toArray(String[]::new))
                .param("day", held.fromOn())
                .query((row, _) -> hashes.get(row.getString("hash")))
                .list()
                .stream()
                .findFirst()
                .ifPresent(member -> {
                    throw new RuleBroken("training.is-a-member", member.fullName());
                });
    }

    /** Registers members on probation, chosen from the register; who is registered already stays so. */
    public int registerMembers(TrainingClassId id, Collection<MemberId> members, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireFor(ClassKind.NEW_MEMBER);
        if (members.isEmpty()) {
            throw new RuleBroken("training.nobody-named");
        }
        var unfit = probationers.unfit(held, members, scope);
        if (!unfit.isEmpty()) {
            throw new RuleBroken(
                    rulebook.on(held.fromOn())
                            .text("status-for-a-new-member-class")
                            .source(),
                    "training.not-on-probation",
                    String.join(", ", unfit));
        }
        var added = probationers.register(held, members, scope);
        classes.note("training.members-registered", held, null, Map.of("people", added));
        return added;
    }

    /** Takes somebody off the list who was registered by mistake or never came. */
    public TrainingClassId takeOff(ParticipantId id, String why, Scope scope) {
        var held = classes.hold(classOf(id), scope).requireNotCancelled();
        var taken = jdbc.sql("""
                        update training.participant set left_at = now(), left_by = :username, left_why = :why
                        where id = :id and id in (select a.id from training.attendance a where a.certificate_id is null)
                        """)
                .param("username", Author.current().username())
                .param("why", why)
                .param("id", id.id())
                .update();
        if (taken == 0) {
            throw new RuleBroken("training.certified-participant");
        }
        classes.note("training.taken-off", held, null, Map.of("participant", id, "why", why));
        return held.id();
    }

    /** Tells how the class ended for some; what was told before stays in the table. */
    public int end(
            TrainingClassId id, Collection<UUID> participants, Outcome outcome, @Nullable String why, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireEndedBy(businessDay.today());
        if (participants.isEmpty()) {
            throw new RuleBroken("training.nobody-chosen");
        }
        if (outcome == Outcome.NOT_FINISHED && why == null) {
            throw new RuleBroken("training.why-not-finished");
        }
        var certified = jdbc.sql("""
                        select string_agg(full_name, ', ' order by full_name) from training.attendance
                        where class_id = :class and id = any(:participants) and certificate_id is not null
                        """)
                .param("class", id.id())
                .param("participants", participants.toArray(UUID[]::new))
                .query((row, _) -> row.getString(1))
                .list();
        if (certified.getFirst() != null) {
            throw new RuleBroken("training.outcome-is-certified", certified.getFirst());
        }
        return tell(held, "id = any(:participants)", participants, outcome, outcome == Outcome.FINISHED ? null : why);
    }

    /** Everybody of whom nothing was told has finished. */
    public int finishRest(TrainingClassId id, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireEndedBy(businessDay.today());
        return tell(held, "outcome is null and cardinality(:participants) = 0", List.of(), Outcome.FINISHED, null);
    }

    private int tell(
            TrainingClass held, String which, Collection<UUID> participants, Outcome outcome, @Nullable String why) {
        var told = jdbc.sql("""
                        insert into training.outcome (participant_id, outcome, why, recorded_by)
                        select id, :outcome, :why, :username from training.attendance where class_id = :class and %s
                        """.formatted(which))
                .param("class", held.id().id())
                .param("participants", participants.toArray(UUID[]::new))
                .param("outcome", outcome.name())
                .param("why", why)
                .param("username", Author.current().username())
                .update();
        if (told < participants.size()) {
            throw new NotFound("training.unknown-participant");
        }
        classes.note(
                "training.ended",
                held,
                null,
                Map.of("outcome", outcome, "people", told, "why", why == null ? "" : why));
        return told;
    }

    private TrainingClassId classOf(ParticipantId id) {
        return jdbc.sql("select class_id from training.attendance where id = :id")
                .param("id", id.id())
                .query((row, _) -> new TrainingClassId(row.getObject("class_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("training.unknown-participant"));
    }

    /** Somebody who is being registered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Registered(
            UUID id,
            NewParticipant told,
            PersonName name,
            byte @Nullable [] sealed,
            byte @Nullable [] hash,
            @Nullable String end) {}
}
