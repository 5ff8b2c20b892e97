package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.admission.StageRule.Condition;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;

/**
 * Takes over many cases as they stand on paper, for a register that is opened with them: what was decided then is not
 * judged anew, and the journal, which knows the members already, is told nothing. Each case still goes the way of its day,
 * stage by stage and day after day. What the case or a table refuses ends the whole load.
 */
@Service
public class CaseLoad {
    private static final int AT_ONCE = 400;

    private final Procedures procedures;
    private final CellFacts cells;
    private final Opening opening;
    private final CaseRows rows;
    private final ManyRows many;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    CaseLoad(
            Procedures procedures,
            CellFacts cells,
            Opening opening,
            CaseRows rows,
            ManyRows many,
            BusinessDay businessDay,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.procedures = procedures;
        this.cells = cells;
        this.opening = opening;
        this.rows = rows;
        this.many = many;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * All of them, a few hundred in memory at a time.
     *
     * @return how many there were
     */
    @Transactional
    public int load(Iterator<KnownCase> known) {
        many.follow();
        var where = cells.whereAll(businessDay.today());
        var username = Author.current().username();
        var number = 0;
        while (known.hasNext()) {
            var some = new ArrayList<CaseRows.Row>(AT_ONCE);
            while (known.hasNext() && some.size() < AT_ONCE) {
                var next = known.next();
                some.add(new CaseRows.Row(
                        taken(next, where.getOrDefault(next.told().cell().id(), Set.of()), username),
                        next.officialOn()));
            }
            rows.insert(some, username);
            number += some.size();
        }
        jdbc.sql("analyze admission.admission_case, admission.step").update();
        audit.changed("admission.loaded", new Subject("admission", null, null), null, Map.of("cases", number));
        return number;
    }

    private AdmissionCase taken(KnownCase known, Set<Condition> where, String username) {
        var one = AdmissionCase.open(known.told(), username);
        var number = known.told().citizenNumber();
        if (number != null) {
            one.known(opening.sealed(number));
        }
        known.relatives().forEach(one::add);
        if (known.member() != null) {
            one.becameMember(known.member());
        }
        var procedure = procedures.on(one.ruleDay(), where);
        known.steps().forEach(step -> one.reach(step.stage(), step.stage(), step.entry(), procedure, username));
        return one;
    }

    /**
     * A case with all that was told of it.
     *
     * @param steps behind the nomination, in their order
     * @param member whom the ceremony made
     * @param officialOn the day probation ended, where the member was recognised
     */
    public record KnownCase(
            NewCase told,
            List<Relative> relatives,
            List<KnownStep> steps,
            @Nullable MemberId member,
            @Nullable LocalDate officialOn) {
        public KnownCase {
            relatives = List.copyOf(relatives);
            steps = List.copyOf(steps);
        }
    }

    /** A stage the case came to, and what was entered of it. */
    public record KnownStep(Stage stage, StepEntry entry) {}
}
