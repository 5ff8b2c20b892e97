package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/** What happens to members, entered one act at a time, each with its decision. Standings follow in the same transaction. */
@Service
@Transactional
public class Journal {
    private final JdbcClient jdbc;
    private final Standings standings;
    private final Members members;
    private final Decisions decisions;
    private final Exemptions exemptions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Journal(
            JdbcClient jdbc,
            Standings standings,
            Members members,
            Decisions decisions,
            Exemptions exemptions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
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
        notInTheFuture(person.joinedOn());
        if (person.joinedOn().isBefore(person.decidedOn())) {
            throw new RuleBroken("membership.joined-before-decision", Dates.write(person.decidedOn()));
        }
        standings.requireCell(admission.organisation(), scope, person.joinedOn(), businessDay.today());
        oldEnough(person);
        var again = admission.again();
        var member = again == null ? enter(person) : backAgain(again, person.joinedOn(), scope);
        append(
                member,
                MovementKind.ADMITTED,
                person.joinedOn(),
                admission.organisation(),
                again != null,
                admission.decision());
        audit.changed(
                "member.admitted",
                new Subject("member", member.id(), admission.organisation().id()),
                null,
                Map.of("fullName", person.fullName(), "on", person.joinedOn(), "decision", admission.decision()));
        return member;
    }

    /** The first day on which somebody may become official. */
    @Transactional(readOnly = true)
    public LocalDate endOfProbation(MemberId member, Scope scope) {
        var today = businessDay.today();
        var here = standings.requireProbationer(member, scope, today);
        return here.probationSince().plus(rulebook.on(today).probation().value());
    }

    /** A probationer becomes an official member on the day probation ended, even if the decision came later. */
    public void recognise(MemberId member, LocalDate day, Decision decision, Scope scope) {
        var here = standings.requireProbationer(member, scope, businessDay.today());
        notInTheFuture(day);
        notInTheFuture(decision.day());
        var probation = rulebook.on(day).probation();
        var over = here.probationSince().plus(probation.value());
        if (day.isBefore(over)) {
            throw new RuleBroken(
                    probation.source(),
                    "membership.probation-not-over",
                    Dates.write(here.probationSince()),
                    Dates.write(over));
        }
        members.becameOfficial(member, day);
        append(member, MovementKind.RECOGNISED, day, null, false, decision);
        audit.changed(
                "member.recognised",
                new Subject("member", member.id(), here.organisation().id()),
                Map.of("status", Status.PROBATIONARY),
                Map.of("status", Status.OFFICIAL, "on", day, "decision", decision));
    }

    /** Exempt from work and party life, from a day, until a day or for good. Whoever is exempt is counted all the same. */
    public void exempt(
            MemberId member, String ground, LocalDate from, @Nullable LocalDate to, Decision decision, Scope scope) {
        var exempting = new Exempting(ground, from, to, decision);
        standings.hold(List.of(member));
        var here = standings.requireStanding(member, scope, businessDay.today());
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

    private MemberId backAgain(MemberId member, LocalDate day, Scope scope) {
        standings.requireKnown(member, scope, businessDay.today());
        if (standings.standsFrom(member, day)) {
            throw new RuleBroken("membership.already-a-member");
        }
        return member;
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

    private void append(
            MemberId member,
            MovementKind kind,
            LocalDate day,
            @Nullable OrganisationId to,
            boolean again,
            Decision decision) {
        UUID noted = decisions.note(decision);
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, to_organisation_id, again, decision_id, recorded_by)
                        values (:id, :member, :kind, :day, :to, :again, :decision, :username)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("kind", kind.name())
                .param("day", day)
                .param("to", to == null ? null : to.id(), java.sql.Types.OTHER)
                .param("again", again)
                .param("decision", noted)
                .param("username", Author.current().username())
                .update();
    }
}
