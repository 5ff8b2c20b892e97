package vn.partyregister.inbox.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.reference.WorkingDays;

/** How many working days an obligation has still to run, or is late. */
@Component
class DaysLeft {
    private final WorkingDays workingDays;
    private final BusinessDay businessDay;

    DaysLeft(WorkingDays workingDays, BusinessDay businessDay) {
        this.workingDays = workingDays;
        this.businessDay = businessDay;
    }

    /** Until its last day from today, or from that day to the day it was done or today: negative when late. */
    public @Nullable Integer of(Obligation obligation) {
        var due = obligation.dueOn();
        if (due == null) {
            return null;
        }
        var done = obligation.doneOn() == null ? businessDay.today() : obligation.doneOn();
        return done.isAfter(due) ? -workingDays.between(due, done) : workingDays.between(done, due);
    }
}
