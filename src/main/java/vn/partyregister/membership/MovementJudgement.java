package vn.partyregister.membership;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.MemberFacts.Told;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/**
 * The one place that says what may be entered of whom. First the act by itself, then member by member by their facts: a
 * form asks for one member, a bulk decision for all of its members by the same one question.
 */
@Component
class MovementJudgement {
    private final Standings standings;
    private final Rulebook rulebook;
    private final Grounds grounds;
    private final BusinessDay businessDay;

    MovementJudgement(Standings standings, Rulebook rulebook, Grounds grounds, BusinessDay businessDay) {
        this.standings = standings;
        this.rulebook = rulebook;
        this.grounds = grounds;
        this.businessDay = businessDay;
    }

    /** Refuses what can be entered of nobody: what is still to come, a place that holds no members then, no ground of the day. */
    void requirePossible(Act act, Scope scope) {
        var today = businessDay.today();
        if (act.day().isAfter(today)) {
            throw new RuleBroken("membership.in-the-future", Dates.write(act.day()));
        }
        var decision = act.decision();
        if (decision != null && decision.day().isAfter(today)) {
            throw new RuleBroken("membership.in-the-future", Dates.write(decision.day()));
        }
        if (act.kind().asks(Asked.GROUND) && !grounds.has(act.kind(), act.ground(), act.day())) {
            throw new RuleBroken("membership.no-such-ground", Dates.write(act.day()));
        }
        var to = act.to();
        if (to != null) {
            standings.requireCell(to, scope, act.day(), today);
        }
    }

    /** Why this cannot be entered of somebody; nothing where it can. */
    Optional<RuleBroken> refusal(MemberFacts facts, Act act) {
        return lifetime(facts, act)
                .or(() -> order(facts))
                .or(() -> spell(facts, act))
                .or(() -> particular(facts, act));
    }

    private static Optional<RuleBroken> lifetime(MemberFacts facts, Act act) {
        if (act.day().isBefore(facts.bornOn())) {
            return refused("membership.before-birth", Dates.write(facts.bornOn()));
        }
        if (act.day().isBefore(facts.joinedOn())) {
            return refused("membership.before-joining", Dates.write(facts.joinedOn()));
        }
        var last = facts.last();
        return last != null && last.kind() == MovementKind.DIED
                ? refused("membership.died-already", Dates.write(last.on()))
                : Optional.empty();
    }

    private static Optional<RuleBroken> order(MemberFacts facts) {
        var later = facts.later();
        return later == null
                ? Optional.empty()
                : refused("membership.told-later", later.kind().label(), Dates.write(later.on()));
    }

    private static Optional<RuleBroken> spell(MemberFacts facts, Act act) {
        return switch (act.kind().turn()) {
            case COMES -> facts.standsLater() ? refused("membership.already-a-member") : Optional.empty();
            case STAYS, GOES -> facts.standsIn() == null ? gone(facts) : Optional.empty();
        };
    }

    private static Optional<RuleBroken> gone(MemberFacts facts) {
        var last = facts.last();
        return last == null
                ? refused("membership.no-member")
                : refused("membership.ended", last.kind().label(), Dates.write(last.on()));
    }

    private Optional<RuleBroken> particular(MemberFacts facts, Act act) {
        return switch (act.kind()) {
            case RECOGNISED -> recognition(facts, act);
            case TRANSFERRED -> sameAs(facts, act.to());
            case TRANSFERRED_IN, RESTORED -> comingBack(facts, act);
            case ADMITTED -> again(facts, act);
            case OPENING -> onlyCorrects(facts, act);
            case TRANSFERRED_OUT, STRUCK_OFF, RESIGNED, EXPELLED, DIED, ADMISSION_CANCELLED ->
                whomTheGroundIsFor(facts, act);
            case REASSIGNED -> Optional.empty();
        };
    }

    /** On the day probation ended, even if the decision came later; not a day earlier. */
    private Optional<RuleBroken> recognition(MemberFacts facts, Act act) {
        if (facts.status() == Status.OFFICIAL) {
            return refused("membership.official-already");
        }
        var probation = rulebook.on(act.day()).probation();
        var over = facts.probationSince().plus(probation.value());
        return act.day().isBefore(over)
                ? Optional.of(new RuleBroken(
                        probation.source(),
                        "membership.probation-not-over",
                        Dates.write(facts.probationSince()),
                        Dates.write(over)))
                : Optional.empty();
    }

    /** Only who is official is expelled, only a probationer is struck off as unworthy of it: as far as the book says so. */
    private Optional<RuleBroken> whomTheGroundIsFor(MemberFacts facts, Act act) {
        return grounds.othersOnly(act.ground(), facts.status(), act.day())
                .map(only -> new RuleBroken(only.source(), "membership.ground-for-others", Status.label(only.value())));
    }

    private static Optional<RuleBroken> sameAs(MemberFacts facts, @Nullable OrganisationId to) {
        return to != null && to.equals(facts.standsIn()) ? refused("membership.same-organisation") : Optional.empty();
    }

    /** Who was there when the register was opened came in with it; by hand only a wrong entry of that is made good. */
    private static Optional<RuleBroken> onlyCorrects(MemberFacts facts, Act act) {
        return act.corrects() == null || facts.last() != null
                ? refused("membership.opening-only-corrects")
                : Optional.empty();
    }

    /** Restored is who was put out, transferred in who was transferred out; who asked to leave is admitted again. */
    private static Optional<RuleBroken> comingBack(MemberFacts facts, Act act) {
        var last = facts.last();
        if (MovementKind.after(last == null ? null : last.kind()).contains(act.kind())) {
            return Optional.empty();
        }
        return last == null
                ? refused("membership.no-member")
                : refused("membership.comes-back-otherwise", last.kind().label(), Dates.write(last.on()));
    }

    /** Who was wrongly admitted never was a member: their next admission is a first one. */
    private Optional<RuleBroken> again(MemberFacts facts, Act act) {
        var left = facts.last();
        if (left == null || left.kind() == MovementKind.ADMISSION_CANCELLED) {
            return Optional.empty();
        }
        if (left.kind() == MovementKind.TRANSFERRED_OUT) {
            return refused("membership.left-by-transfer", Dates.write(left.on()));
        }
        return tooSoon(left, act).or(() -> tooOften(facts, act));
    }

    private Optional<RuleBroken> tooSoon(Told left, Act act) {
        var wait = rulebook.on(act.day()).waitToBeAdmittedAgain();
        var first = left.on().plus(wait.value());
        return act.day().isBefore(first)
                ? Optional.of(new RuleBroken(
                        wait.source(), "membership.again-too-soon", Dates.write(left.on()), Dates.write(first)))
                : Optional.empty();
    }

    private Optional<RuleBroken> tooOften(MemberFacts facts, Act act) {
        var times = rulebook.on(act.day()).timesAdmittedAgain();
        return facts.admittedAgain() >= times.value()
                ? Optional.of(new RuleBroken(times.source(), "membership.again-too-often", facts.admittedAgain()))
                : Optional.empty();
    }

    private static Optional<RuleBroken> refused(String key, Object... arguments) {
        return Optional.of(new RuleBroken(key, arguments));
    }
}
