package vn.partyregister.membership;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
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

    Reversals(
            MovementStore store,
            FactsOfMembers facts,
            Standings standings,
            Members members,
            BusinessDay businessDay,
            LateEntries late,
            AuditTrail audit) {
        this.store = store;
        this.facts = facts;
        this.standings = standings;
        this.members = members;
        this.businessDay = businessDay;
        this.late = late;
        this.audit = audit;
    }

    /** Takes an entry of a member back. */
    public void reverse(MemberId member, MovementId id, String reason, Scope scope) {
        var place = standings.requireKnown(member, scope, businessDay.today());
        facts.hold(List.of(member));
        var entry = store.find(id, member).orElseThrow(() -> new NotFound("membership.unknown-entry"));
        store.after(id).ifPresent(later -> {
            throw new RuleBroken("membership.rests-on-it", later.kind().label(), Dates.write(later.on()));
        });
        requireNothingBeside(member, entry);
        requireAPlaceToReturnTo(entry);
        var back = store.reverse(id, reason);
        late.note(entry.on(), Map.of(back, concerned(member, entry)));
        if (entry.kind() == MovementKind.RECOGNISED) {
            members.isOnProbationAfterAll(member);
        }
        audit.changed(
                "member.entry-reversed",
                new Subject("member", member.id(), place.organisation().id()),
                Map.of("kind", entry.kind(), "on", entry.on(), "entry", id),
                Map.of("reason", reason));
    }

    /** The closed periods that taking an entry back comes too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(MemberId member, MovementId id, Scope scope) {
        standings.requireKnown(member, scope, businessDay.today());
        return store.find(id, member)
                .map(entry -> late.periods(entry.on(), concerned(member, entry)))
                .orElse(List.of());
    }

    private Set<OrganisationId> concerned(MemberId member, Entry entry) {
        return standings.places(List.of(member), Scope.EVERYTHING, entry.on()).values().stream()
                .map(Standings.Place::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who is exempt or away is so while they stand: without the entry that begins the time it would be of nobody. */
    private void requireNothingBeside(MemberId member, Entry entry) {
        if (entry.kind().turn() == Turn.COMES) {
            standings.firstFactFrom(member, entry.on()).ifPresent(from -> {
                throw new RuleBroken("membership.fact-rests-on-it", Dates.write(from));
            });
        }
    }

    /** Who left or moved by mistake stands again where they were, if that is still there. */
    private void requireAPlaceToReturnTo(Entry entry) {
        var from = entry.from();
        if (from != null) {
            standings.requireThere(from, entry.on(), businessDay.today());
        }
    }
}
