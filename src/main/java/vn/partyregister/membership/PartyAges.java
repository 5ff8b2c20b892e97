package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;

/** The party age of members, step by step, and the interruptions of long ago that it leaves out. */
@Service
@Transactional
public class PartyAges {
    private static final String TABLE = """
            select id, lower(valid) as starts, upper(valid) as until, ground, paper, recorded_by, withdrawn_by, withdrawn_why
            from membership.interruption where member_id = :member
            """;

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    PartyAges(JdbcClient jdbc, Standings standings, Rulebook rulebook, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Of somebody within the scope, as at the business day. */
    public PartyAge of(MemberId member, Scope scope) {
        var today = businessDay.today();
        var here = standings.requireKnown(member, scope, today);
        audit.read(
                "member.read",
                new Subject("member", member.id(), here.organisation().id()),
                Map.of("part", "party-age"));
        return compute(member, rulebook.on(today), today);
    }

    /** How long probation lasted when they joined; empty where the rulebook does not know that charter. */
    @Transactional(readOnly = true)
    public List<PartyAge.UnderCharter> probationOn(LocalDate joined) {
        var rules = rulebook.on(joined);
        return rules.find("probation")
                .or(() -> rules.find("historic-probation"))
                .map(rule -> List.of(new PartyAge.UnderCharter(null, rule.value(), rule.source())))
                .orElseGet(() -> rules.ofGroups("historic-probation").entrySet().stream()
                        .map(one -> new PartyAge.UnderCharter(
                                one.getKey(),
                                one.getValue().value(),
                                one.getValue().source()))
                        .toList());
    }

    /** What the register tells, read without the views that lists are counted by. */
    PartyAge compute(MemberId member, Rules rules, LocalDate on) {
        var entries = jdbc.sql("""
                        select t.kind, t.effective_on, d.issued_on from membership.told t
                        left join organisation.decision d on d.id = t.decision_id
                        where t.member_id = :member order by t.effective_on, t.recorded
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Happened.class))
                .list();
        return PartyAge.of(entry(member, entries), told(member, entries), rules, on);
    }

    private PartyAge.Entry entry(MemberId member, List<Happened> entries) {
        var official = standings.lastStatus(member) == Status.OFFICIAL;
        var person = jdbc.sql("select decided_on, joined_on, official_on from member.member where id = :member")
                .param("member", member.id())
                .query((row, _) -> new PartyAge.Entry(
                        row.getObject("decided_on", LocalDate.class),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("official_on", LocalDate.class),
                        official))
                .single();
        var cancelled = false;
        Happened anew = null;
        for (var one : entries) {
            if (one.kind() == MovementKind.ADMISSION_CANCELLED) {
                cancelled = true;
                anew = null;
            } else if (one.kind() == MovementKind.ADMITTED && cancelled && anew == null) {
                anew = one;
            }
        }
        return anew == null
                ? person
                : new PartyAge.Entry(anew.issuedOn(), anew.effectiveOn(), person.officialOn(), official);
    }

    private List<PartyAge.Told> told(MemberId member, List<Happened> entries) {
        var told = new ArrayList<PartyAge.Told>();
        Happened gone = null;
        for (var one : entries) {
            switch (one.kind()) {
                case STRUCK_OFF, RESIGNED, EXPELLED -> gone = one;
                case OPENING, ADMITTED, TRANSFERRED_IN, RESTORED -> {
                    if (gone != null) {
                        told.add(outside(gone, one));
                        gone = null;
                    }
                }
                case RECOGNISED, TRANSFERRED, TRANSFERRED_OUT, REASSIGNED, DIED, ADMISSION_CANCELLED -> {}
            }
        }
        if (gone != null) {
            told.add(new PartyAge.Told(gone.kind().name(), gone.effectiveOn(), null));
        }
        told.addAll(jdbc.sql("""
                        select kind as ground, lower(valid) as "from", upper(valid) as until from membership.dated_fact
                        where member_id = :member and withdrawn_at is null and kind in ('LOST_CONTACT', 'SUSPENDED')
                        union all
                        select ground, lower(valid), upper(valid) from membership.interruption
                        where member_id = :member and withdrawn_at is null
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(PartyAge.Told.class))
                .list());
        return told;
    }

    /** From leaving to being back: for who is admitted again, on the day of the decision. */
    private static PartyAge.Told outside(Happened gone, Happened back) {
        var decided = back.issuedOn();
        var day = back.kind() == MovementKind.ADMITTED && decided != null && decided.isBefore(back.effectiveOn())
                ? decided
                : back.effectiveOn();
        return new PartyAge.Told(
                back.kind() == MovementKind.RESTORED
                        ? back.kind().name()
                        : gone.kind().name(),
                gone.effectiveOn(),
                day.isBefore(gone.effectiveOn()) ? gone.effectiveOn() : day);
    }

    /** The interruptions of long ago; whoever asks has made sure that the member may be seen. */
    @Transactional(readOnly = true)
    public List<Interruption> interruptions(MemberId member) {
        return jdbc.sql(TABLE + " order by valid desc, id")
                .param("member", member.id())
                .query(new RecordRows<>(Interruption.class))
                .list();
    }

    /** One that stands, of a member within the scope. */
    @Transactional(readOnly = true)
    public Interruption get(MemberId member, InterruptionId id, Scope scope) {
        standings.requireKnown(member, scope, businessDay.today());
        return standing(member, id);
    }

    /** What the member declared and the cell verified. */
    public void record(MemberId member, String ground, LocalDate from, LocalDate until, String paper, Scope scope) {
        var today = businessDay.today();
        var here = standings.requireKnown(member, scope, today);
        standings.hold(List.of(member));
        if (until.isAfter(today)) {
            throw new RuleBroken("membership.in-the-future", Dates.write(until));
        }
        if (!from.isBefore(until)) {
            throw new RuleBroken("membership.interruption.ends-before-it-begins", Dates.write(from));
        }
        var begins = compute(member, rulebook.on(today), today).begins();
        if (from.isBefore(begins)) {
            throw new RuleBroken("membership.interruption.before-entry", Dates.write(begins));
        }
        overlapping(member, from, until);
        jdbc.sql("""
                        insert into membership.interruption (id, member_id, valid, ground, paper, recorded_by)
                        values (:id, :member, daterange(:from, :until), :ground, :paper, :username)
                        """)
                .param("id", InterruptionId.next().id())
                .param("member", member.id())
                .param("from", from)
                .param("until", until)
                .param("ground", ground)
                .param("paper", paper)
                .param("username", Author.current().username())
                .update();
        note("member.interruption-recorded", member, here, Map.of("ground", ground, "from", from, "to", until));
    }

    /** It never was so; the entry stays, with the reason. */
    public void withdraw(MemberId member, InterruptionId id, String why, Scope scope) {
        var here = standings.requireKnown(member, scope, businessDay.today());
        standings.hold(List.of(member));
        var was = standing(member, id);
        jdbc.sql("""
                        update membership.interruption
                        set withdrawn_at = now(), withdrawn_by = :username, withdrawn_why = :why where id = :id
                        """)
                .param("id", id.id())
                .param("why", why)
                .param("username", Author.current().username())
                .update();
        note("member.interruption-withdrawn", member, here, Map.of("from", was.starts(), "why", why));
    }

    private void overlapping(MemberId member, LocalDate from, LocalDate until) {
        interruptions(member).stream()
                .filter(other -> other.withdrawnWhy() == null)
                .filter(other -> other.starts().isBefore(until) && from.isBefore(other.until()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleBroken(
                            "membership.interruption.already", Dates.write(other.starts()), Dates.write(other.until()));
                });
    }

    private Interruption standing(MemberId member, InterruptionId id) {
        return jdbc.sql(TABLE + " and id = :id and withdrawn_at is null")
                .param("member", member.id())
                .param("id", id.id())
                .query(new RecordRows<>(Interruption.class))
                .optional()
                .orElseThrow(() -> new NotFound("membership.unknown-fact"));
    }

    private void note(String act, MemberId member, Standings.Place here, Map<String, Object> what) {
        audit.changed(
                act, new Subject("member", member.id(), here.organisation().id()), null, what);
    }

    /**
     * An entry of the journal that holds.
     *
     * @param issuedOn the day of its decision
     */
    private record Happened(
            MovementKind kind,
            LocalDate effectiveOn,
            @Nullable LocalDate issuedOn) {}
}
