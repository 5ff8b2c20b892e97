package vn.partyregister.member;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Uuids;
import vn.partyregister.platform.VietnameseText;

/**
 * The restoring of lost files: the loss is reported with its verified cause, the committee decides, the sections are
 * entered anew on that ground, and the restoration is closed. Who may see whom is asked before, of the journal.
 */
@Service
@Transactional
public class Restorations {
    private final JdbcClient jdbc;
    private final PersonColumns person;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Restorations(
            JdbcClient jdbc, PersonColumns person, Decisions decisions, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.person = person;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** All of a member, the latest first. */
    @Transactional(readOnly = true)
    public List<Restoration> of(MemberId member) {
        return jdbc.sql("""
                        select r.id, r.stage, r.reported_on, r.cause, r.verified_by, r.decided_on,
                               d.number as decision_number, d.issuer_name as issuer, r.ended_on, r.remark
                        from member.restoration r left join organisation.decision d on d.id = r.decision_id
                        where r.member_id = :member order by r.recorded desc
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Restoration.class))
                .list();
    }

    /** Whether sections may be entered anew on its ground now. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(MemberId member) {
        return latest(member)
                .filter(latest -> latest.stage() == Restoration.Stage.DECIDED)
                .isPresent();
    }

    /** The file is lost. */
    public void report(MemberId member, OrganisationId organisation, LocalDate day, String cause, String verifiedBy) {
        person.hold(member);
        if (latest(member).filter(latest -> latest.stage().isOpen()).isPresent()) {
            throw new RuleBroken("member.restoration.open-already");
        }
        var step = new Step(Uuids.next(), Restoration.Stage.REPORTED, day);
        append(member, organisation, step, new Details(tidy(cause), tidy(verifiedBy), null, null));
    }

    /** The committee decides that it is made anew. */
    public void decide(MemberId member, OrganisationId organisation, Decision decision) {
        var step = next(member, Restoration.Stage.DECIDED, decision.day());
        append(member, organisation, step, new Details(null, null, decisions.note(decision), null));
    }

    /** The file is whole again. */
    public void close(MemberId member, OrganisationId organisation, LocalDate day) {
        var step = next(member, Restoration.Stage.CLOSED, day);
        if (!somethingWasEntered(step.restoration())) {
            throw new RuleBroken("member.restoration.nothing-entered");
        }
        append(member, organisation, step, new Details(null, null, null, null));
    }

    /** The lost file was found: nothing more is made anew. */
    public void find(MemberId member, OrganisationId organisation, LocalDate day, String remark) {
        append(
                member,
                organisation,
                next(member, Restoration.Stage.FOUND, day),
                new Details(null, null, null, tidy(remark)));
    }

    /** The decision on whose ground a section is entered anew; refused where none is under way. */
    @Transactional(readOnly = true)
    UUID requireDecision(MemberId member) {
        return jdbc.sql("select decision_id from member.restoration where member_id = :member and stage = 'DECIDED'")
                .param("member", member.id())
                .query((row, _) -> row.getObject("decision_id", UUID.class))
                .optional()
                .orElseThrow(() -> new RuleBroken("member.restoration.not-under-way"));
    }

    private Optional<Restoration> latest(MemberId member) {
        return of(member).stream().findFirst();
    }

    private Step next(MemberId member, Restoration.Stage stage, LocalDate day) {
        person.hold(member);
        var latest = latest(member).orElseThrow(() -> new RuleBroken("member.restoration.not-reported"));
        if (!latest.stage().leadsTo(stage)) {
            throw new RuleBroken("member.restoration.not-now");
        }
        if (day.isBefore(latest.latest())) {
            throw new RuleBroken("member.restoration.too-early", Dates.write(latest.latest()));
        }
        return new Step(latest.id(), stage, day);
    }

    private boolean somethingWasEntered(UUID restoration) {
        return jdbc.sql("""
                        select exists (select from member.amendment a
                            join member.restoration r on r.member_id = a.member_id and r.id = :restoration
                            where a.ground = 'RESTORATION' and a.recorded > r.decision_recorded)
                        """)
                .param("restoration", restoration)
                .query(Boolean.class)
                .single();
    }

    private void append(MemberId member, OrganisationId organisation, Step step, Details details) {
        var today = businessDay.today();
        if (step.day().isAfter(today)) {
            throw new RuleBroken("member.restoration.in-the-future", Dates.write(step.day()));
        }
        jdbc.sql("""
                        insert into member.restoration_step (restoration_id, kind, member_id, happened_on, cause,
                            verified_by, decision_id, remark, recorded_by, recorded_for)
                        values (:restoration, :kind, :member, :day, :cause, :verifiedBy, :decision, :remark, :username, :today)
                        """)
                .param("restoration", step.restoration())
                .param("kind", step.stage().name())
                .param("member", member.id())
                .param("day", step.day())
                .param("cause", details.cause(), Types.VARCHAR)
                .param("verifiedBy", details.verifiedBy(), Types.VARCHAR)
                .param("decision", details.decision(), Types.OTHER)
                .param("remark", details.remark(), Types.VARCHAR)
                .param("username", Author.current().username())
                .param("today", today)
                .update();
        audit.changed(
                "member.restoration-step",
                new Subject("member", member.id(), organisation.id()),
                null,
                Map.of("step", step.stage(), "on", step.day()));
    }

    private static String tidy(String text) {
        return VietnameseText.tidy(text);
    }

    private record Step(UUID restoration, Restoration.Stage stage, LocalDate day) {}

    private record Details(
            @Nullable String cause,
            @Nullable String verifiedBy,
            @Nullable UUID decision,
            @Nullable String remark) {}
}
