package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.CellFacts.Upward;
import vn.partyregister.reference.DossierForm.Condition;

/** Which conditions of the catalogue of forms hold for a case. */
@Component
class FormConditions {
    private static final String COMPETENCE = "admission-competence";

    private final CellFacts cells;
    private final CaseRules rules;

    FormConditions(CellFacts cells, CaseRules rules) {
        this.cells = cells;
        this.rules = rules;
    }

    Set<Condition> of(AdmissionCase one, LocalDate day) {
        var upward = cells.upward(one.organisation(), day);
        var hold = EnumSet.noneOf(Condition.class);
        if (upward.partial() != null) {
            hold.add(Condition.PARTIAL);
        }
        if (upward.base() != null) {
            hold.add(Condition.BASE_COMMITTEE);
        }
        switch (one.candidate().massOrganisation()) {
            case "YOUTH_UNION" -> hold.addAll(Set.of(Condition.YOUTH_UNION, Condition.ONE_INTRODUCER));
            case "TRADE_UNION" -> hold.addAll(Set.of(Condition.TRADE_UNION, Condition.ONE_INTRODUCER));
            default -> hold.add(Condition.TWO_INTRODUCERS);
        }
        hold.add(byBase(one, upward, day) ? Condition.DECIDED_BY_BASE : Condition.DECIDED_ABOVE);
        return hold;
    }

    /** By who decided; before that by who decides under the rules of the case. */
    private boolean byBase(AdmissionCase one, Upward upward, LocalDate day) {
        var issuer = one.live(Stage.DECIDED)
                .map(Step::document)
                .map(Document::issuer)
                .orElse(null);
        return issuer != null
                ? issuer.equals(upward.base())
                : rules.of(one, day)
                        .about(COMPETENCE)
                        .find(COMPETENCE)
                        .filter(rule -> rule.value().equals("STANDING_COMMITTEE_BASE"))
                        .isPresent();
    }
}
