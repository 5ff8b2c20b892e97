package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.Movements;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.AllOrNone;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/**
 * One meeting on many cases: one resolution or decision, or one ceremony, brings them all to their next stage, in one
 * transaction. Where some do not fulfil what the stage asks they are named, and nothing is entered until they are left out.
 */
@Service
public class ManyCases {
    /** As many as one meeting takes. */
    public static final int AT_MOST = 500;

    /** What one paper, or one day, says of many: stages that ask for no vote of their own. */
    public static final Set<Stage> STAGES = Collections.unmodifiableSet(
            EnumSet.of(Stage.SYMPATHISER, Stage.PARTIAL_APPRAISED, Stage.DECIDED, Stage.CEREMONY, Stage.OFFICIAL));

    private final AdmissionCaseRepository cases;
    private final Entering entering;
    private final Procedures procedures;
    private final CellFacts cells;
    private final Competence competence;
    private final Decisions decisions;
    private final Movements movements;
    private final AllOrNone allOrNone;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    ManyCases(
            AdmissionCaseRepository cases,
            Entering entering,
            Procedures procedures,
            CellFacts cells,
            Competence competence,
            Decisions decisions,
            Movements movements,
            AllOrNone allOrNone,
            JdbcClient jdbc,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.cases = cases;
        this.entering = entering;
        this.procedures = procedures;
        this.cells = cells;
        this.competence = competence;
        this.decisions = decisions;
        this.movements = movements;
        this.allOrNone = allOrNone;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Cases within a scope that have this stage before them, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Stage next, Scope scope) {
        var today = businessDay.today();
        return jdbc
                .sql("""
                        select c.id, c.full_name, v.name as organisation, c.organisation_id, c.stage, c.since, c.rule_day
                        from admission.admission_case c
                        left join organisation.organisation_version v
                            on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                        where c.ended_on is null and c.stage = any(:before) and %s
                        order by c.since, c.id limit :most
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(today))
                .param("before", before(next))
                .param("most", AT_MOST)
                .query(new RecordRows<>(Waiting.class))
                .list()
                .stream()
                .filter(one -> leadsTo(one, next, today))
                .toList();
    }

    private boolean leadsTo(Waiting one, Stage next, LocalDate today) {
        var where = one.stage() == Stage.BASE_RESOLVED || one.stage() == Stage.SOURCE
                ? Set.<StageRule.Condition>of()
                : cells.where(new OrganisationId(one.organisationId()), today);
        return procedures
                .on(one.ruleDay(), where)
                .next(one.stage())
                .filter(rule -> rule.stage() == next)
                .isPresent();
    }

    /** The stages that may stand before one, wherever the cell lies. */
    private static String[] before(Stage next) {
        return switch (next) {
            case SYMPATHISER -> new String[] {"SOURCE"};
            case PARTIAL_APPRAISED -> new String[] {"CELL_VOTED"};
            case DECIDED -> new String[] {"BASE_RESOLVED", "CELL_VOTED", "PARTIAL_APPRAISED"};
            case CEREMONY -> new String[] {"DECIDED"};
            case OFFICIAL -> new String[] {"CELL_VOTED_OFFICIAL"};
            case SOURCE,
                    COURSE_DONE,
                    HELPER_SET,
                    APPLIED,
                    BIO_DECLARED,
                    BIO_VERIFIED,
                    OPINIONS,
                    CELL_VOTED,
                    BASE_RESOLVED,
                    PROBATION,
                    SELF_REVIEW,
                    CELL_VOTED_OFFICIAL,
                    REMOVED,
                    WITHDRAWN,
                    REFUSED,
                    NOT_WORTHY,
                    CANCELLED,
                    STRUCK,
                    LEFT -> throw new RuleBroken("admission.not-of-many", next.label());
        };
    }

    /** The closed periods that the journal would be told too late for, of any of them. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> lateFor(List<AdmissionCaseId> chosen, Stage next, LocalDate day, Scope scope) {
        return cases.findAllById(ids(within(chosen, scope))).stream()
                .flatMap(
                        one -> entering.toldOn(one, next, day).map(told -> new Told(one.organisation(), told)).stream())
                .distinct()
                .flatMap(told -> movements.lateFor(told.cell(), told.day()).stream())
                .distinct()
                .toList();
    }

    /** Brings all of them to a stage by one paper; or none, and says who does not fulfil what the stage asks. */
    public Outcome enter(List<AdmissionCaseId> chosen, Stage next, StepEntry entry, Scope scope) {
        if (!STAGES.contains(next)) {
            throw new RuleBroken("admission.not-of-many", next.label());
        }
        if (chosen.isEmpty() || chosen.size() > AT_MOST) {
            throw new RuleBroken("admission.none-chosen", AT_MOST);
        }
        var found = within(chosen, scope);
        var refused = allOrNone.enter(found, new Meeting(next, entry, scope)).stream()
                .map(one -> new Refused(one.one().id(), one.one().fullName(), one.why()))
                .toList();
        return new Outcome(
                refused.isEmpty() ? found.size() : 0, refused, refused.isEmpty() && isUnjudged(found, next, entry));
    }

    /** Those a scope reaches, in the order in which everybody who writes of many members takes them. */
    private List<Chosen> within(List<AdmissionCaseId> chosen, Scope scope) {
        return jdbc.sql("""
                        select c.id, c.full_name, c.organisation_id from admission.admission_case c
                        where c.id = any(:chosen) and %s order by c.member_id, c.id
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("chosen", chosen.stream().map(AdmissionCaseId::id).toArray(UUID[]::new))
                .query((row, _) -> new Chosen(
                        new AdmissionCaseId(row.getObject("id", UUID.class)),
                        row.getString("full_name"),
                        new OrganisationId(row.getObject("organisation_id", UUID.class))))
                .list();
    }

    private static List<AdmissionCaseId> ids(Collection<Chosen> found) {
        return found.stream().map(Chosen::id).toList();
    }

    private static List<OrganisationId> cells(Collection<Chosen> found) {
        return found.stream().map(Chosen::cell).distinct().toList();
    }

    /** Whether the register does not know the committee that decided, so that nobody has asked whether it may. */
    private boolean isUnjudged(List<Chosen> entered, Stage next, StepEntry entry) {
        var document = entry.document();
        return next == Stage.DECIDED
                && document != null
                && !entered.isEmpty()
                && competence.isUnknown(document, cells(entered));
    }

    /** One meeting: its paper is noted once, each case takes its step, and all are written down together. */
    private final class Meeting implements AllOrNone.Act<Chosen> {
        private final Stage next;
        private final StepEntry entry;
        private final Scope scope;

        private Meeting(Stage next, StepEntry entry, Scope scope) {
            this.next = next;
            this.entry = entry;
            this.scope = scope;
        }

        /** All cases are read at once; each is taken from among them afterwards. */
        @Override
        public void begin(Collection<Chosen> all) {
            cases.findAllById(ids(all));
            var document = entry.document();
            if ((next == Stage.DECIDED || next == Stage.OFFICIAL) && document != null && !all.isEmpty()) {
                var decision = document.decision();
                decisions.noteBy(
                        decision, decisions.issuer(decision, cells(all)).orElse(null));
            }
        }

        @Override
        public void enter(Chosen one) {
            entering.enter(cases.get(one.id()), next, entry, scope);
        }

        @Override
        public void end(Collection<Chosen> all) {
            cases.flush();
            audit.changedAll(
                    "admission.step",
                    "admission",
                    all.stream()
                            .map(one -> new Changed(
                                    one.id().id(), one.cell().id(), null, Map.of("stage", next, "on", entry.day())))
                            .toList());
        }
    }

    private record Chosen(AdmissionCaseId id, String fullName, OrganisationId cell) {}

    private record Told(OrganisationId cell, LocalDate day) {}

    /** A case that waits for a stage. */
    public record Waiting(
            UUID id,
            String fullName,
            String organisation,
            UUID organisationId,
            Stage stage,
            LocalDate since,
            LocalDate ruleDay) {}

    /** A case that does not fulfil what the stage asks, and why. */
    public record Refused(AdmissionCaseId id, String fullName, RuleBroken why) {}

    /**
     * What became of a meeting.
     *
     * @param entered all, or none
     * @param unjudged whether the register does not know the committee that decided
     */
    public record Outcome(int entered, List<Refused> refused, boolean unjudged) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }
}
