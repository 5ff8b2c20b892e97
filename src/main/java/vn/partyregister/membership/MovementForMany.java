package vn.partyregister.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/**
 * One decision about many (một quyết định cho nhiều đảng viên): recognised, moved, struck off … Each is judged and entered
 * as by the form of one; the number of the decision is noted once and is taken by nobody before.
 */
@Component
class MovementForMany implements BulkAct<MovingMany> {
    /** The reason of a reversal is written in the language of the file. */
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Movements movements;
    private final Reversals reversals;
    private final MovementStore store;
    private final Standings standings;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    MovementForMany(
            Movements movements,
            Reversals reversals,
            MovementStore store,
            Standings standings,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            MessageSource messages) {
        this.movements = movements;
        this.reversals = reversals;
        this.store = store;
        this.standings = standings;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "movement";
    }

    @Override
    public Class<MovingMany> terms() {
        return MovingMany.class;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public BulkJudgement judge(Map<MemberId, Place> people, MovingMany terms, Scope scope, LocalDate today) {
        var decision = terms.decision();
        if (decision != null) {
            decisions.requireFree(decision, terms.issuer());
        }
        var leftOut = new HashMap<MemberId, BulkReason>();
        byDay(people, terms, today)
                .forEach((day, members) -> movements
                        .refusals(members, terms.on(day), scope)
                        .forEach((member, refused) -> leftOut.put(member, BulkReason.of(refused))));
        return new BulkJudgement(leftOut, Map.of());
    }

    @Override
    public List<ClosedPeriod> lateFor(Map<MemberId, Place> people, MovingMany terms, Scope scope, LocalDate today) {
        return byDay(people, terms, today).entrySet().stream()
                .flatMap(one -> movements.lateFor(one.getValue(), terms.on(one.getKey()), scope).stream())
                .distinct()
                .toList();
    }

    /** Whoever is on probation still is judged by today, so that the refusal says when it will be over. */
    private Map<LocalDate, List<MemberId>> byDay(Map<MemberId, Place> people, MovingMany terms, LocalDate today) {
        var day = terms.day();
        var probation = rulebook.on(today).probation().value();
        Function<Map.Entry<MemberId, Place>, LocalDate> itsDay = one -> {
            var over = one.getValue().probationSince().plus(probation);
            return day != null ? day : over.isAfter(today) ? today : over;
        };
        return people.entrySet().stream()
                .collect(groupingBy(itsDay, TreeMap::new, mapping(Map.Entry::getKey, toList())));
    }

    @Override
    public void write(Collection<BulkPerson> people, MovingMany terms, Scope scope) {
        var today = businessDay.today();
        byDay(standings.places(members(people), scope, today), terms, today)
                .forEach((day, members) -> movements.record(members, terms.on(day), terms.issuer(), scope));
    }

    @Override
    public BulkJudgement judgeUndo(Collection<BulkPerson> people, MovingMany terms) {
        var entered = entered(people, terms);
        var refusals = reversals.refusals(entered.values());
        var leftOut = new HashMap<MemberId, BulkReason>();
        for (var person : people) {
            var entry = entered.get(person.member());
            if (entry == null) {
                leftOut.put(person.member(), BulkReason.CHANGED_SINCE);
            } else {
                Objects.requireNonNull(refusals.get(entry))
                        .ifPresent(refused -> leftOut.put(person.member(), BulkReason.of(refused)));
            }
        }
        return new BulkJudgement(leftOut, Map.of());
    }

    @Override
    public void undo(Collection<BulkPerson> people, MovingMany terms) {
        var places = people.stream().collect(Collectors.toMap(BulkPerson::member, BulkPerson::organisation));
        reversals.reverse(
                entered(people, terms).values(),
                member -> Objects.requireNonNull(places.get(member)),
                messages.getMessage("membership.bulk.undo-reason", null, VIETNAMESE));
    }

    private Map<MemberId, MovementId> entered(Collection<BulkPerson> people, MovingMany terms) {
        return store.entered(members(people), terms.kind(), noted(terms));
    }

    private @Nullable UUID noted(MovingMany terms) {
        var decision = terms.decision();
        return decision == null ? null : decisions.noteBy(decision, terms.issuer());
    }

    private static List<MemberId> members(Collection<BulkPerson> people) {
        return people.stream().map(BulkPerson::member).toList();
    }
}
