package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/** Opens the journal of somebody new, and keeps who is exempt. What happens to a known member is entered by {@link Movements}. */
@Service
@Transactional
public class Journal {
    private final JdbcClient jdbc;
    private final Standings standings;
    private final Movements movements;
    private final MovementJudgement judgement;
    private final Members members;
    private final Decisions decisions;
    private final Exemptions exemptions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Journal(
            JdbcClient jdbc,
            Standings standings,
            Movements movements,
            MovementJudgement judgement,
            Members members,
            Decisions decisions,
            Exemptions exemptions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.movements = movements;
        this.judgement = judgement;
        this.members = members;
        this.decisions = decisions;
        this.exemptions = exemptions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Somebody is admitted: for the first time, or again after having left. */
    public MemberId admit(Admission admission, Scope scope) {
        var person = admission.person();
        var act = Act.admission(person.joinedOn(), admission.organisation(), admission.decision());
        judgement.requirePossible(act, scope);
        if (person.joinedOn().isBefore(person.decidedOn())) {
            throw new RuleBroken("membership.joined-before-decision", Dates.write(person.decidedOn()));
        }
        oldEnough(person);
        var again = admission.again();
        if (again != null) {
            movements.recordAnew(again, act, scope);
            return again;
        }
        var member = enter(person);
        movements.begin(member, act);
        return member;
    }

    /** Somebody comes in from elsewhere whom the register did not know. */
    public MemberId arrive(Arrival arrival, Scope scope) {
        var person = arrival.person();
        var official = arrival.officialOn();
        var act = new Act(
                MovementKind.TRANSFERRED_IN,
                arrival.day(),
                arrival.organisation(),
                official == null ? Status.PROBATIONARY : Status.OFFICIAL,
                null,
                arrival.elsewhere(),
                arrival.letter(),
                null);
        judgement.requirePossible(act, scope);
        inOrder(person.born().earliest(), person.joinedOn(), "membership.before-birth");
        inOrder(person.joinedOn(), arrival.day(), "membership.before-joining");
        if (official != null) {
            inOrder(person.joinedOn(), official, "membership.official-before-joining");
            inOrder(official, arrival.day(), "membership.arrived-before-official");
        }
        var member = enter(person);
        if (official != null) {
            members.becameOfficial(List.of(member), official);
        }
        movements.begin(member, act);
        return member;
    }

    /** Exempt from work and party life, from a day, until a day or for good. Whoever is exempt is counted all the same. */
    public void exempt(
            MemberId member, String ground, LocalDate from, @Nullable LocalDate to, Decision decision, Scope scope) {
        standings.hold(List.of(member));
        var here = standings.requireStanding(member, scope, businessDay.today());
        var issuer = decisions.issuer(decision, List.of(here.organisation())).orElse(null);
        var exempting = new Exempting(ground, from, to, decision, issuer);
        exemptions
                .refusal(
                        here, exemptions.overlapping(List.of(member), exempting).contains(member), exempting)
                .ifPresent(refused -> {
                    throw refused;
                });
        exemptions.enter(List.of(member), exempting);
        audit.changed(
                "member.exempted",
                new Subject("member", member.id(), here.organisation().id()),
                null,
                exempting.told());
    }

    private MemberId enter(NewMember person) {
        if (members.knows(person)) {
            throw new RuleBroken("membership.already-known");
        }
        return members.enter(person).id();
    }

    private static void inOrder(LocalDate first, LocalDate then, String otherwise) {
        if (then.isBefore(first)) {
            throw new RuleBroken(otherwise, Dates.write(first));
        }
    }

    private void notInTheFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }

    /** Counted by the month: whoever is of age in this month is of age. */
    private void oldEnough(NewMember person) {
        var age = rulebook.on(person.decidedOn()).minimumAgeToJoin();
        var ofAge = YearMonth.from(person.born().earliest()).plusYears(age.value());
        if (YearMonth.from(person.decidedOn()).isBefore(ofAge)) {
            throw new RuleBroken(
                    age.source(),
                    "membership.too-young",
                    age.value(),
                    person.born().toString());
        }
    }
}
