package vn.partyregister.statistics.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.ReconciledPeople;
import vn.partyregister.statistics.Reconciliation;
import vn.partyregister.statistics.Reconciliation.Side;
import vn.partyregister.statistics.Reconciliations;
import vn.partyregister.statistics.RestatedList;
import vn.partyregister.statistics.RestatedRow;

/** What the pages of reconciliations share: the day they ask for, what is printed, and the note that something left the register. */
@Component
class ReconciledDesk {
    private final Reconciliations reconciliations;
    private final ReconciledPeople people;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    ReconciledDesk(
            Reconciliations reconciliations, ReconciledPeople people, BusinessDay businessDay, AuditTrail audit) {
        this.reconciliations = reconciliations;
        this.people = people;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The day asked for; the last one that is over where none is, or none that can be. */
    LocalDate day(Parameters parameters) {
        @Nullable LocalDate asked = parameters.day("on");
        if (asked == null || asked.isAfter(businessDay.today())) {
            if (asked != null) {
                parameters.leaveOut("on");
            }
            return reconciliations.day(null);
        }
        return asked;
    }

    Map<String, Object> printed(Reconciliation here, Scope scope) {
        return Map.of("both", here, "onlyOwn", all(here, Side.OWN, scope), "onlyAbove", all(here, Side.ABOVE, scope));
    }

    private List<RestatedRow> all(Reconciliation here, Side side, Scope scope) {
        return people.page(here, side, null, scope, businessDay.today(), RestatedList.STANDARD_ORDER, 1)
                .rows();
    }

    void note(Reconciliation here, String format) {
        audit.read(
                "statistics.reconciliation-exported",
                new AuditTrail.Subject("list", null, here.organisation().id().id()),
                Map.of("on", here.on(), "format", format));
    }
}
