package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** One organisation with its latest version: each act makes the next one, or ends it. */
record Organisation(OrganisationId id, int revision, Version last) {
    Version rename(String name, LocalDate day) {
        return next(new Version(day, null, name, last.type(), last.kind(), last.parent(), Act.RENAMED));
    }

    Version moveUnder(OrganisationId parent, LocalDate day) {
        if (last.parent() == null) {
            throw new RuleBroken("organisation.root-does-not-move", last.name());
        }
        return next(new Version(day, null, last.name(), last.type(), last.kind(), parent, Act.MOVED));
    }

    Version changeType(String type, LocalDate day) {
        return next(new Version(day, null, last.name(), type, last.kind(), last.parent(), Act.TYPE_CHANGED));
    }

    Version changeKind(@Nullable String kind, LocalDate day) {
        return next(new Version(day, null, last.name(), last.type(), kind, last.parent(), Act.KIND_CHANGED));
    }

    /** Its last version with an end, the day after the last one. */
    Version close(LocalDate lastDay) {
        requireOpen();
        requireNotBefore(lastDay);
        return new Version(
                last.from(), lastDay.plusDays(1), last.name(), last.type(), last.kind(), last.parent(), last.act());
    }

    private Version next(Version next) {
        requireOpen();
        requireNotBefore(next.from());
        return next;
    }

    private void requireOpen() {
        if (last.until() != null) {
            throw new RuleBroken(
                    "organisation.closed-already",
                    last.name(),
                    Dates.write(last.until().minusDays(1)));
        }
    }

    private void requireNotBefore(LocalDate day) {
        if (day.isBefore(last.from())) {
            throw new RuleBroken(
                    "organisation.day-before-version", Dates.write(day), last.name(), Dates.write(last.from()));
        }
    }
}
