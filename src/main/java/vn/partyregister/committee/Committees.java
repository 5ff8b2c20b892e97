package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationHistory;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/**
 * What a clerk enters of committees, each act with its decision. What cannot be is refused; what only should not be is
 * entered all the same, and {@link Warnings} tells of it.
 */
@Service
@Transactional
public class Committees {
    private final TermStore store;
    private final PostLists lists;
    private final OrganisationTree tree;
    private final OrganisationHistory history;
    private final MemberFiles members;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail trail;

    Committees(
            TermStore store,
            PostLists lists,
            OrganisationTree tree,
            OrganisationHistory history,
            MemberFiles members,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail trail) {
        this.store = store;
        this.lists = lists;
        this.tree = tree;
        this.history = history;
        this.members = members;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.trail = trail;
    }

    /** A new term begins. */
    public TermId begin(NewTerm planned, Decision decision, Scope scope) {
        var organisation = tree.get(planned.organisation(), scope, businessDay.today());
        store.lock(organisation.id());
        legible(planned.label());
        var term = Term.begin(planned);
        requireNotInFuture(term.from());
        requireThere(organisation, term.from());
        if (!lists.bodies(typeOn(organisation, term.from()), term.from()).contains(term.body())) {
            throw new RuleBroken("committee.refused.no-such-body", organisation.typeLabel());
        }
        requireFree(term);
        store.insert(term, decisions.note(decision));
        trail.changed("committee.term-begun", subject(term), null, written(term, decision));
        return term.id();
    }

    /** A term ends early, or is prolonged. */
    public void changeEnd(TermId id, int revision, LocalDate lastDay, Decision decision, Scope scope) {
        var before = open(id, scope).requireRevision(revision);
        var after = before.endOn(lastDay);
        requireFree(after);
        if (store.isHeldAfter(id, lastDay)) {
            throw new RuleBroken("committee.refused.posts-after-end", Dates.write(lastDay));
        }
        store.saveEnd(before, after, decisions.note(decision));
        trail.changed(
                "committee.term-end-changed",
                subject(after),
                Map.of("to", before.lastDay()),
                Map.of("to", lastDay, "decision", decision));
    }

    /** A term that was entered wrongly is taken back; its posts are taken back before it. */
    public void takeBack(TermId id, String why, Scope scope) {
        var term = open(id, scope);
        if (store.isHeld(id)) {
            throw new RuleBroken("committee.refused.term-has-posts", term.label());
        }
        store.takeBack(id, legible(why));
        trail.changed("committee.term-taken-back", subject(term), Map.of("label", term.label()), Map.of("reason", why));
    }

    /**
     * Somebody comes to a post.
     *
     * @param people whom the clerk may see: nobody else comes to a post
     */
    public HoldingId fill(NewHolding wanted, Decision decision, Scope scope, Scope people) {
        var term = open(wanted.term(), scope);
        members.brief(wanted.member(), people, businessDay.today());
        requireNotInFuture(wanted.from());
        var held = Holding.begin(wanted, term);
        var organisation = tree.get(term.organisation(), scope, businessDay.today());
        if (!lists.has(typeOn(organisation, held.from()), term.body(), held.post(), held.from())) {
            throw new RuleBroken("committee.refused.no-such-post", lists.label(held.post()));
        }
        if (store.holdsAlready(held)) {
            throw new RuleBroken("committee.refused.holds-already", lists.label(held.post()));
        }
        store.insert(held, decisions.note(decision));
        trail.changed("committee.post-filled", subject(held, term), null, written(held, term, decision));
        return held.id();
    }

    /** Somebody leaves a post; the day given is the last one in it. */
    public void leave(HoldingId id, LocalDate lastDay, Decision decision, Scope scope) {
        var held = store.holding(id, scope, businessDay.today());
        var term = store.get(held.term(), scope, businessDay.today());
        requireNotInFuture(lastDay);
        var left = held.leave(lastDay, term);
        store.saveLeaving(left, decisions.note(decision));
        trail.changed(
                "committee.post-left",
                subject(held, term),
                Map.of("to", held.lastDay()),
                Map.of("to", lastDay, "decision", decision));
    }

    /** An entry that was wrong is taken back. */
    public void takeBack(HoldingId id, String why, Scope scope) {
        var held = store.holding(id, scope, businessDay.today());
        held.requireStanding();
        store.takeBack(id, legible(why));
        trail.changed(
                "committee.post-taken-back",
                subject(held, store.get(held.term(), scope, businessDay.today())),
                Map.of("post", held.post(), "from", held.from(), "to", held.lastDay()),
                Map.of("reason", why));
    }

    private Term open(TermId id, Scope scope) {
        var term = store.get(id, scope, businessDay.today());
        store.lock(term.organisation());
        return term;
    }

    private void requireFree(Term term) {
        store.overlapping(term).ifPresent(other -> {
            throw new RuleBroken(
                    "committee.refused.terms-overlap",
                    other.label(),
                    Dates.write(other.from()),
                    Dates.write(other.lastDay()));
        });
    }

    private static String legible(String written) {
        var text = VietnameseText.tidy(written);
        if (text.isEmpty()) {
            throw new RuleBroken("committee.refused.illegible");
        }
        return text;
    }

    private void requireNotInFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("committee.refused.in-the-future", Dates.write(day));
        }
    }

    /** What was there when the register was opened had committees before; what was founded since, not before. */
    private void requireThere(Facts organisation, LocalDate day) {
        var founded = "FOUNDED".equals(history.of(organisation.id()).getLast().act());
        var ended = organisation.lastDay();
        if ((founded && day.isBefore(organisation.since())) || (ended != null && day.isAfter(ended))) {
            throw new RuleBroken("committee.refused.not-there", organisation.name(), Dates.write(day));
        }
    }

    /** Its type on a day, or the first one known. */
    private String typeOn(Facts organisation, LocalDate day) {
        var known = day.isBefore(organisation.since()) ? organisation.since() : day;
        return tree.find(organisation.id(), Scope.EVERYTHING, known)
                .map(Facts::type)
                .orElse(organisation.type());
    }

    private static Subject subject(Term term) {
        return new Subject("committee", term.id().id(), term.organisation().id());
    }

    private static Subject subject(Holding held, Term term) {
        return new Subject("member", held.member().id(), term.organisation().id());
    }

    private static Map<String, Object> written(Term term, Decision decision) {
        return Map.of(
                "label", term.label(),
                "body", term.body(),
                "from", term.from(),
                "to", term.lastDay(),
                "members", term.members(),
                "decision", decision);
    }

    private static Map<String, Object> written(Holding held, Term term, Decision decision) {
        return Map.of(
                "label", term.label(),
                "post", held.post(),
                "manner", held.manner(),
                "place", held.place(),
                "from", held.from(),
                "to", held.lastDay(),
                "decision", decision);
    }
}
