package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.MovementKind.Turn;
import vn.partyregister.membership.MovementStore.Entry;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Takes wrong entries back, with a reason, the last one first: what rests on an entry has to go before it. */
@Service
@Transactional
public class Reversals {
    private final MovementStore store;
    private final FactsOfMembers facts;
    private final Standings standings;
    private final Members members;
    private final BusinessDay businessDay;
    private final LateEntries late;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Reversals(
            MovementStore store,
            FactsOfMembers facts,
            Standings standings,
            Members members,
            BusinessDay businessDay,
            LateEntries late,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.facts = facts;
        this.standings = standings;
        this.members = members;
        this.businessDay = businessDay;
        this.late = late;
        this.audit = audit;
        this.events = events;
    }

    /** Takes an entry of a member back. */
    public void reverse(MemberId member, MovementId id, String reason, Scope scope) {
        var place = standings.requireKnown(member, scope, businessDay.today());
        facts.hold(List.of(member));
        var entry = store.find(List.of(id)).stream()
                .filter(one -> one.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new NotFound("membership.unknown-entry"));
        refusal(entry).ifPresent(refused -> {
            throw refused;
        });
        reverse(List.of(entry), _ -> place.organisation(), reason);
    }

    /** Why which of these entries cannot be taken back; the others can. An entry that does not hold is named, too. */
    Map<MovementId, Optional<RuleBroken>> refusals(Collection<MovementId> ids) {
        var refusals = new HashMap<MovementId, Optional<RuleBroken>>();
        store.find(ids).forEach(entry -> refusals.put(entry.id(), refusal(entry)));
        return refusals;
    }

    /** Takes entries of members back who were judged in the same transaction and are held by it. */
    void reverse(Collection<MovementId> ids, Function<MemberId, OrganisationId> place, String reason) {
        reverse(store.find(ids), place, reason);
    }

    private void reverse(List<Entry> entries, Function<MemberId, OrganisationId> place, String reason) {
        var concerned = concerned(entries);
        var backs = store.reverse(entries.stream().map(Entry::id).toList(), reason);
        var byDay = new HashMap<LocalDate, Map<MovementId, Set<OrganisationId>>>();
        for (var one = 0; one < backs.size(); one++) {
            byDay.computeIfAbsent(entries.get(one).on(), _ -> new LinkedHashMap<>())
                    .put(backs.get(one), concerned.getOrDefault(entries.get(one).id(), Set.of()));
        }
        byDay.forEach(late::note);
        var recognised = entries.stream()
                .filter(entry -> entry.kind() == MovementKind.RECOGNISED)
                .map(Entry::member)
                .toList();
        if (!recognised.isEmpty()) {
            members.areOnProbationAfterAll(recognised);
        }
        events.publishEvent(new MembersTold(entries.stream().map(Entry::member).toList()));
        audit.changedAll(
                "member.entry-reversed",
                "member",
                entries.stream()
                        .map(entry -> new Changed(
                                entry.member().id(),
                                place.apply(entry.member()).id(),
                                Map.of("kind", entry.kind(), "on", entry.on(), "entry", entry.id()),
                                Map.of("reason", reason)))
                        .toList());
    }

    /** The closed periods that taking an entry back comes too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(MemberId member, MovementId id, Scope scope) {
        standings.requireKnown(member, scope, businessDay.today());
        return store.find(List.of(id)).stream()
                .filter(entry -> entry.member().equals(member))
                .flatMap(entry ->
                        late.periods(entry.on(), concerned(List.of(entry)).getOrDefault(id, Set.of())).stream())
                .toList();
    }

    /** Where those of each entry stand on its day, and where it took them from. */
    private Map<MovementId, Set<OrganisationId>> concerned(List<Entry> entries) {
        var concerned = new HashMap<MovementId, Set<OrganisationId>>();
        entries.stream().collect(Collectors.groupingBy(Entry::on)).forEach((day, those) -> {
            var places = standings.places(those.stream().map(Entry::member).toList(), Scope.EVERYTHING, day);
            those.forEach(entry -> concerned.put(
                    entry.id(),
                    Stream.of(
                                    Optional.ofNullable(places.get(entry.member()))
                                            .map(Standings.Place::organisation),
                                    Optional.ofNullable(entry.from()))
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet())));
        });
        return concerned;
    }

    private Optional<RuleBroken> refusal(Entry entry) {
        var later = entry.later();
        if (later != null) {
            return Optional.of(
                    new RuleBroken("membership.rests-on-it", later.kind().label(), Dates.write(later.on())));
        }
        return somethingBeside(entry).or(() -> noPlaceToReturnTo(entry));
    }

    /** Who is exempt or away is so while they stand: without the entry that begins the time it would be of nobody. */
    private Optional<RuleBroken> somethingBeside(Entry entry) {
        return entry.kind().turn() == Turn.COMES
                ? standings
                        .firstFactFrom(entry.member(), entry.on())
                        .map(from -> new RuleBroken("membership.fact-rests-on-it", Dates.write(from)))
                : Optional.empty();
    }

    /** Who left or moved by mistake stands again where they were, if that is still there. */
    private Optional<RuleBroken> noPlaceToReturnTo(Entry entry) {
        var from = entry.from();
        return from == null ? Optional.empty() : standings.notThere(from, entry.on(), businessDay.today());
    }
}
