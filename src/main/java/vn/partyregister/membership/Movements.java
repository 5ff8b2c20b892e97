package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.MovementStore.Line;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/** Enters what happens to members of the register, each act with its decision. Standings follow in the same transaction. */
@Service
@Transactional
public class Movements {
    private final MovementStore store;
    private final FactsOfMembers facts;
    private final MovementJudgement judgement;
    private final Standings standings;
    private final Members members;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final LateEntries late;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Movements(
            MovementStore store,
            FactsOfMembers facts,
            MovementJudgement judgement,
            Standings standings,
            Members members,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            LateEntries late,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.facts = facts;
        this.judgement = judgement;
        this.standings = standings;
        this.members = members;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.late = late;
        this.audit = audit;
        this.events = events;
    }

    /** Enters an act of one member. */
    public void record(MemberId member, Act act, Scope scope) {
        record(List.of(member), act, scope);
    }

    /** Enters an act of one member; where the last thing told of them is that such an entry was taken back, it stands in for it. */
    void recordAnew(MemberId member, Act act, Scope scope) {
        record(
                member,
                store.lastTakenBack(member, act.kind()).map(act::correcting).orElse(act),
                scope);
    }

    /** Refuses what {@link #record} would refuse now, for whoever is to enter it later; nobody else writes of them until then. */
    public void requirePossible(MemberId member, Act act, Scope scope) {
        facts.hold(List.of(member));
        var refused = refusals(List.of(member), act, scope).get(member);
        if (refused != null) {
            throw refused;
        }
    }

    /** Why an act cannot be entered of which of these members; of the others it can. Refused where it can be of nobody. */
    Map<MemberId, Refusal> refusals(Collection<MemberId> concerned, Act act, Scope scope) {
        judgement.requirePossible(act, scope);
        var refusals = new LinkedHashMap<MemberId, Refusal>();
        concerned.forEach(member -> refusals.put(member, new NotFound("member.unknown")));
        facts.on(concerned, act.kind(), act.day(), scope, businessDay.today())
                .forEach(known -> judgement
                        .refusal(known, act)
                        .ifPresentOrElse(
                                refused -> refusals.put(known.member(), refused),
                                () -> refusals.remove(known.member())));
        return refusals;
    }

    /** The first day on which a probationer may become official. */
    @Transactional(readOnly = true)
    public LocalDate endOfProbation(MemberId member, Scope scope) {
        var today = businessDay.today();
        return standings
                .requireKnown(member, scope, today)
                .probationSince()
                .plus(rulebook.on(today).probation().value());
    }

    /** The closed periods that an act of a member would come too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(MemberId member, Act act, Scope scope) {
        return lateFor(List.of(member), act, scope);
    }

    /** The closed periods that an act of many members would come too late for. */
    List<ClosedPeriod> lateFor(List<MemberId> members, Act act, Scope scope) {
        var places = facts.on(members, act.kind(), act.day(), scope, businessDay.today()).stream()
                .flatMap(known -> places(known.standsIn(), act).stream())
                .collect(Collectors.toSet());
        return late.periods(act.day(), places);
    }

    /** The closed periods that somebody who comes to an organisation on a day comes too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(OrganisationId organisation, LocalDate day) {
        return late.periods(day, Set.of(organisation));
    }

    /** Enters an act of all of these members, or of none. */
    void record(List<MemberId> concerned, Act act, Scope scope) {
        var known = judged(concerned, act, scope);
        var decision = act.decision();
        append(
                known,
                act,
                decision == null
                        ? null
                        : decisions
                                .issuer(
                                        decision,
                                        known.stream()
                                                .map(one -> about(one, act))
                                                .filter(Objects::nonNull)
                                                .distinct()
                                                .toList())
                                .orElse(null));
    }

    /**
     * Enters an act of all of these members, or of none.
     *
     * @param issuer whose decision it is, recognised before; null where the issuer is known only by name
     */
    void record(List<MemberId> concerned, Act act, @Nullable OrganisationId issuer, Scope scope) {
        append(judged(concerned, act, scope), act, issuer);
    }

    private List<MemberFacts> judged(List<MemberId> concerned, Act act, Scope scope) {
        facts.hold(concerned);
        judgement.requirePossible(act, scope);
        var known = facts.on(concerned, act.kind(), act.day(), scope, businessDay.today());
        if (known.size() < concerned.size()) {
            throw new NotFound("member.unknown");
        }
        known.forEach(one -> judgement.refusal(one, act).ifPresent(refused -> {
            throw refused;
        }));
        return known;
    }

    /** The first entry of somebody whom the register did not know. */
    void begin(MemberId member, Act act) {
        var decision = act.decision();
        var to = Objects.requireNonNull(act.to());
        var entries = store.append(
                act, List.of(new Line(member, null, false)), decision == null ? null : decisions.note(decision, to));
        late.note(act.day(), Map.of(entries.getFirst(), Set.of(to)));
        events.publishEvent(new MembersTold(List.of(member)));
        audit.changed("member.moved", new Subject("member", member.id(), to.id()), null, told(act));
    }

    private void append(List<MemberFacts> known, Act act, @Nullable OrganisationId issuer) {
        var decision = act.decision();
        var entries = store.append(
                act,
                known.stream().map(one -> line(one, act)).toList(),
                decision == null ? null : decisions.noteBy(decision, issuer));
        var places = new LinkedHashMap<MovementId, Set<OrganisationId>>();
        for (var one = 0; one < entries.size(); one++) {
            places.put(entries.get(one), places(known.get(one).standsIn(), act));
        }
        late.note(act.day(), places);
        if (act.kind() == MovementKind.RECOGNISED) {
            members.becameOfficial(known.stream().map(MemberFacts::member).toList(), act.day());
        }
        events.publishEvent(
                new MembersTold(known.stream().map(MemberFacts::member).toList()));
        var told = told(act);
        audit.changedAll(
                "member.moved",
                "member",
                known.stream()
                        .map(one -> new Changed(one.member().id(), id(about(one, act)), null, told))
                        .toList());
    }

    private static Set<OrganisationId> places(@Nullable OrganisationId standsIn, Act act) {
        return Stream.of(Optional.ofNullable(standsIn), Optional.ofNullable(act.to()))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The organisation an act of somebody is about: where they stand, or where they come to. */
    private static @Nullable OrganisationId about(MemberFacts known, Act act) {
        return known.standsIn() == null ? act.to() : known.standsIn();
    }

    private static @Nullable UUID id(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.id();
    }

    private static Line line(MemberFacts known, Act act) {
        var last = known.last();
        return new Line(
                known.member(),
                switch (act.kind().turn()) {
                    case GOES -> known.standsIn();
                    case STAYS -> act.to() == null ? null : known.standsIn();
                    case COMES -> null;
                },
                act.kind() == MovementKind.ADMITTED && last != null && last.kind() != MovementKind.ADMISSION_CANCELLED);
    }

    private static Map<String, Object> told(Act act) {
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", act.kind());
        told.put("on", act.day());
        putIfGiven(told, "to", act.to());
        putIfGiven(told, "ground", act.ground());
        putIfGiven(told, "elsewhere", act.elsewhere());
        putIfGiven(told, "decision", act.decision());
        putIfGiven(told, "corrects", act.corrects());
        return told;
    }

    private static void putIfGiven(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }
}
