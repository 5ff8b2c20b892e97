package vn.partyregister.training;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.VietnameseText;
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
    private final JdbcClient jdbc;

    Participants(
            Classes classes,
            Probationers probationers,
            Rulebook rulebook,
            BusinessDay businessDay,
            Seal seal,
            JdbcClient jdbc) {
        this.classes = classes;
        this.probationers = probationers;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.seal = seal;
        this.jdbc = jdbc;
    }

    /** Registers people who are no members: all of them, or nobody. */
    public int register(TrainingClassId id, List<NewParticipant> people, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireFor(ClassKind.AWARENESS);
        if (people.isEmpty()) {
            throw new RuleBroken("training.nobody-named");
        }
        people.forEach(person -> register(held, person));
        classes.note("training.registered", held, null, Map.of("people", people.size()));
        return people.size();
    }

    /** Whoever of a list could not be registered, line by line beside what could not be read; nobody is registered. */
    public ParticipantLines.Read judged(TrainingClassId id, ParticipantLines.Read read, Scope scope) {
        var held = classes.hold(id, scope).requireNotCancelled().requireFor(ClassKind.AWARENESS);
        var wrong = new ArrayList<>(read.wrong());
        var known = new HashSet<String>();
        for (var at = 0; at < read.people().size(); at++) {
            var person = read.people().get(at);
            var line = read.lines().get(at);
            var key = refusal(held, person)
                    .or(() -> Optional.of("training.twice-in-the-list").filter(_ -> !known.add(identity(person))));
            key.ifPresent(why -> wrong.add(new PastedLine.Wrong(line, why, List.of(person.fullName()))));
        }
        wrong.sort(Comparator.comparingInt(PastedLine.Wrong::line));
        return new ParticipantLines.Read(read.people(), read.lines(), wrong);
    }

    private static String identity(NewParticipant person) {
        var number = person.citizenNumber();
        return number == null ? VietnameseText.folded(person.fullName()) + " " + person.born() : number;
    }

    private Optional<String> refusal(TrainingClass held, NewParticipant person) {
        var hash = hash(person);
        if (!isSentFromBelow(held, person, businessDay.today())) {
            return Optional.of("training.sent-from-elsewhere");
        }
        if (hash != null && isMember(hash, held.fromOn())) {
            return Optional.of("training.is-a-member");
        }
        return isRegistered(held, person, hash) ? Optional.of("training.registered-already") : Optional.empty();
    }

    private byte @Nullable [] hash(NewParticipant person) {
        return person.citizenNumber() == null ? null : seal.hash(person.citizenNumber());
    }

    private void register(TrainingClass held, NewParticipant person) {
        var today = businessDay.today();
        var number = person.citizenNumber();
        var hash = hash(person);
        refusal(held, person).ifPresent(why -> {
            throw new RuleBroken(why, person.fullName());
        });
        var name = PersonName.of(person.fullName());
        var added = jdbc.sql("""
                        insert into training.participant (id, class_id, organisation_id, seen_on, full_name, family_name,
                            middle_name, given_name, born_earliest, born_precision, citizen_number_sealed,
                            citizen_number_hash, citizen_number_end, registered_by)
                        values (:id, :class, :organisation, :today, :name, :family, :middle, :given, :born, :precision,
                            :sealed, :hash, :end, :username) on conflict do nothing
                        """)
                .param("id", ParticipantId.next().id())
                .param("class", held.id().id())
                .param("organisation", person.sentBy().id())
                .param("today", today)
                .param("name", name.full())
                .param("family", name.family())
                .param("middle", name.middle())
                .param("given", name.given())
                .param("born", person.born().earliest())
                .param("precision", person.born().precision().name())
                .param("sealed", number == null ? null : seal.seal(number), Types.BINARY)
                .param("hash", hash, Types.BINARY)
                .param("end", number == null ? null : number.substring(number.length() - SHOWN_DIGITS))
                .param("username", Author.current().username())
                .update();
        if (added == 0) {
            throw new RuleBroken("training.registered-already", person.fullName());
        }
    }

    private boolean isSentFromBelow(TrainingClass held, NewParticipant person, LocalDate today) {
        return jdbc.sql("""
                        select exists (select from organisation.ancestry where ancestor_id = :organiser
                            and descendant_id = :sender and valid @> cast(:today as date))
                        """)
                .param("organiser", held.organisation().id())
                .param("sender", person.sentBy().id())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    private boolean isRegistered(TrainingClass held, NewParticipant person, byte @Nullable [] hash) {
        return jdbc.sql("""
                        select exists (select from training.participant p where p.class_id = :class and p.left_at is null
                            and (p.citizen_number_hash = :hash or p.citizen_number_hash is null and cast(:hash as bytea) is null
                                and p.name_folded = :name and p.born_earliest = :born and p.born_precision = :precision))
                        """)
                .param("class", held.id().id())
                .param("hash", hash, Types.BINARY)
                .param("name", VietnameseText.folded(person.fullName()))
                .param("born", person.born().earliest())
                .param("precision", person.born().precision().name())
                .query(Boolean.class)
                .single();
    }

    private boolean isMember(byte[] hash, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from member.member m join membership.standing s on s.member_id = m.id
                            where m.citizen_number_hash = :hash and s.valid @> cast(:day as date))
                        """)
                .param("hash", hash)
                .param("day", day)
                .query(Boolean.class)
                .single();
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
}
