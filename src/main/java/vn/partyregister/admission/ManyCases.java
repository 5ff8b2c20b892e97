package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/**
 * One meeting on many cases: one resolution or decision brings them all to their next stage, in one transaction. A case that
 * does not fulfil what the stage asks is left out with its reason, and the others go on.
 */
@Service
@Transactional
public class ManyCases {
    /** As many as one meeting takes. */
    public static final int AT_MOST = 500;

    /** What one paper says of many: stages that ask for no vote of their own and tell the journal nothing. */
    public static final Set<Stage> STAGES = Set.of(Stage.SYMPATHISER, Stage.PARTIAL_APPRAISED, Stage.DECIDED);

    private final AdmissionCaseRepository cases;
    private final Entering entering;
    private final Procedures procedures;
    private final CellFacts cells;
    private final Competence competence;
    private final Decisions decisions;
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
            JdbcClient jdbc,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.cases = cases;
        this.entering = entering;
        this.procedures = procedures;
        this.cells = cells;
        this.competence = competence;
        this.decisions = decisions;
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
        return next == Stage.DECIDED
                ? new String[] {"BASE_RESOLVED", "CELL_VOTED", "PARTIAL_APPRAISED"}
                : new String[] {next == Stage.SYMPATHISER ? "SOURCE" : "CELL_VOTED"};
    }

    /** Brings them to a stage by one paper; those left out come back with the reason. */
    public Outcome enter(List<AdmissionCaseId> chosen, Stage next, StepEntry entry, Scope scope) {
        if (!STAGES.contains(next)) {
            throw new RuleBroken("admission.not-of-many", next.label());
        }
        if (chosen.isEmpty() || chosen.size() > AT_MOST) {
            throw new RuleBroken("admission.none-chosen", AT_MOST);
        }
        var found = cases.findAllById(within(chosen, scope)).stream()
                .sorted(Comparator.comparing(one -> one.id().id()))
                .toList();
        note(found, next, entry);
        var entered = new ArrayList<AdmissionCase>();
        var leftOut = new ArrayList<LeftOut>();
        for (var one : found) {
            try {
                entering.enter(one, next, entry, scope);
                entered.add(one);
            } catch (RuleBroken refused) {
                leftOut.add(new LeftOut(one.candidate().fullName(), refused));
            }
        }
        cases.saveAllAndFlush(entered);
        audit.changedAll(
                "admission.step",
                "admission",
                entered.stream()
                        .map(one -> new Changed(
                                one.id().id(),
                                one.organisation().id(),
                                null,
                                Map.of("stage", one.stage(), "on", entry.day())))
                        .toList());
        return new Outcome(entered.size(), leftOut, isUnjudged(entered, next, entry));
    }

    private List<AdmissionCaseId> within(List<AdmissionCaseId> chosen, Scope scope) {
        return jdbc.sql("select c.id from admission.admission_case c where c.id = any(:chosen) and "
                        + scope.condition("c.organisation_id"))
                .params(scope.params(businessDay.today()))
                .param("chosen", chosen.stream().map(AdmissionCaseId::id).toArray(UUID[]::new))
                .query((row, _) -> new AdmissionCaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Whether the register does not know the committee that decided, so that nobody has asked whether it may. */
    private boolean isUnjudged(List<AdmissionCase> entered, Stage next, StepEntry entry) {
        var document = entry.document();
        return next == Stage.DECIDED
                && document != null
                && !entered.isEmpty()
                && competence.isUnknown(document, organisations(entered));
    }

    private static List<OrganisationId> organisations(List<AdmissionCase> found) {
        return found.stream().map(AdmissionCase::organisation).distinct().toList();
    }

    /** One decision for all: its number is taken once. */
    private void note(List<AdmissionCase> found, Stage next, StepEntry entry) {
        var document = entry.document();
        if (next != Stage.DECIDED || document == null || found.isEmpty()) {
            return;
        }
        var decision = document.decision();
        decisions.noteBy(
                decision, decisions.issuer(decision, organisations(found)).orElse(null));
    }

    /** A case that waits for a stage. */
    public record Waiting(
            UUID id,
            String fullName,
            String organisation,
            UUID organisationId,
            Stage stage,
            LocalDate since,
            LocalDate ruleDay) {}

    /** Somebody who was left out, and why. */
    public record LeftOut(String fullName, RuleBroken why) {}

    /**
     * What became of a meeting.
     *
     * @param unjudged whether the register does not know the committee that decided
     */
    public record Outcome(int entered, List<LeftOut> leftOut, boolean unjudged) {
        public Outcome {
            leftOut = List.copyOf(leftOut);
        }
    }
}
